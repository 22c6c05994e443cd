import type { SourceText } from '../text/source.ts';

/** Why Go passes over a block, or cannot see one where there should be one. */
export type PemFlaw = keyof typeof FLAW_REASONS;

/** Of each flaw a clause about the block: lower case, without a full stop. */
export const FLAW_REASONS = {
  'byte order mark': 'a byte order mark stands before it',
  comment: 'it stands in a comment',
  glued: 'it is glued to the block next to it',
  'text before': 'something stands before it on its line',
  indentation: 'it is indented',
  'carriage returns': 'its lines end with carriage returns alone',
  'escaped line breaks': String.raw`it has \n in place of line breaks`,
  'text behind BEGIN': 'something follows on its BEGIN line',
  'END within a line': 'its END does not start a line',
  'END of another': 'its END line does not repeat its label',
  'text behind END': 'something follows on its END line',
  'headers alone': 'nothing follows its headers',
  'foreign characters': 'characters that are no base64 stand in it',
  'unended BEGIN': 'the BEGIN line of the block does not end with five dashes',
  'no END': 'the block has no END line',
  'broken base64': 'the base64 of the block is broken',
} as const;

const BYTE_ORDER_MARK = '\uFEFF';
const DASHES = '-----';
const COMMENT = new Set(['#', '/', ';', '*']);

/** What is wrong with the BEGIN line that stands between two offsets. */
export function headingFlaw(source: SourceText, start: number, end: number): PemFlaw | undefined {
  const { text } = source;
  const isMarked = source === source.file && source.file.hasByteOrderMark;
  const before = text[start - 1] ?? (isMarked ? BYTE_ORDER_MARK : '\n');
  if (before === BYTE_ORDER_MARK) return 'byte order mark';
  const last = lastBeforeBlanks(text, start);
  if (last !== '\n') return flawOf(last, text, end);
  if (before !== '\n') return 'indentation';
  if (nextLineAfterBlanks(text, end) !== undefined) return undefined;
  return text[end] === '\r'
    ? 'carriage returns'
    : text.startsWith(String.raw`\n`, end)
      ? 'escaped line breaks'
      : 'text behind BEGIN';
}

/** @param last the character before a BEGIN that is neither blank nor a line break. */
function flawOf(last: string, text: string, end: number): PemFlaw {
  if (last === '-') return 'glued';
  if (last === '\r') return 'carriage returns';
  if (COMMENT.has(last)) return 'comment';
  return text.startsWith(String.raw`\n`, end) ? 'escaped line breaks' : 'text before';
}

/** What is wrong with the END line of a block. @param start of the line. @param name where its label begins. */
export function trailerFlaw(text: string, label: string, start: number, name: number): PemFlaw | undefined {
  const close = `${label}${DASHES}`;
  if (text[start - 1] !== '\n') return 'END within a line';
  if (!text.startsWith(close, name)) return 'END of another';
  const end = name + close.length;
  if (nextLineAfterBlanks(text, end) !== undefined) return undefined;
  return text.startsWith(`${DASHES}BEGIN `, end) ? 'glued' : 'text behind END';
}

/** Where the next line begins if nothing but blanks comes before it; `undefined` otherwise. */
export function nextLineAfterBlanks(text: string, start: number): number | undefined {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  if (at >= text.length) return at;
  if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
  return text[at] === '\n' ? at + 1 : undefined;
}

/**
 * The last character before a place that is neither blank nor a byte order mark; a newline at the start of the text.
 */
export function lastBeforeBlanks(text: string, start: number): string {
  let at = start - 1;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === BYTE_ORDER_MARK) at -= 1;
  return text[at] ?? '\n';
}
