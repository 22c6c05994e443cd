import { createECDH, createHash } from 'node:crypto';
import { attribute, extension } from './certificate-parts.ts';
import {
  bitString,
  boolean,
  element,
  explicit,
  integer,
  nothing,
  objectIdentifier,
  sequence,
  time,
  utf8String,
} from './der.ts';
import { pemBlock } from './certificates.ts';

/**
 * What a certificate is to say that nobody signs: a seed stands in the place of its key and of its signature, so that it
 * has the same bytes in every run, whatever the algorithms. There is no private key.
 */
export interface UnsignedCertificate {
  readonly commonName: string;
  /** Subject alternative names: host names. */
  readonly names?: readonly string[];
  readonly isAuthority?: boolean;
  /** The common name of the issuer; the own one where it is absent. */
  readonly issuer?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: KeyOutline;
  /** Of the signature. */
  readonly algorithm: keyof typeof SIGNATURES;
}

/** The length of the modulus, or the curve as OpenSSL names it. */
type KeyOutline =
  | { readonly type: 'rsa'; readonly bits: number }
  | { readonly type: 'dsa'; readonly bits: number }
  | { readonly type: 'ec'; readonly curve: keyof typeof CURVES };

// RFC 3279, section 2.2; RFC 5758, section 3.2.
const SIGNATURES = {
  'md5-rsa': '1.2.840.113549.1.1.4',
  'sha1-rsa': '1.2.840.113549.1.1.5',
  'sha256-rsa': '1.2.840.113549.1.1.11',
  'sha1-ecdsa': '1.2.840.10045.4.1',
  'sha256-ecdsa': '1.2.840.10045.4.3.2',
} as const;
// RFC 5480, section 2.1.1.1; SEC 2, section 2.
const CURVES = { secp224r1: '1.3.132.0.33', prime256v1: '1.2.840.10045.3.1.7', secp256k1: '1.3.132.0.10' } as const;

/** The certificate in PEM. */
export function unsignedCertificate(certificate: UnsignedCertificate): string {
  const { commonName, issuer = commonName, notBefore, notAfter, key, algorithm } = certificate;
  const signature = sequence(
    objectIdentifier(SIGNATURES[algorithm]),
    ...(algorithm.endsWith('rsa') ? [nothing()] : []),
  );
  const toBeSigned = sequence(
    explicit(0, integer(2n)),
    integer(BigInt(`0x7f${seeded(`serial ${JSON.stringify(certificate)}`, 15).toString('hex')}`)),
    signature,
    nameOf(issuer),
    sequence(time(notBefore), time(notAfter)),
    nameOf(commonName),
    publicKeyOf(key, commonName),
    explicit(3, sequence(...extensionsOf(certificate))),
  );
  const der = sequence(toBeSigned, signature, bitString(seeded(`signature ${commonName}`, 256)));
  return pemBlock('CERTIFICATE', der);
}

function nameOf(commonName: string): Buffer {
  return sequence(attribute('2.5.4.3', utf8String(commonName)));
}

function extensionsOf({ names = [], isAuthority = false }: UnsignedCertificate): readonly Buffer[] {
  const alternatives = names.map(name => element(0x82, Buffer.from(name)));
  return [
    extension('2.5.29.19', sequence(...(isAuthority ? [boolean(true)] : [])), true),
    ...(alternatives.length === 0 ? [] : [extension('2.5.29.17', sequence(...alternatives))]),
  ];
}

function publicKeyOf(key: KeyOutline, seed: string): Buffer {
  if (key.type === 'ec') {
    const pair = createECDH(key.curve);
    pair.setPrivateKey(seeded(`key ${seed}`, 27));
    const algorithm = sequence(objectIdentifier('1.2.840.10045.2.1'), objectIdentifier(CURVES[key.curve]));
    return sequence(algorithm, bitString(pair.getPublicKey()));
  }
  const number = numberOf(key.bits, seed);
  if (key.type === 'rsa') {
    const algorithm = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing());
    return sequence(algorithm, bitString(sequence(integer(number), integer(65_537n))));
  }
  const parameters = sequence(integer(number), integer(numberOf(160, seed)), integer(2n));
  const algorithm = sequence(objectIdentifier('1.2.840.10040.4.1'), parameters);
  return sequence(algorithm, bitString(integer(numberOf(key.bits - 1, seed))));
}

/** An odd number of that many bits. */
function numberOf(bits: number, seed: string): bigint {
  const digits = BigInt(`0x${seeded(`number ${seed}`, Math.ceil(bits / 8)).toString('hex')}`);
  return BigInt.asUintN(bits, digits) | (1n << BigInt(bits - 1)) | 1n;
}

function seeded(seed: string, length: number): Buffer {
  const rounds = Array.from({ length: Math.ceil(length / 32) }, (_, round) =>
    createHash('sha256').update(`${round} ${seed}`).digest(),
  );
  return Buffer.concat(rounds).subarray(0, length);
}
