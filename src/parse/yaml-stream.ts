/** A document of a YAML stream, before it is parsed: offsets in the text of the stream. */
export interface YamlPiece {
  readonly start: number;
  readonly end: number;
  /** 0 for the first document of the stream. Comments before the first `---` are no document. */
  readonly index: number;
}

const MARKER = /^---(?=[ \t\r\n]|$)/gm;
const COMMENT_OR_DIRECTIVE = /[ \t]*(?:#[^\n]*|\r)?(?:\n|$)|%[^\n]*(?:\n|$)/y;

/**
 * Cuts a stream at its `---` lines, so that each document can be looked at, and left alone, by itself. Sound for every stream
 * without errors: at the start of a line neither a quoted nor a block scalar can hold the marker, and anchors end with
 * their document (YAML 1.2.2, 9.1 and 9.2).
 */
export function* piecesOf(text: string): Generator<YamlPiece> {
  let start = 0;
  let index = 0;
  for (const { index: marker } of text.matchAll(MARKER)) {
    if (marker > start && !isPrologue(text.slice(start, marker))) yield { start, end: marker, index: index++ };
    start = marker;
  }
  if (start < text.length) yield { start, end: text.length, index };
}

/** True when the text before a marker has nothing but comments and directives, and so is no document. */
function isPrologue(text: string): boolean {
  COMMENT_OR_DIRECTIVE.lastIndex = 0;
  while (COMMENT_OR_DIRECTIVE.lastIndex < text.length) if (!COMMENT_OR_DIRECTIVE.test(text)) return false;
  return true;
}

const ENTRY_START = /^[\w."'/-][^\s:]*[ \t]*:(?=[ \t\r\n]|$)/;
const AT_MARGIN = /^[^\s#].*/gm;
const ANCHOR_OR_ALIAS = /[\s,:[{-][&*][\w-]/;
const MARKER_LINE = /^---[ \t]*(?:#.*)?\r?$/;

/**
 * Cuts a document at the entries of its root, where that is a block mapping with simple keys, so that entries can be left alone.
 * `undefined` where that is not plain to see, or where anchors could tie one entry to another.
 */
export function rootEntriesOf(text: string, piece: YamlPiece): readonly YamlPiece[] | undefined {
  const document = text.slice(piece.start, piece.end);
  if (ANCHOR_OR_ALIAS.test(document)) return undefined;
  const starts: number[] = [];
  for (const { index, 0: line } of document.matchAll(AT_MARGIN)) {
    if (ENTRY_START.test(line)) starts.push(piece.start + index);
    else if (starts.length > 0 || !MARKER_LINE.test(line)) return undefined;
  }
  return starts.map((start, place) => ({ start, end: starts[place + 1] ?? piece.end, index: piece.index }));
}
