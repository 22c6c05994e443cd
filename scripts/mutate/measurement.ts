/** A test without a mutant. */
export interface MeasuredTest {
  readonly name: string;
  readonly isPassing: boolean;
  /** Of the processor. */
  readonly milliseconds: number;
  /** The mutants whose places it reaches, packed. */
  readonly reached: string;
}

/** The tests of a file, and the mutants whose places are reached while it is loaded, packed. */
export interface MeasuredFile {
  readonly file: string;
  readonly whileLoading: string;
  /** Of the processor, that loading it takes. */
  readonly loading: number;
  readonly tests: readonly MeasuredTest[];
  /** How often one of its tests reaches the place of a mutant at most, where that is often. */
  readonly hits: readonly (readonly [mutant: number, times: number])[];
}

/** The mutants that have a count, a bit for each, in base64. */
export function packed(counts: Uint32Array): string {
  const bits = new Uint8Array(Math.ceil(counts.length / 8));
  counts.forEach((count, mutant) => {
    if (count > 0) bits[mutant >> 3] = (bits[mutant >> 3] ?? 0) | (1 << (mutant & 7));
  });
  return Buffer.from(bits).toString('base64');
}

/** Says of mutants whether they are among packed ones. */
export function unpacked(text: string): (mutant: number) => boolean {
  const bits = Buffer.from(text, 'base64');
  return mutant => ((bits[mutant >> 3] ?? 0) & (1 << (mutant & 7))) !== 0;
}
