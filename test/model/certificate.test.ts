import { X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { certificatesOf } from '../../src/model/certificates/certificate.ts';
import type { Certificate, CertificateContainer } from '../../src/model/certificates/certificate.ts';
import { DecodedTextBuilder } from '../../src/text/decoded.ts';
import { SourceFile } from '../../src/text/source.ts';
import type { Span } from '../../src/text/source.ts';
import { keyPairOf, makeCertificate, pemBlock, seededKeyPair } from '../certificates.ts';
import type { CertificateOptions } from '../certificates.ts';

const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') };
const ROOT = makeCertificate({ ...LIFE, commonName: 'Root', isAuthority: true, key: seededKeyPair('root') });
const LEAF = makeCertificate({ ...LIFE, commonName: 'node1', issuer: ROOT, key: seededKeyPair('leaf') });

function read(text: string): CertificateContainer {
  return certificatesOf(new SourceFile('certs/any.pem', text));
}

function only(options: Partial<CertificateOptions>): Certificate | undefined {
  const { certificates, faults } = read(makeCertificate({ ...LIFE, key: seededKeyPair('any'), ...options }).pem);
  expect(faults).toEqual([]);
  return certificates[0];
}

function textUnder({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

function withBytes(der: Buffer, from: string, to: string): string {
  return pemBlock('CERTIFICATE', Buffer.from(der.toString('latin1').replaceAll(from, to), 'latin1'));
}

test.each(['rsa', 'rsa-pss', 'dsa', 'p256', 'p384', 'p521', 'secp256k1', 'ed25519', 'ed448'] as const)(
  'a certificate with a key of %s is read, and the key is found to be its own',
  type => {
    const leaf = makeCertificate({ ...LIFE, commonName: 'node1', issuer: ROOT, key: keyPairOf(type) });
    const { certificates, keys, faults } = read(leaf.pem + leaf.keyPem);
    expect(faults).toEqual([]);
    expect(certificates).toMatchObject([{ name: 'node1', issuer: 'Root', isAuthority: false, isSelfIssued: false }]);
    expect(certificates[0]?.fingerprint256).toBe(new X509Certificate(leaf.der).fingerprint256);
    expect(keys.map(key => key.publicKeyFingerprint)).toEqual([certificates[0]?.publicKeyFingerprint]);
  },
);

test.each([
  ['rsa', { type: 'rsa', bits: 2048, label: 'RSA 2048' }],
  ['rsa-pss', { type: 'rsa', bits: 1024, label: 'RSA-PSS 1024' }],
  ['dsa', { type: 'dsa', bits: 1024, label: 'DSA 1024' }],
  ['p384', { type: 'ecdsa', bits: 384, curve: 'P-384', label: 'ECDSA P-384' }],
  ['secp256k1', { type: 'ecdsa', bits: 256, curve: 'secp256k1', label: 'ECDSA secp256k1' }],
  ['ed25519', { type: 'ed25519', label: 'Ed25519' }],
  ['ed448', { type: 'other', label: 'Ed448' }],
] as const)('the kind of a key is told: %s', (type, kind) => {
  const { pem } = makeCertificate({ ...LIFE, issuer: ROOT, key: keyPairOf(type) });
  expect(read(pem).certificates[0]?.key).toEqual(kind);
});

test.each([
  ['the common name', { commonName: 'node1', organization: 'Example' }, 'node1'],
  ['the organization without a common name', { organization: 'Example' }, 'Example'],
  ['the organization behind an empty common name', { commonName: '', organization: 'Example' }, 'Example'],
  ['the serial number without either', { serial: 4660n }, 'serial:4660'],
  ['a serial number with its first bit set', { serial: 255n }, 'serial:255'],
  ['a line break made visible', { commonName: 'a\r\n::error::b' }, String.raw`a\u{d}\u{a}::error::b`],
  ['an escape code made visible', { commonName: 'a\u001B[31mb' }, String.raw`a\u{1b}[31mb`],
  ['a change of direction made visible', { commonName: 'a\u202Eb' }, String.raw`a\u{202e}b`],
  ['the beginning of what is very long', { commonName: 'é'.repeat(300) }, `${'é'.repeat(128)}...`],
])('the name is %s', (_, options, name) => {
  expect(only(options)?.name).toBe(name);
});

test('of several common names the last one counts, and of several organizations the first', () => {
  const { der } = makeCertificate({ ...LIFE, organization: 'first', commonName: 'last', key: seededKeyPair('any') });
  const [organization, commonName] = ['\x06\x03\x55\x04\x0a', '\x06\x03\x55\x04\x03'];
  expect(read(withBytes(der, organization, commonName)).certificates[0]?.name).toBe('last');
  expect(read(withBytes(der, commonName, organization)).certificates[0]?.name).toBe('first');
});

test('an issuer without a name is unnamed', () => {
  expect(only({})?.issuer).toBe('unnamed');
});

test.each([
  ['an authority', { isAuthority: true }, [true, true]],
  ['a leaf that signs itself', {}, [false, true]],
  ['a leaf', { issuer: ROOT }, [false, false]],
  ['a root of version 1', { version: 1 as const }, [true, true]],
  ['a leaf of version 1', { version: 1 as const, issuer: ROOT }, [false, false]],
])('%s is told by its extensions and its names', (_, options, [isAuthority, isSelfIssued]) => {
  expect(only({ commonName: 'any', ...options })).toMatchObject({ isAuthority, isSelfIssued });
});

test.each([
  ['1950-01-01T00:00:00.000Z', '2049-12-31T23:59:59.000Z'],
  ['1949-12-31T23:59:59.000Z', '2050-01-01T00:00:00.000Z'],
  ['0099-01-01T00:00:00.000Z', '9999-12-31T23:59:59.000Z'],
])('it is valid from %s to %s', (notBefore, notAfter) => {
  const certificate = only({ notBefore: new Date(notBefore), notAfter: new Date(notAfter) });
  expect(certificate?.notBefore.toISOString()).toBe(notBefore);
  expect(certificate?.notAfter.toISOString()).toBe(notAfter);
});

test('certificates are counted, and stand at their BEGIN lines', () => {
  const broken = pemBlock('CERTIFICATE', Buffer.from('no certificate'));
  const { certificates, skipped } = read(`# bundle\n${ROOT.pem}${ROOT.keyPem}${broken}${LEAF.pem}`);
  expect(certificates.map(({ name, block, blocks }) => [name, block, blocks])).toEqual([
    ['Root', 1, 3],
    ['node1', 3, 3],
  ]);
  expect(certificates.map(certificate => textUnder(certificate.span))).toEqual([
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----',
  ]);
  expect(skipped.map(({ at, block, blocks }) => [at.start, block, blocks])).toEqual([
    [9 + ROOT.pem.length + ROOT.keyPem.length, 2, 3],
  ]);
});

test('a certificate in decoded text stands where the file has it', () => {
  const file = new SourceFile('values.yaml', ROOT.pem.replaceAll(/^(?=.)/gm, '    '));
  const decoded = new DecodedTextBuilder(file, 0);
  for (let at = 0; at < file.text.length; at = file.text.indexOf('\n', at) + 1) {
    decoded.copy(at + 4, file.text.indexOf('\n', at) + 1);
  }
  const [certificate] = certificatesOf(decoded.build()).certificates;
  expect(certificate?.span).toMatchObject({ start: 4, end: 31, exact: true });
});

test.each([
  ['it is no X.509 certificate', pemBlock('CERTIFICATE', Buffer.from('no certificate'))],
  ['it is no X.509 certificate', pemBlock('CERTIFICATE', Buffer.alloc(0))],
  ['it is no X.509 certificate', pemBlock('CERTIFICATE', LEAF.der.subarray(0, -1))],
  ['it is no X.509 certificate', pemBlock('CERTIFICATE', Buffer.concat([LEAF.der, Buffer.from([0])]))],
  ['it is no X.509 certificate', pemBlock('CERTIFICATE', Buffer.from(LEAF.pem))],
  ['it is not in DER, or a date of it is not valid', withBytes(LEAF.der, '300101', '300230')],
  ['the block has no END line', LEAF.pem.slice(0, 300)],
  ['the block has no END line', ` ${LEAF.pem.slice(0, 300)}`],
  ['the base64 of the block is broken', LEAF.pem.replace('MII', 'MI')],
  ['the base64 of the block is broken', LEAF.pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE').replace('MII', 'MI')],
  [
    'the BEGIN line of the block does not end with five dashes',
    LEAF.pem.replace('BEGIN CERTIFICATE--', 'BEGIN CERTIFICATE'),
  ],
])('what Go skips and nobody can read is a skipped block: %s', (reason, text) => {
  const { certificates, skipped, faults } = read(text);
  expect(certificates).toEqual([]);
  expect(faults).toEqual([]);
  expect(skipped.map(block => [block.reason, block.certificate])).toEqual([[reason, undefined]]);
});

test.each([
  ['it is indented', LEAF.pem.replaceAll(/^/gm, '  ')],
  ['its label is TRUSTED CERTIFICATE and not CERTIFICATE', pemBlock('TRUSTED CERTIFICATE', LEAF.der)],
  ['its label is X509 CERTIFICATE and not CERTIFICATE', pemBlock('X509 CERTIFICATE', LEAF.der)],
])('a certificate that Go skips is known, and none of those that count: %s', (reason, text) => {
  const { certificates, skipped } = read(text);
  expect(certificates).toEqual([]);
  expect(skipped).toMatchObject([{ reason, certificate: { name: 'node1', isReadByGo: false, skipReason: reason } }]);
});

test('a certificate with headers counts, though Go leaves it out of a CA file', () => {
  const { certificates, skipped } = read(LEAF.pem.replace('\n', '\na: b\n\n'));
  expect(certificates).toMatchObject([{ name: 'node1', isReadByGo: false, container: 'pem' }]);
  expect(skipped).toMatchObject([{ reason: 'it has headers', certificate: { name: 'node1' } }]);
});

test('blocks that are neither certificates nor keys are nobody\u2019s fault', () => {
  const labels = ['CERTIFICATE REQUEST', 'X509 CRL', 'PUBLIC KEY', 'DH PARAMETERS', 'EC PARAMETERS', 'PKCS7'];
  expect(read(labels.map(label => pemBlock(label, Buffer.from('anything'))).join(''))).toEqual({
    kind: 'pem',
    certificates: [],
    keys: [],
    skipped: [],
    faults: [],
    secrets: [],
    isReadableWithoutPassword: true,
  });
});

test('a container of more than 16 MiB is one fault', () => {
  const { certificates, faults } = read(ROOT.pem + '#'.repeat(16 * 1024 * 1024));
  expect(certificates).toEqual([]);
  expect(faults.map(fault => fault.reason)).toEqual(['it is larger than 16 MiB']);
});

test('a bundle of thousands is read whole', () => {
  const { certificates } = read(ROOT.pem.repeat(3000));
  expect(certificates.length).toBe(3000);
  expect(certificates.at(-1)).toMatchObject({ block: 3000, blocks: 3000 });
});

test('mutations of a container crash nothing, and what is read is true', () => {
  const text = `subject=CN = node1\r\n${LEAF.pem}${LEAF.keyPem}${LEAF.encryptedKeyPem}`;
  const mutation = fc.record({
    at: fc.nat(text.length),
    removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
    put: fc.oneof(
      fc.constantFrom('', '\n', '-', ' ', ':', '=', '-----BEGIN ', '-----END '),
      fc.string({ maxLength: 5 }),
    ),
  });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), mutations => {
      let mutated = text;
      for (const { at, removed, put } of mutations) mutated = mutated.slice(0, at) + put + mutated.slice(at + removed);
      const { certificates, keys, skipped, faults, secrets } = read(mutated);
      expect(certificates.length + keys.length + skipped.length + faults.length).toBeLessThanOrEqual(16);
      expect(keys.every(key => secrets.includes(key.extent))).toBe(true);
      for (const { notBefore } of certificates) expect(Number.isNaN(notBefore.getTime())).toBe(false);
    }),
    { seed: 20261120, numRuns: 3000 },
  );
});

test('mutations of the DER crash nothing', () => {
  const change = fc.tuple(fc.nat(LEAF.der.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), changes => {
      const der = Buffer.from(LEAF.der);
      for (const [at, byte] of changes) der[at] = byte;
      const { certificates, skipped } = read(pemBlock('CERTIFICATE', der));
      expect(certificates.length + skipped.length).toBe(1);
    }),
    { seed: 20261120, numRuns: 3000 },
  );
});

test('nothing of a private key is in the answer', () => {
  const answer = read(LEAF.pem + LEAF.keyPem + LEAF.keyPem.replace('KEY-----\n', 'KEY-----\n.'));
  const withoutFile = JSON.stringify(answer, (key, value: unknown) =>
    key === 'file' || key === 'fields' ? undefined : value,
  );
  const content = LEAF.keyPem.split('\n')[1] ?? '';
  expect(withoutFile).toContain('node1');
  expect(withoutFile + inspect(answer.keys.map(key => Object.keys(key)))).not.toContain(content);
});
