import { expect, test } from '@jest/globals';
import { isInShard } from '../../src/findings/shard.ts';

const PATHS = Array.from({ length: 1000 }, (_, index) => `deploy/${index % 7}/prometheus-${index}.yml`);

test.each([1, 2, 3, 4, 8, 16, 100])('each file is in one of %d shards, and none has most of them', count => {
  const sizes = Array.from({ length: count }, (_, place) => {
    return PATHS.filter(path => isInShard(path, { index: place + 1, count })).length;
  });
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(PATHS.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual((2 * PATHS.length) / count + 10);
});

test('a file is in the same shard in every version, since those of one run may not be of one machine', () => {
  // FNV-1a, 32 bits, of "a", "foobar" and "" are e40c292c, bf9cf968 and 811c9dc5 (the test vectors of its authors).
  const count = 9973;
  for (const [path, hash] of [
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
    ['', 0x811c9dc5],
  ] as const) {
    expect(isInShard(path, { index: (hash % count) + 1, count })).toBe(true);
  }
});
