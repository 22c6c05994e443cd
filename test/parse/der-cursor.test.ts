import { expect, test } from '@jest/globals';
import { DerCursor } from '../../src/parse/der-cursor.ts';
import { derContentOf, TAG } from '../../src/parse/der.ts';

function cursorOver(hexadecimal: string): DerCursor {
  return new DerCursor(Buffer.from(hexadecimal, 'hex'));
}

test('elements are read one after another, to the end', () => {
  const cursor = cursorOver('0201010500');
  expect(cursor.isAtEnd).toBe(false);
  expect(cursor.next()?.tag).toBe(TAG.integer);
  expect(cursor.read(TAG.null)?.tag).toBe(TAG.null);
  expect(cursor.isAtEnd).toBe(true);
  expect(cursor.next()).toBeUndefined();
});

test('what has another tag is not read', () => {
  const cursor = cursorOver('020101');
  expect(cursor.read(TAG.null)).toBeUndefined();
  expect(cursor.enter()).toBeUndefined();
  expect(cursor.isBefore(TAG.integer)).toBe(true);
  expect(cursor.read(TAG.integer)?.end).toBe(3);
});

test('what is cut off is not read, though it begins', () => {
  const cursor = cursorOver('0202');
  expect(cursor.isBefore(TAG.integer)).toBe(true);
  expect(cursor.read(TAG.integer)).toBeUndefined();
  expect(cursor.isAtEnd).toBe(false);
});

test('an element that is entered keeps to its own bytes', () => {
  const cursor = cursorOver('3003020107020108');
  const inner = cursor.enter();
  const number = inner?.next();
  expect(number && derContentOf(number)[0]).toBe(7);
  expect(inner?.isAtEnd).toBe(true);
  expect(cursor.read(TAG.integer)?.start).toBe(5);
});
