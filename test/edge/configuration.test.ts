import { expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { INSECURE, WEAK } from './documents.ts';
import { checkoutWith, folderWith } from './folder.ts';
import { findingsIn, runIn } from './recorded-run.ts';

const OFF = 'version: 1\nrules: { insecure-skip-verify: off }\n';
const FOUND = ['prometheus.yml:4 insecure-skip-verify'];

test.each(['.promsec.yml', '.github/promsec.yml'])('%s at the top level is the configuration', async place => {
  const top = checkoutWith({ 'prometheus.yml': INSECURE, [place]: OFF, 'below/web.yml': '' });
  expect(await findingsIn(top)).toEqual([]);
  expect(await findingsIn(join(top, 'below'))).toEqual([]);
  expect(await findingsIn(top, '--no-config')).toEqual(FOUND);
});

test('a configuration file below the top level is none', async () => {
  const top = checkoutWith({ 'prometheus.yml': INSECURE, 'below/.promsec.yml': OFF });
  expect(await findingsIn(join(top, 'below'))).toEqual(FOUND);
  expect(await findingsIn(join(top, 'below'), '--config', '.promsec.yml')).toEqual([]);
});

test('both configuration files are one too many, unless another is named or none is wanted', async () => {
  const top = folderWith({
    'prometheus.yml': INSECURE,
    '.promsec.yml': OFF,
    '.github/promsec.yml': OFF,
    'other.yml': OFF,
  });
  expect(await runIn(top, [])).toEqual({
    status: 2,
    output: '',
    complaints: ['both .promsec.yml and .github/promsec.yml are there; keep one'],
  });
  expect(await findingsIn(top, '--no-config')).toEqual(FOUND);
  expect(await findingsIn(top, '--config', 'other.yml')).toEqual([]);
  expect((await runIn(top, ['files'])).status).toBe(2);
  expect((await runIn(top, ['rules'])).status).toBe(0);
});

test('a file that is named is read instead of the usual one, also from elsewhere', async () => {
  const elsewhere = folderWith({ 'ours.yml': 'version: 1\n' });
  const top = folderWith({ 'prometheus.yml': INSECURE, '.promsec.yml': OFF });
  expect(await findingsIn(top, '--config', join(elsewhere, 'ours.yml'))).toEqual(FOUND);
});

test('options beat the file, and the file beats the defaults', async () => {
  const top = folderWith({ 'web.yml': WEAK, '.promsec.yml': 'version: 1\nfail-on: warning\n' });
  expect((await runIn(top, [])).status).toBe(1);
  expect((await runIn(top, ['--fail-on', 'error'])).status).toBe(0);
  expect((await runIn(top, ['--no-config'])).status).toBe(0);
});

test('every mistake is a line with its place, and nothing is linted', async () => {
  const top = checkoutWith({
    '.github/promsec.yml': 'version: 1\nexclud: []\nfail-on: warn\n',
    'prometheus.yml': INSECURE,
    'a/b.yml': '',
  });
  expect(await runIn(join(top, 'a'), [])).toEqual({
    status: 2,
    output: '',
    complaints: [
      '.github/promsec.yml:2:1: there is no key "exclud"; did you mean exclude?',
      '.github/promsec.yml:3:10: fail-on has a value that it does not take; did you mean warning?',
    ],
  });
});

const unreadable: readonly (readonly [string, string])[] = [
  ['nowhere.yml', 'the configuration file nowhere.yml cannot be read; check that it is there'],
  ['/nowhere/ours.yml', 'the configuration file /nowhere/ours.yml cannot be read; check that it is there'],
  ['folder', 'the configuration file folder cannot be read; check that it is there'],
  ['binary.yml', 'the configuration file binary.yml cannot be read: it is a binary file'],
  ['link.yml', 'the configuration file link.yml cannot be read: it is a symbolic link that leads out of the tree'],
];

test.each(unreadable)('--config %s is wrong usage', async (path, complaint) => {
  const top = folderWith({ 'binary.yml': 'version: 1\0' });
  mkdirSync(join(top, 'folder'));
  symlinkSync(join(folderWith({ 'secret.yml': 'password: s3cr3t' }), 'secret.yml'), join(top, 'link.yml'));
  expect(await runIn(top, ['--config', path])).toEqual({ status: 2, output: '', complaints: [complaint] });
});

test('a configuration file may be UTF-16 and begin with a byte order mark, as an editor may write it', async () => {
  const top = folderWith({ 'prometheus.yml': INSECURE, '.promsec.yml': `\u{feff}${OFF}` });
  expect(await findingsIn(top)).toEqual([]);
});
