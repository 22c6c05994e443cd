// `npm run mutate -- --count 1000 --seed 1 --at src/trust`: changes the engine in a thousand places, one at a time, and
// says which changes no test notices. What it makes is in `build/mutants`, and what takes long and stays true in
// `node_modules/.cache`.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { candidatesFor } from './mutate/candidates.ts';
import { fatesOf, type Fate } from './mutate/fates.ts';
import { keptIn } from './mutate/kept.ts';
import { measuredFiles } from './mutate/measured.ts';
import { mutatedSources, sourcePaths, switchedFor } from './mutate/mutants.ts';
import { buildProject } from './mutate/project.ts';
import { sampleOf } from './mutate/sample.ts';
import { isNoticed, scoreText, survivorsText } from './mutate/score.ts';
import { testFiles } from './mutate/tests.ts';

const TOP = join(import.meta.dirname, '../..');
const PROJECT = join(TOP, 'build/mutants');
const KEPT = join(TOP, 'node_modules/.cache/promsec-mutate');
const REPORT_EVERY = 50;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string', default: 'src' },
    seconds: { type: 'string', default: '3' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const count = wholeNumber('count', values.count);
const seconds = wholeNumber('seconds', values.seconds);
const jobs = wholeNumber('jobs', values.jobs);

const { mutants, switched } = await mutatedSources(TOP, sourcePaths(TOP));
const sample = sampleOf(
  mutants.filter(({ path, line }) => `${path}:${line}`.startsWith(values.at)),
  count,
  values.seed,
);
const chosen = new Set(sample.map(({ id }) => id));
buildProject(TOP, PROJECT, new Map([...switched].map(([path, text]) => [path, switchedFor(path, text, chosen)])));
say(`${sample.length} of ${mutants.length} mutants`);

const kept = keptIn(KEPT, TOP, seconds);
const measuring = { project: PROJECT, count: mutants.length, jobs, kept };
const [atStart] = await measuredFiles({ ...measuring, files: [''] });
if (atStart === undefined) throw new Error('the engine could not be loaded');
const files = await measuredFiles({ ...measuring, files: testFiles(PROJECT) });
const failing = files.flatMap(({ file, tests }) =>
  tests.filter(test => !test.isPassing).map(({ name }) => `${file}: ${name}`),
);
for (const name of failing) say(`fails without a mutant, and is not asked: ${name}`);

const fates: Fate[] = sample.flatMap(mutant => kept.fate(mutant) ?? []);
const known = new Set(fates.map(({ mutant }) => mutant.id));
// Each job takes the next mutant, whichever that is.
const queue = sample.filter(({ id }) => !known.has(id)).values();
const trial = { project: PROJECT, seconds, candidatesFor: candidatesFor(atStart, files, mutants, fates) };
await Promise.all(
  Array.from({ length: jobs }, async () => {
    for await (const fate of fatesOf(queue, trial)) {
      fates.push(fate);
      kept.keepFate(fate);
      if (!isNoticed(fate)) say(survivorsText([fate]));
      if (fates.length % REPORT_EVERY === 0) say(`${fates.length} of ${sample.length}`);
    }
  }),
);
process.stdout.write(`${survivorsText(fates)}\n${scoreText(fates)}`);

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${option} is a whole number, not ${text}`);
  return value;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
