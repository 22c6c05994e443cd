import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { isIP } from 'node:net';
import {
  attribute,
  authorityKeyIdentifier,
  extension,
  keyIdentifier,
  signedCertificate,
  type KeyPair,
} from './certificate-parts.ts';
import {
  addressBytes,
  bitString,
  boolean,
  element,
  objectIdentifier,
  octetString,
  sequence,
  utf8String,
} from './der.ts';

export type { KeyPair } from './certificate-parts.ts';

/** The types of key that certificates are made for. */
export type KeyType = 'rsa' | 'rsa-pss' | 'dsa' | 'p256' | 'p384' | 'p521' | 'secp256k1' | 'ed25519' | 'ed448';

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
  const der = signedCertificate({
    version: options.version ?? 3,
    serial: options.serial ?? serialFor(options),
    issuer: options.issuer?.subject ?? subject,
    subject,
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    key,
    extensions: extensions(options, key, signer),
    signer,
  });
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
  return sequence(
    ...(organization === undefined ? [] : [attribute('2.5.4.10', utf8String(organization))]),
    ...(commonName === undefined ? [] : [attribute('2.5.4.3', utf8String(commonName))]),
  );
}

function extensions(options: CertificateOptions, key: KeyPair, signer: KeyPair): Buffer[] {
  const isAuthority = options.isAuthority === true;
  const serverAndClient = sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'), objectIdentifier('1.3.6.1.5.5.7.3.2'));
  const names = (options.names ?? []).map(generalName);
  return [
    extension('2.5.29.19', sequence(...(isAuthority ? [boolean(true)] : [])), true),
    extension('2.5.29.15', isAuthority ? keyUsage(0b0000_0110, 1) : keyUsage(0b1000_0000, 7), true),
    ...(isAuthority ? [] : [extension('2.5.29.37', serverAndClient)]),
    extension('2.5.29.14', octetString(keyIdentifier(key))),
    authorityKeyIdentifier(signer),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', sequence(...names))]),
  ];
}

function keyUsage(bits: number, unused: number): Buffer {
  return bitString(Buffer.from([bits]), unused);
}

function generalName(name: string): Buffer {
  return isIP(name) === 0 ? element(0x82, Buffer.from(name)) : element(0x87, addressBytes(name));
}
