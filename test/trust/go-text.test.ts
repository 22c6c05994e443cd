import { expect, test } from '@jest/globals';
import { numberText, quoted, quotedBytes, rangeText, timeText } from '../../src/trust/go-text.ts';

test.each([
  ['plain text', '"plain text"'],
  ['a "b" \\c', String.raw`"a \"b\" \\c"`],
  ['\u0007\b\f\n\r\t\v', String.raw`"\a\b\f\n\r\t\v"`],
  ['\0\u001B\u007F', String.raw`"\x00\x1b\x7f"`],
  ['Zoë, 日本', '"Zoë, 日本"'],
  ['\u00A0\u202E\uFEFF', String.raw`"\u00a0\u202e\ufeff"`],
  ['\u{1F512}\u{E0001}', `"\u{1F512}${String.raw`\U000e0001`}"`],
])('%j is quoted as Go quotes it', (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

test.each([
  ['6f7468ff722e74657374', String.raw`"oth\xffr.test"`],
  ['5a6fc3ab', '"Zoë"'],
  ['c3', String.raw`"\xc3"`],
  ['f09f9492e2', `"\u{1F512}${String.raw`\xe2`}"`],
  ['0aefbfbd', `"${String.raw`\n`}\uFFFD"`],
])('the bytes %s are quoted as Go quotes them', (hexadecimal, expected) => {
  expect(quotedBytes(Buffer.from(hexadecimal, 'hex'))).toBe(expected);
});

test('a time is told in UTC, to the second', () => {
  expect(timeText(new Date('2026-11-21T08:30:15.750Z'))).toBe('2026-11-21T08:30:15Z');
});

test.each([
  ['00c0ffee', '12648430'],
  ['00ff', '255'],
  ['ff', '-1'],
  ['fb', '-5'],
  ['', '0'],
])('the number %s is %s', (hexadecimal, text) => {
  expect(numberText(Buffer.from(hexadecimal, 'hex'))).toBe(text);
});

test.each([
  ['0a000000', 'ff000000', '10.0.0.0/8'],
  ['20010db8000000000000000000000000', 'ffffffff000000000000000000000000', '2001:db8::/32'],
])('the range %s under %s is %s', (address, mask, text) => {
  expect(rangeText(Buffer.from(address, 'hex'), Buffer.from(mask, 'hex'))).toBe(text);
});
