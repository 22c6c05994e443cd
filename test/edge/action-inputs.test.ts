import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { makeCertificate } from '../certificates.ts';
import { INSECURE, WEAK } from './documents.ts';
import { checkoutWith, write } from './folder.ts';
import { runIn } from './recorded-run.ts';
import { runStep, type Step } from './runner.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The findings that are annotations, as `path:line rule`. */
function annotated(workspace: string, inputs: NonNullable<Step['inputs']> = {}): readonly string[] {
  return runStep(workspace, { inputs }).annotations.flatMap(({ file, line, title }) =>
    title === undefined ? [] : [`${file}:${line} ${title}`],
  );
}

test('the path may be several, one a line, with spaces in it', () => {
  const workspace = checkoutWith({
    'a b/prometheus.yml': INSECURE,
    'c/prometheus.yml': INSECURE,
    'd/prometheus.yml': INSECURE,
  });
  const [first, second, third] = ['a b', 'c', 'd'].map(folder => `${folder}/prometheus.yml:4 insecure-skip-verify`);
  expect(annotated(workspace)).toEqual([first, second, third]);
  expect(annotated(workspace, { path: '' })).toEqual([first, second, third]);
  expect(annotated(workspace, { path: 'a b\n\n  c/prometheus.yml\r\n' })).toEqual([first, second]);
});

test('an input beats the file, and the file beats the default', () => {
  const workspace = checkoutWith({
    'web.yml': WEAK,
    '.promsec.yml': 'version: 1\nfail-on: warning\n',
    'none.yml': 'version: 1',
  });
  expect(runStep(workspace).status).toBe(1);
  expect(runStep(workspace, { inputs: { 'fail-on': 'never' } }).status).toBe(0);
  expect(runStep(workspace, { inputs: { config: 'none.yml' } }).status).toBe(0);
  expect(runStep(workspace, { inputs: { config: 'none.yml', 'fail-on': 'note' } }).status).toBe(1);
});

test('what no configuration at all means can be set, and an input beats the file', () => {
  const workspace = checkoutWith({ 'notes.txt': 'none', '.promsec.yml': 'version: 1\nno-files: fail\n' });
  expect(runStep(workspace).status).toBe(1);
  const { status, annotations } = runStep(workspace, { inputs: { 'no-files': 'warn' } });
  expect({ status, levels: annotations.map(({ level }) => level) }).toEqual({ status: 0, levels: ['warning'] });
  expect(runStep(workspace, { inputs: { 'no-files': 'pass' } }).annotations).toEqual([]);
});

test('what a baseline has is no annotation, and an input beats the file', async () => {
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE, '.promsec.yml': 'version: 1\nbaseline: true\n' });
  await runIn(workspace, ['baseline']);
  await runIn(workspace, ['baseline', '--output', 'other.json']);
  write(workspace, { 'b/prometheus.yml': INSECURE });
  const [first, second] = ['b/prometheus.yml:4 insecure-skip-verify', 'prometheus.yml:4 insecure-skip-verify'];
  expect(annotated(workspace)).toEqual([first]);
  expect(annotated(workspace, { baseline: 'false' })).toEqual([first, second]);
  expect(annotated(workspace, { baseline: 'other.json' })).toEqual([first]);
  write(workspace, { '.promsec.yml': 'version: 1\n' });
  expect(annotated(workspace, { baseline: 'True' })).toEqual([first]);
  expect(annotated(workspace)).toEqual([first, second]);
});

test('a part of the files can be reported on, and the repository can be named, for who puts reports together', () => {
  const workspace = checkoutWith({ 'a/prometheus.yml': INSECURE, 'b/prometheus.yml': INSECURE });
  const shards = ['1/2', '2/2'].map(shard => annotated(workspace, { shard }));
  expect(shards.flat().sort()).toEqual(annotated(workspace));
  runStep(workspace, { inputs: { shard: '2/2', repository: 'octo/site', 'json-file': 'out.json' } });
  const json: unknown = JSON.parse(readFileSync(join(workspace, 'out.json'), 'utf8'));
  expect(json).toMatchObject({ repository: 'octo/site', shard: { index: 2, count: 2 } });
});

test('the days before the end of a certificate can be set, and an input beats the file', () => {
  const today = Date.now();
  const { pem } = makeCertificate({
    commonName: 'node1.internal',
    names: ['node1.internal'],
    notBefore: new Date(today - 70 * DAY),
    notAfter: new Date(today + 20 * DAY),
  });
  const workspace = checkoutWith({ 'web.pem': pem, 'ten.yml': 'version: 1\nexpiry-days: 10\n' });
  expect(annotated(workspace)).toEqual(['web.pem:1 certificate-expiring']);
  expect(annotated(workspace, { 'expiry-days': '10' })).toEqual([]);
  expect(annotated(workspace, { config: 'ten.yml' })).toEqual([]);
  expect(annotated(workspace, { config: 'ten.yml', 'expiry-days': '30' })).toEqual(['web.pem:1 certificate-expiring']);
});

const wrong: readonly (readonly [NonNullable<Step['inputs']>, string])[] = [
  [{ 'fail-on': 'errors' }, 'fail-on does not take errors; did you mean error?'],
  [{ pedantic: 'yes' }, 'pedantic does not take yes; use true, false'],
  [{ 'expiry-days': '-1' }, 'expiry-days does not take -1; write a whole number of days'],
  [{ 'expiry-days': '30 days' }, 'expiry-days does not take 30 days; write a whole number of days'],
  [{ scope: 'changed' }, 'scope does not take changed; did you mean changed-lines?'],
  [{ 'sarif-file': 'a\nerrors=0' }, 'sarif-file does not take a name on several lines'],
  [{ audit: 'weekly' }, 'audit does not take weekly; use true, false'],
  [
    { audit: 'true', shard: '1/2' },
    'audit keeps an issue on all of its own repository; leave out shard and repository',
  ],
  [
    { audit: 'true', repository: 'o/a' },
    'audit keeps an issue on all of its own repository; leave out shard and repository',
  ],
  [{ 'no-files': 'error' }, 'no-files does not take error; use pass, warn, fail'],
  [{ shard: '3/2' }, 'shard does not take 3/2; write which shard of how many, such as 2/4'],
  [{ repository: 'octo' }, 'repository does not take octo; write owner/name'],
  [{ comment: 'yes' }, 'comment does not take yes; use true, false'],
  [{ path: 'deploy' }, 'there is no file or folder deploy'],
  [{ path: 'web.yml\nlint' }, 'there is no file or folder lint'],
  [{ config: 'ours.yml' }, 'the configuration file ours.yml cannot be read; check that it is there'],
];

test.each(wrong)('%j is one error, and status 2', (inputs, message) => {
  const { status, annotations, outputs, summary } = runStep(checkoutWith({ 'web.yml': WEAK }), { inputs });
  expect(status).toBe(2);
  expect(annotations).toEqual([{ level: 'failure', message }]);
  expect({ outputs, summary }).toEqual({ outputs: {}, summary: '' });
});

test('pedantic may be written in capitals, as expressions make it', () => {
  expect(runStep(checkoutWith(), { inputs: { pedantic: 'True' } }).status).toBe(0);
});

test('mistakes in the configuration are one error with all of them, on the line of the first', () => {
  const text = `version: 1\n${Array.from({ length: 30 }, (_, index) => `wrong${index}: 1\n`).join('')}`;
  const { status, annotations } = runStep(checkoutWith({ '.github/promsec.yml': text, 'prometheus.yml': INSECURE }));
  expect(status).toBe(2);
  expect(annotations).toEqual([
    {
      level: 'failure',
      file: '.github/promsec.yml',
      line: 2,
      endLine: 2,
      column: 1,
      endColumn: 1,
      message: expect.stringMatching(
        /^\.github\/promsec\.yml:2:1: there is no key "wrong0"; .*\n\.github\/promsec\.yml:3:1: /,
      ),
    },
  ]);
});

test('both configuration files are one error', () => {
  const workspace = checkoutWith({ '.promsec.yml': 'version: 1', '.github/promsec.yml': 'version: 1' });
  expect(runStep(workspace).annotations).toEqual([
    { level: 'failure', message: 'both .promsec.yml and .github/promsec.yml are there; keep one' },
  ]);
});

test('without a workspace the current folder is linted', () => {
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
  for (const env of [{ GITHUB_WORKSPACE: undefined }, { GITHUB_WORKSPACE: '' }])
    expect(runStep(workspace, { env }).status).toBe(1);
});

test('no input but the path and the token has a default, which would beat the configuration file', () => {
  const action = parseDocument(readFileSync('action.yml', 'utf8'));
  const { inputs } = action.toJS() as { readonly inputs: Readonly<Record<string, object>> };
  expect(Object.keys(inputs).filter(name => 'default' in (inputs[name] ?? {}))).toEqual(['path', 'token']);
});
