/** Where a character is written: half-open, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text, and where in it each character of the text that it was made of is written. */
export interface WrappedText {
  readonly text: string;
  readonly places: readonly Range[];
}

/** A text that is made of nothing else yet. */
export function bare(text: string): WrappedText {
  return { text, places: Array.from({ length: text.length }, (_, at) => ({ start: at, end: at + 1 })) };
}

/** The text that `outer` makes of the text of `inner`, with the places of what `inner` was made of. */
export function wrapped(inner: WrappedText, outer: WrappedText): WrappedText {
  return { text: outer.text, places: inner.places.map(place => rangeIn(outer, place)) };
}

/** Where a range of what the text was made of is written; ranges without a character are where the next one begins. */
export function rangeIn({ text, places }: WrappedText, { start, end }: Range): Range {
  const from = places[start]?.start ?? places.at(-1)?.end ?? text.length;
  return { start: from, end: end > start ? (places[end - 1]?.end ?? from) : from };
}

/** Writes a text from left to right, of which some characters stand for those of another. */
export class Writer {
  readonly #pieces: string[] = [];
  readonly #places: Range[] = [];
  #length = 0;

  /** Adds what stands for no character. */
  add(text: string): this {
    this.#pieces.push(text);
    this.#length += text.length;
    return this;
  }

  /** Adds what stands for the next `count` characters, each of which it stands for as a whole. */
  write(text: string, count = 1): this {
    const place = { start: this.#length, end: this.#length + text.length };
    for (let at = 0; at < count; at += 1) this.#places.push(place);
    return this.add(text);
  }

  /** Adds the next characters as they stand. */
  copy(text: string): this {
    for (let at = 0; at < text.length; at += 1) {
      this.#places.push({ start: this.#length + at, end: this.#length + at + 1 });
    }
    return this.add(text);
  }

  done(): WrappedText {
    return { text: this.#pieces.join(''), places: this.#places };
  }
}
