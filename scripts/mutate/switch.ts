// What the switches of mutated code ask. At most one mutant is active in a process; which of them a test reaches is
// counted only where somebody asked for it.

/** How often each mutant's place was reached, by its number; not counted while `undefined`. */
export let counts: Uint32Array | undefined;

let active = -1;
let hits = 0;
let limit = Infinity;

/** What ends a loop that a mutant made endless. */
export class EndlessLoop extends Error {}

/** Makes one mutant active, and ends it after so many hits; -1 makes none active. */
export function activate(mutant: number, hitLimit: number): void {
  active = mutant;
  hits = 0;
  limit = hitLimit;
}

/** Counts from now on into these numbers, or no longer. */
export function countInto(numbers: Uint32Array | undefined): void {
  counts = numbers;
}

/** Whether the code of this mutant is to run in place of the original. */
export function isActive(mutant: number): boolean {
  if (mutant !== active) return false;
  hits += 1;
  if (hits > limit) throw new EndlessLoop(`reached ${hits} times`);
  return true;
}

/** Counts that the places of these mutants were reached. */
export function reached(...mutants: readonly number[]): void {
  if (counts === undefined) return;
  for (const mutant of mutants) counts[mutant] = (counts[mutant] ?? 0) + 1;
}
