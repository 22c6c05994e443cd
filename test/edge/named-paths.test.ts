import { expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { treeOf } from '../../src/edge/tree.ts';
import { seededKeyPair } from '../certificates.ts';
import { INSECURE } from './documents.ts';
import { checkoutWith, folderWith, write } from './folder.ts';
import { findingsIn, runIn } from './recorded-run.ts';

const EXCLUDING = 'version: 1\nexclude: [dev/]\n';

test('what is excluded is not read', async () => {
  const top = checkoutWith({ '.promsec.yml': EXCLUDING, 'dev/prometheus.yml': INSECURE, 'prometheus.yml': INSECURE });
  expect(await findingsIn(top)).toEqual(['prometheus.yml:4 insecure-skip-verify']);
});

const namings: readonly (readonly [string, readonly string[], number])[] = [
  ['a file that is named', ['dev/prometheus.yml'], 1],
  ['a folder that is named', ['dev'], 2],
  ['a folder that is named with a slash', ['dev/'], 2],
  ['a folder in an excluded one', ['dev/eu'], 1],
  ['one of several paths', ['web.yml', 'dev'], 2],
  ['a folder that is named beside the whole', ['.', 'dev/eu'], 1],
];

test.each(namings)('%s is read, whatever is excluded', async (_, words, count) => {
  const top = checkoutWith({
    '.promsec.yml': EXCLUDING,
    'web.yml': '',
    'dev/prometheus.yml': INSECURE,
    'dev/eu/prometheus.yml': INSECURE,
  });
  expect(await findingsIn(top, ...words)).toHaveLength(count);
});

test('who names the whole names nothing in it', async () => {
  const top = checkoutWith({ '.promsec.yml': EXCLUDING, 'dev/prometheus.yml': INSECURE });
  for (const words of [[], ['.'], [top], [`${top}/dev/..`]]) {
    const { named, belowNamed } = treeOf(words, top);
    expect([...named, ...belowNamed]).toEqual([]);
    expect(await findingsIn(top, ...words)).toEqual([]);
  }
});

test('a named file is read though git ignores it, and an ignored folder is what git says it is', async () => {
  const top = checkoutWith({ '.gitignore': 'out' });
  write(top, { 'out/prometheus.yml': INSECURE });
  expect(await findingsIn(top, 'out/prometheus.yml')).toEqual(['out/prometheus.yml:4 insecure-skip-verify']);
  expect(await findingsIn(top, 'out')).toEqual([]);
});

test('a named file is read whatever it is called, and of a named folder only what can be ours', async () => {
  const key = seededKeyPair('named').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const top = checkoutWith({ 'deploy/prometheus.yml.example': INSECURE, 'deploy/key.txt': key });
  expect(await findingsIn(top, 'deploy')).toEqual([]);
  expect(await findingsIn(top, 'deploy/prometheus.yml.example', 'deploy/key.txt')).toEqual([
    'deploy/key.txt:1 private-key-committed',
    'deploy/prometheus.yml.example:4 insecure-skip-verify',
  ]);
});

test('a file is read once, however often it is named', async () => {
  const top = checkoutWith({ 'a/prometheus.yml': INSECURE });
  expect(await findingsIn(top, 'a', './a/prometheus.yml', 'a/', join(top, 'a'))).toEqual([
    'a/prometheus.yml:4 insecure-skip-verify',
  ]);
});

test('outside of git, paths are relative to the current folder', async () => {
  const folder = folderWith({ 'a/prometheus.yml': INSECURE, 'b/web.yml': '' });
  expect(await findingsIn(folder, 'a')).toEqual(['a/prometheus.yml:4 insecure-skip-verify']);
  expect(await findingsIn(join(folder, 'b'), '../a/prometheus.yml')).toEqual([
    '../a/prometheus.yml:4 insecure-skip-verify',
  ]);
  expect(await findingsIn(join(folder, 'b'), '..')).toEqual(['../a/prometheus.yml:4 insecure-skip-verify']);
  const fromTop = relative('/', folder);
  expect(await findingsIn('/', folder)).toEqual([`${fromTop}/a/prometheus.yml:4 insecure-skip-verify`]);
  expect(await findingsIn('/', `${fromTop}/a/prometheus.yml`)).toEqual([
    `${fromTop}/a/prometheus.yml:4 insecure-skip-verify`,
  ]);
});

test('a path outside of the checkout is read when it is named', async () => {
  const outside = folderWith({ 'prometheus.yml': INSECURE });
  const top = checkoutWith({ 'web.yml': '' });
  const shown = `${relative(top, outside)}/prometheus.yml:4 insecure-skip-verify`;
  expect(await findingsIn(top, 'web.yml', outside)).toEqual([shown]);
  expect(await findingsIn(top, 'web.yml', join(outside, 'prometheus.yml'))).toEqual([shown]);
  expect(await findingsIn(top, join(outside, 'prometheus.yml'))).toEqual([shown]);
});

test('a named link is followed within the tree and not out of it', async () => {
  const outside = folderWith({ 'prometheus.yml': INSECURE });
  for (const top of [
    checkoutWith({ 'real/prometheus.yml': INSECURE }),
    folderWith({ 'real/prometheus.yml': INSECURE }),
  ]) {
    symlinkSync('real', join(top, 'folder'));
    symlinkSync('real/prometheus.yml', join(top, 'prometheus.yml'));
    symlinkSync(outside, join(top, 'outside'));
    symlinkSync(join(outside, 'prometheus.yml'), join(top, 'web.yml'));
    expect(await findingsIn(top, 'prometheus.yml')).toEqual(['prometheus.yml:4 insecure-skip-verify']);
    expect(await findingsIn(top, 'folder')).toEqual(['real/prometheus.yml:4 insecure-skip-verify']);
    expect(await findingsIn(top, 'folder/prometheus.yml')).toEqual(['folder/prometheus.yml:4 insecure-skip-verify']);
    expect(await findingsIn(top, 'web.yml')).toEqual(['web.yml:1 unreadable-file']);
    expect(await findingsIn(top, 'outside/prometheus.yml')).toEqual(['outside/prometheus.yml:1 unreadable-file']);
    expect(await runIn(top, ['outside'])).toMatchObject({
      status: 2,
      output: '',
      complaints: ['outside is a symbolic link that leads out of the tree'],
    });
  }
});

test('a link outside of the tree is followed when it is named, as Kubernetes mounts its files', async () => {
  const mounted = folderWith({ '..data/prometheus.yml': INSECURE });
  symlinkSync('..data/prometheus.yml', join(mounted, 'prometheus.yml'));
  expect(await findingsIn(folderWith(), join(mounted, 'prometheus.yml'))).toHaveLength(1);
});

const wrong: readonly (readonly [string, string])[] = [
  ['nowhere.yml', 'there is no file or folder nowhere.yml'],
  ['web.yml/below', 'there is no file or folder web.yml/below'],
  ['dangling', 'there is no file or folder dangling'],
  ['loop', 'loop cannot be opened; check the path and its permissions'],
  ['', 'an empty path leads nowhere; leave it out for the whole repository'],
  ['a\0b', 'a\0b cannot be opened; check the path and its permissions'],
  ['lnit', 'there is no file or folder lnit; did you mean the command lint?'],
  ['rulse', 'there is no file or folder rulse; did you mean the command rules?'],
];

test.each(wrong)('naming %j is wrong usage', async (word, complaint) => {
  const folder = folderWith({ 'web.yml': '' });
  symlinkSync('nowhere', join(folder, 'dangling'));
  symlinkSync('loop', join(folder, 'loop'));
  expect(await runIn(folder, [word])).toEqual({ status: 2, output: '', complaints: [complaint] });
});
