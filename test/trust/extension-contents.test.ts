import { expect, test } from '@jest/globals';
import { extension } from '../certificate-parts.ts';
import { boolean, element, explicit, integer, nothing, objectIdentifier, sequence } from '../der.ts';
import { DEBIAN } from './profiles.ts';
import { faultOf, withExtensions } from './raw-certificate.ts';

function constraint(tag: number, name: Buffer): Buffer {
  return sequence(explicit(0, sequence(element(tag, name))));
}

// An element whose length is more than what is left of it.
const CUT_OFF = Buffer.from([0x30, 0x05, 0x06]);
const ANY_POLICY = objectIdentifier('2.5.29.32.0');

// The words are those of parser.go of crypto/x509 in Go 1.27.
test.each<[string, string, string, Buffer]>([
  ['an identifier of the authority that is no sequence', 'authority key identifier', '2.5.29.35', nothing()],
  ['one of the authority that is cut off', 'authority key identifier', '2.5.29.35', sequence(Buffer.from([0x80, 5]))],
  ['an identifier of the key that is no octets', 'subject key identifier', '2.5.29.14', nothing()],
  ['access to the authority that is no sequence', 'authority info access', '1.3.6.1.5.5.7.1.1', nothing()],
  ['access without a method', 'authority info access', '1.3.6.1.5.5.7.1.1', sequence(sequence())],
  [
    'access to a URI that is cut off',
    'authority info access',
    '1.3.6.1.5.5.7.1.1',
    sequence(sequence(objectIdentifier('1.3.6.1.5.5.7.48.1'), Buffer.from([0x86, 9]))),
  ],
  ['policies that are no sequence', 'certificate policies', '2.5.29.32', nothing()],
  ['a policy without identifier', 'certificate policies', '2.5.29.32', sequence(sequence())],
  [
    'a policy whose number is cut off',
    'certificate policies',
    '2.5.29.32',
    sequence(sequence(element(0x06, Buffer.from([0x2a, 0x80])))),
  ],
  [
    'a policy with zeros in front',
    'certificate policies',
    '2.5.29.32',
    sequence(sequence(element(0x06, Buffer.from([0x2a, 0x80, 3])))),
  ],
  ['mappings of policies that are no sequence', 'policy mappings extension', '2.5.29.33', nothing()],
  ['a mapping from nothing', 'policy mappings extension', '2.5.29.33', sequence(sequence())],
  ['a mapping to nothing', 'policy mappings extension', '2.5.29.33', sequence(sequence(ANY_POLICY))],
  ['constraints of policies that are no sequence', 'policy constraints extension', '2.5.29.36', nothing()],
  [
    'an explicit policy of 9 bytes',
    'policy constraints extension',
    '2.5.29.36',
    sequence(element(0x80, Buffer.alloc(9, 1))),
  ],
  ['an inhibited mapping of nothing', 'policy constraints extension', '2.5.29.36', sequence(element(0x81))],
  ['an inhibited policy that is no number', 'inhibit any policy extension', '2.5.29.54', nothing()],
  ['an inhibited policy of 9 bytes', 'inhibit any policy extension', '2.5.29.54', integer(1n << 64n)],
  ['points of distribution that are no sequence', 'CRL distribution points', '2.5.29.31', nothing()],
  ['a point that is none', 'CRL distribution point', '2.5.29.31', sequence(nothing())],
  ['a point without a full name', 'CRL distribution point', '2.5.29.31', sequence(sequence(explicit(0, nothing())))],
  [
    'a point at a URI that is cut off',
    'CRL distribution point',
    '2.5.29.31',
    sequence(sequence(explicit(0, explicit(0, Buffer.from([0x86, 9]))))),
  ],
  ['an alternative name that is cut off', 'subject alternative name', '2.5.29.17', sequence(CUT_OFF)],
  ['a length of the path that is none', 'basic constraints', '2.5.29.19', sequence(boolean(true), Buffer.from([2, 5]))],
  ['a length of the path of 9 bytes', 'basic constraints', '2.5.29.19', sequence(boolean(true), integer(1n << 64n))],
  ['a usage with bits that are unused and set', 'key usage', '2.5.29.15', element(0x03, Buffer.from('04ff', 'hex'))],
  ['purposes that are no sequence', 'extended key usages', '2.5.29.37', nothing()],
])('Go refuses a certificate with %s: invalid %s', (_, fault, oid, value) => {
  expect(faultOf(withExtensions(extension(oid, value)))).toBe(`x509: invalid ${fault}`);
});

test.each<[string, string, Buffer]>([
  ['an identifier of the authority without a key', '2.5.29.35', sequence()],
  ['an identifier of the authority by its issuer', '2.5.29.35', sequence(element(0x81, nothing()))],
  [
    'access to the authority at a URI',
    '1.3.6.1.5.5.7.1.1',
    sequence(sequence(objectIdentifier('1.2'), element(0x86, Buffer.from([65])))),
  ],
  [
    'access to the authority at a name',
    '1.3.6.1.5.5.7.1.1',
    sequence(sequence(objectIdentifier('1.2'), element(0x82, Buffer.from([65])))),
  ],
  ['two policies', '2.5.29.32', sequence(sequence(ANY_POLICY), sequence(objectIdentifier('1.2.3')))],
  [
    'a policy with a number of 40 bits',
    '2.5.29.32',
    sequence(sequence(element(0x06, Buffer.from([0x2a, ...Array<number>(5).fill(0xff), 1])))),
  ],
  ['mappings of policies', '2.5.29.33', sequence(sequence(ANY_POLICY, objectIdentifier('1.2.3')))],
  [
    'an explicit policy and an inhibited mapping',
    '2.5.29.36',
    sequence(element(0x80, Buffer.from([0])), element(0x81, Buffer.from([3]))),
  ],
  ['an inhibited mapping alone', '2.5.29.36', sequence(element(0x81, Buffer.from([3])))],
  ['an inhibited policy', '2.5.29.54', integer(0n)],
  ['a point of distribution by its issuer', '2.5.29.31', sequence(sequence(element(0xa2, nothing())))],
  [
    'two points of distribution',
    '2.5.29.31',
    sequence(sequence(), sequence(explicit(0, explicit(0, element(0x86, Buffer.from([65])))))),
  ],
  ['a length of the path', '2.5.29.19', sequence(boolean(true), integer(127n))],
  ['no authority that says it is none', '2.5.29.19', sequence(element(0x01, Buffer.from([0])))],
])('Go reads a certificate with %s', (_, oid, value) => {
  expect(faultOf(withExtensions(extension(oid, value)))).toBeUndefined();
});

test('an address of mail, a name and a URI are of ASCII', () => {
  const beyond = Buffer.from('http://nöde/');
  expect(faultOf(withExtensions(extension('2.5.29.17', sequence(element(0x86, beyond)))))).toBe(
    'x509: SAN uniformResourceIdentifier is malformed',
  );
});

test('access to the authority may not be critical', () => {
  const access = extension('1.3.6.1.5.5.7.1.1', sequence(), true);
  expect(faultOf(withExtensions(access))).toBe('x509: authority info access incorrectly marked critical');
  expect(faultOf(withExtensions(access), DEBIAN['2.42'])).toBeUndefined();
});

test('before Go 1.22 a policy has numbers of 31 bits', () => {
  const wide = sequence(sequence(element(0x06, Buffer.from([0x2a, ...Array<number>(5).fill(0xff), 1]))));
  expect(faultOf(withExtensions(extension('2.5.29.32', wide)), DEBIAN['2.42'])).toBe(
    'x509: invalid certificate policies',
  );
});

test('before Go 1.24 a policy may be named twice', () => {
  const twice = sequence(sequence(ANY_POLICY), sequence(ANY_POLICY));
  expect(faultOf(withExtensions(extension('2.5.29.32', twice)), DEBIAN['2.42'])).toBeUndefined();
});

test.each([
  ['a', nothing()],
  ['b', sequence(element(0x01, Buffer.from([1])))],
  ['c', sequence(boolean(true), Buffer.from([2, 5]))],
])('before Go 1.22 it is said where basic constraints are broken: %s', (place, value) => {
  const fault = faultOf(withExtensions(extension('2.5.29.19', value)), DEBIAN['2.42']);
  expect(fault).toBe(`x509: invalid basic constraints ${place}`);
});

test('before Go 1.27 the path may be of negative length', () => {
  const negative = withExtensions(extension('2.5.29.19', sequence(boolean(true), integer(-1n))));
  expect(faultOf(negative, DEBIAN['2.53'])).toBeUndefined();
  expect(faultOf(negative)).toBe('x509: invalid basic constraints');
});

test('before Go 1.27 an address may be one of IPv4 within IPv6', () => {
  const mapped = Buffer.from('00000000000000000000ffff0a010203', 'hex');
  const certificate = withExtensions(extension('2.5.29.17', sequence(element(0x87, mapped))));
  expect(faultOf(certificate, DEBIAN['2.53'])).toBeUndefined();
  expect(faultOf(certificate)).toBe('x509: SAN iPAddress contains IPv4-mapped IPv6 address');
});

test.each<[string, string, Buffer]>([
  ['that ends with more than itself', 'invalid NameConstraints extension', Buffer.concat([sequence(), nothing()])],
  ['that are no sequence', 'invalid NameConstraints extension', nothing()],
  ['whose permitted names are cut off', 'invalid NameConstraints extension', sequence(Buffer.from([0xa0, 9]))],
  ['whose excluded names are cut off', 'invalid NameConstraints extension', sequence(Buffer.from([0xa1, 9]))],
  ['with a third list', 'invalid NameConstraints extension', sequence(element(0xa2, sequence()))],
  ['with a range that is none', 'invalid NameConstraints extension', sequence(explicit(1, nothing()))],
  ['with a range of nothing', 'invalid NameConstraints extension', sequence(explicit(1, sequence()))],
  ['with a range of 4 bytes', 'IP constraint contained value of length 4', constraint(0x87, Buffer.alloc(4))],
  [
    'with a range of IPv4 within IPv6',
    'IP constraint contained IPv4-mapped IPv6 address',
    constraint(0x87, Buffer.from('00000000000000000000ffff0a000000ffffffffffffffffffffffffff000000', 'hex')),
  ],
  [
    'for an address of mail that is none',
    'failed to parse rfc822Name constraint "@a"',
    constraint(0x81, Buffer.from('@a')),
  ],
  [
    'for mail of a domain that is none',
    'failed to parse rfc822Name constraint "a..b"',
    constraint(0x81, Buffer.from('a..b')),
  ],
  ['for URIs of a domain that is none', 'failed to parse URI constraint "a..b"', constraint(0x86, Buffer.from('a..b'))],
  ['for a dot', 'failed to parse dnsName constraint "."', constraint(0x82, Buffer.from('.'))],
  [
    'for a name beyond ASCII',
    String.raw`invalid constraint value: x509: "\xf6" cannot be encoded as an IA5String`,
    constraint(0x82, Buffer.from([0xf6])),
  ],
])('Go refuses a certificate with name constraints %s: %s', (_, fault, value) => {
  expect(faultOf(withExtensions(extension('2.5.29.30', value)))).toBe(`x509: ${fault}`);
});

test('before Go 1.26 a name constraint may be a dot', () => {
  const certificate = withExtensions(extension('2.5.29.30', constraint(0x82, Buffer.from('.'))));
  expect(faultOf(certificate, DEBIAN['2.53'])).toBeUndefined();
});
