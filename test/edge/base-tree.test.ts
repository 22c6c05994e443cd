import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Base } from '../../src/edge/base.ts';
import { baseSideOf } from '../../src/edge/base-tree.ts';
import type { DiskTree } from '../../src/edge/tree.ts';
import type { Report } from '../../src/findings/report.ts';
import { lintedSides } from '../../src/lint/compare.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { groupedBy } from '../../src/text/grouped.ts';
import { scenarioFiles } from '../scenario.ts';
import { treeOf, type Files } from '../tree.ts';

const CALL = { configuration: { ...DEFAULT_CONFIGURATION, pedantic: true }, now: EXAMPLE_NOW };

function diskTreeOf(files: Files, named: readonly string[] = []): DiskTree {
  const tree = treeOf(Object.fromEntries(Object.entries(files).sort()));
  return { ...tree, root: '/', named: new Set(named), covers: () => named.length === 0, isBelowNamed: () => false };
}

/** The base that differs from a head as given; `renames` lead from the head to the base. */
function baseOf(head: Files, base: Files, renames: Readonly<Record<string, string>> = {}): Base {
  const paths = new Set([...Object.keys(head), ...Object.keys(base)]);
  const renamed = new Set(Object.entries(renames).flat());
  const changed = [...paths].filter(path => head[path] !== base[path] && !renamed.has(path));
  const tree = treeOf(base);
  return {
    words: 'base',
    changes: [
      ...changed.map(path => ({ ...(path in head ? { path } : {}), ...(path in base ? { basePath: path } : {}) })),
      ...Object.entries(renames).map(([path, basePath]) => ({ path, basePath })),
    ],
    contentOf: path => tree.read(path),
    linesOf: () => new Map(),
    shiftsOf: () => new Map(),
  };
}

function saidIn({ findings, ignored, unread, files }: Report): object {
  const said = findings.map(({ at, ruleId, message, severity }) => [at.file.path, at.start, ruleId, message, severity]);
  return { said, ignored: ignored.map(({ finding }) => finding.message), unread, files };
}

test('a base of which most is known from the head means what it means when it is read by itself', () => {
  const scenarios = [...groupedBy(Object.entries(scenarioFiles()), ([path]) => path.slice(0, path.indexOf('/')))];
  const edit = fc.constantFrom('keep', 'keep', 'keep', 'keep', 'delete', 'cut', 'add');
  for (const [name, entries] of scenarios) {
    const base = Object.fromEntries(entries.map(([path, text]) => [path.slice(name.length + 1), text]));
    const edits = fc.array(edit, { minLength: entries.length, maxLength: entries.length });
    const property = fc.property(edits, chosen => {
      const head = Object.entries(base).flatMap(([path, text], index) => editedBy(chosen[index], path, text));
      const [one, other] = [Object.fromEntries(head), base];
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const sides = lintedSides({ files: diskTreeOf(from), ...CALL }, baseSideOf(diskTreeOf(from), baseOf(from, to)));
        expect(saidIn(sides.base)).toEqual(saidIn(lint({ files: diskTreeOf(to), ...CALL })));
      }
    });
    fc.assert(property, { seed: 8, numRuns: 2 });
  }
});

function editedBy(edit: string | undefined, path: string, text: string): readonly (readonly [string, string])[] {
  switch (edit) {
    case 'delete':
      return [];
    case 'cut':
      return [[path, text.slice(0, text.indexOf('\n', text.length / 2))]];
    case 'add':
      return [
        [path, text],
        [`copy/${path}`, text],
      ];
    default:
      return [[path, text]];
  }
}

test('a file that is renamed into what is looked at is looked at in the base under its old name', () => {
  const [head, base] = [{ 'a/web.yml': 'a: 1' }, { 'b/web.yml': 'a: 2' }];
  const tree = diskTreeOf(head, ['a/web.yml']);
  const { files } = baseSideOf(tree, baseOf(head, base, { 'a/web.yml': 'b/web.yml' }));
  expect([...files.paths]).toEqual(['b/web.yml']);
  expect([...files.named]).toEqual(['a/web.yml', 'b/web.yml']);
  expect(files.has('a/web.yml')).toBe(false);
  expect(files.read('b/web.yml')).toEqual({ bytes: Buffer.from('a: 2') });
});

test('a path of which one file goes and to which another is renamed is read from the base', () => {
  const [head, base] = [{ 'a.yml': 'was b' }, { 'a.yml': 'was a', 'b.yml': 'was b' }];
  const changes = { 'a.yml': 'b.yml' };
  const both = {
    ...baseOf(head, base, changes),
    changes: [{ basePath: 'a.yml' }, { path: 'a.yml', basePath: 'b.yml' }],
  };
  const { files } = baseSideOf(diskTreeOf(head), both);
  expect([...files.paths]).toEqual(['a.yml', 'b.yml']);
  expect(files.read('a.yml')).toEqual({ bytes: Buffer.from('was a') });
});
