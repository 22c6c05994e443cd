import { derElementAt, TAG } from './der.ts';
import type { DerElement } from './der.ts';

/** Reads elements of DER one after another, as golang.org/x/crypto/cryptobyte does: what is not asked for stays. */
export class DerCursor {
  readonly #source: Uint8Array;
  readonly #end: number;
  #at: number;

  constructor(source: Uint8Array, start = 0, end = source.length) {
    this.#source = source;
    this.#at = start;
    this.#end = end;
  }

  /** A cursor over the content of an element. */
  static within({ source, content, end }: DerElement): DerCursor {
    return new DerCursor(source, content, end);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  /** True when an element with the tag comes next; it may still be cut off. */
  isBefore(tag: number): boolean {
    return !this.isAtEnd && this.#source[this.#at] === tag;
  }

  /** The next element, whatever its tag. */
  next(): DerElement | undefined {
    const element = derElementAt(this.#source, this.#at, this.#end);
    if (element !== undefined) this.#at = element.end;
    return element;
  }

  /** The next element if it has the tag; the cursor stays where it has not. */
  read(tag: number): DerElement | undefined {
    return this.isBefore(tag) ? this.next() : undefined;
  }

  /** A cursor over the content of the next element if it has the tag. */
  enter(tag: number = TAG.sequence): DerCursor | undefined {
    const element = this.read(tag);
    return element && DerCursor.within(element);
  }
}
