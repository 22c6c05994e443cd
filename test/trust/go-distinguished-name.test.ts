import { expect, test } from '@jest/globals';
import { element, integer, nothing, objectIdentifier, sequence, set } from '../der.ts';
import { DEBIAN } from './profiles.ts';
import { certificateOf, commonName, faultOf } from './raw-certificate.ts';

const INVALID = 'x509: invalid RDNSequence: ';

// X.690 and, for what is too long, the limits of crypto/x509 and cryptobyte of Go 1.27.
test.each<[string, Buffer]>([
  ['an integer of 8 bytes', element(0x02, Buffer.from('7fffffffffffffff', 'hex'))],
  ['a negative integer', integer(-1n)],
  ['bits, some of them unused', element(0x03, Buffer.from('04f0', 'hex'))],
  ['true', element(0x01, Buffer.from([0xff]))],
  ['false', element(0x01, Buffer.from([0x00]))],
  ['an object identifier', objectIdentifier('1.2.3')],
  ['a UTC time', element(0x17, Buffer.from('260101000000Z'))],
  ['a generalized time', element(0x18, Buffer.from('20260101000000Z'))],
  ['a type that it does not look into', element(0x1c, Buffer.alloc(4))],
])('since Go 1.27 a name may hold %s, and before it holds strings alone', (_, value) => {
  const certificate = certificateOf({ name: commonName(value) });
  expect(faultOf(certificate, DEBIAN['3.5'])).toBeUndefined();
  const unsupported = `${INVALID}invalid attribute value: unsupported string type: ${value[0]}`;
  expect(faultOf(certificate, DEBIAN['2.53'])).toBe(unsupported);
});

test.each<[string, string, Buffer]>([
  ['an integer of 9 bytes', 'invalid ASN.1 integer', element(0x02, Buffer.from('7fffffffffffffffff', 'hex'))],
  ['an integer with a byte too many', 'invalid ASN.1 integer', element(0x02, Buffer.from('0001', 'hex'))],
  ['bits that are unused and set', 'invalid ASN.1 BIT STRING', element(0x03, Buffer.from('04ff', 'hex'))],
  ['a boolean of another byte', 'invalid ASN.1 BOOLEAN', element(0x01, Buffer.from([1]))],
  ['a boolean of two bytes', 'invalid ASN.1 BOOLEAN', element(0x01, Buffer.from([0xff, 0xff]))],
  ['a boolean of two zeros', 'invalid ASN.1 BOOLEAN', element(0x01, Buffer.from([0, 0]))],
  ['a boolean without a byte', 'invalid ASN.1 BOOLEAN', element(0x01)],
  ['an object identifier that is cut off', 'invalid ASN.1 OBJECT IDENTIFIER', element(0x06, Buffer.from([0x2a, 0x80]))],
  ['a UTC time that is none', 'x509: malformed UTCTime', element(0x17, Buffer.from('261301000000Z'))],
  ['a generalized time that is none', 'x509: malformed GeneralizedTime', element(0x18, Buffer.from('2026'))],
])('since Go 1.27 a name may not hold %s: %s', (_, fault, value) => {
  const certificate = certificateOf({ name: commonName(value) });
  expect(faultOf(certificate)).toBe(`${INVALID}invalid attribute value: ${fault}`);
});

test('of an attribute without value, Go says more since 1.27', () => {
  const certificate = certificateOf({ name: sequence(set(sequence(objectIdentifier('2.5.4.3')))) });
  expect(faultOf(certificate, DEBIAN['2.53'])).toBe(`${INVALID}invalid attribute value`);
  expect(faultOf(certificate, DEBIAN['3.5'])).toBe(`${INVALID}invalid attribute value: invalid ASN.1 element`);
});

test('an attribute is a sequence', () => {
  expect(faultOf(certificateOf({ name: sequence(set(nothing())) }))).toBe(`${INVALID}invalid attribute`);
});

test('of a name with several attributes, each is read', () => {
  const sound = sequence(objectIdentifier('2.5.4.10'), element(0x13, Buffer.from('Lab')));
  const broken = sequence(objectIdentifier('2.5.4.3'), element(0x13, Buffer.from('node_1')));
  const fault = `${INVALID}invalid attribute value: invalid PrintableString`;
  expect(faultOf(certificateOf({ name: sequence(set(sound, broken)) }))).toBe(fault);
  expect(faultOf(certificateOf({ name: sequence(set(sound), set(broken)) }))).toBe(fault);
});

test.each([
  ['half a character', 'd800'],
  ['the other half', 'dfff'],
  ['a character that is none', 'fdd0'],
  ['the last of these', 'fdef'],
  ['a mark of byte order, turned round', 'fffe'],
  ['the last number of the plane', 'ffff'],
])('since Go 1.25 a BMPString may not hold %s', (_, bytes) => {
  const certificate = certificateOf({ name: commonName(element(0x1e, Buffer.from(bytes, 'hex'))) });
  expect(faultOf(certificate)).toBe(`${INVALID}invalid attribute value: invalid BMPString`);
  expect(faultOf(certificate, DEBIAN['2.53'])).toBeUndefined();
});

test.each([
  ['PrintableString', 0x13, "AZaz09 '()+,-./:=?*&"],
  ['NumericString', 0x12, '0 9'],
  ['IA5String', 0x16, '\0~_@\x7f'],
  ['UTF8String', 0x0c, 'Zoë €'],
])('%s holds every character that it may', (_, tag, text) => {
  expect(faultOf(certificateOf({ name: commonName(element(tag, Buffer.from(text))) }))).toBeUndefined();
});
