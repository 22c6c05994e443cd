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
// What files work out anew for each mutant stays in memory.
const MOST_ASKED = 150;

/** What is known of a process that gave no answer. */
interface Loss {
  readonly fate: 'endless' | 'crashed';
}

/** Tries mutants one after another. One process serves many, until one of them leaves something behind. */
export async function* fatesOf(mutants: Iterable<Mutant>, trial: Trial): AsyncGenerator<Fate> {
  let judge: ChildProcess | undefined;
  let asked = 0;
  const dismiss = (): void => {
    judge?.kill('SIGKILL');
    judge = undefined;
    asked = 0;
  };
  const askOnce = (question: Question): Promise<Answer | Loss> => {
    judge ??= judgeOf(trial);
    asked += 1;
    return answerOf(judge, question);
  };
  for (const mutant of mutants) {
    const { later, whileLoading, fromStart, hitLimit } = trial.candidatesFor(mutant);
    const questions: readonly Question[] = [
      { mutant: mutant.id, hitLimit, tests: later, from: 'later' },
      { mutant: mutant.id, hitLimit, tests: whileLoading, from: 'loading' },
      { mutant: mutant.id, hitLimit, tests: fromStart, from: 'start' },
    ];
    let answer: Answer | Loss = { fate: 'survived', asked: 0, of: 0 };
    for (const question of questions.filter(({ tests }) => tests.length > 0)) {
      if (answer.fate !== 'survived') break;
      if (asked >= MOST_ASKED) dismiss();
      const isFirst = asked === 0;
      let next = question.from === 'start' ? await answerOfNew(question, trial) : await askOnce(question);
      if (next.fate === 'stained' && !isFirst) {
        dismiss();
        next = await askOnce(question);
      }
      if (next.fate === 'survived') {
        answer = { fate: 'survived', asked: answer.asked + next.asked, of: answer.of + next.of };
      } else {
        if (next.fate !== 'noticed') dismiss();
        answer = next;
      }
    }
    yield { mutant, ...endOf(answer) };
  }
  dismiss();
}

async function answerOfNew(question: Question, trial: Trial): Promise<Answer | Loss> {
  const judge = judgeOf(trial);
  const answer = await answerOf(judge, question);
  judge.kill('SIGKILL');
  return answer;
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
