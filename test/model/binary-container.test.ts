import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { decipher } from '../../src/lint/decipher.ts';
import { binaryCertificatesOf } from '../../src/model/certificates/binary-container.ts';
import type { CertificateContainer } from '../../src/model/certificates/certificate.ts';
import { SourceFile } from '../../src/text/source.ts';
import { keyPairOf, makeCertificate, PASSPHRASE } from '../certificates.ts';
import { element, explicit, integer, objectIdentifier, octetString, sequence } from '../der.ts';
import { pkcs7 } from '../scenario-containers.ts';

const DATA = '1.2.840.113549.1.7.1';
const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') };
const ROOT = makeCertificate({ ...LIFE, commonName: 'Root', isAuthority: true, key: keyPairOf('p256') });
const LEAF = makeCertificate({ ...LIFE, commonName: 'node1', issuer: ROOT, key: keyPairOf('rsa') });
// What other programs made; the file says which, and is of this shape.
const MADE = JSON.parse(readFileSync('test/model/fixtures/containers.json', 'utf8')) as {
  readonly containers: Readonly<Record<string, string>>;
};

function read(bytes: Uint8Array, open = decipher): CertificateContainer {
  return binaryCertificatesOf(bytes, new SourceFile('certs/any', '').span(0, 0), open);
}

function namesIn({ certificates }: CertificateContainer): readonly string[] {
  return certificates.map(({ name }) => name);
}

/** A JKS of version 2 without its trailer. */
function keyStore(magic: string, ...entries: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(magic, 'hex'), number(2), number(entries.length), ...entries]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function entry(tag: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([number(tag), text('any alias'), Buffer.alloc(8), ...parts]);
}

function text(value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([length, Buffer.from(value)]);
}

function counted(bytes: Buffer): Buffer {
  return Buffer.concat([number(bytes.length), bytes]);
}

/** A bag of PKCS #12 (RFC 7292, section 4.2). */
function bag(type: number, value: Buffer): Buffer {
  return sequence(objectIdentifier(`1.2.840.113549.1.12.10.1.${type}`), explicit(0, value));
}

function data(content: Buffer): Buffer {
  return sequence(objectIdentifier(DATA), explicit(0, octetString(content)));
}

function pkcs12(...contents: readonly Buffer[]): Buffer {
  return sequence(integer(3n), data(sequence(...contents)));
}

/** What is encrypted with a key that takes so many rounds of hashing. */
function encryptedData(rounds: bigint): Buffer {
  const parameters = sequence(octetString(Buffer.alloc(8)), integer(rounds));
  const algorithm = sequence(objectIdentifier('1.2.840.113549.1.12.1.3'), parameters);
  const info = sequence(objectIdentifier(DATA), algorithm, element(0x80, Buffer.alloc(16)));
  return sequence(objectIdentifier('1.2.840.113549.1.7.6'), explicit(0, sequence(integer(0n), info)));
}

const TRUSTED = entry(2, text('X.509'), counted(ROOT.der));
const CHAIN = [LEAF, ROOT].flatMap(({ der }) => [text('X.509'), counted(der)]);
const KEY = entry(1, counted(Buffer.alloc(40)), number(2), ...CHAIN);

test.each([
  ['jks', ['Works CA', 'Yard CA']],
  ['jceks', ['Works CA']],
  ['java-pkcs12-without-encryption', ['Works CA']],
  ['openssl-without-encryption', ['Works CA', 'Yard CA']],
])('what stands in clear is read without a password: %s', (name, names) => {
  const container = read(Buffer.from(MADE.containers[name] ?? '', 'base64'), () => undefined);
  expect(namesIn(container)).toEqual(names);
  expect(container).toMatchObject({ isReadableWithoutPassword: true, faults: [], skipped: [], secrets: [] });
});

test.each(['openssl-aes-empty-password', 'openssl-rc2-empty-password', 'openssl-3des-empty-password'])(
  'what the empty password opens is opened, once there is something to open it with: %s',
  name => {
    const bytes = Buffer.from(MADE.containers[name] ?? '', 'base64');
    expect(namesIn(read(bytes))).toEqual(['Works CA', 'Yard CA']);
    expect(read(bytes, () => undefined)).toMatchObject({ certificates: [], isReadableWithoutPassword: false });
  },
);

test.each(['java-pkcs12', 'openssl-aes-password'])('what another password opens stays closed: %s', name => {
  const container = read(Buffer.from(MADE.containers[name] ?? '', 'base64'));
  expect(container).toMatchObject({ kind: 'pkcs12', certificates: [], faults: [], isReadableWithoutPassword: false });
});

test.each([
  ['der', LEAF.der, ['node1']],
  ['der', Buffer.concat([LEAF.der, ROOT.der]), ['node1', 'Root']],
  ['pkcs7', pkcs7(LEAF.der, ROOT.der), ['node1', 'Root']],
  ['pkcs7', pkcs7(), []],
  ['key-store', keyStore('feedfeed', TRUSTED), ['Root']],
  ['key-store', keyStore('cececece', TRUSTED, TRUSTED), ['Root', 'Root']],
])('a container of the kind %s is read', (kind, bytes, names) => {
  const container = read(bytes);
  expect(container).toMatchObject({ kind, keys: [], faults: [], isReadableWithoutPassword: true });
  expect(container.certificates.map(({ name, container: of, isReadByGo }) => [name, of, isReadByGo])).toEqual(
    names.map(name => [name, kind, false]),
  );
});

test('certificates are counted, and stand where the file begins', () => {
  const places = read(pkcs7(LEAF.der, ROOT.der)).certificates.map(({ block, blocks, span }) => [block, blocks, span]);
  const at = expect.objectContaining({ start: 0, end: 0 });
  expect(places).toEqual([
    [1, 2, at],
    [2, 2, at],
  ]);
});

test.each([
  ['PKCS #8', 'PRIVATE KEY', LEAF.key.privateKey.export({ type: 'pkcs8', format: 'der' })],
  ['PKCS #1', 'RSA PRIVATE KEY', LEAF.key.privateKey.export({ type: 'pkcs1', format: 'der' })],
])('a private key in DER is one that anybody can use: %s', (_, label, bytes) => {
  const { keys, secrets } = read(bytes);
  const [certificate] = read(LEAF.der).certificates;
  expect(keys).toMatchObject([{ label, encryption: 'none', publicKeyFingerprint: certificate?.publicKeyFingerprint }]);
  expect(secrets.length).toBe(1);
});

test('a key of SEC 1 in DER is one too', () => {
  const bytes = ROOT.key.privateKey.export({ type: 'sec1', format: 'der' });
  expect(read(bytes).keys).toMatchObject([{ label: 'EC PRIVATE KEY', encryption: 'none' }]);
});

test('encrypted keys are told from others', () => {
  const options = { type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: PASSPHRASE } as const;
  const encrypted = [{ label: 'ENCRYPTED PRIVATE KEY', encryption: 'encrypted' }];
  expect(read(ROOT.key.privateKey.export(options)).keys).toMatchObject(encrypted);
  const { certificates, keys } = read(keyStore('feedfeed', KEY));
  expect(keys).toMatchObject(encrypted);
  expect(certificates.map(({ name }) => name)).toEqual(['node1', 'Root']);
});

test('a key that stands in a PKCS #12 container without encryption is one that anybody can use', () => {
  const key = LEAF.key.privateKey.export({ type: 'pkcs8', format: 'der' });
  const certificate = sequence(objectIdentifier('1.2.840.113549.1.9.22.1'), explicit(0, octetString(LEAF.der)));
  const nested = bag(6, sequence(bag(3, certificate)));
  const bytes = pkcs12(data(sequence(bag(1, key), nested)));
  const container = read(bytes, () => undefined);
  expect(namesIn(container)).toEqual(['node1']);
  expect(container.keys.map(one => one.publicKeyFingerprint)).toEqual([
    container.certificates[0]?.publicKeyFingerprint,
  ]);
});

test('a key store that ends too soon, or has an entry without an end, is read as far as it goes', () => {
  const secretKey = entry(3, Buffer.from('aced0005', 'hex'));
  expect(read(keyStore('cececece', TRUSTED, secretKey))).toMatchObject({ isReadableWithoutPassword: false });
  expect(namesIn(read(keyStore('cececece', TRUSTED, secretKey)))).toEqual(['Root']);
  const cutOff = read(keyStore('feedfeed', TRUSTED, KEY).subarray(0, -10));
  expect(namesIn(cutOff)).toEqual(['Root', 'node1']);
  expect(cutOff).toMatchObject({ isReadableWithoutPassword: false });
});

test('a container that asks for endless hashing is not opened', () => {
  const opened: number[] = [];
  const count = (): undefined => void opened.push(1);
  read(pkcs12(...[1, 2, 3].map(() => encryptedData(40_000n))), count);
  expect(opened.length).toBe(2);
  read(pkcs12(encryptedData(2n ** 64n)), count);
  expect(opened.length).toBe(2);
});

test('containers that go on and on are read as far as 20,000 certificates', () => {
  const certificates = element(0xa0, Buffer.alloc(60_000, Buffer.from('3000', 'hex')));
  const signedData = sequence(integer(1n), certificates);
  const bytes = sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, signedData));
  expect(read(bytes).faults.map(({ reason }) => reason)).toEqual([
    'only its first 20000 certificates are read',
    '20000 of its 20000 certificates cannot be read',
  ]);
  const chain = entry(1, counted(Buffer.alloc(0)), number(2 ** 32 - 1), Buffer.alloc(2 ** 23));
  expect(read(keyStore('feedfeed', chain))).toMatchObject({ isReadableWithoutPassword: false });
});

test('what cannot be read is a fault that quotes nothing', () => {
  expect(read(Buffer.alloc(16 * 1024 * 1024 + 1)).faults.map(({ reason }) => reason)).toEqual([
    'it is larger than 16 MiB',
  ]);
  expect(read(sequence(sequence())).faults.map(({ reason }) => reason)).toEqual([
    'it holds neither certificates nor keys',
  ]);
  expect(read(pkcs7(sequence(integer(1n)))).faults.map(({ reason }) => reason)).toEqual([
    '1 of its 1 certificates cannot be read',
  ]);
});
