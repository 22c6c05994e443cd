import { Worker } from 'node:worker_threads';
import type { FuzzFault } from './examination.ts';
import type { WorkerMessage, WorkerTask } from './worker.ts';

/** A fault, and the case that shows it. */
export interface FoundFault {
  readonly number: number;
  /** What the repository is called that was changed. */
  readonly name: string;
  readonly fault: FuzzFault;
}

export interface FuzzRequest {
  readonly seed: number;
  readonly count: number;
  readonly jobs: number;
  /** How long a case may take. */
  readonly seconds: number;
  readonly onFault: (fault: FoundFault) => void;
  /** What each thread runs. */
  readonly program?: URL;
}

export interface FuzzOutcome {
  /** How many cases show a fault. */
  readonly failed: number;
  readonly slowest: Slowest;
}

export interface Slowest {
  readonly number: number;
  readonly milliseconds: number;
}

// Room for what a case makes, so that it need not be moved before it is let go.
const MEMORY = { maxYoungGenerationSizeMb: 128, maxOldGenerationSizeMb: 2048 };
const LOOK_EACH = 200;
const PROGRAM = new URL('worker.js', import.meta.url);
/** Until the first case everything is loaded, which is no matter of a case. */
const LOADING_SECONDS = 300;

/** Examines the cases from 0 to before `count`, each the same whatever the number of jobs. */
export async function fuzzed(request: FuzzRequest): Promise<FuzzOutcome> {
  const failed = new Set<number>();
  const onFault = (fault: FoundFault): void => {
    failed.add(fault.number);
    request.onFault(fault);
  };
  const jobs = Array.from({ length: request.jobs }, (_, job) => new Job({ ...request, onFault }, job).done());
  const slowest = (await Promise.all(jobs)).flat();
  return {
    failed: failed.size,
    slowest: slowest.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a), { number: 0, milliseconds: 0 }),
  };
}

/** Each `jobs`th case, in threads one after the other: one that hangs or dies costs its case alone. */
class Job {
  readonly #request: FuzzRequest;
  #next: number;
  #triedAgain: number | undefined;

  constructor(request: FuzzRequest, job: number) {
    this.#request = request;
    this.#next = job;
  }

  /** The slowest case of each thread. */
  async done(): Promise<readonly Slowest[]> {
    const slowest: Slowest[] = [];
    while (this.#next < this.#request.count) {
      const outcome = await this.#threadFrom(this.#next);
      if ('slowest' in outcome) {
        slowest.push(outcome.slowest);
        break;
      }
      const { number, what } = outcome;
      // On a busy machine a thread may wait long for its turn.
      if (this.#triedAgain !== number) {
        this.#triedAgain = number;
        this.#next = number;
        continue;
      }
      this.#request.onFault({ number, name: 'not told', fault: { check: 'each case ends', what } });
      this.#next = number + this.#request.jobs;
    }
    return slowest;
  }

  #threadFrom(from: number): Promise<{ slowest: Slowest } | { number: number; what: string }> {
    const { seed, count, jobs, seconds, onFault, program = PROGRAM } = this.#request;
    const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    const task: WorkerTask = { seed, from, count, step: jobs, progress };
    const worker = new Worker(program, { workerData: task, resourceLimits: MEMORY });
    return new Promise(resolve => {
      let seen = { number: -1, since: performance.now() };
      const watch = setInterval(() => {
        const number = Atomics.load(progress, 0);
        if (number !== seen.number) seen = { number, since: performance.now() };
        const limit = number === -1 ? LOADING_SECONDS : seconds;
        if (performance.now() - seen.since > limit * 1000) end({ number, what: `it takes more than ${limit} s` });
      }, LOOK_EACH);
      const end = (outcome: { slowest: Slowest } | { number: number; what: string }): void => {
        clearInterval(watch);
        void worker.terminate();
        resolve(outcome);
      };
      worker.on('message', (message: WorkerMessage) => {
        if ('slowest' in message) end(message);
        else onFault(message);
      });
      worker.on('error', error => end({ number: Atomics.load(progress, 0), what: String(error) }));
    });
  }
}
