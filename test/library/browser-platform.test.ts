import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { constants, createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { browserPlatform } from '../../src/library/browser/browser-platform.ts';
import { nodePlatform } from '../../src/parse/node-platform.ts';
import type { Signing } from '../../src/parse/platform.ts';

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const rsa = (modulusLength: number, publicExponent = 65_537): Keys =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent });
const ec = (namedCurve: string): Keys => generateKeyPairSync('ec', { namedCurve });

const KEYS: readonly (readonly [string, Keys])[] = [
  ['RSA of 1024 bits', rsa(1024)],
  ['RSA of 2048 bits', rsa(2048)],
  ['RSA of 1029 bits with the exponent 3', rsa(1029, 3)],
  ['RSA of 1025 bits, whose PSS message is a byte shorter', rsa(1025)],
  ['P-224', ec('secp224r1')],
  ['P-256', ec('prime256v1')],
  ['P-384', ec('secp384r1')],
  ['P-521', ec('secp521r1')],
  ['Ed25519', generateKeyPairSync('ed25519')],
];
const DIGESTS = ['sha256', 'sha384', 'sha512'] as const;
const TEXT = Buffer.from('what a certificate says');

function derOf(key: KeyObject, type: 'spki' | 'pkcs8' | 'pkcs1' | 'sec1'): Buffer {
  return type === 'spki' ? key.export({ type, format: 'der' }) : key.export({ type, format: 'der' });
}

/** The ways in which the owner of a key may sign. */
function signingsOf({ privateKey }: Keys): readonly Signing[] {
  if (privateKey.asymmetricKeyType === 'ed25519') return [{}];
  const digests = DIGESTS.map(digest => ({ digest }));
  if (privateKey.asymmetricKeyType === 'ec') return digests;
  // A salt as long as the hash needs twice its room.
  const { modulusLength = 0 } = privateKey.asymmetricKeyDetails ?? {};
  const probabilistic = digests.filter(({ digest }) => digest !== 'sha512' || modulusLength > 1100);
  return [...digests, ...probabilistic.map(signing => ({ ...signing, isProbabilistic: true }))];
}

function signatureOf({ privateKey }: Keys, { digest, isProbabilistic }: Signing): Buffer {
  const padding = isProbabilistic === true ? constants.RSA_PKCS1_PSS_PADDING : undefined;
  const options = padding === undefined ? {} : { padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return sign(digest, TEXT, { key: privateKey, ...options });
}

describe.each(KEYS)('%s', (_, keys) => {
  const publicKey = derOf(keys.publicKey, 'spki');

  test('signs what both platforms take for signed, and nothing else', () => {
    for (const signing of signingsOf(keys)) {
      const signature = signatureOf(keys, signing);
      expect(nodePlatform.isSigned(TEXT, signature, publicKey, signing)).toBe(true);
      expect([signing, browserPlatform.isSigned(TEXT, signature, publicKey, signing)]).toEqual([signing, true]);
      const others: readonly (readonly [Buffer, Buffer])[] = [
        [Buffer.from('what another one says'), signature],
        [TEXT, signature.subarray(0, -1)],
        [TEXT, Buffer.concat([signature, Buffer.alloc(1)])],
        [TEXT, Buffer.alloc(signature.length)],
        [TEXT, Buffer.alloc(signature.length, 0xff)],
        ...[0, 7, signature.length >> 1, signature.length - 1].map(at => [TEXT, changedAt(signature, at)] as const),
      ];
      for (const [text, other] of others) {
        expect(nodePlatform.isSigned(text, other, publicKey, signing)).toBe(false);
        expect(browserPlatform.isSigned(text, other, publicKey, signing)).toBe(false);
      }
    }
  });

  test('has the public half that Node works out, in each format', () => {
    const own = keys.privateKey.asymmetricKeyType === 'rsa' ? 'pkcs1' : 'sec1';
    const formats = keys.privateKey.asymmetricKeyType === 'ed25519' ? (['pkcs8'] as const) : (['pkcs8', own] as const);
    for (const format of formats) {
      const der = derOf(keys.privateKey, format);
      const label = format === 'pkcs8' ? 'PRIVATE KEY' : own === 'pkcs1' ? 'RSA PRIVATE KEY' : 'EC PRIVATE KEY';
      const expected = nodePlatform.publicHalfOf(der);
      expect(Buffer.from(expected?.publicKey ?? [])).toEqual(publicKey);
      expect(plain(browserPlatform.publicHalfOf(der))).toEqual(plain(expected));
      expect(plain(browserPlatform.publicHalfOfPem(label, der))).toEqual(
        plain(nodePlatform.publicHalfOfPem(label, der)),
      );
    }
  });
});

function changedAt(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0x10;
  return changed;
}

function plain(half: ReturnType<typeof nodePlatform.publicHalfOf>): unknown {
  return half && { ...half, publicKey: Buffer.from(half.publicKey).toString('hex') };
}

test('a key of an elliptic curve without its public half has the one that Node works out', () => {
  // SEC 1 with the secret and the curve alone: 3 SEQUENCE fields (RFC 5915).
  const secret = '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20';
  const der = Buffer.from(`303102010104${'20'}${secret}a00a06082a8648ce3d030107`, 'hex');
  const expected = nodePlatform.publicHalfOf(der);
  expect(expected).toMatchObject({ type: 'ec', curve: 'prime256v1' });
  expect(plain(browserPlatform.publicHalfOf(der))).toEqual(plain(expected));
});

test('a key of an elliptic curve whose public half is no point of the curve is read by neither', () => {
  const der = derOf(ec('prime256v1').privateKey, 'sec1');
  const changed = changedAt(der, der.length - 1);
  expect(nodePlatform.publicHalfOf(changed)).toBeUndefined();
  expect(browserPlatform.publicHalfOf(changed)).toBeUndefined();
});

test('of keys in which bytes are changed both say the same, where both read one', () => {
  const keys = KEYS.map(([, { privateKey }]) => derOf(privateKey, 'pkcs8'));
  const changes = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...keys), changes, (key, changed) => {
      const der = Buffer.from(key);
      for (const { at, byte } of changed) der[at % der.length] = byte;
      const [ofNode, ofBrowser] = [nodePlatform.publicHalfOf(der), browserPlatform.publicHalfOf(der)];
      if (ofNode !== undefined && ofBrowser !== undefined) expect(plain(ofBrowser)).toEqual(plain(ofNode));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('what is no private key has no public half', () => {
  const { publicKey } = rsa(1024);
  const others = [Buffer.alloc(0), randomBytes(80), Buffer.from('3000', 'hex'), derOf(publicKey, 'pkcs1')];
  for (const der of others) {
    expect(nodePlatform.publicHalfOf(der)).toBeUndefined();
    expect(browserPlatform.publicHalfOf(der)).toBeUndefined();
    expect(browserPlatform.publicHalfOfPem('PRIVATE KEY', der)).toBeUndefined();
    expect(browserPlatform.publicHalfOfPem('OPENSSH PRIVATE KEY', der)).toBeUndefined();
  }
});

const BYTES = ['', '61', 'c3a9', 'efbbbf61', 'f09f9a80', 'ff', 'c3', 'c0af', 'eda080', '610062', 'f4908080'];

test.each(BYTES)('%s is the same text, or none, to both', hex => {
  const bytes = Buffer.from(hex, 'hex');
  expect(browserPlatform.utf8TextOf(bytes)).toBe(nodePlatform.utf8TextOf(bytes));
});

test('what gzip made is opened up to the limit, and nothing else is', () => {
  const text = Buffer.from('scrape_configs: []\n'.repeat(1000));
  const compressed = gzipSync(text);
  const shorter = Buffer.from(compressed);
  shorter.writeUInt32LE(text.length + 1, shorter.length - 4);
  for (const platform of [nodePlatform, browserPlatform]) {
    expect(Buffer.from(platform.gunzipped(compressed, text.length) ?? [])).toEqual(text);
    expect(platform.gunzipped(compressed, text.length - 1)).toBeUndefined();
    expect(platform.gunzipped(compressed.subarray(0, 40), 1e6)).toBeUndefined();
    expect(platform.gunzipped(shorter, 1e6)).toBeUndefined();
    expect(platform.gunzipped(text, 1e9)).toBeUndefined();
    expect(platform.gunzipped(Buffer.from([0x1f, 0x8b]), 1e6)).toBeUndefined();
  }
});

test('hashes and derived keys are those of Node', () => {
  expect(browserPlatform.sha256Of(TEXT)).toBe(createHash('sha256').update(TEXT).digest('hex'));
  const salt = Buffer.from('salt');
  for (const digest of ['sha1', 'sha224', ...DIGESTS]) {
    const derived = browserPlatform.derivedKey(Buffer.alloc(0), salt, 20, 40, digest);
    expect(Buffer.from(derived)).toEqual(Buffer.from(nodePlatform.derivedKey(Buffer.alloc(0), salt, 20, 40, digest)));
  }
  expect(() => browserPlatform.derivedKey(TEXT, salt, 1, 16, 'whirlpool')).toThrow('there is no hash whirlpool');
});
