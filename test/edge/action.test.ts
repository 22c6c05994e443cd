import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { INSECURE, WEAK } from './documents.ts';
import { checkoutWith, folderWith } from './folder.ts';
import { BUNDLE, runStep } from './runner.ts';

test('the bundle is there; npm run package makes it', () => {
  expect(existsSync(BUNDLE)).toBe(true);
});

test('findings are annotations on their lines and columns, and the step fails', () => {
  const { status, annotations } = runStep(checkoutWith({ 'deploy/prometheus.yml': INSECURE, 'deploy/web.yml': WEAK }));
  expect(status).toBe(1);
  expect(annotations).toEqual([
    {
      level: 'failure',
      title: 'insecure-skip-verify',
      file: 'deploy/prometheus.yml',
      line: 4,
      endLine: 4,
      column: 29,
      endColumn: 33,
      message: expect.stringMatching(/ accepts any certificate; .*\nhttps:\/\/\S+\/insecure-skip-verify\.md$/),
    },
    {
      level: 'warning',
      title: 'weak-bcrypt-cost',
      file: 'deploy/web.yml',
      line: 2,
      endLine: 2,
      column: 8,
      endColumn: 68,
      message: expect.stringContaining('bcrypt'),
    },
    { level: 'failure', message: 'promsec found 1 error, 1 warning' },
  ]);
});

test('outputs count the findings', () => {
  const { outputs } = runStep(checkoutWith({ 'prometheus.yml': INSECURE, 'web.yml': WEAK }));
  expect(outputs).toEqual({ findings: '2', errors: '1', warnings: '1', notes: '0' });
});

test('the summary and the log hold the findings', () => {
  const { summary, log } = runStep(checkoutWith({ 'prometheus.yml': INSECURE }));
  expect(summary).toMatch(/^## promsec: 1 error in 1 file\n/);
  expect(summary).toContain(
    '[<code>prometheus.yml:4</code>](https://github.com/o/r/blob/5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e/prometheus.yml#L4)',
  );
  expect(log).toContain('4 |       insecure_skip_verify: true');
  expect(log).toContain('1 error in 1 file (1 file seen, 1 document read: 1 prometheus)');
});

test('what is of another repository is linked to nothing of this one', () => {
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
  const linked = ['O/R', 'o/other'].map(repository =>
    runStep(workspace, { inputs: { repository } }).summary.includes('https://github.com/o/r/blob/'),
  );
  expect(linked).toEqual([true, false]);
});

test('where nothing is wrong there is no command, and the outputs are zero', () => {
  const { status, commands, outputs, summary } = runStep(
    checkoutWith({ 'prometheus.yml': INSECURE.replace('true', 'false') }),
  );
  expect({ status, commands }).toEqual({ status: 0, commands: [] });
  expect(outputs).toEqual({ findings: '0', errors: '0', warnings: '0', notes: '0' });
  expect(summary).toMatch(/^## promsec: no findings\n/);
});

/** One `prometheus.yml` with as many errors, and a `web.yml` with as many warnings. */
function repositoryWith(errors: number, warnings: number): string {
  const jobs = Array.from({ length: errors }, (_, index) =>
    INSECURE.split('\n').slice(1, 4).join('\n').replace('node', `j${index}`),
  );
  const [head = '', user = '', tls = ''] = WEAK.split('\n');
  // Each with a salt of its own, since users who share a hash are a warning too.
  const users = Array.from({ length: warnings }, (_, index) =>
    user.replace('ops', `u${index}`).replace('$abcdef', `$abcde${String.fromCharCode(97 + index)}`),
  );
  return checkoutWith({
    'prometheus.yml': ['scrape_configs:', ...jobs, ''].join('\n'),
    'web.yml': [head, ...users, tls, ''].join('\n'),
  });
}

const limits: readonly (readonly [number, number, readonly [number, number], string | undefined])[] = [
  [9, 0, [10, 0], undefined],
  [10, 0, [10, 0], 'not shown as annotations: 1 error (GitHub keeps 10 of a level per step)'],
  [25, 12, [10, 10], 'not shown as annotations: 16 errors, 2 warnings (GitHub keeps 10 of a level per step)'],
  [0, 10, [0, 10], undefined],
];

test.each(limits)(
  '%d errors and %d warnings lose no annotation but what is said, and not the last',
  (errors, warnings, kept, said) => {
    const { annotations, commands, outputs, log } = runStep(repositoryWith(errors, warnings));
    const levels = annotations.map(({ level }) => level);
    expect([
      levels.filter(level => level === 'failure').length,
      levels.filter(level => level === 'warning').length,
    ]).toEqual(kept);
    expect(annotations).toHaveLength(commands.length);
    expect(outputs).toMatchObject({ errors: String(errors), warnings: String(warnings) });
    if (errors > 0) expect(annotations.at(-1)?.message).toMatch(new RegExp(`^promsec found ${errors} errors`));
    expect(log.split('\n').find(line => line.startsWith('not shown'))).toBe(said);
  },
);

test('in a checkout below the workspace, annotations are relative to the checkout, as GitHub wants them', () => {
  const workspace = folderWith({ 'other.yml': '' });
  renameSync(checkoutWith({ 'prometheus.yml': INSECURE }), join(workspace, 'sub'));
  const { annotations } = runStep(workspace, { inputs: { path: 'sub' } });
  expect(annotations[0]).toMatchObject({ file: 'prometheus.yml', line: 4 });
});

test('no summary file, or one that cannot be written, costs nothing else', () => {
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
  for (const summary of [undefined, '', '/nowhere/summary']) {
    const { status, annotations, outputs, log } = runStep(workspace, { env: { GITHUB_STEP_SUMMARY: summary } });
    expect({ status, count: annotations.length }).toEqual({ status: 1, count: 2 });
    expect(outputs).toMatchObject({ errors: '1' });
    expect(log).toContain('the job summary cannot be written here; the report above is complete\n');
  }
});

test('the reports are written where they are asked for, and named in the outputs', () => {
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
  const { outputs, status } = runStep(workspace, {
    inputs: { 'sarif-file': 'out/a/promsec.sarif', 'json-file': 'promsec.json' },
  });
  expect(status).toBe(1);
  expect(outputs).toMatchObject({ 'sarif-file': 'out/a/promsec.sarif', 'json-file': 'promsec.json' });
  const [sarif, json] = ['out/a/promsec.sarif', 'promsec.json'].map(
    path => JSON.parse(readFileSync(join(workspace, path), 'utf8')) as unknown,
  );
  expect(sarif).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'insecure-skip-verify' }] }] });
  expect(json).toMatchObject({ version: 1, counts: { error: 1 } });
});

test('a report that cannot be written is an error beside the findings', () => {
  const { status, annotations } = runStep(checkoutWith({ 'prometheus.yml': INSECURE }), {
    inputs: { 'sarif-file': 'prometheus.yml/a' },
  });
  expect(status).toBe(2);
  expect(annotations.map(({ message }) => message.split('\n')[0])).toEqual([
    expect.stringContaining('accepts any certificate'),
    'the file for sarif-file cannot be written; check its folder and permissions',
  ]);
});

const nothing: readonly (readonly [string, number, readonly object[]])[] = [
  ['pass', 0, []],
  ['warn', 0, [{ level: 'warning' }]],
  ['fail', 1, [{ level: 'failure' }]],
];

test.each(nothing)('where nothing is found and no-files is %s, the status is %d', (noFiles, status, levels) => {
  const outcome = runStep(checkoutWith({ '.promsec.yml': `version: 1\nno-files: ${noFiles}\n` }));
  expect(outcome.status).toBe(status);
  const message =
    'no Prometheus configuration was found in 1 file; check the path and what is excluded, or set no-files to pass';
  expect(outcome.annotations).toEqual(levels.map(level => ({ ...level, message })));
});
