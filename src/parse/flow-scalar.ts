import { DecodedTextBuilder, type DecodedText, type Encoder } from '../text/decoded.ts';
import type { SourceText } from '../text/source.ts';
import { addFoldedLineBreaks } from './line-breaks.ts';

/** An escape of a double-quoted scalar, decoded. */
interface Escape {
  readonly text: string;
  /** The offset after the last character that belongs to it. */
  readonly end: number;
}

/**
 * Decodes the plain or quoted scalar that is written, with its quotes, from `start` to before `end` (YAML 1.2.2, 7.3;
 * where that is open, as `compose/resolve-flow-scalar` of npm `yaml` 2.9 does). What is no escape is taken as it
 * stands.
 */
export function decodedFlowScalar(
  source: SourceText,
  style: 'plain' | 'single' | 'double',
  start: number,
  end: number,
): DecodedText {
  const { text } = source;
  const isQuoted = style !== 'plain';
  const first = isQuoted ? start + 1 : start;
  const last = isQuoted ? end - 1 : end;
  const decoded = new DecodedTextBuilder(source, first);
  let decodedTo = first;
  for (let at = first; at < last; ) {
    const escape = style === 'plain' ? undefined : style === 'single' ? quoteAt(text, at) : escapeAt(text, at, last);
    if (escape !== undefined) {
      decoded.copy(decodedTo, at).replace(at, escape.end, escape.text);
      at = decodedTo = escape.end;
    } else if (text[at] === '\n') {
      decoded.copy(decodedTo, textEnd(text, at));
      decodedTo = nextText(text, at, last);
      addFoldedLineBreaks(decoded, text, at, decodedTo);
      at = decodedTo;
    } else {
      at += 1;
    }
  }
  return decoded.copy(decodedTo, last).build(ENCODERS[style]);
}

const WORDS = /^[\w./-]*$/;
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

const ENCODERS: Readonly<Record<'plain' | 'single' | 'double', Encoder>> = {
  // What else may stand there depends on what is around it.
  plain: text => (WORDS.test(text) ? text : undefined),
  single: text => (PRINTABLE.test(text) ? text.replaceAll("'", "''") : undefined),
  double: text => {
    const escaped = text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
    return PRINTABLE.test(escaped) ? escaped : undefined;
  },
};

/**
 * Where the text of a line ends whose `\n` is at `lineBreak`; before the end of an escape where that is an escaped
 * blank.
 */
function textEnd(text: string, lineBreak: number): number {
  let end = text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
  while (isBlank(text[end - 1])) end -= 1;
  return end;
}

/** Where text goes on after blanks and line breaks; a `\r` alone is text. */
function nextText(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isBlank(text[at]) || text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n'))) at += 1;
  return at;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function quoteAt(text: string, at: number): Escape | undefined {
  return text[at] === "'" && text[at + 1] === "'" ? { text: "'", end: at + 2 } : undefined;
}

/** Escapes of one character, by what follows the backslash (YAML 1.2.2, 5.7). */
const characterOf: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1B'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xA0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** How many hexadecimal digits follow in an escape that gives a code point. */
const digitsOf: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The escape whose backslash is at an offset; `undefined` where there is none that YAML knows. */
export function escapeAt(text: string, at: number, last: number): Escape | undefined {
  if (text[at] !== '\\') return undefined;
  const kind = text.charAt(at + 1);
  const character = characterOf.get(kind);
  if (character !== undefined) return { text: character, end: at + 2 };
  const digits = digitsOf.get(kind);
  if (digits !== undefined) return codePointAt(text, at + 2, digits);
  const lineBreak = kind === '\r' ? at + 2 : at + 1;
  return text[lineBreak] === '\n' ? { text: '', end: lineStart(text, lineBreak + 1, last) } : undefined;
}

function codePointAt(text: string, start: number, digits: number): Escape | undefined {
  const written = text.slice(start, start + digits);
  if (!/^[\da-f]+$/i.test(written)) return undefined;
  const codePoint = Number.parseInt(written, 16);
  return codePoint <= 0x10ffff ? { text: String.fromCodePoint(codePoint), end: start + digits } : undefined;
}

/** Where the text of a line begins after its indentation. */
function lineStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text[at])) at += 1;
  return at;
}
