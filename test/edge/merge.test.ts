import { describe, expect, test } from '@jest/globals';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../src/report/format-names.ts';
import { CLEAN, INSECURE, WEAK } from './documents.ts';
import { folderWith, git, write, type Contents } from './folder.ts';
import { runIn, type Outcome } from './recorded-run.ts';

const TOP = join(import.meta.dirname, '../../..');

/** Lints a folder in shards, and gives the names of their reports, the last shard first. */
async function shardsIn(folder: string, count: number, ...words: readonly string[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (let index = count; index >= 1; index -= 1) {
    const name = `../${count}-${index}.json`;
    const { complaints } = await runIn(folder, [...asJson(name), '--shard', `${index}/${count}`, ...words]);
    expect(complaints).toEqual([]);
    names.push(name);
  }
  return names;
}

function asJson(name: string): readonly string[] {
  return ['--format', 'json', '--output', name];
}

/** A folder that has room for reports beside it. */
function folderInside(contents: Contents): string {
  return join(
    folderWith(Object.fromEntries(Object.entries(contents).map(([path, text]) => [`it/${path}`, text]))),
    'it',
  );
}

/** What all formats print, with the statuses. */
async function everyRun(folder: string, ...words: readonly string[]): Promise<readonly Outcome[]> {
  const runs: Outcome[] = [];
  for (const format of FORMATS) runs.push(await runIn(folder, [...words, '--format', format]));
  return [...runs, await runIn(folder, [...words, '--verbose'], true)];
}

describe('the shards of the examples', () => {
  const folder = folderInside({ 'README.md': '' });
  cpSync(join(TOP, 'examples'), join(folder, 'examples'), { recursive: true });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('are the whole in every format when there are %d of them', async count => {
    const shards = await shardsIn(folder, count);
    expect(await everyRun(folder, 'merge', ...shards)).toEqual(await everyRun(folder));
  });
});

const BASE = {
  'a/prometheus.yml': INSECURE,
  'b/web.yml': WEAK,
  'c/prometheus.yml': CLEAN,
  'd/prometheus.yml': 'a: [',
  '.promsec.yml': 'version: 1\nfail-on: warning\n',
};

describe('the shards of a change', () => {
  const repository = folderInside(BASE);
  git(repository, 'init', '--quiet', '--initial-branch=main');
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message', 'base');
  git(repository, 'mv', 'a/prometheus.yml', 'a/moved.yml');
  write(repository, { 'c/prometheus.yml': INSECURE, 'e/web.yml': WEAK, 'd/prometheus.yml': CLEAN });
  git(repository, 'add', '--all');
  git(repository, 'commit', '--quiet', '--message', 'change');

  test.each(['new', 'changed-lines'])('are the whole with what is %s', async scope => {
    const words = ['--scope', scope, '--base', 'HEAD^'];
    for (const count of [2, 5]) {
      const shards = await shardsIn(repository, count, ...words);
      const whole = await everyRun(repository, ...words);
      expect(whole[0]?.output).toContain('not new: ');
      expect(await everyRun(repository, 'merge', ...shards)).toEqual(whole);
    }
  });
});

test('a shard says what belongs to it, with the status of that, and of no files only all together speak', async () => {
  const folder = folderInside({
    'a.yml': '',
    'prometheus.yml': INSECURE,
    '.promsec.yml': 'version: 1\nno-files: fail\n',
  });
  const runs = [await runIn(folder, ['--shard', '1/2']), await runIn(folder, ['--shard', '2/2'])];
  expect(runs.map(({ status }) => status).sort()).toEqual([0, 1]);
  expect(runs.flatMap(({ complaints }) => complaints)).toEqual([]);
  write(folder, { 'prometheus.yml': '' });
  const shards = await shardsIn(folder, 2);
  const { status, complaints } = await runIn(folder, ['merge', ...shards]);
  expect({ status, complaints }).toEqual({
    status: 1,
    complaints: [
      'no Prometheus configuration was found in 3 files; check the path and what is excluded, or set no-files to pass',
    ],
  });
});

const thresholds: readonly (readonly [words: readonly string[], status: number])[] = [
  [[], 1],
  [['--fail-on', 'error'], 0],
  [['--fail-on', 'never'], 0],
  [['--fail-on', 'note'], 1],
];

test.each(thresholds)('several repositories with %j end with status %d', async (words, status) => {
  const strict = folderInside({ 'web.yml': WEAK, '.promsec.yml': 'version: 1\nfail-on: warning\n' });
  const lenient = folderInside({ 'web.yml': WEAK });
  const [first, second] = [join(strict, '../strict.json'), join(lenient, '../lenient.json')];
  await runIn(strict, [...asJson(first), '--repository', 'octo/strict']);
  await runIn(lenient, [...asJson(second), '--repository', 'octo/lenient']);
  const merged = await runIn(strict, ['merge', second, first, ...words]);
  expect(merged).toMatchObject({ status, complaints: [] });
  const places = [...merged.output.matchAll(/--> (\S+)/g)].map(([, place]) => place);
  expect(places).toEqual(['octo/lenient/web.yml:2:8', 'octo/strict/web.yml:2:8']);
});

test('what merge writes goes where it is told to', async () => {
  const folder = folderInside({ 'prometheus.yml': INSECURE });
  await runIn(folder, asJson('a.json'));
  expect(await runIn(folder, ['merge', 'a.json', '--format', 'sarif', '--output', 'a.sarif'])).toEqual({
    status: 1,
    output: '',
    complaints: [],
  });
  expect(readFileSync(join(folder, 'a.sarif'), 'utf8')).toBe((await runIn(folder, ['--format', 'sarif'])).output);
});

const wrong: readonly (readonly [words: readonly string[], complaints: readonly string[]])[] = [
  [['merge'], ['merge needs the files of reports; make them with --format json']],
  [['merge', 'none.json'], ['the report none.json cannot be read; check that it is there']],
  [['merge', '.'], ['the report . cannot be read; check that it is there']],
  [
    ['merge', 'web.yml', 'empty.json'],
    [
      'web.yml: this is no JSON; write it with --format json',
      "empty.json: this is no report of promsec: must have required property 'version'",
    ],
  ],
  [['merge', 'old.json'], ['old.json: it was made by promsec 0.9.0, and this is 1.0.0; use one version for all']],
  [['merge', 'a.json', '--shard', '1/2'], ['merge takes no --shard; it is for lint']],
  [
    ['merge', 'a.json', '--repository', 'o/r', '--now', '2026-11-20', '--base', 'main'],
    [
      'merge takes no --base; it is for lint',
      'merge takes no --now; it is for lint, certificates, explain, baseline',
      'merge takes no --repository; it is for lint',
    ],
  ],
  [['--shard', '0/4'], ['--shard does not take 0/4; write which shard of how many, such as 2/4']],
  [['--shard', '5/4'], ['--shard does not take 5/4; write which shard of how many, such as 2/4']],
  [['--shard', '1/10001'], ['--shard does not take 1/10001; write which shard of how many, such as 2/4']],
  [['--shard', '2'], ['--shard does not take 2; write which shard of how many, such as 2/4']],
  [['--repository', 'octo'], ['--repository does not take octo; write owner/name']],
  [['--repository', 'octo/..'], ['--repository does not take octo/..; write owner/name']],
  [['--repository', '../x'], ['--repository does not take ../x; write owner/name']],
];

test.each(wrong)('%j is wrong usage', async (words, complaints) => {
  const folder = folderWith({
    'web.yml': WEAK,
    'empty.json': '{}',
    'old.json': '{ "version": 1, "tool": { "name": "promsec", "version": "0.9.0" } }',
  });
  expect(await runIn(folder, words)).toEqual({ status: 2, output: '', complaints });
});
