import { expect, test } from '@jest/globals';
import { mappingsOf, type Mapping } from '../../src/model/mapping.ts';
import { literal } from '../../src/text/written.ts';
import { sketchedTree } from './branch-sketch.ts';

function readingsOf(text: string): readonly Mapping[] {
  const root = sketchedTree(text);
  return root?.kind === 'map' ? mappingsOf(root, 'either') : [];
}

/** Each reading in words: entries with their value, `~` for a template, nested ones in braces. */
function told(text: string): readonly string[] {
  return readingsOf(text).map(wordsOf);
}

function wordsOf(mapping: Mapping): string {
  return mapping.keys
    .map(key => {
      const nested = [...mapping.mappings(key), ...mapping.items(key)].map(wordsOf);
      if (nested.length > 0) return `${key}{${nested.join(' | ')}}`;
      const written = mapping.text(key);
      return `${key}=${written === undefined ? '' : 'value' in written ? written.value : '~'}`;
    })
    .join(' ');
}

test.each([
  ['one reading where there is no branch', 'a: 1\nb: 2\n', ['a=1 b=2']],
  ['one for a branch without another', 'a: 1\n#if X\nb: 2\n#end\n', ['a=1 b=2']],
  [
    'one for each branch of a block',
    '#if X\na: 1\n#else if Y\na: 2\n#else\na: 3\n#end\nb: 4\n',
    ['a=1 b=4', 'a=2 b=4', 'a=3 b=4'],
  ],
  ['an entry of another question is templated', '#if X\na: 1\n#end\n#if Y\nb: 2\n#end\n', ['a=1 b=~', 'b=2 a=~']],
  ['the same question has the same answer', '#if X\na: 1\n#else\na: 2\n#end\n#if X\nb: 1\n#end\n', ['a=1 b=1', 'a=2']],
  ['a question and its negation are one', '#if X\na: 1\n#end\n#if not X\na: 2\nb: 3\n#end\n', ['a=1', 'a=2 b=3']],
  [
    'also negated twice, and in parentheses',
    '#if (not (not .a))\na: 1\n#else\nb: 2\n#end\n#if .a\nc: 3\n#end\n',
    ['a=1 c=3', 'b=2'],
  ],
  [
    'what is negated of two is no question of one',
    '#if not X | foo\na: 1\n#end\n#if X | foo\nb: 2\n#end\n',
    ['a=1 b=~', 'b=2 a=~'],
  ],
  ['a with asks what an if asks', '#with .a\na: 1\n#end\n#if not .a\nb: 2\n#end\n', ['a=1', 'b=2']],
  [
    'so does a range over entries with their index',
    '#range $i, $e := .a\na: 1\n#end\n#if not .a\nb: 2\n#end\n',
    ['a=1', 'b=2'],
  ],
  [
    'but within it a dot is another thing',
    '#with .a\na: 1\n#if .b\nb: 2\n#end\n#end\n#if not .b\nc: 3\n#end\n',
    ['a=1 b=2 c=~', 'c=3 a=~ b=~'],
  ],
  ['and a path from the root is not', '#with .a\n#if $.b\nb: 2\n#end\n#end\n#if not .b\nc: 3\n#end\n', ['b=2', 'c=3']],
  [
    'an inner branch has what is around it',
    '#if X\na: 1\n#if Y\nb: 2\n#else\nb: 3\n#end\n#end\nc: 4\n',
    ['a=1 b=2 c=4', 'a=1 b=3 c=4'],
  ],
  [
    'nested mappings are read under the same assumption',
    'x:\n  #if X\n  a: 1\n  #else\n  a: 2\n  #end\n#if X\nb: 1\n#end\n',
    ['x{a=1} b=1'],
  ],
  [
    'so are items of lists',
    'l:\n- n: 1\n  #if X\n  a: 1\n  #else\n  a: 2\n  #end\n#if not X\nb: 1\n#end\n',
    ['l{n=1 a=2} b=1'],
  ],
  ['where nothing is left, an empty mapping is', '#if X\nx:\n  y: 1\n  #if not X\n  a: 2\n  #end\n#end\n', ['x{y=1}']],
  [
    'an entry that stands in both has the value that is certain',
    'a: 1\n#if X\nb: 2\n#end\n#if Y\na: 3\n#end\n',
    ['a=1 b=2', 'a=1 b=~', 'a=3 b=~'],
  ],
])('%s', (_name, text, readings) => {
  expect(told(text)).toEqual(readings);
});

test('each branch of a long chain is read with what stands in it', () => {
  const others = Array.from({ length: 12 }, (_, index) => `#else if X${index}\na: ${index}\n`);
  const wanted = others.map((_, index) => `a=${index}`);
  expect(told(`#if X\na: x\n${others.join('')}#end\n`)).toEqual(['a=x', ...wanted]);
});

test('an entry is open where another question decides whether it is there', () => {
  const readings = readingsOf('#if X\na: 1\n#end\n#if Y\nb: 2\n#end\n');
  expect(readings.map(reading => ['a', 'b', 'c'].map(field => reading.isOpen(field)))).toEqual([
    [false, true, false],
    [true, false, false],
  ]);
});

test('of more than 64 branches each is read apart, beside what is not known', () => {
  const text = Array.from({ length: 100 }, (_, index) => `#if X${index}\na${index}: ${index}\n#end\n`).join('');
  const readings = readingsOf(`z: 1\n${text}`);
  expect(readings).toHaveLength(101);
  expect(readings.every(reading => reading.isTemplated)).toBe(true);
  expect(readings.map(reading => reading.keys[0])).toEqual([
    'z',
    ...Array.from({ length: 100 }, (_, index) => `a${index}`),
  ]);
});

test('what stands deeper in branches than anyone writes is still there', () => {
  const open = Array.from({ length: 200 }, (_, index) => `#if X${index}\na${index}: 1\n`).join('');
  const readings = readingsOf(`${open}b: 2\n${'#end\n'.repeat(200)}`);
  expect(readings.map(reading => literal(reading.text('b'))?.value)).toEqual(['2']);
});
