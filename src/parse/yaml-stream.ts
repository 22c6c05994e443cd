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
