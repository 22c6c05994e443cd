import { basename } from 'node:path';
import { groupedBy } from '../../src/text/grouped.ts';
import type { Fate } from './fates.ts';
import type { Mutant } from './mutants.ts';
import { unpacked, type MeasuredFile } from './measurement.ts';

/** A test that may notice a mutant. */
export interface Candidate {
  readonly file: string;
  /** Its place among those of the file. */
  readonly index: number;
  readonly name: string;
}

/** Which tests are asked for a mutant, those first that are likely to notice it soon. */
export interface Candidates {
  /** That reach its place once all is loaded. */
  readonly later: readonly Candidate[];
  /** Whose files reach its place while they are loaded. */
  readonly whileLoading: readonly Candidate[];
  /** That may use what it makes when the engine is loaded. */
  readonly fromStart: readonly Candidate[];
  /** Of an endless loop: how often its place is reached before it is one. */
  readonly hitLimit: number;
}

interface TestOfFile extends Candidate {
  readonly milliseconds: number;
  /** With the loading of its file. */
  readonly millisecondsAtFirst: number;
  readonly reaches: (mutant: number) => boolean;
  readonly isAtLoading: (mutant: number) => boolean;
}

const MOST_HITS_MORE = 100;
const FEWEST_HITS = 100_000;
const NEAR = 8;
const NAMED = 30;

/**
 * Gives each mutant its tests. A test that fails without a mutant is none.
 *
 * @param fates those of other mutants, which may grow.
 */
export function candidatesFor(
  atStart: MeasuredFile,
  files: readonly MeasuredFile[],
  mutants: readonly Mutant[],
  fates: readonly Fate[],
): (mutant: Mutant) => Candidates {
  const tests = files.flatMap(({ file, whileLoading, loading, tests: measured }) => {
    const isAtLoading = unpacked(whileLoading);
    return measured
      .map((test, index) => ({ ...test, index }))
      .filter(({ isPassing }) => isPassing)
      .map(
        ({ index, name, milliseconds, reached }): TestOfFile => ({
          file,
          index,
          name,
          milliseconds,
          millisecondsAtFirst: loading + milliseconds,
          reaches: unpacked(reached),
          isAtLoading,
        }),
      );
  });
  const isAtStart = unpacked(atStart.whileLoading);
  const most = new Map<number, number>();
  for (const [id, times] of files.flatMap(({ hits }) => hits)) most.set(id, Math.max(times, most.get(id) ?? 0));
  const ofSource = groupedBy(mutants, ({ path }) => path);
  return mutant => {
    const { id, path } = mutant;
    const noticed = fates.filter(fate => fate.mutant.path === path && fate.testFile !== undefined);
    const urgency = urgencyFor(path, new Set(noticed.map(({ testFile = '', by }) => keyOf(testFile, by))));
    const later = tests
      .filter(({ reaches }) => reaches(id))
      .sort((a, b) => a.milliseconds / urgency(a) - b.milliseconds / urgency(b));
    // What is worked out when the engine is loaded may matter to whatever uses that file.
    const neighbours = (ofSource.get(path) ?? []).filter(neighbour => !isAtStart(neighbour.id));
    const uses = ({ reaches, isAtLoading }: TestOfFile): boolean =>
      neighbours.length === 0 || neighbours.some(near => reaches(near.id) || isAtLoading(near.id));
    const byLoading = (a: TestOfFile, b: TestOfFile): number =>
      a.millisecondsAtFirst / urgency(a) - b.millisecondsAtFirst / urgency(b);
    const fromStart = isAtStart(id) ? tests.filter(uses).sort(byLoading) : [];
    const whileLoading = isAtStart(id) ? [] : tests.filter(({ isAtLoading }) => isAtLoading(id)).sort(byLoading);
    return { later, whileLoading, fromStart, hitLimit: Math.max((most.get(id) ?? 0) * MOST_HITS_MORE, FEWEST_HITS) };
  };
}

// Cheap tests are asked first, and sooner those of the same room, those that are named for the file or the rule, and
// those that have noticed its neighbours.
function urgencyFor(path: string, noticed: ReadonlySet<string>): (test: TestOfFile) => number {
  const name = basename(path, '.ts');
  const room = path.split('/')[1] ?? '';
  return ({ file, name: testName }) => {
    const isNamed = basename(file, '.test.js') === name || (room === 'rules' && testName.includes(name));
    const isNear = file.startsWith(`${room}/`);
    return (isNear ? NEAR : 1) * (isNamed ? NAMED : 1) * (noticed.has(keyOf(file, testName)) ? NAMED : 1);
  };
}

function keyOf(file: string, name: string): string {
  return `${file}: ${name}`;
}
