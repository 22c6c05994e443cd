import { isDerived, type SourceText, type Span } from '../text/source.ts';
import type { YamlMap, YamlPair, YamlScalar } from './yaml-node.ts';

/** How a mapping writes its entries, in characters of the committed file: for others that are put beside them. */
export interface EntryForm {
  /** True for one in braces. */
  readonly isFlow: boolean;
  /** What stands between two: a comma, or a line break with all that leads to the next entry. */
  readonly separator: string;
  /** What a name stands in: nothing, a quote, or `\"` where it is within quotes itself. */
  readonly quote: string;
}

/** The form of the entries of a mapping, after its first; `undefined` where none can be written into the file. */
export function entryFormOf(map: YamlMap): EntryForm | undefined {
  const [first] = map.pairs;
  return first === undefined ? undefined : formAt(map, first.key);
}

/** The form of an entry of a mapping, for others that take its place. @param key its key. */
export function formAt(map: YamlMap, key: YamlScalar): EntryForm | undefined {
  const isFlow = isInBraces(map);
  const separator = isFlow ? ', ' : lineBreakBefore(key);
  const quote = quoteOf(key);
  if (!isOwn(map, key) || separator === undefined || quote === undefined) return undefined;
  return { isFlow, separator, quote };
}

/** True for a mapping in braces. */
export function isInBraces({ source, start }: YamlMap): boolean {
  return source.text[start] === '{';
}

/**
 * Where an entry of a mapping stands with its value; `undefined` where that is somewhere else than the mapping, and where
 * it cannot be edited.
 */
export function spanOfEntry(map: YamlMap, { key, value }: YamlPair): Span | undefined {
  if (value === undefined || !isOwn(map, key)) return undefined;
  // That of an alias stands elsewhere.
  if (value.source !== key.source || value.start < key.end || value.end > map.end) return undefined;
  return exactly(key.source.span(key.start, value.end));
}

/** Where the name of a key stands, without its quotes; `undefined` where it cannot be edited. */
export function spanOfName({ source, style, start, end }: YamlScalar): Span | undefined {
  return exactly(style === 'plain' ? source.span(start, end) : source.span(start + 1, end - 1));
}

/** What a key or a text begins and ends with. */
export function quoteOf(scalar: YamlScalar): string | undefined {
  const { source, style, start } = scalar;
  if (style === 'plain') return '';
  const span = exactly(source.span(start, start + 1));
  return span?.file.text.slice(span.start, span.end);
}

/** A key that is an alias is the one that the anchor marks, wherever that is. */
function isOwn(map: YamlMap, { source, start, end }: YamlScalar): boolean {
  return source === map.source && start >= map.start && end <= map.end;
}

function exactly(span: Span): Span | undefined {
  return span.exact ? span : undefined;
}

// A line break as it is, with the indentation of what carries the text, or one that is escaped.
const AS_IT_IS = /^\r?\n *$/;
const ESCAPED = /^(?:\\+r)?\\+n$/;

/** A line break and what a key is indented by, as the file writes them; `undefined` where the key does not begin a line. */
function lineBreakBefore(key: YamlScalar): string | undefined {
  const { source, start } = key;
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const indentation = writtenText(source, lineStart, start);
  if (!/^[ -]*$/.test(before) || indentation !== before) return undefined;
  const lineBreak = writtenLineBreak(source, lineStart === 0 ? text.search(/\n[^\r\n]/) : lineStart - 1);
  return lineBreak === undefined ? undefined : lineBreak + ' '.repeat(before.length);
}

/** A line break with all that leads to the character behind it. */
function writtenLineBreak(source: SourceText, at: number): string | undefined {
  if (at < 0) return undefined;
  const { text } = source;
  const written = writtenText(source, text[at - 1] === '\r' ? at - 1 : at, at + 1);
  if (written === undefined) return undefined;
  if (AS_IT_IS.test(written)) return foldsLines(source) ? undefined : written;
  return ESCAPED.test(written) ? written : undefined;
}

/** What the file has from a character up to another; `undefined` where that is no text of the file. */
function writtenText(source: SourceText, start: number, end: number): string | undefined {
  const { file, exact, start: from } = source.span(start, end);
  const to = source.span(end, end).start;
  // Decoding takes the CR of a line break off.
  const hasReturn = file.text[from] === '\n' && file.text[from - 1] === '\r';
  return exact ? file.text.slice(hasReturn ? from - 1 : from, to) : undefined;
}

function foldsLines(source: SourceText): boolean {
  for (let text = source; isDerived(text); text = text.outer) if (text.foldsLines) return true;
  return false;
}
