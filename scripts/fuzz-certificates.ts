// `npm run fuzz:certificates -- --count 1000000 --seed 1`: mutated certificates, keys and containers, each read and
// served in a handshake. Ends with 1 where one breaks something, or takes longer than a second.
import { parseArgs } from 'node:util';
import { fuzzed } from '../test/certificate-fuzz/run.ts';

const LONGEST = 1000;
const REPORT_EVERY = 50_000;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const seed = Number(values.seed);
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(seed))
  throw new Error('--count and --seed are whole numbers');

const { failures, slowest } = fuzzed(count, seed, turn => {
  if (turn > 0 && turn % REPORT_EVERY === 0) process.stdout.write(`${turn} of ${count}\n`);
});
for (const { turn, error, input } of failures) {
  process.stdout.write(`${turn}: ${error instanceof Error ? error.stack : String(error)}\n  ${input}\n`);
}
process.stdout.write(`${count} inputs, seed ${seed}: ${failures.length} failures, the slowest took `);
process.stdout.write(`${slowest.milliseconds.toFixed(0)} ms (${slowest.turn})\n`);
process.exitCode = failures.length > 0 || slowest.milliseconds > LONGEST ? 1 : 0;
