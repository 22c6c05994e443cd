import { expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { changedFilesSince, differencesFrom, shiftsTo } from '../../../src/edge/git/difference.ts';
import { lineInHeadCommit } from '../../../src/findings/changed-lines.ts';
import type { ChangedFile } from '../../../src/findings/report.ts';
import { checkoutWith, git, write, type Contents } from '../folder.ts';
import { commit } from './pull-request.ts';

/** A checkout with one commit. */
function committed(contents: Contents): string {
  const top = checkoutWith(contents);
  git(top, 'commit', '--quiet', '--message', 'one');
  return top;
}

/** What the working tree of a checkout has changed, by path. */
function changedIn(top: string): Readonly<Record<string, Omit<ChangedFile, 'path'>>> {
  const differences = differencesFrom(top, 'HEAD') ?? [];
  const changed = [...changedFilesSince(top, 'HEAD', differences).values()];
  return Object.fromEntries(changed.map(({ path, ...rest }) => [path, rest]));
}

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

const changes: readonly (readonly [what: string, after: readonly string[], lines: string, deletedAfter: string])[] = [
  ['nothing', LINES, '', ''],
  ['one line', LINES.with(3, 'other'), '4-4', ''],
  ['the first and the last line', LINES.with(0, 'a').with(19, 'b'), '1-1 20-20', ''],
  ['lines that are put in', LINES.toSpliced(3, 0, 'a', 'b'), '4-5', ''],
  ['lines that are put in before all', LINES.toSpliced(0, 0, 'a'), '1-1', ''],
  ['lines that are taken out', LINES.toSpliced(3, 2), '', '3'],
  ['the first line taken out', LINES.slice(1), '', '0'],
  ['the last line taken out', LINES.slice(0, 19), '', '19'],
  ['two places next to each other', LINES.with(3, 'a').with(5, 'b'), '4-4 6-6', ''],
  ['lines that look like a patch', LINES.with(3, '++ b/evil.yml').with(5, '@@ -1,1 +1,1 @@'), '4-4 6-6', ''],
];

for (const [what, after, lines, deletedAfter] of changes) {
  test(`the changed lines are known: ${what}`, () => {
    const top = committed({ 'a.yml': text(LINES) });
    write(top, { 'a.yml': text(after) });
    const changed = changedIn(top)['a.yml'];
    expect(changed?.lines.map(({ start, end }) => `${start}-${end}`).join(' ') ?? '').toBe(lines);
    expect(changed?.deletedAfter.join(' ') ?? '').toBe(deletedAfter);
  });
}

test('a last line without a line feed, on either side, leads nobody astray', () => {
  const top = committed({ 'a.yml': 'one\ntwo', 'b.yml': 'one\ntwo\n', 'c.yml': '-- a/x\n++ b/x' });
  write(top, { 'a.yml': 'one\n++ b/evil\n', 'b.yml': 'one\n++ b/evil', 'c.yml': 'x' });
  const changed = changedIn(top);
  expect(Object.keys(changed)).toEqual(['a.yml', 'b.yml', 'c.yml']);
  expect(Object.values(changed).map(({ lines }) => lines)).toEqual([
    [{ start: 2, end: 2 }],
    [{ start: 2, end: 2 }],
    [{ start: 1, end: 1 }],
  ]);
});

test('names with anything in them are told', () => {
  const names = [
    'a b',
    'größe',
    '监控',
    '"quoted"',
    "o'clock",
    'new\nline',
    'tab\there',
    '-x',
    '[x]',
    ':(top)',
    '\\',
    '\x01',
  ];
  const top = committed(Object.fromEntries(names.map(name => [`${name}/p.yml`, 'a: 1\nb: 2\n'])));
  for (const name of names) write(top, { [`${name}/p.yml`]: 'a: 1\nb: 3\n' });
  const changed = changedIn(top);
  expect(Object.keys(changed).toSorted()).toEqual(names.map(name => `${name}/p.yml`).toSorted());
  for (const file of Object.values(changed))
    expect(file).toMatchObject({ lines: [{ start: 2, end: 2 }], isWhole: false });
});

test('a file that is renamed is told with its old name, and its lines with it', () => {
  const top = committed({ 'old/größe.yml': text(LINES), 'same.yml': text(LINES.toReversed()) });
  git(top, 'mv', 'old/größe.yml', 'new name.yml');
  git(top, 'mv', 'same.yml', 'moved.yml');
  write(top, { 'new name.yml': text(LINES.with(3, 'other')) });
  expect(changedIn(top)).toEqual({
    'moved.yml': { previousPath: 'same.yml', lines: [], deletedAfter: [], isWhole: false },
    'new name.yml': { previousPath: 'old/größe.yml', lines: [{ start: 4, end: 4 }], deletedAfter: [], isWhole: false },
  });
});

test('a new file, a binary one and one that was a link are changed as a whole', () => {
  const top = checkoutWith({ 'ca.der': '\0\x01', 'ca.pem': 'a\n', '.gitattributes': '*.pem -diff\n' });
  symlinkSync('ca.pem', join(top, 'link.pem'));
  git(top, 'add', '--all');
  git(top, 'commit', '--quiet', '--message', 'one');
  git(top, 'rm', '--quiet', 'link.pem');
  write(top, { 'ca.der': '\0\x02', 'ca.pem': 'b\n', 'new.yml': 'a', 'link.pem': 'a\n' });
  git(top, 'add', '--all');
  const whole = Object.entries(changedIn(top)).filter(([, { isWhole }]) => isWhole);
  expect(whole.map(([path]) => path)).toEqual(['ca.der', 'ca.pem', 'link.pem', 'new.yml']);
});

test('the settings of a user change nothing', () => {
  const top = committed({ 'a.yml': text(LINES), 'b.yml': 'a\n' });
  const settings = {
    'diff.noprefix': 'true',
    'diff.mnemonicPrefix': 'true',
    'diff.interHunkContext': '9',
    'diff.context': '9',
    'diff.renames': 'false',
    'diff.relative': 'true',
    'diff.external': 'false',
    'color.ui': 'always',
    'core.quotePath': 'true',
  };
  for (const [name, value] of Object.entries(settings)) git(top, 'config', name, value);
  write(top, { 'a.yml': text(LINES.with(3, 'a').with(5, 'b')) });
  git(top, 'mv', 'b.yml', 'ü.yml');
  const changed = changedIn(top);
  expect(changed['a.yml']?.lines).toHaveLength(2);
  expect(changed['ü.yml']?.previousPath).toBe('b.yml');
});

test('comparing runs no program that the checkout names', () => {
  const top = committed({ 'a.yml': text(LINES), '.gitattributes': '*.yml diff=own\n' });
  const run = `touch ${join(top, 'ran')}; cat`;
  git(top, 'config', 'diff.own.textconv', run);
  git(top, 'config', 'diff.own.command', run);
  git(top, 'config', 'diff.external', run);
  git(top, 'config', 'core.fsmonitor', run);
  git(top, 'config', 'core.pager', run);
  write(top, { 'a.yml': text(LINES.with(3, 'other')) });
  expect(changedIn(top)['a.yml']?.lines).toEqual([{ start: 4, end: 4 }]);
  expect(git(top, '-c', 'core.fsmonitor=', 'ls-files', '--others')).toBe('');
});

test('what git tells its hooks of another checkout is no matter', () => {
  const top = committed({ 'a.yml': text(LINES) });
  const other = committed({ 'b.yml': text(LINES) });
  write(top, { 'a.yml': 'x\n' });
  const before = process.env['GIT_DIR'];
  process.env['GIT_DIR'] = join(other, '.git');
  try {
    expect(Object.keys(changedIn(top))).toEqual(['a.yml']);
  } finally {
    if (before === undefined) delete process.env['GIT_DIR'];
    else process.env['GIT_DIR'] = before;
  }
});

test('3,000 changed files are compared in a few calls', () => {
  const names = Array.from(
    { length: 3000 },
    (_, index) => `folder-${index % 50}/${'a-file-with-a-long-name-'.repeat(4)}${index}.yml`,
  );
  const top = committed(Object.fromEntries(names.map(name => [name, 'a: 1\n'])));
  write(top, Object.fromEntries(names.map(name => [name, 'a: 2\n'])));
  const changed = Object.values(changedIn(top));
  expect(changed).toHaveLength(3000);
  expect(changed.every(({ lines }) => lines.length === 1)).toBe(true);
});

test('lines lead to the lines of the head commit, also where the base has changed the same file', () => {
  const top = committed({ 'a.yml': text(LINES) });
  git(top, 'checkout', '--quiet', '-b', 'change');
  commit(top, { files: { 'a.yml': text(LINES.with(14, 'changed')) } });
  git(top, 'checkout', '--quiet', 'main');
  commit(top, { files: { 'a.yml': text(LINES.toSpliced(1, 0, 'x', 'y').toSpliced(8, 3)) } });
  git(top, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
  const [first = []] = [...shiftsTo(top, 'HEAD^2', ['a.yml', 'none.yml']).values()];
  const merged = git(top, 'show', 'HEAD:a.yml').split('\n');
  const head = git(top, 'show', 'HEAD^2:a.yml').split('\n');
  const comparison = {
    scope: 'new',
    base: '',
    changes: new Map(),
    shifts: new Map([['a.yml', first]]),
    fixed: 0,
    policyChanges: [],
    isUntouched: false,
  } as const;
  for (const [index, line] of merged.entries()) {
    if (head.includes(line)) expect(head[lineInHeadCommit(comparison, 'a.yml', index + 1) - 1]).toBe(line);
  }
});
