import { Worker } from 'node:worker_threads';

/** Says that work on the next thing has begun. */
export type Beat = () => void;

// It runs in a thread, since the loop that it waits for lets nothing else run.
const WATCHING = `
  const { workerData: { beats, seconds } } = require('node:worker_threads');
  let seen = -1, since = 0;
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const beat = Atomics.load(beats, 0);
    if (beat !== seen) [seen, since] = [beat, user + system];
    else if (user + system - since > seconds * 1e6) process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;

/** Kills this process when so many seconds of the processor have gone by between two beats. */
export function watched(seconds: number): Beat {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  new Worker(WATCHING, { eval: true, workerData: { beats, seconds } }).unref();
  return () => Atomics.add(beats, 0, 1);
}
