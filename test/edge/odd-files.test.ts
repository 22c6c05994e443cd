import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '../../src/edge/disk.ts';
import { treeOf } from '../../src/edge/tree.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import type { FileTree } from '../../src/text/file-tree.ts';
import { CLEAN, INSECURE } from './documents.ts';
import { checkoutWith, folderWith, write } from './folder.ts';
import { findingsIn, runIn } from './recorded-run.ts';

const MEBIBYTE = 2 ** 20;

/** Runs as somebody who may not read everything, as root may. */
function asNobody<T>(run: () => T): T {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

function reasonsIn(files: FileTree): readonly string[] {
  const report = lint({ files, configuration: DEFAULT_CONFIGURATION, now: new Date(0) });
  return report.unread.map(({ path, reason }) => `${path}: ${reason}`).sort();
}

test('outside of git all files below the folder are read, but none that git keeps, and no link is followed', () => {
  const folder = folderWith({ 'a.yml': '', 'b/.c/d.yml': '', 'b/.git.yml': '' });
  const outside = folderWith({ 'e.yml': '' });
  symlinkSync(outside, join(folder, 'outside'));
  symlinkSync('.', join(folder, 'b/loop'));
  symlinkSync('a.yml', join(folder, 'link.yml'));
  expect(treeOf([], folder)).toMatchObject({ root: folder, paths: ['a.yml', 'b/.c/d.yml', 'b/.git.yml'] });
  // A nested checkout is listed as such, and only where it is named.
  write(folder, { 'n/.git/HEAD.yml': '', 'n/f.yml': '' });
  expect(treeOf([], folder).paths).not.toContain('n/.git/HEAD.yml');
});

test('a folder that is named like a file of ours is a folder', async () => {
  const contents = { 'web.yml/prometheus.yml': INSECURE, 'prometheus.yml/ca.pem': '' };
  const want = ['web.yml/prometheus.yml:4 insecure-skip-verify'];
  expect(await findingsIn(folderWith(contents))).toEqual(want);
  expect(await findingsIn(checkoutWith(contents))).toEqual(want);
  expect(await findingsIn(folderWith(contents), 'web.yml')).toEqual(want);
});

test.each([folderWith, checkoutWith])('a pipe that nobody writes to is passed over (%p)', async made => {
  const folder = made({ 'web.yml': '' });
  execFileSync('mkfifo', [join(folder, 'prometheus.yml')]);
  expect(await findingsIn(folder)).toEqual([]);
  expect(treeOf([], folder).read('prometheus.yml')).toBeUndefined();
  expect((await runIn(folder, ['prometheus.yml'])).complaints).toEqual([
    'prometheus.yml is neither a file nor a folder',
  ]);
});

test('a tracked file in the place of which a pipe stands is passed over', async () => {
  const folder = checkoutWith({ 'prometheus.yml': INSECURE });
  rmSync(join(folder, 'prometheus.yml'));
  execFileSync('mkfifo', [join(folder, 'prometheus.yml')]);
  expect(await findingsIn(folder)).toEqual([]);
});

test('a file of more than 64 MiB is not read, and said to be so', async () => {
  const folder = folderWith({ 'prometheus.yml': '', 'values.yaml': '', 'ca.pem': '', 'dump.sql': '' });
  for (const name of ['prometheus.yml', 'values.yaml', 'dump.sql']) truncateSync(join(folder, name), 65 * MEBIBYTE);
  truncateSync(join(folder, 'ca.pem'), 64 * MEBIBYTE);
  const reason = 'it is larger than 64 MiB';
  expect(contentOf(join(folder, 'dump.sql'))).toEqual({ reason });
  expect(reasonsIn(treeOf([], folder))).toEqual([`prometheus.yml: ${reason}`, `values.yaml: ${reason}`]);
  expect(await findingsIn(folder)).toEqual(['prometheus.yml:1 unreadable-file']);
});

test('a file that may not be read is said to be so', () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE, 'web.yml': '' });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'prometheus.yml'), 0o000);
  const tree = treeOf([], folder);
  expect(asNobody(() => reasonsIn(tree))).toEqual(['prometheus.yml: access to it is denied']);
});

test('a folder that may not be read is empty, and named it is a mistake', () => {
  const folder = folderWith({ 'a/b/prometheus.yml': INSECURE, 'web.yml': '' });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'a'), 0o000);
  expect(asNobody(() => treeOf([], folder).paths)).toEqual(['web.yml']);
  expect(() => asNobody(() => treeOf(['a/b'], folder))).toThrow(
    'a/b cannot be opened; check the path and its permissions',
  );
  chmodSync(join(folder, 'a'), 0o700);
});

test('a file that fails while it is read is said to be so', () => {
  const folder = folderWith();
  mkdirSync(join(folder, 'a'));
  expect(contentOf(`${join(folder, 'a')}/${'x'.repeat(300)}`)).toEqual({ reason: 'it cannot be opened' });
});

test('a file that vanishes after it was listed costs nothing else', async () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE, 'web.yml': CLEAN, 'x/prometheus.yml': INSECURE });
  const tree = treeOf([], folder);
  rmSync(join(folder, 'prometheus.yml'));
  rmSync(join(folder, 'web.yml'));
  mkdirSync(join(folder, 'web.yml'));
  const report = lint({ files: tree, configuration: DEFAULT_CONFIGURATION, now: new Date(0) });
  expect(report.findings.map(({ at }) => at.file.path)).toEqual(['x/prometheus.yml']);
  expect(report.unread).toEqual([]);
});

test('a named file that vanishes is no link', () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE });
  const tree = treeOf(['prometheus.yml'], folder);
  rmSync(join(folder, 'prometheus.yml'));
  expect(tree.read('prometheus.yml')).toBeUndefined();
});

test('a tree of which nothing can be read has no findings', () => {
  const tree: FileTree = {
    paths: ['a/web.yml', 'prometheus.yml'],
    named: new Set(),
    belowNamed: new Set(),
    has: () => false,
    read: () => undefined,
  };
  const report = lint({ files: tree, configuration: DEFAULT_CONFIGURATION, now: new Date(0) });
  expect(report).toMatchObject({ findings: [], unread: [], files: { seen: 2, documents: {} } });
});
