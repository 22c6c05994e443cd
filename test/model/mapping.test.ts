import { describe, expect, test } from '@jest/globals';
import type { Spelling } from '../../src/documents/document.ts';
import { mappingsOf, type Mapping } from '../../src/model/mapping.ts';
import { entriesOf } from '../../src/model/merge.ts';
import { literal } from '../../src/text/written.ts';
import { rootOf } from '../parse/read-yaml.ts';

function readingsOf(yaml: string, spelling: Spelling = 'snake'): readonly Mapping[] {
  const root = rootOf(yaml);
  return root?.kind === 'map' ? mappingsOf(root, spelling) : [];
}

function readingOf(yaml: string, spelling: Spelling = 'snake'): Mapping {
  const [reading, ...others] = readingsOf(yaml, spelling);
  if (reading === undefined || others.length > 0) throw new Error('the text has not one reading');
  return reading;
}

function textsOf(yaml: string): unknown {
  return readingsOf(yaml).map(reading => ['a', 'b'].map(field => literal(reading.text(field))?.value));
}

/** Entries of the mapping under the last key of the root, as `key: value`. */
function entriesIn(yaml: string): readonly string[] {
  const root = rootOf(yaml);
  const last = root?.kind === 'map' ? root.pairs.at(-1)?.value : undefined;
  return last?.kind !== 'map'
    ? []
    : entriesOf(last, false).map(
        ({ key, value }) => `${key.text}: ${value?.kind === 'scalar' ? value.text : value?.kind}`,
      );
}

test('where Go decodes into fields, a mapping is laid over the one that is merged in', () => {
  const yaml =
    'x: &x {tls: {ca: a, deep: {b: 1, c: 2}}, list: [1]}\ny:\n  <<: *x\n  tls: {name: n, deep: {c: 3}}\n  list: []\n';
  const seen = (spelling: 'snake' | 'camel'): unknown =>
    readingOf(yaml, spelling)
      .mappings('y')
      .flatMap(y => y.mappings('tls'))
      .map(tls => [tls.keys, tls.mappings('deep').map(deep => ['b', 'c'].map(key => literal(deep.text(key))?.value))]);
  expect(seen('snake')).toEqual([[['ca', 'deep', 'name'], [['1', '3']]]]);
  expect(seen('camel')).toEqual([[['name', 'deep'], [[undefined, '3']]]]);
});

test('a field is found in the spelling of the document', () => {
  const both = 'ca_file: a\ncaFile: b\n';
  expect(literal(readingOf(both, 'snake').text('caFile'))?.value).toBe('a');
  expect(literal(readingOf(both, 'camel').text('caFile'))?.value).toBe('b');
  expect(literal(readingOf(both, 'either').text('caFile'))?.value).toBe('b');
  expect(literal(readingOf('ca_file: a\n', 'either').text('caFile'))?.value).toBe('a');
  expect(readingOf('CA_FILE: a\nca-file: b\n', 'either').has('caFile')).toBe(false);
});

test('a field with null is not there', () => {
  const reading = readingOf('a: null\nb:\nc: ~\nd: ""\ne: false\n');
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map(field => reading.has(field))).toEqual([
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('a field is spelled as it stands, and where it does not, as the document would', () => {
  expect(readingOf('ca_file: a\n', 'either').spelled('caFile')).toBe('ca_file');
  expect(readingOf('caFile: a\n', 'either').spelled('certFile')).toBe('certFile');
  expect(readingOf('cert_file: a\n', 'either').spelled('caFile')).toBe('ca_file');
  expect(readingOf('a: 1\n', 'snake').spelled('insecureSkipVerify')).toBe('insecure_skip_verify');
  expect(readingOf('a: 1\n', 'camel').spelled('insecureSkipVerify')).toBe('insecureSkipVerify');
});

test('a value is known with its place, or is a template', () => {
  const reading = readingOf('a: yes\nb: "yes"\nc: {{ x }}\nd: [e]\nf: ${G}\n');
  expect(reading.boolean('a')).toMatchObject({ value: true, span: { start: 3, end: 6 } });
  expect(reading.text('a')).toMatchObject({ value: 'yes' });
  expect([reading.boolean('b'), reading.boolean('d'), reading.text('d')]).toEqual([undefined, undefined, undefined]);
  expect(reading.boolean('c')).toMatchObject({ template: '{{ x }}' });
  expect(reading.text('f')).toMatchObject({ template: '${G}' });
});

test('lists and mappings in fields are read, and other things in them left out', () => {
  const reading = readingOf('a: [{b: c}, d, {b: e}]\nf: {b: g}\nh: i\nj: [k, [l], "{{ m }}"]\n');
  expect(reading.items('a').map(item => literal(item.text('b'))?.value)).toEqual(['c', 'e']);
  expect(reading.mappings('f').map(item => literal(item.text('b'))?.value)).toEqual(['g']);
  expect([reading.mappings('h'), reading.items('h'), reading.items('f'), reading.texts('h')]).toEqual([[], [], [], []]);
  expect(reading.texts('j')).toMatchObject([{ value: 'k' }, { template: '{{ m }}' }]);
});

test('a template for a key stands for entries that are not known', () => {
  expect(readingOf('a: 1\n"{{ b }}": 2\n').isTemplated).toBe(true);
  expect(readingOf('a: "{{ b }}"\n').isTemplated).toBe(false);
});

test('names that every object has are fields like others', () => {
  const reading = readingOf('constructor: a\n__proto__: b\n');
  expect(reading.keys).toEqual(['constructor', '__proto__']);
  expect(reading.has('toString')).toBe(false);
  expect(literal(reading.text('constructor'))?.value).toBe('a');
});

describe('keys that come twice', () => {
  test('are read once for each entry, and single keys with each of them', () => {
    expect(textsOf('a: 1\nb: 2\n')).toEqual([['1', '2']]);
    expect(textsOf('a: 1\nb: 2\na: 3\n')).toEqual([
      ['1', '2'],
      ['3', '2'],
    ]);
    expect(textsOf('a: 1\nb: 2\na: 3\nb: 4\na: 5\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '4'],
    ]);
    expect(textsOf('{}\n')).toEqual([[undefined, undefined]]);
  });

  test('have at most 16 readings, of which the last has the last entry', () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => `a: ${index}\n`).join('');
    const readings = readingsOf(`${entries}b: x\n`);
    expect(readings.map(reading => literal(reading.text('a'))?.value)).toEqual([
      ...Array.from({ length: 15 }, (_, index) => String(index)),
      '99999',
    ]);
  });
});

describe('what is merged in', () => {
  // As go-yaml v2 has it: what comes later in the text counts.
  test.each([
    ['is overridden by what comes after it', 'x: &x {a: 1, b: 2}\ny: {<<: *x, a: 3}\n', ['a: 3', 'b: 2']],
    ['overrides what comes before it', 'x: &x {a: 1, b: 2}\ny: {a: 3, c: 4, <<: *x}\n', ['a: 1', 'c: 4', 'b: 2']],
    ['can be written in place', 'y: {<<: {a: 1}, b: 2}\n', ['a: 1', 'b: 2']],
    [
      'of a list: the first that has the key',
      'x: &x {a: 1}\nz: &z {a: 2, b: 3}\ny: {<<: [*x, *z]}\n',
      ['a: 1', 'b: 3'],
    ],
    [
      'of several merges: the last that has the key',
      'x: &x {a: 1}\nz: &z {a: 2, b: 3}\ny: {<<: *x, <<: *z}\n',
      ['a: 2', 'b: 3'],
    ],
    ['can merge in turn', 'x: &x {a: 1, b: 2}\nz: &z {<<: *x, b: 3}\ny: {<<: *z, c: 4}\n', ['a: 1', 'b: 3', 'c: 4']],
    ['with all entries of a key that comes twice', 'x: &x {a: 1, a: 2}\ny: {a: 0, <<: *x}\n', ['a: 1', 'a: 2']],
    [
      'leaves the entries of a key that comes twice',
      'x: &x {b: 1}\ny: {a: 1, <<: *x, a: 2}\n',
      ['a: 1', 'a: 2', 'b: 1'],
    ],
    ['is nothing where it is no mapping', 'x: &x 1\ny: {<<: *x, <<: [2, [3]], <<: *z, a: 1}\n', ['a: 1']],
    ['is nothing where the key is quoted', "y: {'<<': {a: 1}}\n", ['<<: map']],
  ])('%s', (_name, yaml, entries) => {
    expect(entriesIn(yaml)).toEqual(entries);
  });

  test('is taken once, however often it is named', () => {
    const names = Array.from({ length: 2000 }, () => '*x').join(', ');
    expect(entriesIn(`x: &x {a: 1}\ny: {<<: [${names}]}\n`)).toEqual(['a: 1']);
  });

  test('may be a chain of many', () => {
    const chain = Array.from(
      { length: 400 },
      (_, index) => `x${index + 1}: &x${index + 1} {<<: *x${index}, k${index}: v}\n`,
    );
    expect(entriesIn(`x0: &x0 {a: 1}\n${chain.join('')}`)).toHaveLength(401);
  });
});
