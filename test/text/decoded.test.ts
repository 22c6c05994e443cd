import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { DecodedTextBuilder, type DecodedText } from '../../src/text/decoded.ts';
import { SourceFile } from '../../src/text/source.ts';

const file = new SourceFile('a.txt', '0123456789abcdef');

function spanOf(decoded: DecodedText, part: string): readonly [start: number, end: number, exact: boolean] {
  const at = decoded.text.indexOf(part);
  const { start, end, exact } = decoded.span(at, at + part.length);
  return [start, end, exact];
}

test('characters that are taken as they stand are where they were taken from', () => {
  const decoded = new DecodedTextBuilder(file, 0).copy(2, 5).copy(5, 6).copy(6, 6).copy(10, 12).build();
  expect(decoded.text).toBe('2345ab');
  expect(spanOf(decoded, '4')).toEqual([4, 5, true]);
  expect(spanOf(decoded, '45')).toEqual([4, 6, true]);
  expect(spanOf(decoded, '5a')).toEqual([5, 11, true]);
});

test('each character of a replacement stands for all that it replaces, and only the whole of it is exact', () => {
  const decoded = new DecodedTextBuilder(file, 0).copy(0, 2).replace(2, 12, 'xyz').copy(12, 14).build();
  expect(decoded.text).toBe('01xyzcd');
  expect(spanOf(decoded, 'xyz')).toEqual([2, 12, true]);
  expect(spanOf(decoded, '1xyzc')).toEqual([1, 13, true]);
  expect(spanOf(decoded, 'y')).toEqual([2, 12, false]);
  expect(spanOf(decoded, '1x')).toEqual([1, 12, false]);
  expect(spanOf(decoded, 'zc')).toEqual([2, 13, false]);
});

test('characters of a replacement of the same length stand for one character each', () => {
  const decoded = new DecodedTextBuilder(file, 0).replace(4, 7, 'xyz').build();
  expect(spanOf(decoded, 'y')).toEqual([5, 6, true]);
});

test('text that is put in between stands for no character', () => {
  const decoded = new DecodedTextBuilder(file, 0).copy(0, 4).replace(4, 4, '\n').build();
  expect(spanOf(decoded, '3')).toEqual([3, 4, true]);
  expect(spanOf(decoded, '\n')).toEqual([4, 4, true]);
});

test('an empty span is before the character that follows, and at the end after the last one', () => {
  const decoded = new DecodedTextBuilder(file, 0).copy(2, 4).copy(8, 10).build();
  expect([0, 1, 2, 3, 4].map(offset => decoded.span(offset, offset).start)).toEqual([2, 3, 8, 9, 10]);
  expect([0, 1, 2, 3, 4].map(offset => decoded.span(offset, offset).end)).toEqual([2, 3, 8, 9, 10]);
});

test('text without any character is where it was said to be', () => {
  const decoded = new DecodedTextBuilder(file, 7).replace(8, 10, '').build();
  expect(decoded.text).toBe('');
  expect(decoded.span(0, 0)).toEqual({ file, start: 7, end: 7, exact: true });
});

test('the length counts what was taken and what was put', () => {
  const builder = new DecodedTextBuilder(file, 0);
  const lengths = [
    builder.length,
    builder.copy(1, 3).length,
    builder.copy(3, 4).length,
    builder.replace(5, 9, 'x').length,
    builder.copy(9, 10).length,
  ];
  expect(lengths).toEqual([0, 2, 3, 4, 5]);
});

test('decoded text in decoded text answers in the file', () => {
  const outer = new DecodedTextBuilder(file, 0).copy(2, 5).replace(5, 9, 'x').copy(9, 12).build();
  const inner = new DecodedTextBuilder(outer, 0).copy(1, 4).replace(4, 6, '\n').build();
  expect([outer.text, inner.text]).toEqual(['234x9ab', '34x\n']);
  expect(inner.file).toBe(file);
  expect(spanOf(inner, '3')).toEqual([3, 4, true]);
  expect(spanOf(inner, '4x')).toEqual([4, 9, true]);
  expect(spanOf(inner, '\n')).toEqual([9, 11, true]);
});

test('nothing is exact once what stands between is not the text of the file', () => {
  const outer = new DecodedTextBuilder(file, 0).replace(0, 4, 'xyz').build();
  const inner = new DecodedTextBuilder(outer, 0).copy(0, 2).build();
  expect(outer.span(0, 2).exact).toBe(false);
  expect(inner.span(0, 2)).toEqual({ file, start: 0, end: 4, exact: false });
});

test('whatever it is built of, each span reaches from where its first character begins to where its last one ends', () => {
  const step = fc.record({
    skipped: fc.nat(2),
    taken: fc.nat(4),
    put: fc.option(fc.constantFrom('', 'x', 'xy', 'xyz')),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), steps => {
      const source = new SourceFile('a.txt', 'abcdefghijklmnopqrstuvwxyz'.repeat(2));
      const builder = new DecodedTextBuilder(source, 0);
      const places: { readonly character: string; readonly start: number; readonly end: number }[] = [];
      let at = 0;
      for (const { skipped, taken, put } of steps) {
        const start = at + skipped;
        at = start + taken;
        if (put === null) builder.copy(start, at);
        else builder.replace(start, at, put);
        const isEach = put === null || put.length === taken;
        [...(put ?? source.text.slice(start, at))].forEach((character, index) =>
          places.push({ character, start: isEach ? start + index : start, end: isEach ? start + index + 1 : at }),
        );
      }
      const decoded = builder.build();
      expect(decoded.text).toBe(places.map(({ character }) => character).join(''));
      places.forEach((first, from) =>
        places.slice(from).forEach((last, more) => {
          expect(decoded.span(from, from + more + 1)).toMatchObject({ start: first.start, end: last.end });
        }),
      );
    }),
    { seed: 20_240_229, numRuns: 300 },
  );
});
