import { expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import type { Profile } from '../../src/trust/profile.ts';
import { bitString, element, explicit, integer, nothing, objectIdentifier, sequence, utf8String } from '../der.ts';
import { DEBIAN } from './profiles.ts';
import { certificateOf, commonName, EARLY, ED25519, faultOf, keyOf, LATE, utcTime } from './raw-certificate.ts';

function rsaKey(parameters: readonly Buffer[], bytes: Uint8Array): Buffer {
  return keyOf(sequence(objectIdentifier('1.2.840.113549.1.1.1'), ...parameters), bytes);
}

function ellipticKey(parameters: Buffer, bytes: Uint8Array): Buffer {
  return keyOf(sequence(objectIdentifier('1.2.840.10045.2.1'), parameters), bytes);
}

function dsaKey(parameters: readonly bigint[], key: Buffer): Buffer {
  return keyOf(sequence(objectIdentifier('1.2.840.10040.4.1'), sequence(...parameters.map(integer))), key);
}

function unusedBits(bits: Buffer): Buffer {
  return certificateOf({ key: sequence(ED25519, element(0x03, bits)) });
}

const CUT_OFF = Buffer.from([0x81, 9]);
const SOUND = certificateOf({});
const SPKI = { type: 'spki', format: 'der' } as const;
// 1.2.3, its last number in two bytes.
const PADDED = element(0x06, Buffer.from([0x2a, 0x80, 0x03]));
const P256 = objectIdentifier('1.2.840.10045.3.1.7');

test.each<[string, Buffer]>([
  ['a negative serial number, unless the profile is strict', certificateOf({ serial: integer(-5n) })],
  ['version 1', certificateOf({ version: Buffer.alloc(0) })],
  ['version 2', certificateOf({ version: explicit(0, integer(1n)) })],
  [
    'an extension in version 2, which it does not read',
    certificateOf({ version: explicit(0, integer(1n)), tail: [explicit(3, nothing())] }),
  ],
  ['an empty name', certificateOf({ name: sequence() })],
  [
    'a name in PrintableString with an asterisk and an ampersand',
    certificateOf({ name: commonName(element(0x13, Buffer.from('*.a & b'))) }),
  ],
  ['a name in TeletexString', certificateOf({ name: commonName(element(0x14, Buffer.from([0xe9]))) })],
  ['a name in BMPString', certificateOf({ name: commonName(element(0x1e, Buffer.from('005a00eb', 'hex'))) })],
  [
    'years of four digits before 2050',
    certificateOf({ validity: sequence(EARLY, element(0x18, Buffer.from('20300101000000Z'))) }),
  ],
  ['times with an offset', certificateOf({ validity: sequence(utcTime('200101000000+0100'), LATE) })],
  ['a key of a kind that it does not know', keyOf(sequence(objectIdentifier('1.3.101.113')), Buffer.alloc(57))],
  ...['P-224', 'P-256', 'P-384', 'P-521'].map((curve): [string, Buffer] => [
    `a key of ${curve}`,
    certificateOf({ key: generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export(SPKI) }),
  ]),
  ['signature bits left over', certificateOf({ signature: bitString(Buffer.from([0xfe]), 1) })],
  ['a unique identifier', certificateOf({ tail: [element(0x81, Buffer.from([0, 1]))] })],
])('Go reads a certificate with %s', (_, der) => {
  expect(faultOf(der)).toBeUndefined();
});

test.each<[string, string, Buffer]>([
  ['no DER', 'malformed certificate', Buffer.from('text')],
  ['nothing inside', 'malformed tbs certificate', sequence()],
  ['bytes behind it', 'trailing data', Buffer.concat([SOUND, Buffer.from([0])])],
  ['version 4', 'invalid version', certificateOf({ version: explicit(0, integer(3n)) })],
  ['a version that is a text', 'malformed version', certificateOf({ version: explicit(0, utf8String('3')) })],
  ['a negative version', 'malformed version', certificateOf({ version: explicit(0, integer(-1n)) })],
  [
    'a serial number that is longer than it need be',
    'malformed serial number',
    certificateOf({ serial: Buffer.from('02020001', 'hex') }),
  ],
  [
    'two signature algorithms',
    "inner and outer signature algorithm identifiers don't match",
    certificateOf({ outerAlgorithm: sequence(objectIdentifier('1.2.3')) }),
  ],
  ['no signature algorithm', 'malformed signature algorithm identifier', certificateOf({ algorithm: nothing() })],
  ['an algorithm without identifier', 'malformed OID', certificateOf({ algorithm: sequence() })],
  ['a name that is no sequence', 'malformed issuer', certificateOf({ name: nothing() })],
  ['a name of other things', 'invalid RDNSequence', certificateOf({ name: sequence(nothing()) })],
  [
    'an underscore in PrintableString',
    'invalid RDNSequence: invalid attribute value: invalid PrintableString',
    certificateOf({ name: commonName(element(0x13, Buffer.from('node_1'))) }),
  ],
  [
    'broken UTF-8',
    'invalid RDNSequence: invalid attribute value: invalid UTF-8 string',
    certificateOf({ name: commonName(element(0x0c, Buffer.from([0xff]))) }),
  ],
  [
    'letters in NumericString',
    'invalid RDNSequence: invalid attribute value: invalid NumericString',
    certificateOf({ name: commonName(element(0x12, Buffer.from('1a'))) }),
  ],
  [
    'an odd number of bytes in BMPString',
    'invalid RDNSequence: invalid attribute value: invalid BMPString',
    certificateOf({ name: commonName(element(0x1e, Buffer.from([0]))) }),
  ],
  [
    'bytes beyond ASCII in IA5String',
    'invalid RDNSequence: invalid attribute value: invalid IA5String',
    certificateOf({ name: commonName(element(0x16, Buffer.from([0x80]))) }),
  ],
  [
    'an attribute without type',
    'invalid RDNSequence: invalid attribute type',
    certificateOf({ name: sequence(element(0x31, sequence())) }),
  ],
  ['no validity', 'malformed validity', certificateOf({ validity: nothing() })],
  ['a date that is none', 'malformed UTCTime', certificateOf({ validity: sequence(utcTime('201301000000Z'), LATE) })],
  ['an offset of zero', 'malformed UTCTime', certificateOf({ validity: sequence(utcTime('200101000000+0000'), LATE) })],
  [
    'fractions of a second',
    'malformed GeneralizedTime',
    certificateOf({ validity: sequence(EARLY, element(0x18, Buffer.from('20300101000000.5Z'))) }),
  ],
  ['one date', 'unsupported time format', certificateOf({ validity: sequence(EARLY) })],
  ['no key', 'malformed spki', certificateOf({ key: nothing() })],
  ['a key without bits', 'malformed subjectPublicKey', certificateOf({ key: sequence(ED25519) })],
  ['RSA without NULL', 'RSA key missing NULL parameters', rsaKey([], sequence(integer(15n), integer(3n)))],
  ['an RSA key that is none', 'invalid RSA public key', rsaKey([nothing()], Buffer.from([0]))],
  [
    'a negative modulus',
    'RSA modulus is not a positive number',
    rsaKey([nothing()], sequence(integer(-15n), integer(3n))),
  ],
  [
    'an exponent of zero',
    'RSA public exponent is not a positive number',
    rsaKey([nothing()], sequence(integer(15n), integer(0n))),
  ],
  [
    'an endless exponent',
    'invalid RSA public exponent',
    rsaKey([nothing()], sequence(integer(15n), integer(1n << 80n))),
  ],
  ['secp256k1', 'unsupported elliptic curve', ellipticKey(objectIdentifier('1.3.132.0.10'), Buffer.alloc(65, 4))],
  ['a curve that is written out', 'invalid ECDSA parameters', ellipticKey(sequence(), Buffer.alloc(65, 4))],
  ['an identifier with zeros in front', 'malformed OID', certificateOf({ algorithm: sequence(PADDED) })],
  [
    'parameters of Ed25519',
    'Ed25519 key encoded with illegal parameters',
    keyOf(sequence(objectIdentifier('1.3.101.112'), nothing()), Buffer.alloc(32)),
  ],
  ['an Ed25519 key of 31 bytes', 'wrong Ed25519 public key size', keyOf(ED25519, Buffer.alloc(31))],
  [
    'a DSA key without parameters',
    'invalid DSA parameters',
    keyOf(sequence(objectIdentifier('1.2.840.10040.4.1')), integer(5n)),
  ],
  ['a unique identifier of the issuer that is cut off', 'malformed issuerUniqueID', certificateOf({ tail: [CUT_OFF] })],
  [
    'a unique identifier of the subject that is cut off',
    'malformed subjectUniqueID',
    certificateOf({ tail: [element(0x81, Buffer.from([0, 1])), Buffer.from([0x82, 9])] }),
  ],
  ['a key without algorithm', 'malformed public key algorithm identifier', certificateOf({ key: sequence(nothing()) })],
  ['a key whose bits are unused and set', 'malformed subjectPublicKey', unusedBits(Buffer.from('04ff', 'hex'))],
  ['an RSA key without exponent', 'invalid RSA public exponent', rsaKey([nothing()], sequence(integer(15n)))],
  ['an RSA key without modulus', 'invalid RSA modulus', rsaKey([nothing()], sequence())],
  [
    'a modulus of zero',
    'RSA modulus is not a positive number',
    rsaKey([nothing()], sequence(integer(0n), integer(3n))),
  ],
  ['a DSA key that is no number', 'invalid DSA public key', dsaKey([1n, 1n, 1n], nothing())],
  ['a DSA key with two parameters', 'invalid DSA parameters', dsaKey([1n, 1n], integer(5n))],
  ['a DSA key with a parameter of zero', 'zero or negative DSA parameter', dsaKey([1n, 0n, 1n], integer(5n))],
  ['a DSA key of zero', 'zero or negative DSA parameter', dsaKey([1n, 1n, 1n], integer(0n))],
  ['a signature that is no bits', 'malformed signature', certificateOf({ signature: nothing() })],
])('Go refuses a certificate with %s: %s', (_, fault, der) => {
  expect(faultOf(der)).toBe(`x509: ${fault}`);
});

const UNREADABLE = 'x509: failed to unmarshal elliptic curve point';
const BESIDE_THE_CURVE = ellipticKey(P256, Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]));
const COMPRESSED = ellipticKey(P256, Buffer.alloc(33, 2));
const TOO_LARGE = ellipticKey(P256, Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 0xff)]));
const FAR_OFF = certificateOf({ validity: sequence(utcTime('200101000000+9900'), LATE) });

test.each<[string, Profile, string | undefined, Buffer]>([
  [
    'a negative serial number is refused by the strict profile',
    DEBIAN['3.5 strict'],
    'x509: negative serial number',
    certificateOf({ serial: integer(-5n) }),
  ],
  ['before Go 1.26 a point beside the curve is one that is not read', DEBIAN['2.53'], UNREADABLE, BESIDE_THE_CURVE],
  [
    'since Go 1.26 it is said that a point is beside the curve',
    DEBIAN['3.5'],
    'P256 point not on curve',
    BESIDE_THE_CURVE,
  ],
  ['before Go 1.26 a compressed point is one that is not read', DEBIAN['2.53'], UNREADABLE, COMPRESSED],
  [
    'since Go 1.26 it is said of a compressed point',
    DEBIAN['3.5'],
    'ecdsa: invalid uncompressed public key',
    COMPRESSED,
  ],
  [
    'since Go 1.26 it is said of a coordinate that is too large',
    DEBIAN['3.5'],
    'invalid P256 element encoding',
    TOO_LARGE,
  ],
  [
    'before Go 1.25 half a character may stand in BMPString',
    DEBIAN['2.53'],
    undefined,
    certificateOf({ name: commonName(element(0x1e, Buffer.from([0xd8, 0]))) }),
  ],
  [
    'since Go 1.25 half a character may not stand in BMPString',
    DEBIAN['3.5'],
    'x509: invalid RDNSequence: invalid attribute value: invalid BMPString',
    certificateOf({ name: commonName(element(0x1e, Buffer.from([0xd8, 0]))) }),
  ],
  ['before Go 1.20 an offset may be of days', DEBIAN['2.42'], undefined, FAR_OFF],
  ['since Go 1.20 an offset may not be of days', DEBIAN['2.53'], 'x509: malformed UTCTime', FAR_OFF],
  [
    'before Go 1.22 an identifier may have zeros in front',
    DEBIAN['2.42'],
    undefined,
    certificateOf({ algorithm: sequence(PADDED) }),
  ],
  [
    'before Go 1.27 other types of string are not known',
    DEBIAN['2.42'],
    'x509: invalid RDNSequence: invalid attribute value: unsupported string type: 28',
    certificateOf({ name: commonName(element(0x1c, Buffer.alloc(4))) }),
  ],
])('%s', (_, profile, fault, der) => {
  expect(faultOf(der, profile)).toBe(fault);
});
