/** A document of a YAML stream, before it is parsed: offsets in the text of the stream. */
export interface YamlPiece {
  /** Comments and directives before a document belong to it. */
  readonly start: number;
  readonly end: number;
  /** 0 for the first document of the stream. */
  readonly index: number;
}

// A line ends with `\n` and with nothing else, as for npm `yaml`; `^` knows more line ends.
const MARKER = /(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g;
const COMMENT_OR_DIRECTIVE = /[ \t]*(?:#[^\n]*|\r)?(?:\n|$)|%[^\n]*(?:\n|$)/y;

/**
 * Cuts a stream at its `---` and `...` lines, so that each document can be looked at, and left alone, by itself. Sound
 * for every stream without errors: at the start of a line neither a quoted nor a block scalar can hold a marker, and
 * anchors and directives end with their document (YAML 1.2.2, 9.1 and 9.2). Comments that no document follows are in
 * none.
 */
export function* piecesOf(text: string): Generator<YamlPiece> {
  let start = 0;
  let index = 0;
  for (const { index: at, 0: marker } of text.matchAll(MARKER)) {
    const isEnd = marker === '...';
    const end = isEnd ? lineEnd(text, at) : at;
    if (holdsDocument(text, start, at)) yield { start, end, index: index++ };
    else if (!isEnd) continue;
    start = end;
  }
  if (holdsDocument(text, start, text.length)) yield { start, end: text.length, index };
}

/** The offset behind the line break that ends the line of an offset. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** True when there is more than comments and directives from `start` to before `end`. */
function holdsDocument(text: string, start: number, end: number): boolean {
  COMMENT_OR_DIRECTIVE.lastIndex = start;
  while (COMMENT_OR_DIRECTIVE.lastIndex < end) if (!COMMENT_OR_DIRECTIVE.test(text)) return true;
  return false;
}

const ENTRY_START = /^[\w."'/-][^\s:]*[ \t]*:(?=[ \t\r\n]|$)/;
const AT_MARGIN = /(?<![^\n])[^\s#][^\n]*/g;
const ANCHOR_OR_ALIAS = /[\s,:[{-][&*][\w-]/;
const MARKER_LINE = /^---[ \t]*(?:#.*)?\r?$/;

/**
 * Cuts a document at the entries of its root, where that is a block mapping with simple keys, so that entries can be
 * left alone. `undefined` where that is not plain to see, or where anchors could tie one entry to another.
 */
export function rootEntriesOf(text: string, piece: YamlPiece): readonly YamlPiece[] | undefined {
  const document = text.slice(piece.start, piece.end);
  if (ANCHOR_OR_ALIAS.test(document)) return undefined;
  const starts: number[] = [];
  for (const { index, 0: line } of document.matchAll(AT_MARGIN)) {
    if (ENTRY_START.test(line)) starts.push(piece.start + index);
    else if (starts.length > 0 || !MARKER_LINE.test(line)) return undefined;
  }
  // Without any, the root may be indented.
  if (starts.length === 0) return undefined;
  return starts.map((start, place) => ({ start, end: starts[place + 1] ?? piece.end, index: piece.index }));
}

const ALIAS = /[\s,:[{-]\*[\w-]/;
// A list may stand at the margin below its key.
const NEXT_ENTRY = /\n(?=[^\s#-])/g;

/**
 * The entry of a key that stands at the margin once and plainly, with nothing from elsewhere in it; `undefined` where that
 * is not so, which says nothing of whether there is one.
 */
export function rootEntryAt(text: string, piece: YamlPiece, key: string): YamlPiece | undefined {
  const entry = `\n${key}:`;
  const found = text.indexOf(entry, piece.start - 1);
  if (found === -1 || found >= piece.end || text.includes(entry, found + 1)) return undefined;
  NEXT_ENTRY.lastIndex = found + 1;
  const end = Math.min((NEXT_ENTRY.exec(text)?.index ?? text.length) + 1, piece.end);
  return ALIAS.test(text.slice(found, end)) ? undefined : { start: found + 1, end, index: piece.index };
}
