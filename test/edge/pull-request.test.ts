import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, INSECURE, WEAK } from './documents.ts';
import { pullRequest, type PullRequestSketch } from './pull-request.ts';
import { runStep, type Step, type StepOutcome } from './runner.ts';

const comment = '# a comment\n';
const TARGET = `    static_configs: [ { targets: [ 'a.internal' ] } ]\n`;
const SECURE = INSECURE.replace('true', 'false');

function outcomeOf(sketch: PullRequestSketch, step: Step = {}, depth = 2): StepOutcome {
  const { workspace, step: ofEvent } = pullRequest(sketch, depth);
  return runStep(workspace, { ...step, payload: ofEvent.payload ?? {}, env: { ...ofEvent.env, ...step.env } });
}

function annotated({ annotations }: StepOutcome): readonly string[] {
  return annotations.map(({ file, line, title, message }) =>
    file === undefined ? message : `${file}:${line ?? ''} ${title ?? ''}`,
  );
}

test('only what the pull request brings is annotated and fails the step', () => {
  const old = outcomeOf({ base: { 'a/prometheus.yml': INSECURE, 'c.yml': '' }, head: { 'web.yml': WEAK } });
  expect([old.status, annotated(old)]).toEqual([0, ['web.yml:2 weak-bcrypt-cost']]);
  expect(old.outputs).toEqual({ findings: '1', errors: '0', warnings: '1', notes: '0' });
  const fresh = outcomeOf({ base: { 'a/prometheus.yml': INSECURE }, head: { 'b/prometheus.yml': INSECURE } });
  expect([fresh.status, annotated(fresh)]).toEqual([
    1,
    ['b/prometheus.yml:4 insecure-skip-verify', 'promsec found 1 new error'],
  ]);
  expect(fresh.summary).toMatch(
    /^## promsec: 1 new error in 1 file\n\nThis fails the step, as `fail-on` is `error`\.\n/,
  );
  expect(fresh.summary).toContain('<summary>Not new: 1 error</summary>');
});

test('what is annotated stands on the lines of the head, where the base has moved on', () => {
  const base = { 'prometheus.yml': `${comment.repeat(12)}${SECURE}` };
  const since = { 'prometheus.yml': `# new\n# and this\n${base['prometheus.yml']}` };
  const sketch = { base, baseSince: since, head: { 'prometheus.yml': `${comment.repeat(12)}${INSECURE}` } };
  const { workspace, head, step } = pullRequest(sketch);
  expect(readFileSync(join(workspace, 'prometheus.yml'), 'utf8').split('\n')[17]).toContain('insecure_skip_verify');
  const outcome = runStep(workspace, step);
  expect(outcome.annotations[0]).toMatchObject({ file: 'prometheus.yml', line: 16, column: 29, endColumn: 33 });
  expect(outcome.summary).toContain(`](https://github.com/o/r/blob/${head}/prometheus.yml#L16)`);
});

test('what a deleted line brings elsewhere in its file is shown there, and says where it is', () => {
  const head = 'scrape_configs:\n  - job_name: a\n';
  const rest = `${comment.repeat(12)}    scheme: https\n${TARGET}`;
  const outcome = outcomeOf({
    base: { 'prometheus.yml': `${head}    tls_config: { ca_file: ca.pem }\n${rest}` },
    head: { 'prometheus.yml': head + rest },
  });
  expect(outcome.annotations).toEqual([
    {
      level: 'warning',
      file: 'prometheus.yml',
      line: 2,
      endLine: 2,
      title: 'missing-ca-file',
      message: expect.stringMatching(/^line 15: scrape job "a" verifies a\.internal /),
    },
  ]);
});

test('a finding in a file that the pull request does not touch is in the log and the summary, and fails the step', () => {
  const outcome = outcomeOf(
    {
      base: {
        'prometheus.yml': `scrape_configs:\n  - job_name: a\n    scheme: https\n    tls_config: { ca_file: certs/ca.pem }\n${TARGET}`,
        'certs/ca.pem': '# The authority.\n',
        'certs/other-ca.pem': '# Another one.\n',
      },
      head: { 'certs/ca.pem': undefined, 'other/prometheus.yml': CLEAN },
    },
    { inputs: { 'fail-on': 'warning' } },
  );
  expect(outcome.status).toBe(1);
  expect(annotated(outcome)).toEqual(['promsec found 1 new warning; the summary of the job lists them']);
  expect(outcome.log).toContain('not shown as annotations: 1 warning in files that the change does not touch\n');
  expect(outcome.summary).toContain('missing-file');
});

test('where nothing of ours is changed, that is all that is said', () => {
  const { status, annotations, summary, outputs } = outcomeOf({
    base: { 'prometheus.yml': INSECURE, '.promsec.yml': 'version: 1\nno-files: fail\n' },
    head: { 'main.go': 'package main\n' },
  });
  expect({ status, annotations }).toEqual({ status: 0, annotations: [] });
  expect(summary).toMatch(/^## promsec: no new findings\n\nNothing that promsec reads is other than in /);
  expect(outputs).toEqual({ findings: '0', errors: '0', warnings: '0', notes: '0' });
});

test('with a SARIF file everything is judged and written, though only what is new counts', () => {
  const { workspace, step } = pullRequest({
    base: { 'prometheus.yml': INSECURE },
    head: { 'main.go': 'package main\n' },
  });
  const { status, annotations } = runStep(workspace, { ...step, inputs: { 'sarif-file': 'a.sarif' } });
  expect({ status, annotations }).toEqual({ status: 0, annotations: [] });
  const sarif = JSON.parse(readFileSync(join(workspace, 'a.sarif'), 'utf8')) as unknown;
  expect(sarif).toMatchObject({ runs: [{ results: [{ ruleId: 'insecure-skip-verify' }] }] });
});

test('a changed configuration file and a new ignore comment stand at the top of the summary', () => {
  const { summary } = outcomeOf({
    base: { 'prometheus.yml': INSECURE },
    head: {
      '.promsec.yml': 'version: 1\nrules: { insecure-skip-verify: note }\n',
      'prometheus.yml': INSECURE.replace('true', 'true # promsec-ignore: insecure-skip-verify it is a test'),
    },
  });
  const [top = ''] = summary.split('\n<details');
  expect(top).toMatch(/\*\*The change alters what counts:\*\*\n\n- \.promsec\.yml is added\n- .*ignore/);
});

test('with scope: all everything counts, as on a push', () => {
  const sketch = { base: { 'prometheus.yml': INSECURE }, head: { 'main.go': 'package main\n' } };
  const all = outcomeOf(sketch, { inputs: { scope: 'all' } });
  const push = outcomeOf(sketch, { env: { GITHUB_EVENT_NAME: 'push' } });
  for (const outcome of [all, push]) {
    expect(annotated(outcome)).toEqual(['prometheus.yml:4 insecure-skip-verify', 'promsec found 1 error']);
  }
});

test('where there is no base everything counts, and the summary says why', () => {
  const { workspace, step } = pullRequest({ base: { 'prometheus.yml': INSECURE }, head: { 'a.md': '' } }, 1);
  const outcome = runStep(workspace, step);
  expect(annotated(outcome)).toEqual(['prometheus.yml:4 insecure-skip-verify', 'promsec found 1 error']);
  expect(outcome.summary).toMatch(/\nEverything counts, what stood there before too: .*fetch-depth: 2/);
});
