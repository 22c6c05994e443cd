import { expect, test } from '@jest/globals';
import { certificatesOf } from '../../src/model/certificates/certificate.ts';
import type { CertificateContainer } from '../../src/model/certificates/certificate.ts';
import { SourceFile } from '../../src/text/source.ts';
import type { Span } from '../../src/text/source.ts';
import { keyPairOf, makeCertificate, pemBlock, PASSPHRASE } from '../certificates.ts';

const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') };
const CURVE = makeCertificate({ ...LIFE, commonName: 'node1', key: keyPairOf('p256') });
const RSA = makeCertificate({ ...LIFE, commonName: 'node2', key: keyPairOf('rsa') });
const ENCRYPTION = { cipher: 'aes-256-cbc', passphrase: PASSPHRASE } as const;
const CURVE_KEY = CURVE.key.privateKey.export({ type: 'sec1', format: 'pem' }).toString();
const RSA_KEY = RSA.key.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const PARAMETERS = pemBlock('EC PARAMETERS', Buffer.from('06082a8648ce3d030107', 'hex'));

function read(text: string): CertificateContainer {
  return certificatesOf(new SourceFile('certs/any.key', text));
}

function textUnder({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

/** As OpenSSH's PROTOCOL.key says a key begins. */
function openssh(cipher: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(cipher.length);
  const parts = [Buffer.from('openssh-key-v1\0'), length, Buffer.from(cipher), Buffer.alloc(100)];
  return pemBlock('OPENSSH PRIVATE KEY', Buffer.concat(parts));
}

test.each([
  ['PKCS #8', CURVE, CURVE.keyPem],
  ['SEC 1', CURVE, CURVE_KEY],
  ['SEC 1 behind its parameters', CURVE, PARAMETERS + CURVE_KEY],
  ['PKCS #1', RSA, RSA_KEY],
  ['an indented key', RSA, RSA_KEY.replaceAll(/^/gm, '\t  ')],
  ['a key behind a byte order mark', RSA, `\uFEFF${RSA_KEY}`],
  ['a key in a comment', RSA, RSA_KEY.replaceAll(/^/gm, '# ')],
  ['a key on one line', CURVE, CURVE_KEY.replaceAll('\n', ' ')],
  ['a key in JSON', CURVE, JSON.stringify({ private_key: CURVE_KEY })],
  ['a key glued to a certificate', CURVE, CURVE.pem.trimEnd() + CURVE_KEY],
  ['a key under another END line', CURVE, CURVE_KEY.replace('END EC PRIVATE', 'END PRIVATE')],
])('%s is a key that anybody can use', (_, { pem }, text) => {
  const [certificate] = read(pem).certificates;
  const { keys } = read(text);
  expect(keys.map(key => [key.encryption, key.publicKeyFingerprint])).toEqual([
    ['none', certificate?.publicKeyFingerprint],
  ]);
});

test.each([
  ['PKCS #8', CURVE.encryptedKeyPem],
  ['SEC 1', CURVE.key.privateKey.export({ type: 'sec1', format: 'pem', ...ENCRYPTION }).toString()],
  ['PKCS #1', RSA.key.privateKey.export({ type: 'pkcs1', format: 'pem', ...ENCRYPTION }).toString()],
  ['PKCS #8 under the wrong label', CURVE.encryptedKeyPem.replaceAll('ENCRYPTED ', '')],
  ['OpenSSH', openssh('aes256-ctr')],
])('an encrypted key is told from one that anybody can use: %s', (_, text) => {
  expect(read(text).keys.map(key => [key.encryption, key.publicKeyFingerprint])).toEqual([['encrypted', undefined]]);
});

test('a key that node:crypto cannot read is a key none the less', () => {
  const unknown = Buffer.from('300c020100300506032a03040400', 'hex');
  expect(read(openssh('none') + pemBlock('PRIVATE KEY', unknown)).keys).toMatchObject([
    { label: 'OPENSSH PRIVATE KEY', encryption: 'none', block: 1 },
    { label: 'PRIVATE KEY', encryption: 'none', block: 2 },
  ]);
});

test('another key has another fingerprint', () => {
  const [first, second] = read(CURVE.keyPem + RSA.keyPem).keys;
  expect(first?.publicKeyFingerprint).not.toBe(second?.publicKeyFingerprint);
});

test.each([
  ['the block holds no private key', pemBlock('PRIVATE KEY', Buffer.from('redacted'))],
  ['the block holds no private key', '-----BEGIN PRIVATE KEY-----\nREDACTED\n-----END PRIVATE KEY-----\n'],
  ['the block holds no private key', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n'],
  ['the block holds no private key', pemBlock('PRIVATE KEY', Buffer.from('3003040100', 'hex'))],
  ['the block holds no private key', pemBlock('OPENSSH PRIVATE KEY', Buffer.from('openssh-key-v1\0'))],
  ['the base64 of the block is broken', '-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----\n'],
  ['the block has no END line', RSA_KEY.slice(0, 500)],
])('what stands in the place of a key is no key, and is masked all the same: %s', (reason, text) => {
  const { keys, faults, secrets } = read(`# key\n${text}`);
  expect(keys).toEqual([]);
  expect(faults.map(fault => fault.reason)).toEqual([reason]);
  expect(secrets.map(textUnder)).toEqual([belowHeading(text)]);
});

test('a key is masked but for its BEGIN line, by which it is shown', () => {
  const { keys, secrets } = read(`# key\n${CURVE_KEY}${CURVE.pem}${RSA_KEY}`);
  expect(keys.map(key => textUnder(key.span))).toEqual([
    '-----BEGIN EC PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
  ]);
  expect(keys.map(key => textUnder(key.extent))).toEqual([CURVE_KEY, RSA_KEY].map(belowHeading));
  expect(secrets).toEqual(keys.map(key => key.extent));
});

/** A PEM block without its BEGIN line. */
function belowHeading(pem: string): string {
  return pem.trimEnd().slice(pem.indexOf('\n'));
}

test('a key too large to be one costs nothing', () => {
  const number = Buffer.concat([Buffer.from('02820fa0', 'hex'), Buffer.alloc(4000, 0x7f)]);
  const content = Buffer.concat([Buffer.from('020100', 'hex'), ...Array.from({ length: 5 }, () => number)]);
  const der = Buffer.concat([Buffer.from([0x30, 0x82, content.length >> 8, content.length & 0xff]), content]);
  const { keys } = read(pemBlock('DSA PRIVATE KEY', der).repeat(50));
  expect(keys.length).toBe(50);
  expect(keys.every(key => key.publicKeyFingerprint === undefined)).toBe(true);
});
