import { expect, test } from '@jest/globals';
import { fuzzed } from './run.ts';

// What a busy machine needs for the longest of them is far less.
const LONGEST = 5000;

test('mutated certificates, keys and containers break nothing, hang nowhere and give no key away', () => {
  const { failures, slowest } = fuzzed(5000, 20261121);
  expect(failures).toEqual([]);
  expect(slowest.milliseconds).toBeLessThan(LONGEST);
});
