import { expect, test } from '@jest/globals';
import type { Fate } from '../../scripts/mutate/fates.ts';
import { scoreText, survivorsText } from '../../scripts/mutate/score.ts';

function fateAt(path: string, line: number, end: Fate['end']): Fate {
  const mutant = {
    id: line,
    path,
    line,
    column: 3,
    operator: 'LogicalOperator',
    original: 'a &&\n  b',
    replacement: 'a || b',
  };
  return { mutant, end, by: end === 'survived' ? '7 of 7 tests' : '' };
}

test('a score says what such a sample can say, of each room and of all', () => {
  // The interval of Wilson for 80 of 100 and for 90 of 110, by the formula in Agresti and Coull, 1998.
  const trust = Array.from({ length: 100 }, (_, index) =>
    fateAt('src/trust/a.ts', index, index < 80 ? 'noticed' : 'survived'),
  );
  const parse = Array.from({ length: 10 }, (_, index) => fateAt('src/parse/b.ts', index, 'noticed'));
  expect(scoreText([...trust, ...parse]).split('\n')).toEqual([
    'parse   100.0 % (72.2 to 100.0 %): 10 of 10 noticed, 0 reached by no test',
    'trust   80.0 % (71.1 to 86.7 %): 80 of 100 noticed, 0 reached by no test',
    'all     81.8 % (73.6 to 87.9 %): 90 of 110 noticed, 0 reached by no test',
    '',
  ]);
});

test('a test that never ends or ends its process has noticed, and what no test reaches counts as not noticed', () => {
  const fates = (['endless', 'crashed', 'unreached', 'survived'] as const).map((end, line) =>
    fateAt('src/rules/c.ts', line, end),
  );
  expect(scoreText(fates)).toContain('rules   50.0 % (15.0 to 85.0 %): 2 of 4 noticed, 1 reached by no test\n');
});

test('what survives is listed by file and line, each in one line', () => {
  const fates = [
    fateAt('src/trust/b.ts', 9, 'survived'),
    fateAt('src/trust/b.ts', 4, 'unreached'),
    fateAt('src/trust/a.ts', 7, 'survived'),
    fateAt('src/trust/a.ts', 1, 'noticed'),
  ];
  expect(survivorsText(fates)).toBe(`
src/trust/a.ts
  7:3  a && b  →  a || b  (LogicalOperator, 7 of 7 tests)

src/trust/b.ts
  4:3  a && b  →  a || b  (LogicalOperator, no test reaches it)
  9:3  a && b  →  a || b  (LogicalOperator, 7 of 7 tests)
`);
});
