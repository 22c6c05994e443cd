// A process that asks tests for one mutant after another: `node judge.js PROJECT SECONDS`. Each message it is sent is
// a `Question`, and it answers with an `Answer`.
import type { Candidate } from './candidates.ts';
import type { CollectedTest, TestBody } from './jest-globals.ts';
import { activate } from './switch.ts';
import { loadEngine, loadedTests, passes } from './tests.ts';
import { watched } from './watch.ts';

/** Whether one of these tests notices a mutant. */
export interface Question {
  readonly mutant: number;
  readonly hitLimit: number;
  readonly tests: readonly Candidate[];
  /**
   * When the mutant is there first: once all is loaded; while the files of the tests are loaded, anew; or before
   * anything is, which only the first question of a process can ask.
   */
  readonly from: 'later' | 'loading' | 'start';
}

/** What became of a mutant, and by which test. `stained` is a process in which a test fails without a mutant too. */
export type Answer =
  | { readonly fate: 'noticed'; readonly by: Candidate }
  | { readonly fate: 'survived'; readonly asked: number; readonly of: number }
  | { readonly fate: 'stained'; readonly by: Candidate };

// Far more than any test takes without a mutant.
const LONGEST = 20;

const [project = '', seconds = ''] = process.argv.slice(2);
const budget = Number(seconds) * 1_000_000;
const beat = watched(LONGEST);
let turn = 0;

/** Gives the tests of a file, which is loaded once for all who ask for the same turn. */
const loaded = new Map<string, readonly CollectedTest[]>();
async function testsOf(file: string, ofTurn: number): Promise<readonly CollectedTest[]> {
  const key = `${file} ${ofTurn}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const tests = await loadedTests(project, file, ofTurn);
  loaded.set(key, tests);
  return tests;
}

async function answerTo({ mutant, hitLimit, tests, from }: Question): Promise<Answer> {
  if (from !== 'start') {
    activate(-1, Infinity);
    await loadEngine(project);
  }
  if (from === 'loading') turn += 1;
  const ofTurn = from === 'loading' ? turn : 0;
  const limit = from === 'later' ? budget : 2 * budget;
  const start = spentNow();
  let loading = 0;
  for (const [asked, by] of tests.entries()) {
    if (spentNow() - start - loading > limit) return { fate: 'survived', asked, of: tests.length };
    const before = spentNow();
    beat();
    activate(from === 'later' ? -1 : mutant, hitLimit);
    let body: TestBody | undefined;
    try {
      body = (await testsOf(by.file, ofTurn))[by.index]?.body;
    } catch {
      return { fate: 'noticed', by };
    }
    if (from === 'later') loading += spentNow() - before;
    // A mutant that leaves a test out has not failed it. One that changes its name has not changed its place.
    if (body === undefined) continue;
    activate(mutant, hitLimit);
    const isPassing = await passes(body);
    activate(-1, Infinity);
    if (isPassing) continue;
    return { fate: from === 'start' || (await passesWithout(by, from)) ? 'noticed' : 'stained', by };
  }
  return { fate: 'survived', asked: tests.length, of: tests.length };
}

/** Whether a test passes without the mutant that it has just failed with; else this one or others left something behind. */
async function passesWithout({ file, index }: Candidate, from: 'later' | 'loading'): Promise<boolean> {
  if (from === 'loading') turn += 1;
  const body = (await testsOf(file, from === 'loading' ? turn : 0))[index]?.body;
  return body === undefined || (await passes(body));
}

function spentNow(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

process.on('message', (question: Question) => {
  void answerTo(question).then(answer => process.send?.(answer));
});
