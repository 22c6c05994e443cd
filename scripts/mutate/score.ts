import { groupedBy } from '../../src/text/grouped.ts';
import type { Fate } from './fates.ts';

// 95 of 100 such samples hold the score of all mutants between these.
const Z = 1.96;

/** Whether some test notices the mutant. One that never ends, or ends the process, does not pass. */
export function isNoticed({ end }: Fate): boolean {
  return end === 'noticed' || end === 'endless' || end === 'crashed';
}

/** How many mutants are noticed, in all and by room, with what that says of all mutants (Wilson's interval). */
export function scoreText(fates: readonly Fate[]): string {
  const rooms = groupedBy(fates, ({ mutant }) => mutant.path.split('/')[1] ?? '');
  return [...[...rooms].sort(([a], [b]) => (a < b ? -1 : 1)), ['all', fates] as const]
    .map(([room, of]) => `${room.padEnd(8)}${lineOf(of)}\n`)
    .join('');
}

function lineOf(fates: readonly Fate[]): string {
  const noticed = fates.filter(isNoticed).length;
  const count = fates.length;
  const share = noticed / count;
  const middle = (share + Z ** 2 / (2 * count)) / (1 + Z ** 2 / count);
  const reach = (Z / (1 + Z ** 2 / count)) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const unreached = fates.filter(({ end }) => end === 'unreached').length;
  const between = `${percent(Math.max(0, middle - reach))} to ${percent(Math.min(1, middle + reach))} %`;
  return `${percent(share)} % (${between}): ${noticed} of ${count} noticed, ${unreached} reached by no test`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** The mutants that no test notices, by file and line. */
export function survivorsText(fates: readonly Fate[]): string {
  const survivors = fates.filter(fate => !isNoticed(fate));
  const files = groupedBy(
    survivors.toSorted((a, b) => a.mutant.line - b.mutant.line || a.mutant.id - b.mutant.id),
    ({ mutant }) => mutant.path,
  );
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, of]) => `\n${path}\n${of.map(survivorLine).join('')}`)
    .join('');
}

function survivorLine({ mutant, end, by }: Fate): string {
  const { line, column, operator, original, replacement } = mutant;
  const why = end === 'unreached' ? 'no test reaches it' : by;
  return `  ${line}:${column}  ${shortened(original)}  →  ${shortened(replacement)}  (${operator}, ${why})\n`;
}

const LONGEST = 120;

function shortened(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}
