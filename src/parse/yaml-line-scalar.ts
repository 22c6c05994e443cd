import type { SourceText } from '../text/source.ts';
import { escapeAt } from './flow-scalar.ts';
import type { ScalarStyle } from './scalar.ts';
import type { YamlScalar } from './yaml-node.ts';

/** Text to read up to `end`, in offsets of `text`, which is the text of the source. */
export interface Passage {
  readonly source: SourceText;
  readonly text: string;
  readonly end: number;
}

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
const SINGLE_QUOTE = 0x27;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const GREATER = 0x3e;
export const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const BAR = 0x7c;
export const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = 0xfeff;

/** The UTF-16 unit at an offset, where the end of the passage is the end of a line too. */
export function codeAt({ text, end }: Passage, at: number): number {
  return at < end ? text.charCodeAt(at) : LINE_FEED;
}

/** The first offset from `at` on where no space is. */
export function spacesEnd({ text, end }: Passage, at: number): number {
  let behind = at;
  while (behind < end && text.charCodeAt(behind) === SPACE) behind += 1;
  return behind;
}

/** Where the line of an offset ends, before its line feed. */
export function lineEnd({ text, end }: Passage, at: number): number {
  const lineFeed = text.indexOf('\n', at);
  return lineFeed === -1 || lineFeed > end ? end : lineFeed;
}

/** True for what separates a `:` or `-` from what follows, as far as a passage without `\r` goes. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB;
}

function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA || code === OPEN_BRACKET || code === CLOSE_BRACKET || code === OPEN_BRACE || code === CLOSE_BRACE
  );
}

export function scalarNode(
  source: SourceText,
  start: number,
  end: number,
  style: ScalarStyle,
  text: string,
): YamlScalar {
  return { kind: 'scalar', source, start, end, style, text };
}

/**
 * The plain or quoted scalar that begins at an offset and ends in its line; `undefined` where there is none. What
 * follows a plain one is for the caller to look at.
 */
export function lineScalarAt(passage: Passage, start: number, isInFlow: boolean): YamlScalar | undefined {
  const code = codeAt(passage, start);
  if (code === DOUBLE_QUOTE) return doubleQuotedAt(passage, start);
  if (code === SINGLE_QUOTE) return singleQuotedAt(passage, start);
  if (!startsPlain(code, codeAt(passage, start + 1))) return undefined;
  const end = isInFlow ? plainEndInFlow(passage, start) : plainEnd(passage, start);
  return scalarNode(passage.source, start, end, 'plain', passage.text.slice(start, end));
}

// With these a plain scalar begins nowhere (YAML 1.2.2, 7.3.3), or what it is depends on more than its line.
const NEVER_FIRST = new Set(Array.from('\t\n ,[]{}#&*!|>\'"%@`:', sign => sign.charCodeAt(0)).concat(BYTE_ORDER_MARK));
const QUESTION_MARK = 0x3f;

function startsPlain(code: number, next: number): boolean {
  if (code === DASH || code === QUESTION_MARK) return !isBlank(next) && !isFlowIndicator(next);
  return !NEVER_FIRST.has(code);
}

/** Where a plain scalar ends, with its last character that is no blank. */
function plainEnd(passage: Passage, start: number): number {
  const { text, end } = passage;
  let behind = start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > COLON) behind = at + 1;
    else if (code === LINE_FEED) break;
    else if (code === COLON) {
      if (isBlank(codeAt(passage, at + 1))) break;
      behind = at + 1;
    } else if (code === SPACE || code === TAB) {
      if (codeAt(passage, at + 1) === HASH) break;
    } else behind = at + 1;
  }
  return behind;
}

function plainEndInFlow(passage: Passage, start: number): number {
  const { text, end } = passage;
  let behind = start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || isFlowIndicator(code)) break;
    if (code === SPACE || code === TAB) {
      if (codeAt(passage, at + 1) === HASH) break;
      continue;
    }
    if (code === COLON) {
      const next = codeAt(passage, at + 1);
      if (isBlank(next) || isFlowIndicator(next)) break;
    }
    behind = at + 1;
  }
  return behind;
}

function singleQuotedAt({ source, text, end }: Passage, start: number): YamlScalar | undefined {
  let hasQuote = false;
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) return undefined;
    if (code !== SINGLE_QUOTE) continue;
    if (at + 1 < end && text.charCodeAt(at + 1) === SINGLE_QUOTE) {
      hasQuote = true;
      at += 1;
      continue;
    }
    const written = text.slice(start + 1, at);
    return scalarNode(source, start, at + 1, 'single', hasQuote ? written.replaceAll("''", "'") : written);
  }
  return undefined;
}

function doubleQuotedAt({ source, text, end }: Passage, start: number): YamlScalar | undefined {
  let decoded = '';
  let decodedTo = start + 1;
  for (let at = start + 1; at < end; ) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE) {
      return scalarNode(source, start, at + 1, 'double', decoded + text.slice(decodedTo, at));
    }
    if (code === LINE_FEED) return undefined;
    if (code !== BACKSLASH) {
      at += 1;
      continue;
    }
    const escape = text.charCodeAt(at + 1) === LINE_FEED ? undefined : escapeAt(text, at, end);
    if (escape === undefined) return undefined;
    decoded += text.slice(decodedTo, at) + escape.text;
    at = decodedTo = escape.end;
  }
  return undefined;
}
