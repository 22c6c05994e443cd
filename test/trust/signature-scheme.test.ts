import { expect, test } from '@jest/globals';
import { signatureSchemeOf } from '../../src/trust/signature-scheme.ts';
import { element, explicit, integer, nothing, objectIdentifier, sequence } from '../der.ts';

// The names are those of `SignatureAlgorithm.String` in Go's crypto/x509.
test.each([
  ['1.2.840.113549.1.1.4', 'MD5-RSA', 'RSA', 'md5'],
  ['1.2.840.113549.1.1.5', 'SHA1-RSA', 'RSA', 'sha1'],
  ['1.3.14.3.2.29', 'SHA1-RSA', 'RSA', 'sha1'],
  ['1.2.840.113549.1.1.11', 'SHA256-RSA', 'RSA', 'sha256'],
  ['1.2.840.113549.1.1.12', 'SHA384-RSA', 'RSA', 'sha384'],
  ['1.2.840.113549.1.1.13', 'SHA512-RSA', 'RSA', 'sha512'],
  ['1.2.840.10040.4.3', 'DSA-SHA1', 'DSA', 'sha1'],
  ['2.16.840.1.101.3.4.3.2', 'DSA-SHA256', 'DSA', 'sha256'],
  ['1.2.840.10045.4.1', 'ECDSA-SHA1', 'ECDSA', 'sha1'],
  ['1.2.840.10045.4.3.2', 'ECDSA-SHA256', 'ECDSA', 'sha256'],
  ['1.2.840.10045.4.3.3', 'ECDSA-SHA384', 'ECDSA', 'sha384'],
  ['1.2.840.10045.4.3.4', 'ECDSA-SHA512', 'ECDSA', 'sha512'],
  ['1.3.101.112', 'Ed25519', 'Ed25519', undefined],
])('%s is %s', (oid, name, key, digest) => {
  expect(signatureSchemeOf({ oid })).toEqual({ name, key, digest });
});

test.each(['1.2.840.113549.1.1.2', '1.2.840.113549.1.1.14', '1.3.101.113', '1.2.3'])('Go does not know %s', oid => {
  expect(signatureSchemeOf({ oid })).toBeUndefined();
});

test('Ed25519 has no parameters', () => {
  expect(signatureSchemeOf({ oid: '1.3.101.112', parameters: nothing() })).toBeUndefined();
});

const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const SHA256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'));
const SHA384 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.2'));
const SHA512 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.3'));
const SHA1 = sequence(objectIdentifier('1.3.14.3.2.26'));

/** The parameters of RFC 4055, section 3.1. */
function parametersOf(hash: Buffer, maskHash: Buffer, salt: bigint, ...tail: readonly Buffer[]): Buffer {
  const mask = sequence(objectIdentifier(MGF1), maskHash);
  return sequence(explicit(0, hash), explicit(1, mask), explicit(2, integer(salt)), ...tail);
}

test.each<[string, string, Buffer]>([
  ['SHA256', 'sha256', parametersOf(SHA256, SHA256, 32n)],
  ['SHA384', 'sha384', parametersOf(SHA384, SHA384, 48n)],
  ['SHA512', 'sha512', parametersOf(SHA512, SHA512, 64n)],
])('Go knows RSASSA-PSS with %s and a salt as long as that', (name, digest, parameters) => {
  const scheme = { name: `${name}-RSAPSS`, key: 'RSA', digest, isProbabilistic: true };
  expect(signatureSchemeOf({ oid: RSA_PSS, parameters })).toEqual(scheme);
});

const WITH_NULL = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), nothing());

test.each<[string, Buffer]>([
  ['NULL as parameters of its digests', parametersOf(WITH_NULL, WITH_NULL, 32n)],
  ['NULL in one of them', parametersOf(SHA256, WITH_NULL, 32n)],
  ['a last byte that is written out', parametersOf(SHA256, SHA256, 32n, explicit(3, integer(1n)))],
])('Go knows RSASSA-PSS with %s', (_, parameters) => {
  expect(signatureSchemeOf({ oid: RSA_PSS, parameters })?.name).toBe('SHA256-RSAPSS');
});

const WITH_OTHERS = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), integer(1n));
const WITH_FULL_NULL = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), element(0x05, Buffer.from([0])));
const OTHER_MASK = sequence(objectIdentifier('1.2.3'), SHA256);

test.each<[string, Buffer | undefined]>([
  ['no parameters', undefined],
  ['parameters that are none', nothing()],
  ['the parameters by default, which are those of SHA-1', sequence()],
  ['SHA-1', parametersOf(SHA1, SHA1, 20n)],
  ['another digest in the mask', parametersOf(SHA256, SHA384, 32n)],
  ['a shorter salt', parametersOf(SHA256, SHA256, 20n)],
  ['the salt of another digest', parametersOf(SHA256, SHA256, 48n)],
  ['another last byte', parametersOf(SHA256, SHA256, 32n, explicit(3, integer(2n)))],
  ['parameters of its digest', parametersOf(WITH_OTHERS, SHA256, 32n)],
  ['parameters of the digest in the mask', parametersOf(SHA256, WITH_OTHERS, 32n)],
  ['a NULL that is not empty', parametersOf(WITH_FULL_NULL, SHA256, 32n)],
  ['another mask', sequence(explicit(0, SHA256), explicit(1, OTHER_MASK), explicit(2, integer(32n)))],
  ['a mask without digest', sequence(explicit(0, SHA256), explicit(1, sequence(objectIdentifier(MGF1))))],
  ['no salt', sequence(explicit(0, SHA256), explicit(1, sequence(objectIdentifier(MGF1), SHA256)))],
  ['no digest', sequence(explicit(1, sequence(objectIdentifier(MGF1), SHA256)), explicit(2, integer(32n)))],
])('Go does not know RSASSA-PSS with %s', (_, parameters) => {
  expect(signatureSchemeOf({ oid: RSA_PSS, ...(parameters && { parameters }) })).toBeUndefined();
});
