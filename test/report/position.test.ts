import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { firstLineRangeOf, lineBoundsOf, rangeOf } from '../../src/report/position.ts';
import { SourceFile } from '../../src/text/source.ts';

const cases = [
  { name: 'the first character is 1:1', text: 'ab\ncd', span: [0, 1], want: '1:1-1:2' },
  { name: 'an empty file has one empty line', text: '', span: [0, 0], want: '1:1-1:1' },
  { name: 'a line feed ends a line', text: 'ab\ncd', span: [3, 5], want: '2:1-2:3' },
  { name: 'the line feed itself is the last column of its line', text: 'ab\ncd', span: [2, 3], want: '1:3-2:1' },
  { name: 'a carriage return and line feed end one line', text: 'ab\r\ncd', span: [4, 6], want: '2:1-2:3' },
  { name: 'a lone carriage return ends no line', text: 'ab\rcd', span: [3, 5], want: '1:4-1:6' },
  { name: 'columns count UTF-16 units', text: 'é🔥x', span: [3, 4], want: '1:4-1:5' },
  { name: 'a span may take several lines', text: 'a\nb\nc\n', span: [0, 5], want: '1:1-3:2' },
  { name: 'the end of a file after its last line feed is a line', text: 'a\n', span: [2, 2], want: '2:1-2:1' },
  { name: 'the end of a file without a line feed is on its last line', text: 'a\nb', span: [3, 3], want: '2:2-2:2' },
] as const;

test.each(cases)('$name', ({ text, span: [start, end], want }) => {
  const { line, column, endLine, endColumn } = rangeOf(new SourceFile('a.yml', text).span(start, end));
  expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(want);
});

test.each([
  { start: 0, end: 4 },
  { start: -1, end: 2 },
  { start: 2, end: 1 },
  { start: 9, end: 9 },
  { start: Number.NaN, end: 1 },
])('a span from $start to $end is not within a file of 3 units, and is our own mistake', ({ start, end }) => {
  expect(() => rangeOf(new SourceFile('a.yml', 'abc').span(start, end))).toThrow(RangeError);
});

test('a range of several lines is cut to the text of its first line', () => {
  const file = new SourceFile('a.yml', 'key: [\r\n  1,\r\n]\r\n');
  expect(firstLineRangeOf(file.span(5, 16))).toEqual({ line: 1, column: 6, endLine: 1, endColumn: 7 });
  expect(firstLineRangeOf(file.span(6, 9))).toEqual({ line: 1, column: 7, endLine: 1, endColumn: 7 });
  expect(firstLineRangeOf(file.span(0, 3))).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 4 });
});

test('a line that the file does not have is our own mistake', () => {
  expect(() => lineBoundsOf(new SourceFile('a.yml', 'a\nb'), 3)).toThrow(RangeError);
});

test('every offset is found where counting line breaks before it says', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r\n', '\r', '🔥'), { maxLength: 40 })
    .map(pieces => pieces.join(''));
  fc.assert(
    fc.property(text, fc.nat(), (content, seed) => {
      const offset = seed % (content.length + 1);
      const before = content.slice(0, offset).split('\n');
      const { line, column } = rangeOf(new SourceFile('a.yml', content).span(offset, offset));
      expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
    }),
    { seed: 20261120 },
  );
});
