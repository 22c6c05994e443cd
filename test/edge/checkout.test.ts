import { expect, test } from '@jest/globals';
import { chownSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { treeOf } from '../../src/edge/tree.ts';
import { CLEAN, INSECURE } from './documents.ts';
import { checkoutWith, folderWith, git, write } from './folder.ts';
import { findingsIn, runIn } from './recorded-run.ts';

test('the files of a checkout are the tracked ones and the untracked ones that are not ignored', () => {
  const top = checkoutWith({ 'a.yml': '', '.gitignore': 'out/\n*.tmp\n', 'out/forced.yml': '' });
  git(top, 'add', '--force', 'out/forced.yml');
  write(top, { 'new/b.yml': '', 'c.tmp': '', 'out/d.yml': '' });
  expect(treeOf([], top).paths).toEqual(['.gitignore', 'a.yml', 'new/b.yml', 'out/forced.yml']);
});

test('what counts is the content of the working tree', async () => {
  const top = checkoutWith({ 'prometheus.yml': CLEAN });
  write(top, { 'prometheus.yml': INSECURE });
  expect(await findingsIn(top)).toEqual(['prometheus.yml:4 insecure-skip-verify']);
});

test('from a subfolder the whole checkout is linted, with paths from its top level', async () => {
  const top = checkoutWith({ 'prometheus.yml': INSECURE, 'deploy/eu/prometheus.yml': INSECURE });
  const want = ['deploy/eu/prometheus.yml:4 insecure-skip-verify', 'prometheus.yml:4 insecure-skip-verify'];
  expect(await findingsIn(join(top, 'deploy'))).toEqual(want);
  expect(await findingsIn(join(top, 'deploy'), '..')).toEqual(want);
  expect(await findingsIn(join(top, 'deploy'), 'eu')).toEqual(want.slice(0, 1));
  expect(await findingsIn(join(top, 'deploy'), '.')).toEqual(want.slice(0, 1));
  expect(await findingsIn(join(top, 'deploy'), '../prometheus.yml')).toEqual(want.slice(1));
  expect(await findingsIn('/', join(top, 'deploy'))).toEqual(want.slice(0, 1));
});

test('names with spaces, quotes, line feeds and letters beyond ASCII are found', async () => {
  const names = ['a b', 'größe', '监控', '"quoted"', "o'clock", 'new\nline', '-x', '[x]', ':(top)', '\\'];
  const top = checkoutWith(Object.fromEntries(names.map(name => [`${name}/prometheus.yml`, INSECURE])));
  const found = names.map(name => `${name}/prometheus.yml:4 insecure-skip-verify`);
  expect(await findingsIn(top)).toEqual(found.toSorted());
  for (const name of names) {
    expect(await findingsIn(top, `./${name}`)).toEqual([`${name}/prometheus.yml:4 insecure-skip-verify`]);
  }
});

test('a tracked file that is deleted is no file', async () => {
  const top = checkoutWith({ 'prometheus.yml': INSECURE, 'web.yml': CLEAN });
  rmSync(join(top, 'prometheus.yml'));
  expect(treeOf([], top).read('prometheus.yml')).toBeUndefined();
  expect(treeOf([], top).has('prometheus.yml')).toBe(false);
  expect(await findingsIn(top)).toEqual([]);
});

test('a file in a conflict is listed once', () => {
  const top = checkoutWith({ 'prometheus.yml': CLEAN });
  git(top, 'commit', '--quiet', '--message', 'one');
  git(top, 'branch', 'other');
  write(top, { 'prometheus.yml': INSECURE });
  git(top, 'commit', '--quiet', '--all', '--message', 'two');
  git(top, 'checkout', '--quiet', 'other');
  write(top, { 'prometheus.yml': `${CLEAN}# other\n` });
  git(top, 'commit', '--quiet', '--all', '--message', 'three');
  expect(() => git(top, 'merge', '--quiet', 'main')).toThrow();
  expect(treeOf([], top).paths).toEqual(['prometheus.yml']);
});

test('a link is not followed, and what it leads to is read under its own name', async () => {
  const outside = folderWith({ 'prometheus.yml': INSECURE });
  const top = checkoutWith({ 'real/prometheus.yml': INSECURE });
  symlinkSync('real/prometheus.yml', join(top, 'prometheus.yml'));
  symlinkSync('real', join(top, 'folder'));
  symlinkSync(outside, join(top, 'outside'));
  symlinkSync(join(outside, 'prometheus.yml'), join(top, 'web.yml'));
  symlinkSync('nowhere', join(top, 'web.yaml'));
  symlinkSync('prometheus.yaml', join(top, 'prometheus.yaml'));
  git(top, 'add', '--all');
  expect(await findingsIn(top)).toEqual(['real/prometheus.yml:4 insecure-skip-verify']);
});

test('a submodule and a nested checkout are other repositories, unless they are named', async () => {
  const library = checkoutWith({ 'prometheus.yml': INSECURE });
  git(library, 'commit', '--quiet', '--message', 'one');
  const top = checkoutWith({ 'prometheus.yml': INSECURE });
  git(top, 'submodule', '--quiet', 'add', library, 'module');
  renameSync(checkoutWith({ 'prometheus.yml': INSECURE }), join(top, 'nested'));
  expect(await findingsIn(top)).toEqual(['prometheus.yml:4 insecure-skip-verify']);
  expect(await findingsIn(top, 'module')).toEqual(['prometheus.yml:4 insecure-skip-verify']);
  expect(treeOf(['module'], top).root).toBe(join(top, 'module'));
  expect(treeOf(['.', 'nested'], top).paths).toEqual([
    '.gitmodules',
    'module',
    'nested',
    'nested/prometheus.yml',
    'prometheus.yml',
  ]);
});

test('a worktree, where .git is a file, is a checkout of its own', () => {
  const top = checkoutWith({ 'a.yml': '' });
  git(top, 'commit', '--quiet', '--message', 'one');
  const other = join(folderWith(), 'other');
  git(top, 'worktree', 'add', '--quiet', other);
  write(other, { 'b.yml': '' });
  expect(treeOf([], other)).toMatchObject({ root: other, paths: ['a.yml', 'b.yml'] });
});

test('a checkout that belongs to somebody else, as in a container, is listed all the same', () => {
  const top = checkoutWith({ 'a.yml': '', '.gitignore': 'b.yml' });
  write(top, { 'b.yml': '' });
  if (process.getuid?.() === 0) chownSync(top, 65_534, 65_534);
  expect(treeOf([], top).paths).toEqual(['.gitignore', 'a.yml']);
});

test('listing a checkout runs no program that the checkout names', async () => {
  const top = checkoutWith({ 'a.yml': '' });
  git(top, 'config', 'core.fsmonitor', `touch ${join(top, 'ran')}; false`);
  expect(treeOf([], top).paths).toEqual(['a.yml']);
  expect(treeOf([], top).has('ran')).toBe(false);
});

test('where git cannot list a checkout all its files are read', () => {
  const top = folderWith({ 'a.yml': '', 'b/c.yml': '' });
  mkdirSync(join(top, '.git'));
  write(top, { '.git/config': '[core' });
  expect(treeOf([], top)).toMatchObject({ root: top, paths: ['a.yml', 'b/c.yml'] });
});

test('a checkout that is reached through a link is listed by git', async () => {
  const top = checkoutWith({ 'eu/prometheus.yml': INSECURE, '.gitignore': 'out' });
  write(top, { 'out/prometheus.yml': INSECURE });
  const link = join(folderWith(), 'link');
  symlinkSync(top, link);
  expect(realpathSync(link)).toBe(top);
  for (const words of [[], ['eu'], ['eu/prometheus.yml']]) {
    expect(await findingsIn(link, ...words)).toEqual(['eu/prometheus.yml:4 insecure-skip-verify']);
  }
});

test('5,000 files that are named one by one take no longer than they should', async () => {
  const names = Array.from({ length: 5000 }, (_, index) => `f${index % 50}/a${index}.yml`);
  const top = checkoutWith(Object.fromEntries(names.map(name => [name, ''])));
  const start = performance.now();
  const { status } = await runIn(top, names);
  expect(status).toBe(0);
  expect(performance.now() - start).toBeLessThan(5000);
});
