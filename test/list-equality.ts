import { expect } from '@jest/globals';

// `toEqual` looks past items that are undefined, so that a list of findings that nobody made would be an empty one.
expect.addEqualityTesters([
  (one: unknown, other: unknown): boolean | undefined =>
    Array.isArray(one) && Array.isArray(other) && one.length !== other.length ? false : undefined,
]);
