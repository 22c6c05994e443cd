import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../src/report/format-names.ts';
import { CLEAN, INSECURE, WEAK } from './documents.ts';
import { checkoutWith, folderWith, git, write } from './folder.ts';
import { runIn, type Outcome } from './recorded-run.ts';

const PLACE = '.promsec-baseline.json';
const PASSWORD = 'hunter-2-hunter';
const SECRET = `scrape_configs:\n  - job_name: node\n    basic_auth: { username: a, password: ${PASSWORD} }\n`;

const REMOTE = 'remote_write:\n  - url: https://a.example\n    tls_config: { insecure_skip_verify: true }\n';

/** Findings of a report as JSON. */
interface Printed {
  readonly findings: readonly { readonly file: string; readonly rule: string; readonly state: string }[];
}

async function recordedIn(folder: string, ...words: readonly string[]): Promise<string> {
  const { status, complaints } = await runIn(folder, ['baseline', ...words]);
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  return readFileSync(join(folder, PLACE), 'utf8');
}

async function countingIn(folder: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { output, complaints } = await runIn(folder, ['--format', 'json', ...words]);
  if (output === '') throw new Error(complaints.join('\n'));
  // Our own format, which `test/report/` compares with its schema.
  const { findings } = JSON.parse(output) as Printed;
  return findings.filter(({ state }) => state === 'new').map(({ file, rule }) => `${file} ${rule}`);
}

/** The last lines of the report for people. */
function closing({ output }: Outcome): readonly string[] {
  return output
    .slice(output.lastIndexOf('\n\n') + 1)
    .split('\n')
    .filter(line => line !== '');
}

test('what was there when the baseline was made does not count, and one more does', async () => {
  const folder = checkoutWith({ 'a/prometheus.yml': INSECURE, 'web.yml': WEAK });
  const { output } = await runIn(folder, ['baseline']);
  expect(output).toBe(
    `${PLACE} records 2 findings in 2 files; commit it, and promsec lint --baseline counts only what it has not\n`,
  );
  const quiet = await runIn(folder, ['--baseline']);
  expect({ status: quiet.status, lines: closing(quiet).slice(1) }).toEqual({
    status: 0,
    lines: [`what ${PLACE} has does not count`, 'not new: 2 findings (--verbose shows them)'],
  });
  expect((await runIn(folder, [])).status).toBe(1);
  write(folder, { 'a/prometheus.yml': INSECURE + REMOTE, 'b/prometheus.yml': INSECURE });
  expect(await countingIn(folder, 'lint', '--baseline')).toEqual([
    'a/prometheus.yml insecure-skip-verify',
    'b/prometheus.yml insecure-skip-verify',
  ]);
});

test('a baseline holds no secret and no line, and is the same wherever and whenever it is made', async () => {
  const folder = checkoutWith({ 'b/prometheus.yml': INSECURE, 'a/prometheus.yml': SECRET });
  const text = await recordedIn(folder);
  expect(text).not.toContain(PASSWORD);
  await runIn(join(folder, 'a'), ['baseline', '--output', '../from-below.json']);
  expect(readFileSync(join(folder, 'from-below.json'), 'utf8')).toBe(text);
  write(folder, { 'b/prometheus.yml': `# moved\n\n${INSECURE}` });
  expect(await recordedIn(folder)).toBe(text);
  expect(text).toMatch(
    /^\{\n  "version": 1,\n  "findings": \{\n    "a\/prometheus.yml": \[\n      \{ "rule": "inline-secret", "severity": "error", "fingerprint": "[0-9a-f]{16}", "count": 1 \}/,
  );
});

test('the configuration asks for the usual baseline, and an option names another', async () => {
  const folder = checkoutWith({ 'prometheus.yml': INSECURE, '.promsec.yml': 'version: 1\nbaseline: true\n' });
  expect((await runIn(folder, [])).complaints).toEqual([
    `the baseline ${PLACE} cannot be read; check that it is there`,
  ]);
  await recordedIn(folder);
  expect((await runIn(folder, [])).status).toBe(0);
  expect((await runIn(folder, ['--no-config'])).status).toBe(1);
  await runIn(folder, ['baseline', '--output', 'old.json']);
  rmSync(join(folder, PLACE));
  expect((await runIn(folder, ['--no-config', '--baseline=old.json'])).status).toBe(0);
  expect(await runIn(folder, ['--baseline', 'old.json'])).toEqual({
    status: 2,
    output: '',
    complaints: ['--baseline takes its value with an equals sign: --baseline=old.json'],
  });
});

describe('what is mended', () => {
  const contents = { 'a/prometheus.yml': INSECURE, 'b/prometheus.yml': INSECURE, 'web.yml': WEAK };

  test('is said to be stale, and --prune drops that alone', async () => {
    const folder = checkoutWith(contents);
    await recordedIn(folder);
    write(folder, { 'a/prometheus.yml': CLEAN });
    const gone = '1 finding of the baseline is gone: promsec --baseline --prune drops it';
    expect(closing(await runIn(folder, ['--baseline']))).toContain(gone);
    expect(closing(await runIn(folder, ['--baseline', '--verbose']))).toContain(
      '  a/prometheus.yml: 1 error of insecure-skip-verify',
    );
    const pruning = await runIn(folder, ['--baseline', '--prune']);
    expect(pruning).toMatchObject({ status: 0, complaints: [`1 finding that is gone dropped from ${PLACE}`] });
    const text = readFileSync(join(folder, PLACE), 'utf8');
    expect(await recordedIn(folder)).toBe(text);
    expect((await runIn(folder, ['--baseline', '--prune'])).complaints).toEqual([`nothing in ${PLACE} is stale`]);
    write(folder, { 'a/prometheus.yml': INSECURE });
    expect((await runIn(folder, ['--baseline'])).status).toBe(1);
  });

  test('is not told where a file is not looked at, or a rule does not run', async () => {
    const folder = checkoutWith({ ...contents, 'c/web.yml': 'http_server_config: { http2: true }\n' });
    await recordedIn(folder, '--pedantic');
    const lines = closing(await runIn(folder, ['b', '--baseline']));
    expect(lines.join('\n')).not.toContain('gone');
    expect((await runIn(folder, ['b', '--baseline', '--prune'])).complaints).toEqual([`nothing in ${PLACE} is stale`]);
  });

  test('is told where the file or the rule is no more', async () => {
    const folder = checkoutWith(contents);
    const text = await recordedIn(folder);
    rmSync(join(folder, 'a'), { recursive: true });
    write(folder, { [PLACE]: text.replace('weak-bcrypt-cost', 'an-old-rule') });
    expect(closing(await runIn(folder, ['--baseline', '--verbose']))).toEqual(
      expect.arrayContaining([
        '2 findings of the baseline are gone: promsec --baseline --prune drops them',
        '  a/prometheus.yml: 1 error of insecure-skip-verify',
        '  web.yml: 1 warning of an-old-rule',
      ]),
    );
  });
});

const refused: readonly (readonly [words: readonly string[], complaint: string])[] = [
  [['--prune'], '--prune needs a baseline; add --baseline, or baseline: true to the configuration'],
  [['--baseline', '--prune', '--shard', '1/2'], '--prune needs the whole report; leave out --shard'],
  [['--baseline='], '--baseline= names no file; leave out the equals sign for the usual one'],
  [['--baseline'], `the baseline ${PLACE} cannot be read; check that it is there`],
  [['--baseline=odd.json'], 'odd.json:1:15: version has a value that it does not take; use 1'],
  [['--baseline=../..'], 'the baseline ../.. cannot be read; check that it is there'],
  [['merge', 'a.json', '--baseline'], 'merge takes no --baseline; it is for lint'],
  [['baseline', 'a'], 'baseline records the whole repository and takes no path'],
];

test.each(refused)('%j is wrong usage', async (words, complaint) => {
  const folder = checkoutWith({ 'prometheus.yml': INSECURE, 'odd.json': '{ "version" : 9, "findings": {} }' });
  expect(await runIn(folder, words)).toEqual({ status: 2, output: '', complaints: [complaint] });
});

test('a baseline is neither read nor written through a link that leads out of the repository', async () => {
  const outside = folderWith({ 'b.json': 'theirs\n' });
  const folder = checkoutWith({ 'prometheus.yml': INSECURE });
  symlinkSync(join(outside, 'b.json'), join(folder, PLACE));
  expect((await runIn(folder, ['baseline'])).complaints).toEqual([
    `${PLACE} is not written through a symbolic link; remove the link`,
  ]);
  expect((await runIn(folder, ['--baseline'])).complaints).toEqual([
    `the baseline ${PLACE} cannot be read: it is a symbolic link that leads out of the tree`,
  ]);
  expect(readFileSync(join(outside, 'b.json'), 'utf8')).toBe('theirs\n');
});

describe('with a base', () => {
  const folder = checkoutWith({ 'a/prometheus.yml': INSECURE, 'b/prometheus.yml': INSECURE });
  git(folder, 'commit', '--quiet', '--message', 'base');

  test('what either has does not count, and a change of the baseline is said', async () => {
    await recordedIn(folder);
    write(folder, { 'c/prometheus.yml': INSECURE });
    await recordedIn(folder);
    write(folder, { 'd/prometheus.yml': INSECURE });
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'change');
    expect(await countingIn(folder, '--base', 'HEAD^')).toEqual([
      'c/prometheus.yml insecure-skip-verify',
      'd/prometheus.yml insecure-skip-verify',
    ]);
    expect(await countingIn(folder, '--base', 'HEAD^', '--baseline')).toEqual([
      'd/prometheus.yml insecure-skip-verify',
    ]);
    const { output } = await runIn(folder, ['--base', 'HEAD^', '--baseline']);
    expect(output).toContain(`the change alters what counts: ${PLACE} is added\n`);
    expect((await runIn(folder, ['--base', 'HEAD^'])).output).not.toContain(`${PLACE} is`);
  });

  test('a change of the baseline alone is judged', async () => {
    const text = readFileSync(join(folder, PLACE), 'utf8');
    write(folder, { [PLACE]: text.replaceAll('"count": 1', '"count": 2') });
    git(folder, 'commit', '--quiet', '--all', '--message', 'more');
    const { output } = await runIn(folder, ['--base', 'HEAD^', '--baseline']);
    expect(output).toContain(`the change alters what counts: ${PLACE} is changed\n`);
    expect(output).toContain('3 findings of the baseline are gone');
  });
});

test('shards with a baseline are the whole in every format, and have one baseline', async () => {
  const contents = { 'a/prometheus.yml': INSECURE, 'b/web.yml': WEAK, 'c/prometheus.yml': SECRET, 'd/web.yml': WEAK };
  const folder = checkoutWith(contents);
  await recordedIn(folder);
  write(folder, { 'a/prometheus.yml': CLEAN, 'd/web.yml': CLEAN, 'e/prometheus.yml': INSECURE });
  const names = ['3/3', '1/3', '2/3'].map(shard => ({ shard, name: join(folderWith(), 'report.json') }));
  for (const { shard, name } of names) {
    await runIn(folder, ['--baseline', '--shard', shard, '--format', 'json', '--output', name]);
  }
  const reports = names.map(({ name }) => name);
  for (const format of FORMATS) {
    const words = ['--format', format, '--verbose'];
    const whole = await runIn(folder, ['--baseline', ...words]);
    expect(await runIn(folder, ['merge', ...reports, ...words])).toEqual(whole);
  }
  await recordedIn(folder);
  const [first = '', second = ''] = reports;
  await runIn(folder, ['--baseline', '--shard', '3/3', '--format', 'json', '--output', first]);
  expect((await runIn(folder, ['merge', ...reports])).complaints).toContain(
    `${first} and ${second} were judged with different baselines; use one for all shards`,
  );
});

test('stale entries of several repositories stand below their names', async () => {
  const reports: string[] = [];
  for (const repository of ['octo/a', 'octo/b']) {
    const folder = checkoutWith({ 'prometheus.yml': INSECURE });
    await recordedIn(folder);
    write(folder, { 'prometheus.yml': CLEAN });
    const name = join(folder, 'report.json');
    await runIn(folder, ['--baseline', '--repository', repository, '--format', 'json', '--output', name]);
    reports.push(name);
  }
  const merged = await runIn(folderWith(), ['merge', ...reports, '--verbose']);
  expect(closing(merged)).toEqual(
    expect.arrayContaining([
      `what ${PLACE} has does not count`,
      '  octo/a/prometheus.yml: 1 error of insecure-skip-verify',
      '  octo/b/prometheus.yml: 1 error of insecure-skip-verify',
    ]),
  );
});

test('the command reads and writes the baseline of the folder that it runs in', () => {
  const folder = checkoutWith({ 'prometheus.yml': INSECURE });
  const command = join(import.meta.dirname, '../../src/index.js');
  const promsec = (...words: readonly string[]): string =>
    execFileSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8' });
  promsec('baseline');
  expect(promsec('--baseline')).toContain('no new findings');
});
