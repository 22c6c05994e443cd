// A thread that examines cases one after the other, and says which it is at before it begins.
import { parentPort, workerData } from 'node:worker_threads';
import { faultsOf } from './examination.ts';
import { fixtures } from './fixtures.ts';
import { caseOf } from './fuzz-case.ts';
import type { FoundFault, Slowest } from './workers.ts';

/** What a thread is to do: each `step`th case from `from` to before `count`. */
export interface WorkerTask {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  readonly step: number;
  /** The number of the case at hand. */
  readonly progress: Int32Array;
}

export type WorkerMessage = FoundFault | { readonly slowest: Slowest };

// It is what `workers.ts` hands over.
const { seed, from, count, step, progress } = workerData as WorkerTask;
const vocabulary = fixtures();
let slowest: Slowest = { number: from, milliseconds: 0 };
for (let number = from; number < count; number += step) {
  Atomics.store(progress, 0, number);
  const start = performance.now();
  const fuzzCase = caseOf(seed, number, vocabulary);
  for (const fault of faultsOf(fuzzCase)) send({ number, name: fuzzCase.original.name, fault });
  const milliseconds = performance.now() - start;
  if (milliseconds > slowest.milliseconds) slowest = { number, milliseconds };
}
send({ slowest });

function send(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
