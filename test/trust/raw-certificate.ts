import type { Profile } from '../../src/trust/profile.ts';
import { goCertificateOf } from '../../src/trust/go-certificate.ts';
import { attribute } from '../certificate-parts.ts';
import { seededKeyPair } from '../certificates.ts';
import { bitString, element, explicit, integer, objectIdentifier, sequence, utf8String } from '../der.ts';
import { DEBIAN } from './profiles.ts';

/** What a certificate is written from, each in DER; what is not given is sound. */
interface CertificateParts {
  readonly version?: Buffer;
  readonly serial?: Buffer;
  readonly algorithm?: Buffer;
  readonly outerAlgorithm?: Buffer;
  readonly name?: Buffer;
  readonly validity?: Buffer;
  readonly key?: Buffer;
  readonly tail?: readonly Buffer[];
  readonly signature?: Buffer;
}

export const ED25519 = sequence(objectIdentifier('1.3.101.112'));
const KEY = seededKeyPair('go').publicKey.export({ type: 'spki', format: 'der' });
export const EARLY = utcTime('200101000000Z');
export const LATE = utcTime('300101000000Z');

export function utcTime(text: string): Buffer {
  return element(0x17, Buffer.from(text));
}

/** A name that is a common name alone, in any type of string. */
export function commonName(value: Buffer): Buffer {
  return sequence(attribute('2.5.4.3', value));
}

/** The DER of a certificate, whose signature is none. */
export function certificateOf(parts: CertificateParts): Buffer {
  const { algorithm = ED25519, name = commonName(utf8String('Lab')) } = parts;
  const toBeSigned = sequence(
    parts.version ?? explicit(0, integer(2n)),
    parts.serial ?? integer(1n),
    algorithm,
    name,
    parts.validity ?? sequence(EARLY, LATE),
    name,
    parts.key ?? KEY,
    ...(parts.tail ?? []),
  );
  return sequence(toBeSigned, parts.outerAlgorithm ?? algorithm, parts.signature ?? bitString(Buffer.alloc(64)));
}

/** One of version 3 with the extensions. */
export function withExtensions(...extensions: readonly Buffer[]): Buffer {
  return certificateOf({ tail: [explicit(3, sequence(...extensions))] });
}

/** One with a key. */
export function keyOf(algorithm: Buffer, bytes: Uint8Array): Buffer {
  return certificateOf({ key: sequence(algorithm, bitString(bytes)) });
}

/** Why Go cannot parse the certificate; `undefined` where it can. */
export function faultOf(der: Buffer, profile: Profile = DEBIAN['3.5']): string | undefined {
  const certificate = goCertificateOf(der, profile);
  return typeof certificate === 'string' ? certificate : undefined;
}
