const MASK = '***';
/** How Node asks an object for what it prints of it (`util.inspect.custom`). */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** A literal secret. However it is printed it shows asterisks, so that no message or report can carry it. */
export class Redacted {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /**
   * The secret itself, for comparing and measuring. Never put the answer, or a part of it, into anything that is
   * printed.
   */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [INSPECT](): string {
    return MASK;
  }
}
