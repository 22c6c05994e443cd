import { expect, test } from '@jest/globals';
import { SourceFile } from '../../src/text/source.ts';
import { placeAfter, textAfter } from '../../src/text/text-edit.ts';

const file = new SourceFile('a.txt', 'zero one two three');
const one = { start: 5, end: 8 };

test.each([
  ['before it', [[0, 4, 'nothing']], 'one'],
  ['behind it', [[9, 12, 'four']], 'one'],
  [
    'at its ends',
    [
      [5, 5, '<'],
      [8, 8, '>'],
    ],
    'one',
  ],
  [
    'in it',
    [
      [6, 7, 'mm'],
      [0, 1, ''],
    ],
    'omme',
  ],
  ['of all of it', [[5, 8, 'none']], 'none'],
  ['across its begin', [[4, 6, '-']], undefined],
  ['across its end', [[7, 9, '']], undefined],
  ['of more than it', [[0, 12, '']], undefined],
] as const)('a place is where its characters are after edits %s', (_, rows, wanted) => {
  const edits = rows.map(([start, end, text]) => ({ at: file.span(start, end), text }));
  const place = placeAfter(one, edits);
  expect(place && textAfter(file.text, edits).slice(place.start, place.end)).toBe(wanted);
});
