import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { INSECURE, WEAK } from '../edge/documents.ts';
import { checkoutWith, folderWith } from '../edge/folder.ts';
import { runStep } from '../edge/runner.ts';
import { workflowAt, type WorkflowStep } from './workflow-files.ts';

const TOP = join(import.meta.dirname, '../../..');
const { jobs } = workflowAt('.github/workflows/organisation.yml').workflow;

/** What a job of the matrix is about. */
interface Leg {
  readonly repository: string;
  readonly shard: string;
}

interface ScriptOutcome {
  readonly status: number | null;
  readonly log: string;
  readonly complaints: string;
  readonly output: string;
  readonly summary: string;
}

/** The step of a job that `isWanted`. */
function stepOf(job: string, isWanted: (step: WorkflowStep) => boolean): WorkflowStep {
  const found = jobs[job]?.steps?.find(isWanted);
  if (found === undefined) throw new Error(`${job} has no such step`);
  return found;
}

function textAt(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Runs what a step of a job runs, the first one that runs anything, as the runner does: `bash -e` with a file. */
function ran(
  job: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  isWanted: (step: WorkflowStep) => boolean = ({ run }) => run !== undefined,
): ScriptOutcome {
  const script = stepOf(job, isWanted).run ?? '';
  const scratch = folderWith({ script, output: '', summary: '' });
  const [output, summary] = [join(scratch, 'output'), join(scratch, 'summary')];
  const { status, stdout, stderr } = spawnSync('bash', ['-e', join(scratch, 'script')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...env },
  });
  return { status, log: stdout, complaints: stderr, output: textAt(output), summary: textAt(summary) };
}

function legsOf(repositories: readonly unknown[], shards: number): readonly Leg[] {
  const { status, output } = ran('plan', TOP, { REPOSITORIES: JSON.stringify(repositories), SHARDS: String(shards) });
  expect(status).toBe(0);
  expect(output).toMatch(/^legs=.*\n$/);
  // Made by the script of the workflow.
  return JSON.parse(output.slice('legs='.length)) as readonly Leg[];
}

test('there is a job for each repository, and for each part of it', () => {
  expect(legsOf(['o/a', 'o/b.c'], 1)).toEqual([
    { repository: 'o/a', shard: '' },
    { repository: 'o/b.c', shard: '' },
  ]);
  expect(legsOf(['o/a'], 2)).toEqual([
    { repository: 'o/a', shard: '1/2' },
    { repository: 'o/a', shard: '2/2' },
  ]);
});

test.each([
  ['[]', '1', '0 jobs are not 1 to 256'],
  ['["o/a"]', '0', '0 jobs are not 1 to 256'],
  ['["o/a", "o/b"]', '129', '258 jobs are not 1 to 256'],
  ['["a"]', '1', 'a is no repository; write owner/name'],
  ['["o/a", "o/b", "o/a"]', '2', 'o/a is there more than once; keep one'],
  ['"o/a"', '1', '"o/a" is no list; write ["owner/name"]'],
  ['["o/a\\nlegs=[]"]', '1', 'is no repository; write owner/name'],
  ['o/a', '1', 'JSON'],
])('%s in %s parts is said to be wrong', (repositories, shards, message) => {
  const { status, complaints, output } = ran('plan', TOP, { REPOSITORIES: repositories, SHARDS: shards });
  expect(status).not.toBe(0);
  expect(complaints).toContain(message);
  expect(output).toBe('');
});

/** What the expressions in the inputs of a leg come to. */
function valueIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`nobody knows ${expression}`);
    return value;
  });
}

/** The folder of the last job, with what the legs leave to it, each of which checks its repository out anew. */
function legsFor(repositories: Readonly<Record<string, Readonly<Record<string, string>>>>, shards: number): string {
  const folder = folderWith();
  mkdirSync(join(folder, 'legs'));
  const inputs = stepOf('lint', ({ uses = '' }) => uses.startsWith('promsec/promsec@')).with ?? {};
  const artifact = stepOf('lint', ({ uses = '' }) => uses.startsWith('actions/upload-artifact@')).with?.['path'];
  for (const [index, leg] of legsOf(Object.keys(repositories), shards).entries()) {
    const workspace = checkoutWith(repositories[leg.repository]);
    const values = {
      'matrix.repository': leg.repository,
      'matrix.shard': leg.shard,
      'strategy.job-index': String(index),
      'runner.temp': folderWith(),
      "inputs.repositories && 'all' || ''": 'all',
    };
    const given = Object.entries(inputs).map(([name, value]) => [name, valueIn(String(value), values)]);
    runStep(workspace, { inputs: Object.fromEntries(given), env: { GITHUB_EVENT_NAME: 'schedule' } });
    const report = valueIn(String(artifact), values);
    // What is not there, the step that uploads it does not either.
    if (existsSync(report)) cpSync(report, join(folder, 'legs', basename(report)));
  }
  symlinkSync(TOP, join(folder, 'promsec'));
  return folder;
}

/** What the last job makes of them. */
function reportIn(folder: string, failOn = ''): ScriptOutcome {
  rmSync(join(folder, 'report'), { recursive: true, force: true });
  return ran('report', folder, { FAIL_ON: failOn });
}

/** The places of findings in a report of the last job. */
function placesIn(folder: string): readonly string[] {
  const { findings } = JSON.parse(readFileSync(join(folder, 'report/promsec.json'), 'utf8')) as {
    readonly findings: readonly { readonly file: string; readonly rule: string }[];
  };
  return findings.map(({ file, rule }) => `${file} ${rule}`);
}

test('many repositories become one report, in which each path begins with its repository', () => {
  const folder = legsFor({ 'o/a': { 'prometheus.yml': INSECURE }, 'o/b': { 'web.yml': WEAK } }, 1);
  const { status, summary, log } = reportIn(folder);
  expect(status).toBe(1);
  expect(log).toContain('--> o/a/prometheus.yml:4');
  expect(placesIn(folder)).toEqual(['o/a/prometheus.yml insecure-skip-verify', 'o/b/web.yml weak-bcrypt-cost']);
  expect(summary).toContain('o/a/prometheus.yml');
  expect(readdirSync(join(folder, 'report')).sort()).toEqual(['promsec.html', 'promsec.json', 'promsec.sarif']);
  expect(readFileSync(join(folder, 'report/promsec.sarif'), 'utf8')).toContain('"o/b/web.yml"');
});

test('each repository says itself what fails the report, unless the workflow does', () => {
  const mild = legsFor({ 'o/a': { 'web.yml': WEAK } }, 1);
  expect([reportIn(mild).status, reportIn(mild, 'warning').status]).toEqual([0, 1]);
  const strict = legsFor({ 'o/a': { 'web.yml': WEAK, '.promsec.yml': 'version: 1\nfail-on: warning\n' } }, 1);
  expect([reportIn(strict).status, reportIn(strict, 'never').status]).toEqual([1, 0]);
});

test('the parts of one repository become what it is as a whole', () => {
  const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(name => [`${name}/prometheus.yml`, INSECURE]));
  const folder = legsFor({ 'o/r': files }, 2);
  expect(reportIn(folder).status).toBe(1);
  expect(placesIn(folder)).toEqual(Object.keys(files).map(path => `${path} insecure-skip-verify`));
});

test('a repository in which nothing is found, where that is a failure, fails a report that is whole', () => {
  const strict = { 'README.md': '', '.promsec.yml': 'version: 1\nno-files: fail\n' };
  const folder = legsFor({ 'o/a': { 'prometheus.yml': INSECURE }, 'o/empty': strict }, 1);
  const { status, summary, complaints } = reportIn(folder, 'never');
  expect(status).toBe(1);
  expect(complaints.split('\n')).toEqual([expect.stringMatching(/^promsec: o\/empty: no Prometheus /), '']);
  expect(summary).toContain('o/a/prometheus.yml');
  expect(readdirSync(join(folder, 'report')).sort()).toEqual(['promsec.html', 'promsec.json', 'promsec.sarif']);
});

test('a report that a repository holds is not taken for the one on it', () => {
  const forged = { 'promsec.json': '{}', '.promsec.yml': 'version: 2\n' };
  expect(readdirSync(join(legsFor({ 'o/a': forged }, 1), 'legs'))).toEqual([]);
});

function isLastStep({ name }: WorkflowStep): boolean {
  return name === 'nothing is missing';
}

/** What the last step says of these jobs. */
function lastStep(folder: string, legs: readonly Leg[], result: string): ScriptOutcome {
  return ran('report', folder, { LEGS: legs.length === 0 ? '' : JSON.stringify(legs), RESULT: result }, isLastStep);
}

test('a report that is missing fails the last job', () => {
  const folder = folderWith();
  symlinkSync(TOP, join(folder, 'promsec'));
  expect(reportIn(folder).status).toBe(2);
  const results = ['success', 'failure', 'skipped', 'cancelled'];
  expect(results.map(result => lastStep(folder, [], result).status)).toEqual([0, 1, 1, 1]);
});

test('what of the report is missing is named', () => {
  const folder = folderWith({ 'legs/promsec-1.json': '' });
  const legs = ['1/3', '2/3', '3/3'].map(shard => ({ repository: 'o/r', shard }));
  // As where a part was run again when the others were kept no longer.
  const { status, summary } = lastStep(folder, [...legs, { repository: 'o/a', shard: '' }], 'success');
  expect(status).toBe(1);
  expect(summary.match(/(?<=no report of ).*(?=:)/g)).toEqual(['o/r, part 1/3', 'o/r, part 3/3', 'o/a']);
  expect(lastStep(folderWith({ 'legs/promsec-0.json': '' }), legs.slice(0, 1), 'success').status).toBe(0);
});
