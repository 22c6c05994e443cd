import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { mutatedSources, switchedFor } from '../../scripts/mutate/mutants.ts';
import { sampleOf } from '../../scripts/mutate/sample.ts';

const TOP = join(import.meta.dirname, '../../..');
const PATH = 'src/text/grouped.ts';
const { mutants, switched } = await mutatedSources(TOP, [PATH]);

test('a mutant says what stands at its place and what would stand there', () => {
  expect(mutants).toContainEqual({
    id: expect.any(Number),
    path: PATH,
    line: 7,
    column: 9,
    operator: 'EqualityOperator',
    original: 'group === undefined',
    replacement: 'group !== undefined',
  });
});

test('switches ask for the chosen mutants alone, and every place is counted', () => {
  const [chosen, ...others] = mutants.map(({ id }) => id);
  const text = switchedFor(PATH, switched.get(PATH) ?? '', new Set([chosen ?? -1]));
  expect(text.match(/mutation\.isActive\(\d+\)/g)).toEqual([`mutation.isActive(${chosen})`]);
  for (const id of others) expect(text).toMatch(new RegExp(`mutation\\.reached\\((?:\\d+, )*${id}[,)]`));
});

function idsFor(seed: string): readonly number[] {
  return sampleOf(mutants, 5, seed).map(({ id }) => id);
}

test('the same seed takes the same mutants, and another takes others', () => {
  expect(idsFor('1')).toHaveLength(5);
  expect(idsFor('1')).toEqual(idsFor('1'));
  expect(idsFor('2')).not.toEqual(idsFor('1'));
});
