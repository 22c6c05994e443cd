import type { Files } from '../tree.ts';
import type { FuzzCase } from './fuzz-case.ts';
import type { FuzzFault } from './examination.ts';

/**
 * A case with as little left of its files as still shows a fault of the same kind: files, then lines, then characters are
 * taken out, as long as there are attempts left.
 */
export function shrunk(
  fuzzCase: FuzzCase,
  fault: FuzzFault,
  faultsOf: (fuzzCase: FuzzCase) => readonly FuzzFault[],
  attempts = 2000,
): FuzzCase {
  return { ...fuzzCase, files: new Shrinking(fuzzCase, fault, faultsOf, attempts).files };
}

class Shrinking {
  readonly #shows: (files: Files) => boolean;
  #attempts: number;
  files: Files;

  constructor(
    fuzzCase: FuzzCase,
    fault: FuzzFault,
    faultsOf: (fuzzCase: FuzzCase) => readonly FuzzFault[],
    attempts: number,
  ) {
    this.files = fuzzCase.files;
    this.#attempts = attempts;
    this.#shows = files => faultsOf({ ...fuzzCase, files }).some(other => kindOf(other) === kindOf(fault));
    this.#withoutFiles();
    for (const path of Object.keys(this.files)) {
      this.#withoutParts(path, '\n');
      this.#withoutParts(path, '');
    }
  }

  #withoutFiles(): void {
    for (const path of Object.keys(this.files)) {
      const { [path]: _, ...others } = this.files;
      if (Object.keys(others).length > 0) this.#tried(others);
    }
  }

  /** Takes out halves of what is left, then quarters, down to single parts. */
  #withoutParts(path: string, separator: string): void {
    const content = this.files[path];
    if (typeof content !== 'string') return;
    let parts = content.split(separator);
    for (let size = parts.length >> 1; size >= 1; size >>= 1) {
      for (let start = 0; start < parts.length; ) {
        const rest = parts.toSpliced(start, size);
        if (this.#tried({ ...this.files, [path]: rest.join(separator) })) parts = rest;
        else start += size;
      }
    }
  }

  #tried(files: Files): boolean {
    if (this.#attempts === 0) return false;
    this.#attempts -= 1;
    const isStill = this.#shows(files);
    if (isStill) this.files = files;
    return isStill;
  }
}

/** What faults of one cause have in common: what they say without numbers, and where it was thrown. */
export function kindOf({ check, what }: FuzzFault): string {
  const [first = '', ...stack] = what.split('\n');
  const place = stack.find(line => line.includes('/build/src/')) ?? '';
  return `${check}: ${first} ${place}`.replaceAll(/\d+/g, '0');
}
