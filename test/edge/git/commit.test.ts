import { expect, test } from '@jest/globals';
import { mergeBaseOf } from '../../../src/edge/git/commit.ts';
import { checkoutWith, git } from '../folder.ts';
import { checkoutOf, commit } from './pull-request.ts';

/** A repository with a branch that has taken in the base once since it began. */
function updatedBranch(): {
  readonly origin: string;
  readonly head: string;
  readonly tip: string;
  readonly parted: string;
} {
  const origin = checkoutWith({ 'a.txt': '0' });
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(origin, 'commit', '--quiet', '--message', 'one');
  git(origin, 'checkout', '--quiet', '-b', 'change');
  commit(origin, { files: { 'b.txt': '1' } });
  git(origin, 'checkout', '--quiet', 'main');
  for (const text of ['1', '2', '3']) commit(origin, { files: { 'a.txt': text } });
  const parted = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'checkout', '--quiet', 'change');
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'update', 'main');
  for (const text of ['2', '3', '4']) commit(origin, { files: { 'b.txt': text } });
  const head = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'checkout', '--quiet', 'main');
  for (const text of ['4', '5']) commit(origin, { files: { 'a.txt': text } });
  return { origin, head, tip: git(origin, 'rev-parse', 'HEAD'), parted };
}

for (const depth of [1, 2, 3, 4, 5, 0]) {
  test(`where two parted is found at depth ${depth === 0 ? 'all' : depth}`, () => {
    const { origin, head, tip, parted } = updatedBranch();
    const folder = checkoutOf(origin, head, depth);
    expect(mergeBaseOf(folder, head, tip)).toBe(parted);
  });
}

test('a common commit is not taken for the last one where the way to a later one is cut off', () => {
  const origin = checkoutWith({ 'a.txt': '0' });
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(origin, 'commit', '--quiet', '--message', 'one');
  const first = git(origin, 'rev-parse', 'HEAD');
  for (const text of ['1', '2', '3']) commit(origin, { files: { 'a.txt': text } });
  const parted = git(origin, 'rev-parse', 'HEAD');
  // Of each side one way leads to the first commit at once, and another one to the later one, after some time.
  const sides = ['change', 'main'].map(name => {
    git(origin, 'checkout', '--quiet', '--detach', first);
    commit(origin, { files: { [`${name}/short.txt`]: '' } });
    const short = git(origin, 'rev-parse', 'HEAD');
    git(origin, 'checkout', '--quiet', '--detach', parted);
    for (const step of ['1', '2', '3']) commit(origin, { files: { [`${name}/long.txt`]: step } });
    git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', short);
    return git(origin, 'rev-parse', 'HEAD');
  });
  const [head = '', tip = ''] = sides;
  const folder = checkoutOf(origin, head, 3);
  git(folder, 'fetch', '--quiet', '--depth=3', 'origin', tip);
  expect(git(folder, 'merge-base', head, tip)).toBe(first);
  expect(mergeBaseOf(folder, head, tip)).toBe(parted);
});

test('a commit has not parted from itself, nor from one before it', () => {
  const { origin, head, parted } = updatedBranch();
  for (const depth of [2, 0]) {
    const folder = checkoutOf(origin, head, depth);
    expect(mergeBaseOf(folder, head, head)).toBe(head);
    expect(mergeBaseOf(folder, head, parted)).toBe(parted);
  }
});

test('history that is there is not cut off by looking for more', () => {
  const { origin, head, tip } = updatedBranch();
  const folder = checkoutOf(origin, head, 4);
  const before = Number(git(folder, 'rev-list', '--count', 'HEAD'));
  mergeBaseOf(folder, head, tip);
  expect(Number(git(folder, 'rev-list', '--count', 'HEAD'))).toBeGreaterThanOrEqual(before);
});

test('two that have nothing in common parted nowhere', () => {
  const { origin, head } = updatedBranch();
  git(origin, 'checkout', '--quiet', '--orphan', 'other');
  commit(origin, { files: { 'c.txt': '1' } });
  const other = git(origin, 'rev-parse', 'HEAD');
  expect(mergeBaseOf(checkoutOf(origin, head, 1), head, other)).toBeUndefined();
});
