import { expect, test } from '@jest/globals';

test.each([
  [[undefined], []],
  [[1, undefined], [1]],
  [{ at: [undefined] }, { at: [] }],
])('%j is not %j, whatever is undefined in it', (one, other) => {
  expect(one).not.toEqual(other);
  expect(other).not.toEqual(one);
});
