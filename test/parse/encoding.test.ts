import { expect, test } from '@jest/globals';
import { isWide, textOf } from '../../src/parse/encoding.ts';

const TEXT = 'a: é😀\r\n';
const utf8 = Buffer.from(TEXT);
const little = Buffer.from(TEXT, 'utf16le');
const big = Buffer.from(little).swap16();

test.each([
  ['UTF-8', utf8, false],
  ['UTF-8 with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), true],
  ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), little]), true],
  ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), big]), true],
])('%s is read, without its mark', (_name, bytes, hasByteOrderMark) => {
  expect(textOf(bytes)).toEqual({ text: TEXT, hasByteOrderMark });
});

test('a part of a buffer is read as such', () => {
  expect(textOf(Buffer.from('xxa: 1xx').subarray(2, 6))).toEqual({ text: 'a: 1', hasByteOrderMark: false });
});

test('no bytes are an empty text', () => {
  expect(textOf(new Uint8Array())).toEqual({ text: '', hasByteOrderMark: false });
  expect(textOf(Buffer.from([0xef, 0xbb, 0xbf]))).toEqual({ text: '', hasByteOrderMark: true });
});

test('a second byte order mark is a character of the text', () => {
  expect(textOf(Buffer.from('\uFEFF\uFEFFa'))).toEqual({ text: '\uFEFFa', hasByteOrderMark: true });
});

const INVALID_UTF8 = 'it is not valid UTF-8';

test.each([
  ['a byte that starts nothing', [0x61, 0xff], INVALID_UTF8],
  ['a character that is cut off', [0x61, 0xc3], INVALID_UTF8],
  ['a longer form than needed', [0xc0, 0xaf], INVALID_UTF8],
  ['a surrogate in UTF-8', [0xed, 0xa0, 0x80], INVALID_UTF8],
  ['Latin-1', [0x63, 0x61, 0x66, 0xe9], INVALID_UTF8],
  ['half a unit of UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x62], 'it is not valid UTF-16LE'],
  ['a lone surrogate in UTF-16', [0xfe, 0xff, 0xd8, 0x00, 0x00, 0x61], 'it is not valid UTF-16BE'],
  ['a null character', [0x61, 0x00, 0x62], 'it is a binary file'],
  ['a null character in UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x00, 0x00], 'it is a binary file'],
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], 'it is a binary file'],
  ['UTF-16 without a mark', [0x61, 0x00, 0x3a, 0x00], 'it is a binary file'],
  ['invalid bytes and a null', [0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00], 'it is a binary file'],
])('%s is no text, for a reason that quotes nothing', (_name, bytes, reason) => {
  expect(textOf(Uint8Array.from(bytes))).toEqual({ reason });
});

test('only UTF-16 is wide', () => {
  expect(
    [[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x61], []].map(bytes => isWide(Uint8Array.from(bytes))),
  ).toEqual([true, true, false, false, false]);
});
