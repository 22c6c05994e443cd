import { expect, test } from '@jest/globals';
import { GlobSet } from '../../src/policy/glob-set.ts';
import { DEFAULT_CONFIGURATION, type Configuration } from '../../src/policy/configuration.ts';
import { selectionOf } from '../../src/policy/selection.ts';

function selectionWith(settings: Partial<Configuration>): ReturnType<typeof selectionOf> {
  return selectionOf({ ...DEFAULT_CONFIGURATION, ...settings });
}

interface Case {
  readonly name: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly read: readonly string[];
  readonly left: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'without globs everything is read', read: ['a.yml', 'dev/a.yml', '.github/a.yml'], left: [] },
  {
    name: 'an include leaves all else out',
    include: ['deploy/**'],
    read: ['deploy/a.yml', 'deploy/b/c.yml', 'deploy/.hidden/a.yml'],
    left: ['a.yml', 'deployment/a.yml', 'old/deploy/a.yml'],
  },
  {
    name: 'an exclude beats an include',
    include: ['deploy/**'],
    exclude: ['**/dev/**'],
    read: ['deploy/a.yml'],
    left: ['deploy/dev/a.yml'],
  },
  {
    name: 'a folder with a slash holds all below it',
    exclude: ['dev/'],
    read: ['devel/a.yml', 'x/dev/a.yml'],
    left: ['dev/a.yml', 'dev/b/.c/d.yml'],
  },
  {
    name: 'a folder without a slash does too',
    exclude: ['dev'],
    read: ['devel/a.yml', 'x/dev/a.yml'],
    left: ['dev', 'dev/a.yml', 'dev/b/c.yml'],
  },
  {
    name: 'a single star stays in its folder',
    exclude: ['dev/*.yml'],
    read: ['dev/b/c.yml'],
    left: ['dev/a.yml', 'dev/.a.yml'],
  },
  {
    name: 'a double star also stands for no folder',
    exclude: ['dev/**/a.yml'],
    read: ['dev/b.yml'],
    left: ['dev/a.yml', 'dev/b/a.yml'],
  },
  {
    name: 'braces are alternatives',
    exclude: ['{dev,test}/**'],
    read: ['prod/a.yml'],
    left: ['dev/a.yml', 'test/a.yml'],
  },
  { name: 'a leading dot and slash is the top', exclude: ['./dev/**'], read: ['a.yml'], left: ['dev/a.yml'] },
  {
    name: 'spaces and letters beyond ASCII are themselves',
    exclude: ['für alle/*'],
    read: ['fur alle/a.yml'],
    left: ['für alle/ä.yml'],
  },
  { name: 'an exclamation mark excludes no other file', exclude: ['!dev/**'], read: ['a.yml', 'dev/a.yml'], left: [] },
  { name: 'a bracket that is never closed is itself', exclude: ['a[b.yml'], read: ['ab.yml'], left: ['a[b.yml'] },
  {
    name: 'a letter of the other case is another letter',
    exclude: ['Dev/**'],
    read: ['dev/a.yml'],
    left: ['Dev/a.yml'],
  },
];

test.each(cases)('$name', ({ include = [], exclude = [], read, left }) => {
  const selection = selectionWith({ include: new GlobSet(include), exclude: new GlobSet(exclude) });
  expect(read.filter(path => !selection.includes(path))).toEqual([]);
  expect(left.filter(path => selection.includes(path))).toEqual([]);
});

test('a rule has no level where nobody gives it one', () => {
  expect(selectionWith({}).levelOf('inline-secret', 'a.yml')).toBeUndefined();
});

test('an override beats the general level, and a later override an earlier one', () => {
  const selection = selectionWith({
    rules: { 'inline-secret': 'warning', 'missing-ca-file': 'error' },
    overrides: [
      { files: new GlobSet(['dev/**']), rules: { 'inline-secret': 'note' } },
      { files: new GlobSet(['dev/lab/', 'test']), rules: { 'inline-secret': 'off', 'weak-bcrypt-cost': 'error' } },
      { files: new GlobSet(['dev/lab/**']), rules: { 'missing-ca-file': 'off' } },
    ],
  });
  const levels = (path: string): readonly (string | undefined)[] =>
    ['inline-secret', 'missing-ca-file', 'weak-bcrypt-cost'].map(id => selection.levelOf(id, path));
  expect(levels('a.yml')).toEqual(['warning', 'error', undefined]);
  expect(levels('dev/a.yml')).toEqual(['note', 'error', undefined]);
  expect(levels('dev/lab/a.yml')).toEqual(['off', 'off', 'error']);
  expect(levels('test/a.yml')).toEqual(['off', 'error', 'error']);
});
