import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
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
  const { status, stderr } = spawnSync('bash', ['-e', join(scratch, 'script')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...env },
  });
  return { status, complaints: stderr, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
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
  ['["o/a\\nlegs=[]"]', '1', 'is no repository; write owner/name'],
  ['o/a', '1', 'JSON'],
])('%s in %s parts is said to be wrong', (repositories, shards, message) => {
  const { status, complaints, output } = ran('plan', TOP, { REPOSITORIES: repositories, SHARDS: shards });
  expect(status).not.toBe(0);
  expect(complaints).toContain(message);
  expect(output).toBe('');
});

/** The folder of the last job, with what the legs leave to it, each of which checks its repository out anew. */
function legsFor(repositories: Readonly<Record<string, Readonly<Record<string, string>>>>, shards: number): string {
  const folder = folderWith();
  const inputs = stepOf('lint', ({ uses = '' }) => uses.startsWith('promsec/promsec@')).with ?? {};
  for (const [index, leg] of legsOf(Object.keys(repositories), shards).entries()) {
    const workspace = checkoutWith(repositories[leg.repository]);
    const values = Object.entries(inputs).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ matrix\.(repository|shard) \}\}/, (_, field: keyof Leg) => leg[field]),
    ]);
    runStep(workspace, { inputs: Object.fromEntries(values), env: { GITHUB_EVENT_NAME: 'schedule' } });
    mkdirSync(join(folder, `legs/promsec-${index}`), { recursive: true });
    cpSync(join(workspace, 'promsec.json'), join(folder, `legs/promsec-${index}/promsec.json`));
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
  const { status, summary } = reportIn(folder);
  expect(status).toBe(1);
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

function isLastStep({ name }: WorkflowStep): boolean {
  return name === 'every job before this one succeeded';
}

test('a report that is missing fails the last job', () => {
  const folder = folderWith();
  symlinkSync(TOP, join(folder, 'promsec'));
  expect(reportIn(folder).status).toBe(2);
  const results = ['success', 'failure', 'skipped', 'cancelled'];
  const statuses = results.map(result => ran('report', folder, { RESULT: result }, isLastStep).status);
  expect(statuses).toEqual([0, 1, 1, 1]);
});
