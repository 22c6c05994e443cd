// `npm run fuzz -- [--count N] [--seed S] [--jobs N] [--seconds N]` sends changed fixtures through the whole pipeline and
// every reporter. Each fault is told with what it is called by; `--seed S --case N` does that one again, and prints as
// little of its files as still shows the fault. A case may take so many seconds, else it is a fault and is left behind.
// The last line is `N passed, N failed`.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { fuzzedCase } from './fuzzed-case.ts';
import { kindOf } from './shrunk.ts';
import { fuzzed, type FoundFault } from './workers.ts';

/** Of faults of one kind so many are told, and the others are counted. */
const TOLD_OF_KIND = 3;

const { values: given } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    seconds: { type: 'string', default: '20' },
  },
});

const seed = wholeNumber('seed', given.seed);
if (given.case === undefined) await runAll();
else print(fuzzedCase(seed, wholeNumber('case', given.case)));

async function runAll(): Promise<void> {
  const count = wholeNumber('count', given.count);
  const kinds = new Map<string, number>();
  const start = performance.now();
  const { failed, slowest } = await fuzzed({
    seed,
    count,
    jobs: wholeNumber('jobs', given.jobs),
    seconds: wholeNumber('seconds', given.seconds),
    onFault: fault => tell(fault, kinds),
  });
  const seconds = (performance.now() - start) / 1000;
  for (const [kind, times] of kinds) if (times > TOLD_OF_KIND) print(`${times} times in all: ${kind}`);
  print(`${count} cases in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} each second`);
  print(`the slowest was ${slowest.number}, ${slowest.milliseconds.toFixed(0)} ms`);
  print(`${count - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function tell({ number, name, fault }: FoundFault, kinds: Map<string, number>): void {
  const kind = kindOf(fault);
  const times = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, times);
  if (times > TOLD_OF_KIND) return;
  print(`case ${number} (${name}): ${fault.check}: ${fault.what}`);
  print(`  npm run fuzz -- --seed ${seed} --case ${number}`);
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} is a whole number`);
  return number;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
