import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Kept } from './kept.ts';
import type { MeasuredFile } from './measurement.ts';

/** Which test files are run without a mutant, and how. */
export interface Measuring {
  readonly project: string;
  /** An empty name stands for loading the engine. */
  readonly files: readonly string[];
  /** Of all mutants. */
  readonly count: number;
  readonly jobs: number;
  readonly kept: Kept;
}

/** What each test file does without a mutant, sorted by name. What is kept is not run again. */
export async function measuredFiles({
  project,
  files,
  count,
  jobs,
  kept,
}: Measuring): Promise<readonly MeasuredFile[]> {
  const queue = files.values();
  const measured: MeasuredFile[] = [];
  const measureNext = async (): Promise<void> => {
    let runner: ChildProcess | undefined;
    for (const file of queue) {
      const known = kept.measured(file);
      if (known !== undefined) {
        measured.push(known);
        continue;
      }
      runner ??= fork(join(project, 'build/scripts/mutate/measure.js'), [project, String(count)], { cwd: project });
      runner.send(file);
      // `measure.ts` answers with nothing else.
      const [answer] = (await once(runner, 'message')) as [MeasuredFile];
      kept.keepMeasured(answer);
      measured.push(answer);
    }
    runner?.kill();
  };
  await Promise.all(Array.from({ length: jobs }, measureNext));
  return measured.sort((a, b) => (a.file < b.file ? -1 : 1));
}
