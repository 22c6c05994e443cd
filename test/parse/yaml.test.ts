import { describe, expect, test } from '@jest/globals';
import { booleanOf, isNull, spanOf } from '../../src/parse/yaml-node.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { SourceFile } from '../../src/text/source.ts';
import { rootOf, sketchOf, valueAt, writtenAt } from './read-yaml.ts';
import { positionOf } from './scalar-rows.ts';

const TREES: readonly (readonly [name: string, yaml: string, sketch: string])[] = [
  ['scalars of all styles', `a: b\nc: 'd'\ne: "f"\ng: |\n  h\ni: >-\n  j\n`, `{a: b, c: 'd, e: "f, g: |h\\n, i: >j}`],
  [
    'numbers, dates and words as text',
    'a: 012\nb: 2001-01-01\nc: 1e3\nd: .inf',
    '{a: 012, b: 2001-01-01, c: 1e3, d: .inf}',
  ],
  ['lists, also those that are not indented', 'a:\n- b\n-   c: d\n    e: f\n', '{a: [b, {c: d, e: f}]}'],
  ['flow collections', '{a: [b, {c: d}], e, f: }', '{a: [b, {c: d}], e: nothing, f: }'],
  ['JSON, indented with tabs', '{\n\t"a": 1,\n\t"b": ["c"]\n}\n', '{"a: 1, "b: ["c]}'],
  ['a key that comes twice, twice', 'a: 1\nb: 2\na: 3\n', '{a: 1, b: 2, a: 3}'],
  ['keys of every style', `'a': 1\n"b\\n": 2\n? |\n  c\n: 3\n`, `{'a: 1, "b\\n: 2, |c\\n: 3}`],
  ['nothing for keys that are no scalars', '? [a]\n: b\n? {c: d}\n: e\nf: g\n', '{f: g}'],
  ['nothing behind a colon as an empty text', 'a:\nb: ~\n? c\n', '{a: , b: ~, c: nothing}'],
  ['an anchor of any kind of node', 'a: &x [1]\nb: &y {c: *x}\nd: *y\n', '{a: [1], b: {c: [1]}, d: {c: [1]}}'],
  ['an anchor of a key', '&x a: 1\nb: *x\n', '{a: 1, b: a}'],
  ['an anchor of nothing', 'a: &x\nb: *x\n', '{a: , b: }'],
  ['an alias for a key', '- &x a\n- *x : b\n', '[a, {a: b}]'],
  ['an alias before and after its anchor is set again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', '{a: 1, b: 1, c: 2, d: 2}'],
  ['an alias before its anchor as nothing', 'a: *x\nb: &x 1\n', '{a: nothing, b: 1}'],
  ['an alias to no anchor as nothing', 'a: [*x, b]\nc: *x\n', '{a: [b], c: nothing}'],
  ['an alias to what it stands in as nothing', 'a: &x [b, *x]\nc: *x\n', '{a: [b], c: [b]}'],
  [
    'an alias to what it stands in, of an older name',
    'a: &x 1\nb: &x {c: *x}\nd: *x\n',
    '{a: 1, b: {c: nothing}, d: {c: nothing}}',
  ],
  ['a merge key as any other', 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n', '{a: {b: 1}, c: {<<: {b: 1}, d: 2}}'],
  [
    'tags, known and unknown',
    'a: !vault x\nb: !!str yes\nc: !!bool no\nd: ! e\n',
    '{a: <!vault> x, b: <!!str> yes, c: <!!bool> no, d: <!> e}',
  ],
  [
    'tags of collections, also wrong ones',
    'a: !x {b: c}\nd: !!set {e}\nf: !!omap [g: h]\ni: !!seq {j: k}\n',
    '{a: <!x> {b: c}, d: <!!set> {e: nothing}, f: <!!omap> [{g: h}], i: <!!seq> {j: k}}',
  ],
  [
    'tags that other readers decode as what is written',
    'a: !!binary aGk=\nb: !!int x\nc: !!timestamp y\n',
    '{a: <!!binary> aGk=, b: <!!int> x, c: <!!timestamp> y}',
  ],
  ['a tag with a handle', '%TAG !e! tag:example.com,2026:\n---\na: !e!b c\n', '{a: <tag:example.com,2026:b> c}'],
  ['a version directive, which changes nothing', '%YAML 1.1\n---\na: yes\nb: 012\n', '{a: yes, b: 012}'],
  ['lines that end with CR LF', 'a: 1\r\nb: |\r\n  c\r\nd: "e\r\n  f"\r\n', '{a: 1, b: |c\\n, d: "e f}'],
  [
    'an unquoted template in the place of a value',
    'a: {{ .Values.x }}\nb: [{{ y }}, z]\n',
    '{a: {{ .Values.x }}, b: [{{ y }}, z]}',
  ],
  [
    'an unquoted template with a tag or an anchor',
    'a: !t {{ x }}\nb: &c {{ .y | z }}\nd: *c\n',
    '{a: <!t> {{ x }}, b: {{ .y | z }}, d: {{ .y | z }}}',
  ],
  ['an unquoted template for a key, and the keys after it', 'a:\n  {{ x }}: y\n  b: c\n', '{a: {{{ x }}: y, b: c}}'],
  ['text in all of Unicode', 'a: 😀\né: "\\u00e9\\U0001F600"\n', '{a: 😀, é: "é😀}'],
];

test.each(TREES)('a tree has %s', (_name, yaml, sketch) => {
  expect(sketchOf(rootOf(yaml))).toBe(sketch);
});

test('a document without content has no root', () => {
  for (const text of ['', '\n', '# only a comment\n', '%YAML 1.2\n---\n', '---\n', '--- # nothing\n']) {
    const root = rootOf(text);
    expect(root === undefined || (root.kind === 'scalar' && isNull(root))).toBe(true);
  }
});

describe('the place of a node', () => {
  const text = [
    'plain: some words ',
    "single: 'it''s' # comment",
    'double: "a\\tb"',
    'literal: |2-',
    '    text',
    '',
    'map: !t &m {a: [b]}',
    'block:',
    '  - k: v',
    '',
  ].join('\n');

  test.each([
    ['plain', 'some words'],
    ['single', "'it''s'"],
    ['double', '"a\\tb"'],
    ['literal', '|2-\n    text\n'],
    ['map', '{a: [b]}'],
    ['block', '- k: v\n'],
  ])('of %s is what is written, with quotes and headers, without properties', (key, written) => {
    const node = valueAt(text, key);
    expect(node && writtenAt(node)).toBe(written);
  });

  test('counts from the start of the stream, not of the document', () => {
    const file = new SourceFile('a.yaml', 'a: 1\n---\nb: 2\n');
    const reading = readYaml(file, { start: 5, end: file.text.length, index: 1 });
    const root = 'root' in reading ? reading.root : undefined;
    expect(root?.kind === 'map' && root.pairs.map(({ key, value }) => positionOf(spanOf(value ?? key)))).toEqual([
      '3:4',
    ]);
  });

  test('of an alias is the place of what it stands for', () => {
    const node = valueAt('a: &x hello\nb: *x\n', 'b');
    expect(node && positionOf(spanOf(node))).toBe('1:7');
  });

  test('of a pair without a value is its key', () => {
    const root = rootOf('a: 1\n? b\n');
    expect(root?.kind === 'map' && root.pairs.map(({ key, value }) => positionOf(spanOf(value ?? key)))).toEqual([
      '1:4',
      '2:3',
    ]);
  });
});

// go-yaml v2, resolve.go: resolveMapList.
const TRUE = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
const FALSE = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];
const NEITHER = [
  'yEs',
  'tRUE',
  'oN',
  'truE',
  '1',
  '0',
  't',
  'f',
  "'true'",
  '"yes"',
  '|-\n  true',
  '!!str on',
  '! on',
  '!x on',
];

test('the booleans are those of go-yaml v2, plain or tagged as such, and no others', () => {
  expect(TRUE.map(booleanAt)).toEqual(TRUE.map(() => true));
  expect(FALSE.map(booleanAt)).toEqual(FALSE.map(() => false));
  expect(NEITHER.map(booleanAt)).toEqual(NEITHER.map(() => undefined));
  expect(['!!bool yes', '!!bool "off"', '!!bool maybe', '[true]', '{a: true}', ''].map(booleanAt)).toEqual([
    true,
    false,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(booleanOf(undefined)).toBeUndefined();
});

test('null is nothing at all, and the spellings of go-yaml v2 where they are plain', () => {
  expect(['', '~', 'null', 'Null', 'NULL', '!!null x', '# comment', '&x'].map(isNullAt)).toEqual(Array(8).fill(true));
  expect(['nULL', '"null"', "''", '!!str', '!!str ~', '[]', '{}', '|'].map(isNullAt)).toEqual(Array(8).fill(false));
  expect(isNull(undefined)).toBe(true);
});

function booleanAt(written: string): boolean | undefined {
  return booleanOf(valueAt(`a: ${written}\n`, 'a'));
}

function isNullAt(written: string): boolean {
  return isNull(valueAt(`a: ${written}\n`, 'a'));
}
