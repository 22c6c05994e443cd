// A thread as `worker.ts` is one, that hangs at one case, dies at another, and finds a fault in a third.
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage, WorkerTask } from './worker.ts';

export const HANGING = 2;
export const DEADLY = 5;
export const FAULTY = 6;

if (parentPort !== null) {
  // It is what `workers.ts` hands over.
  const { from, count, step, progress } = workerData as WorkerTask;
  for (let number = from; number < count; number += step) {
    Atomics.store(progress, 0, number);
    if (number === HANGING) Atomics.wait(progress, 0, HANGING);
    if (number === DEADLY) throw new RangeError('the thread dies');
    if (number === FAULTY) send({ number, name: 'any', fault: { check: 'nothing is wrong', what: 'something is' } });
  }
  send({ slowest: { number: count - 1, milliseconds: 1 } });
}

function send(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}
