import { constants, createHash, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  bitString,
  boolean,
  element,
  explicit,
  integer,
  nothing,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
} from './der.ts';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** What a certificate is put together from (RFC 5280, section 4.1), its names and extensions in DER. */
interface CertificateParts {
  readonly version: 1 | 3;
  readonly serial: bigint;
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: KeyPair;
  readonly extensions: readonly Buffer[];
  readonly signer: KeyPair;
  readonly signature?: SignatureChoice;
}

/** How RSA and ECDSA keys sign, and RSA keys with which padding; EdDSA leaves no choice. */
interface SignatureChoice {
  readonly digest: string;
  readonly isPss?: boolean;
}

/** The DER of a signed certificate. */
export function signedCertificate(parts: CertificateParts): Buffer {
  const { version, signer, signature = { digest: 'sha256' } } = parts;
  const algorithm = signatureAlgorithm(signer, signature);
  const toBeSigned = sequence(
    ...(version === 3 ? [explicit(0, integer(2n))] : []),
    integer(parts.serial),
    algorithm,
    parts.issuer,
    sequence(time(parts.notBefore), time(parts.notAfter)),
    parts.subject,
    spkiOf(parts.key),
    ...(version === 3 && parts.extensions.length > 0 ? [explicit(3, sequence(...parts.extensions))] : []),
  );
  return sequence(toBeSigned, algorithm, bitString(signatureOf(toBeSigned, signer, signature)));
}

export function extension(identifier: string, value: Buffer, isCritical = false): Buffer {
  return sequence(objectIdentifier(identifier), ...(isCritical ? [boolean(true)] : []), octetString(value));
}

/** One attribute of a distinguished name, alone in its set. */
export function attribute(identifier: string, value: Buffer): Buffer {
  return set(sequence(objectIdentifier(identifier), value));
}

/** The key identifier that the extensions of a certificate and of its issuer name. */
export function keyIdentifier(key: KeyPair): Buffer {
  return createHash('sha1').update(spkiOf(key)).digest();
}

function spkiOf({ publicKey }: KeyPair): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' });
}

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['rsa md5', '1.2.840.113549.1.1.4'],
  ['rsa sha1', '1.2.840.113549.1.1.5'],
  ['rsa sha256', '1.2.840.113549.1.1.11'],
  ['rsa sha384', '1.2.840.113549.1.1.12'],
  ['rsa sha512', '1.2.840.113549.1.1.13'],
  ['ec sha1', '1.2.840.10045.4.1'],
  ['ec sha256', '1.2.840.10045.4.3.2'],
  ['ec sha384', '1.2.840.10045.4.3.3'],
  ['ec sha512', '1.2.840.10045.4.3.4'],
  ['ed25519', '1.3.101.112'],
  ['ed448', '1.3.101.113'],
]);

function signatureAlgorithm(signer: KeyPair, { digest, isPss }: SignatureChoice): Buffer {
  const type = signer.privateKey.asymmetricKeyType ?? 'no type';
  const identifier = ALGORITHMS.get(type) ?? ALGORITHMS.get(`${type} ${digest}`);
  if (identifier === undefined) throw new Error(`certificates are not signed with a key of ${type} and ${digest} here`);
  if (type !== 'rsa') return sequence(objectIdentifier(identifier));
  return isPss === true ? pssAlgorithm() : sequence(objectIdentifier(identifier), nothing());
}

/** RSA-PSS with SHA-256 and a salt of 32 bytes (RFC 4055, section 3.1). */
function pssAlgorithm(): Buffer {
  const sha256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), nothing());
  const mask = sequence(objectIdentifier('1.2.840.113549.1.1.8'), sha256);
  const parameters = sequence(explicit(0, sha256), explicit(1, mask), explicit(2, integer(32n)));
  return sequence(objectIdentifier('1.2.840.113549.1.1.10'), parameters);
}

function signatureOf(bytes: Buffer, { privateKey }: KeyPair, { digest, isPss }: SignatureChoice): Buffer {
  if (isPss === true && privateKey.asymmetricKeyType === 'rsa') {
    return sign('sha256', bytes, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
  }
  return sign(privateKey.asymmetricKeyType?.startsWith('ed') === true ? null : digest, bytes, privateKey);
}

/** The authority key identifier extension that names the key of the issuer. */
export function authorityKeyIdentifier(issuer: KeyPair): Buffer {
  return extension('2.5.29.35', sequence(element(0x80, keyIdentifier(issuer))));
}
