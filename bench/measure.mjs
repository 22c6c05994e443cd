import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PRINT_USAGE = join(import.meta.dirname, 'print-usage.cjs');

/**
 * Runs Node with these arguments in a folder and gives its output and what it took: `cpu` and `wall` in milliseconds,
 * `memory` (the most it ever had resident) in bytes. Throws when it does not end with 0.
 */
export function measure(folder, ...parameters) {
  const started = performance.now();
  const run = spawnSync(process.execPath, ['--require', PRINT_USAGE, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = performance.now() - started;
  if (run.status !== 0) throw new Error(`node ${parameters.join(' ')} ended with ${run.status}: ${run.stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(run.output[3]);
  return { output: run.stdout, cpu: (userCPUTime + systemCPUTime) / 1000, wall, memory: maxRSS * 1024 };
}

/**
 * Runs each of the named tasks once a round, so that a busy moment of the machine meets them all, and gives for each
 * name the least cpu and wall of all rounds, which other work on the machine disturbs least, and the most memory.
 */
export function measureRounds(rounds, tasks) {
  const best = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const { cpu, wall, memory } = task();
      const earlier = best[name] ?? { cpu: Infinity, wall: Infinity, memory: 0 };
      best[name] = {
        cpu: Math.min(earlier.cpu, cpu),
        wall: Math.min(earlier.wall, wall),
        memory: Math.max(earlier.memory, memory),
      };
    }
  }
  return best;
}
