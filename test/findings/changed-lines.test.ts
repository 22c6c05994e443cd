import { expect, test } from '@jest/globals';
import { lineInHeadCommit, nearestChangedLine, touchesChange } from '../../src/findings/changed-lines.ts';
import type { ChangedFile, Comparison } from '../../src/findings/report.ts';

const FILE: ChangedFile = {
  path: 'a.yml',
  lines: [
    { start: 3, end: 4 },
    { start: 10, end: 10 },
  ],
  deletedAfter: [20],
  isWhole: false,
};

const touching: readonly (readonly [line: number, endLine: number, touches: boolean])[] = [
  [1, 2, false],
  [1, 3, true],
  [4, 4, true],
  [5, 9, false],
  [5, 12, true],
  [20, 20, false],
];

for (const [line, endLine, touches] of touching) {
  test(`lines ${line} to ${endLine} ${touches ? 'touch' : 'do not touch'} what is changed`, () => {
    expect(touchesChange(FILE, line, endLine)).toBe(touches);
  });
}

test('every line of a file that is changed as a whole is', () => {
  expect(touchesChange({ ...FILE, lines: [], isWhole: true }, 1, 1)).toBe(true);
});

const nearest: readonly (readonly [line: number, nearest: number])[] = [
  [1, 3],
  [3, 3],
  [6, 4],
  [7, 4],
  [8, 10],
  [16, 20],
  [99, 20],
];

for (const [line, want] of nearest) {
  test(`the changed line nearest to ${line} is ${want}`, () => {
    expect(nearestChangedLine(FILE, line)).toBe(want);
  });
}

test('where nothing but the first line was taken out the nearest is what is the first now', () => {
  expect(nearestChangedLine({ ...FILE, lines: [], deletedAfter: [0] }, 9)).toBe(1);
});

test('a line of a file without changed lines, or with nothing else, stays', () => {
  expect(nearestChangedLine({ ...FILE, lines: [], deletedAfter: [] }, 9)).toBe(9);
  expect(nearestChangedLine({ ...FILE, isWhole: true }, 9)).toBe(9);
});

test('a line of the head commit is as far away as what stands before it shifts', () => {
  const shifts = new Map([
    [
      'a.yml',
      [
        { start: 5, offset: -2 },
        { start: 10, offset: 3 },
      ],
    ],
  ]);
  const rest = { scope: 'new', base: '', changes: new Map(), fixed: 0, policyChanges: [], isUntouched: false } as const;
  const comparison: Comparison = { ...rest, shifts };
  const lines = [1, 4, 5, 9, 10, 11].map(line => lineInHeadCommit(comparison, 'a.yml', line));
  expect(lines).toEqual([1, 4, 3, 7, 13, 14]);
  expect(lineInHeadCommit(comparison, 'b.yml', 7)).toBe(7);
});
