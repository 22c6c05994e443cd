import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Candidates } from './candidates.ts';
import type { Answer, Question } from './judge.ts';
import type { Mutant } from './mutants.ts';

/**
 * What became of a mutant. A test failed (`noticed`), it did not end (`endless`), the process did (`crashed`); all
 * that were asked passed (`survived`), or none reaches it (`unreached`).
 */
export interface Fate {
  readonly mutant: Mutant;
  readonly end: 'noticed' | 'endless' | 'crashed' | 'survived' | 'unreached';
  /** The test that noticed it, or how many did not. */
  readonly by: string;
  /** Where that test is. */
  readonly testFile?: string;
}

/** How mutants are tried. */
export interface Trial {
  readonly project: string;
  /** Of the processor, that tests of one mutant may take before it counts as surviving. */
  readonly seconds: number;
  readonly candidatesFor: (mutant: Mutant) => Candidates;
}

// A test that waits for nothing uses no processor, by which the process would end itself.
const PATIENCE = 900_000;
const MEGABYTES = 3000;

/** What is known of a process that gave no answer. */
interface Loss {
  readonly fate: 'endless' | 'crashed';
}

/** Tries mutants one after another. One process serves many, until one of them leaves something behind. */
export async function* fatesOf(mutants: Iterable<Mutant>, trial: Trial): AsyncGenerator<Fate> {
  let judge: ChildProcess | undefined;
  for (const mutant of mutants) {
    const { later, fromStart, hitLimit } = trial.candidatesFor(mutant);
    const question: Question = { mutant: mutant.id, hitLimit, tests: later, isFromStart: false };
    let answer: Answer | Loss = { fate: 'survived', asked: 0, of: 0 };
    if (later.length > 0) {
      const isFirst = judge === undefined;
      judge ??= judgeOf(trial);
      answer = await answerOf(judge, question);
      if (answer.fate === 'stained' && !isFirst) {
        judge.kill('SIGKILL');
        judge = judgeOf(trial);
        answer = await answerOf(judge, question);
      }
      if (answer.fate !== 'survived' && answer.fate !== 'noticed') {
        judge.kill('SIGKILL');
        judge = undefined;
      }
    }
    // What is worked out at the start does not change in a process that has begun.
    if (answer.fate === 'survived' && fromStart.length > 0) {
      const fresh = judgeOf(trial);
      const before = answer;
      answer = await answerOf(fresh, { ...question, tests: fromStart, isFromStart: true });
      if (answer.fate === 'survived') {
        answer = { fate: 'survived', asked: before.asked + answer.asked, of: before.of + answer.of };
      }
      fresh.kill('SIGKILL');
    }
    yield { mutant, ...endOf(answer) };
  }
  judge?.kill('SIGKILL');
}

function judgeOf({ project, seconds }: Trial): ChildProcess {
  return fork(join(project, 'build/scripts/mutate/judge.js'), [project, String(seconds)], {
    cwd: project,
    execArgv: [`--max-old-space-size=${MEGABYTES}`],
    silent: true,
  });
}

function answerOf(judge: ChildProcess, question: Question): Promise<Answer | Loss> {
  return new Promise(resolve => {
    const end = (answer: Answer | Loss): void => {
      clearTimeout(timer);
      judge.off('message', end).off('exit', onExit);
      resolve(answer);
    };
    const onExit = (_: number | null, signal: string | null): void =>
      end({ fate: signal === 'SIGKILL' ? 'endless' : 'crashed' });
    const timer = setTimeout(() => end({ fate: 'endless' }), PATIENCE);
    judge.once('message', end).once('exit', onExit);
    judge.send(question);
  });
}

function endOf(answer: Answer | Loss): Omit<Fate, 'mutant'> {
  switch (answer.fate) {
    case 'noticed':
    case 'stained':
      return { end: 'noticed', by: answer.by.name, testFile: answer.by.file };
    case 'survived':
      return answer.of === 0
        ? { end: 'unreached', by: '' }
        : { end: 'survived', by: `${answer.asked} of ${answer.of} tests` };
    case 'endless':
    case 'crashed':
      return { end: answer.fate, by: '' };
  }
}
