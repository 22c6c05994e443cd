/** A committed file as text. Offsets into it are UTF-16 units; a byte order mark is not part of `text`. */
export class SourceFile implements SourceText {
  readonly file: SourceFile = this;
  readonly path: string;
  readonly text: string;
  /** True when a byte order mark stands before the text. */
  readonly hasByteOrderMark: boolean;

  /** @param path relative to the root of the tree, with `/`. @param text the decoded content. */
  constructor(path: string, text: string, hasByteOrderMark = false) {
    this.path = path;
    this.text = text;
    this.hasByteOrderMark = hasByteOrderMark;
  }

  span(start: number, end: number): Span {
    return { file: this, start, end, exact: true };
  }
}

/** Text to parse: a committed file, or something decoded out of one. Its spans always point into the committed file. */
export interface SourceText {
  readonly file: SourceFile;
  readonly text: string;
  /** The place in the committed file of the characters from `start` to before `end`. */
  span(start: number, end: number): Span;
}

/**
 * Half-open, in UTF-16 offsets of the committed file. Where `exact` is false, decoding stands between, and nothing may
 * be edited.
 */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}
