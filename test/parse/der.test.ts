import { expect, test } from '@jest/globals';
import {
  derBitStringOf,
  derContentOf,
  derElementAt,
  derElementsIn,
  derObjectIdentifierOf,
  derTextOf,
  derTimeOf,
  hasCleanBits,
  isShortestInteger,
} from '../../src/parse/der.ts';
import type { DerElement } from '../../src/parse/der.ts';

function element(tag: number, content: Buffer | string): Buffer {
  return Buffer.concat([Buffer.from([tag, content.length]), Buffer.from(content)]);
}

function timeOf(tag: number, text: string): string | undefined {
  const time = derElementAt(element(tag, text));
  return time === undefined ? undefined : derTimeOf(time)?.toISOString();
}

test.each([
  ['491231235959Z', '2049-12-31T23:59:59.000Z'],
  ['500101000000Z', '1950-01-01T00:00:00.000Z'],
  ['991231235959Z', '1999-12-31T23:59:59.000Z'],
  ['000229120000Z', '2000-02-29T12:00:00.000Z'],
  ['2601020304Z', '2026-01-02T03:04:00.000Z'],
  ['260102030405+0130', '2026-01-02T01:34:05.000Z'],
  ['260102030405-0130', '2026-01-02T04:34:05.000Z'],
  ['010229120000Z', undefined],
  ['261301000000Z', undefined],
  ['260101240000Z', undefined],
  ['260102030405', undefined],
  ['20260102030405Z', undefined],
  ['26010203040Z', undefined],
  ['', undefined],
])('the UTCTime %s is %s', (text, time) => {
  expect(timeOf(0x17, text)).toBe(time);
});

test.each([
  ['19491231235959Z', '1949-12-31T23:59:59.000Z'],
  ['20500101000000Z', '2050-01-01T00:00:00.000Z'],
  ['99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ['00010101000000Z', '0001-01-01T00:00:00.000Z'],
  ['20260102030405.5Z', undefined],
  ['202601020304Z', undefined],
  ['20260230000000Z', undefined],
])('the GeneralizedTime %s is %s', (text, time) => {
  expect(timeOf(0x18, text)).toBe(time);
});

test('nothing but the two types of time is a time', () => {
  expect(timeOf(0x13, '991231235959Z')).toBeUndefined();
});

test.each([
  ['cut off', '300501'],
  ['of indefinite length', '30800000'],
  ['with a length that is longer than it need be', '308103020101'],
  ['with a length that begins with a zero', '30820003020101'],
  ['with a length of five bytes', '308500000000010000'],
  ['with a tag of several bytes', '1f810100'],
  ['empty', ''],
])('an element is refused when it is %s', (_, hexadecimal) => {
  expect(derElementAt(Buffer.from(hexadecimal, 'hex'))).toBeUndefined();
});

test('the elements of a constructed one come as far as it is DER', () => {
  const outer = derElementAt(Buffer.from('3008020101020102ffff', 'hex'));
  expect([...derElementsIn(outer)].flatMap(inner => Array.from(derContentOf(inner)))).toEqual([1, 2]);
});

test.each([
  ['UTF8String', 0x0c, Buffer.from('Zoë'), 'Zoë'],
  ['BMPString', 0x1e, Buffer.from('005a006f00eb', 'hex'), 'Zoë'],
  ['TeletexString', 0x14, Buffer.from('Zoë', 'latin1'), 'Zoë'],
  ['PrintableString', 0x13, Buffer.from('Zoe'), 'Zoe'],
])('a %s is decoded', (_, tag, content, text) => {
  const string = derElementAt(element(tag, content));
  expect(string && derTextOf(string)).toBe(text);
});

function read(hexadecimal: string): DerElement {
  const found = derElementAt(Buffer.from(hexadecimal, 'hex'));
  if (found === undefined) throw new Error(`no DER: ${hexadecimal}`);
  return found;
}

test.each([
  ['06032a0304', '1.2.3.4'],
  ['06092a864886f70d01010b', '1.2.840.113549.1.1.11'],
  ['0603551d13', '2.5.29.19'],
  ['06028837', '2.999'],
  ['06022780', undefined],
  ['06032a8001', '1.2.1'],
  ['06062a8fffffff7f', undefined],
  ['06062a87ffffff7f', '1.2.2147483647'],
  ['0600', undefined],
])('the object identifier %s is %s', (hexadecimal, dotted) => {
  expect(derObjectIdentifierOf(read(hexadecimal))).toBe(dotted);
});

test.each([
  ['030300a55a', 'a55a'],
  ['030304a550', '0a55'],
  ['030100', ''],
  ['030308a55a', undefined],
  ['0300', undefined],
  ['040200a5', undefined],
])('the bit string %s holds the bytes %s', (hexadecimal, bytes) => {
  expect(derBitStringOf(read(hexadecimal))?.toString('hex')).toBe(bytes);
});

test.each([
  ['03020580', true],
  ['03020581', false],
  ['030100', true],
  ['030101', false],
  ['0300', false],
  ['03020880', false],
])('of the bit string %s it is %s that the unused bits are zero', (hexadecimal, isClean) => {
  expect(hasCleanBits(read(hexadecimal))).toBe(isClean);
});

test.each([
  ['020100', true],
  ['0201ff', true],
  ['02020080', true],
  ['0202007f', false],
  ['0202ff7f', true],
  ['0202ff80', false],
  ['0200', false],
])('of the integer %s it is %s that it is in as few bytes as it needs', (hexadecimal, isShortest) => {
  expect(isShortestInteger(read(hexadecimal))).toBe(isShortest);
});
