import { createHash } from 'node:crypto';
import type { Mutant } from './mutants.ts';

/**
 * As many mutants as asked for, by chance: the same for the same seed, and a change to one file leaves those of the others
 * as they are.
 */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: string): readonly Mutant[] {
  const drawn = mutants.map(mutant => {
    const { path, line, column, operator, original, replacement } = mutant;
    const what = JSON.stringify([seed, path, line, column, operator, original, replacement]);
    return { mutant, lot: createHash('sha256').update(what).digest('hex') };
  });
  return drawn
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
