import type { DerivedText, SourceFile, SourceText, Span, TextEdit } from './source.ts';

/**
 * A run of decoded characters and the source characters they stand for. Where both lengths agree the run is one to one;
 * else every character of it stands for the whole of the source run (an escape, an encoded byte).
 */
interface Run {
  readonly start: number;
  readonly length: number;
  readonly outerStart: number;
  readonly outerLength: number;
}

/**
 * What has to be written into a source for a text to be decoded out of it; `undefined` where nothing that is written there
 * gives that text.
 */
export type Encoder = (text: string) => string | undefined;

const ENCODES_NOTHING: Encoder = () => undefined;

/**
 * Decoded text that knows, for each of its characters, where it was written. It is itself a source, so that maps
 * compose.
 */
export class DecodedText implements DerivedText {
  readonly file: SourceFile;
  readonly text: string;
  readonly outer: SourceText;
  readonly #runs: readonly Run[];
  readonly #home: number;
  readonly #encoder: Encoder;

  /** Made by {@link DecodedTextBuilder}. `home` is the place in `outer` that stands for text without any character. */
  constructor(outer: SourceText, text: string, runs: readonly Run[], home: number, encoder: Encoder) {
    this.file = outer.file;
    this.text = text;
    this.outer = outer;
    this.#runs = runs;
    this.#home = home;
    this.#encoder = encoder;
  }

  span(start: number, end: number): Span {
    const outer = this.outerRange(start, end);
    const span = this.outer.span(outer.start, outer.end);
    const isExact = !this.#isInsideReplacement(start) && !this.#isInsideReplacement(end);
    return isExact ? span : { ...span, exact: false };
  }

  edit(start: number, end: number, text: string): TextEdit | undefined {
    const encoded = this.#encoder(text);
    if (encoded === undefined || this.#isInsideReplacement(start) || this.#isInsideReplacement(end)) return undefined;
    const range = this.outerRange(start, end);
    // Right behind what it follows: what comes next may begin with something that stands for no character.
    if (start === end && start > 0)
      return this.outer.edit(this.#outerEnd(start - 1), this.#outerEnd(start - 1), encoded);
    return this.outer.edit(range.start, range.end, encoded);
  }

  outerRange(start: number, end: number): { readonly start: number; readonly end: number } {
    const from = this.outerStart(start);
    return { start: from, end: end > start ? this.#outerEnd(end - 1) : from };
  }

  /**
   * The offset in the outer text at which the character at `offset` begins; past the last character, where the text
   * ends.
   */
  outerStart(offset: number): number {
    if (offset >= this.text.length) return this.text.length === 0 ? this.#home : this.#outerEnd(this.text.length - 1);
    const run = this.#runAt(offset);
    return run.length === run.outerLength ? run.outerStart + (offset - run.start) : run.outerStart;
  }

  /**
   * True when `offset` parts characters that stand for the same source, so that a span from or to there takes in more.
   */
  #isInsideReplacement(offset: number): boolean {
    if (offset <= 0 || offset >= this.text.length) return false;
    const run = this.#runAt(offset);
    return offset > run.start && run.length !== run.outerLength;
  }

  #outerEnd(offset: number): number {
    const run = this.#runAt(offset);
    return run.length === run.outerLength
      ? run.outerStart + (offset - run.start) + 1
      : run.outerStart + run.outerLength;
  }

  #runAt(offset: number): Run {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const run = this.#runs[middle];
      if (run !== undefined && run.start <= offset) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    if (run === undefined) throw new Error('decoded text without a run has no character to look up');
    return run;
  }
}

/** Builds a {@link DecodedText} from left to right. Source offsets must not go backwards. */
export class DecodedTextBuilder {
  readonly #outer: SourceText;
  readonly #home: number;
  readonly #runs: Run[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #copyStart = 0;
  #copyEnd = 0;

  /** @param home the offset in `outer` that stands for the text as long as it has no character. */
  constructor(outer: SourceText, home: number) {
    this.#outer = outer;
    this.#home = home;
  }

  /** How many characters there are so far. */
  get length(): number {
    return this.#length + this.#copyEnd - this.#copyStart;
  }

  /** Takes the source characters from `start` to before `end` as they stand. */
  copy(start: number, end: number): this {
    if (end <= start) return this;
    if (start !== this.#copyEnd) {
      this.#addCopied();
      this.#copyStart = start;
    }
    this.#copyEnd = end;
    return this;
  }

  /**
   * Puts `text` in the place of the source characters from `start` to before `end`. Where it is as long as they are,
   * each of its characters stands for one of theirs; else each stands for all of them.
   */
  replace(start: number, end: number, text: string): this {
    if (text.length === 0) return this;
    this.#addCopied();
    return this.#add(start, end, text);
  }

  /** @param encoder the way back, for edits; without one there are none. */
  build(encoder: Encoder = ENCODES_NOTHING): DecodedText {
    this.#addCopied();
    return new DecodedText(this.#outer, this.#pieces.join(''), this.#runs, this.#home, encoder);
  }

  /** Copies that continue each other are held back, so that they become a single run. */
  #addCopied(): void {
    const start = this.#copyStart;
    const end = this.#copyEnd;
    this.#copyStart = end;
    if (end > start) this.#add(start, end, this.#outer.text.slice(start, end));
  }

  #add(start: number, end: number, text: string): this {
    this.#runs.push({ start: this.#length, length: text.length, outerStart: start, outerLength: end - start });
    this.#pieces.push(text);
    this.#length += text.length;
    return this;
  }
}
