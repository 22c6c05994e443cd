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
  /** Whether the mutant is there before anything is loaded, which only the first question of a process can ask. */
  readonly isFromStart: boolean;
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
const loaded = new Map<string, readonly CollectedTest[]>();

async function testsOf(file: string): Promise<readonly CollectedTest[]> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const tests = await loadedTests(project, file);
  loaded.set(file, tests);
  return tests;
}

async function answerTo({ mutant, hitLimit, tests, isFromStart }: Question): Promise<Answer> {
  if (!isFromStart) {
    activate(-1, Infinity);
    await loadEngine(project);
  }
  const start = spentNow();
  let loading = 0;
  for (const [asked, by] of tests.entries()) {
    if (spentNow() - start - loading > budget) return { fate: 'survived', asked, of: tests.length };
    const before = spentNow();
    beat();
    activate(isFromStart ? mutant : -1, hitLimit);
    let body: TestBody | undefined;
    try {
      body = (await testsOf(by.file))[by.index]?.body;
    } catch {
      return { fate: 'noticed', by };
    }
    // It takes long where a file lints many examples, of which each test looks at one.
    loading += spentNow() - before;
    // A mutant that leaves a test out has not failed it. One that changes its name has not changed its place.
    if (body === undefined) continue;
    activate(mutant, hitLimit);
    const isPassing = await passes(body);
    activate(-1, Infinity);
    if (isPassing) continue;
    // What it has left behind in a process that had it from the start is its own doing.
    return { fate: isFromStart || (await passes(body)) ? 'noticed' : 'stained', by };
  }
  return { fate: 'survived', asked: tests.length, of: tests.length };
}

function spentNow(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

process.on('message', (question: Question) => {
  void answerTo(question).then(answer => process.send?.(answer));
});
