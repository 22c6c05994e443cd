import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

/** The types of key that certificates are made for. */
export type KeyType = 'rsa' | 'rsa-pss' | 'dsa' | 'p256' | 'p384' | 'p521' | 'secp256k1' | 'ed25519' | 'ed448';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What a certificate is to say. */
export interface CertificateOptions {
  readonly commonName?: string;
  readonly organization?: string;
  /** Subject alternative names: host names and IP addresses. */
  readonly names?: readonly string[];
  readonly isAuthority?: boolean;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Who signs, with a key of RSA, ECDSA or EdDSA; without it the certificate signs itself. */
  readonly issuer?: IssuedCertificate;
  /** A new P-256 pair where none is given. */
  readonly key?: KeyPair;
  /** Derived from the other options where it is not given. */
  readonly serial?: bigint;
  /** 1 for a certificate without extensions, as they were before 1997. */
  readonly version?: 1 | 3;
}

/** A certificate and its key. */
export interface IssuedCertificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly key: KeyPair;
  /** The private key as PKCS #8. */
  readonly keyPem: string;
  /** The same, encrypted with {@link PASSPHRASE}. */
  readonly encryptedKeyPem: string;
  /** The DER of the subject. */
  readonly subject: Buffer;
}

export const PASSPHRASE = 'a passphrase of the tests';

/** A new key pair. RSA keys have 2048 bits; those of RSA-PSS and DSA are smaller, since they take long. */
export function newKeyPair(type: KeyType): KeyPair {
  switch (type) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'rsa-pss':
      return generateKeyPairSync('rsa-pss', { modulusLength: 1024, hashAlgorithm: 'sha256' });
    case 'dsa':
      return generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
    case 'p256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'p384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' });
    case 'p521':
      return generateKeyPairSync('ec', { namedCurve: 'P-521' });
    case 'secp256k1':
      return generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ed448':
      return generateKeyPairSync('ed448');
  }
}

const pairs = new Map<KeyType, KeyPair>();

/** A key pair of the type: the same one throughout the process, for where a second one would only take time. */
export function keyPairOf(type: KeyType): KeyPair {
  const pair = pairs.get(type) ?? newKeyPair(type);
  pairs.set(type, pair);
  return pair;
}

/** The Ed25519 pair of a seed: with it, a certificate has the same bytes in every run. */
export function seededKeyPair(seed: string): KeyPair {
  const header = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([header, createHash('sha256').update(seed).digest()]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { publicKey: createPublicKey(privateKey), privateKey };
}

/** A certificate to RFC 5280, with the key usages of an authority, or of a server that is a client too. */
export function makeCertificate(options: CertificateOptions): IssuedCertificate {
  const key = options.key ?? newKeyPair('p256');
  const signer = options.issuer?.key ?? key;
  const subject = distinguishedName(options);
  const version = options.version ?? 3;
  const algorithm = signatureAlgorithm(signer);
  const toBeSigned = sequence(
    ...(version === 3 ? [explicit(0, integer(2n))] : []),
    integer(options.serial ?? serialFor(options)),
    algorithm.identifier,
    options.issuer?.subject ?? subject,
    sequence(time(options.notBefore), time(options.notAfter)),
    subject,
    spkiOf(key),
    ...(version === 3 ? [explicit(3, sequence(...extensions(options, key, signer)))] : []),
  );
  const signature = sign(algorithm.digest, toBeSigned, signer.privateKey);
  const der = sequence(toBeSigned, algorithm.identifier, bitString(signature));
  return {
    der,
    pem: pemBlock('CERTIFICATE', der),
    key,
    keyPem: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    encryptedKeyPem: key.privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE })
      .toString(),
    subject,
  };
}

/** Bytes as a PEM block, with a newline at its end. */
export function pemBlock(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function serialFor(options: CertificateOptions): bigint {
  const { commonName, organization, names, isAuthority, notBefore, notAfter } = options;
  const described = JSON.stringify([commonName, organization, names, isAuthority, notBefore, notAfter]);
  return BigInt(`0x7f${createHash('sha256').update(described).digest('hex').slice(0, 30)}`);
}

function distinguishedName({ commonName, organization }: CertificateOptions): Buffer {
  const attribute = (identifier: string, value: string): Buffer =>
    set(sequence(objectIdentifier(identifier), utf8String(value)));
  return sequence(
    ...(organization === undefined ? [] : [attribute('2.5.4.10', organization)]),
    ...(commonName === undefined ? [] : [attribute('2.5.4.3', commonName)]),
  );
}

function signatureAlgorithm({ privateKey }: KeyPair): { identifier: Buffer; digest: string | null } {
  switch (privateKey.asymmetricKeyType) {
    case 'rsa':
      return { identifier: sequence(objectIdentifier('1.2.840.113549.1.1.11'), element(0x05)), digest: 'sha256' };
    case 'ec':
      return { identifier: sequence(objectIdentifier('1.2.840.10045.4.3.2')), digest: 'sha256' };
    case 'ed25519':
      return { identifier: sequence(objectIdentifier('1.3.101.112')), digest: null };
    case 'ed448':
      return { identifier: sequence(objectIdentifier('1.3.101.113')), digest: null };
    default:
      throw new Error(`certificates are not signed with a key of ${privateKey.asymmetricKeyType ?? 'no type'} here`);
  }
}

function extensions(options: CertificateOptions, key: KeyPair, signer: KeyPair): Buffer[] {
  const isAuthority = options.isAuthority === true;
  const extension = (identifier: string, value: Buffer, isCritical = false): Buffer =>
    sequence(objectIdentifier(identifier), ...(isCritical ? [boolean(true)] : []), octetString(value));
  const serverAndClient = sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'), objectIdentifier('1.3.6.1.5.5.7.3.2'));
  const names = (options.names ?? []).map(generalName);
  return [
    extension('2.5.29.19', sequence(...(isAuthority ? [boolean(true)] : [])), true),
    extension('2.5.29.15', isAuthority ? keyUsage(0b0000_0110, 1) : keyUsage(0b1000_0000, 7), true),
    ...(isAuthority ? [] : [extension('2.5.29.37', serverAndClient)]),
    extension('2.5.29.14', octetString(keyIdentifier(key))),
    extension('2.5.29.35', sequence(element(0x80, keyIdentifier(signer)))),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', sequence(...names))]),
  ];
}

function keyUsage(bits: number, unused: number): Buffer {
  return element(0x03, Buffer.from([unused, bits]));
}

function keyIdentifier(key: KeyPair): Buffer {
  return createHash('sha1').update(spkiOf(key)).digest();
}

function spkiOf({ publicKey }: KeyPair): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' });
}

function generalName(name: string): Buffer {
  const kind = isIP(name);
  if (kind === 4) return element(0x87, Buffer.from(name.split('.').map(Number)));
  return kind === 6 ? element(0x87, ipv6Bytes(name)) : element(0x82, Buffer.from(name));
}

function ipv6Bytes(address: string): Buffer {
  const [head = [], tail = []] = address.split('::').map(half => half.split(':').filter(group => group !== ''));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return Buffer.from([...head, ...zeros, ...tail].map(group => group.padStart(4, '0')).join(''), 'hex');
}

/** UTCTime for the years that it can say, GeneralizedTime for the others (RFC 5280, section 4.1.2.5). */
function time(date: Date): Buffer {
  const digits = date.toISOString().replaceAll(/\.\d+|[-:T]/g, '');
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050 ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, ...parts);
}

function set(...parts: Buffer[]): Buffer {
  return element(0x31, ...parts);
}

function explicit(number: number, part: Buffer): Buffer {
  return element(0xa0 + number, part);
}

function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0x00]));
}

function integer(value: bigint): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return element(0x02, ...((bytes[0] ?? 0) >= 0x80 ? [Buffer.from([0])] : []), bytes);
}

function bitString(bytes: Buffer): Buffer {
  return element(0x03, Buffer.from([0]), bytes);
}

function octetString(bytes: Buffer): Buffer {
  return element(0x04, bytes);
}

function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text));
}

function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function element(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
