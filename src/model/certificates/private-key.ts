import { derBeginsWith, derElementAt, derElementsIn, TAG } from '../../parse/der.ts';
import type { PemFault, PemPrivateKey } from '../../parse/pem.ts';
import { platform } from '../../parse/current-platform.ts';
import type { Span } from '../../text/source.ts';
import type { PublicKeyKind } from './public-key.ts';

/** A private key of a PEM text. Nothing of its content is kept. */
export interface PrivateKey {
  /** What stands in the BEGIN line: `PRIVATE KEY`, `EC PRIVATE KEY`, `OPENSSH PRIVATE KEY` ... */
  readonly label: string;
  /** `encrypted`: it takes a passphrase to use it. */
  readonly encryption: 'none' | 'encrypted';
  /** From 1, among the PEM blocks of the text. */
  readonly block: number;
  /** The BEGIN line. */
  readonly span: Span;
  /** What follows the BEGIN line, through the END line, to be masked wherever the text is shown. */
  readonly extent: Span;
  /**
   * SHA-256 of its public key as SubjectPublicKeyInfo, in lower-case hexadecimal; absent where the key could not be
   * read.
   */
  readonly publicKeyFingerprint?: string;
  /** The type of the key; absent where it could not be read. */
  readonly keyType?: PublicKeyKind['type'];
}

/** By the names of OpenSSL. */
const KEY_TYPES: ReadonlyMap<string, PublicKeyKind['type']> = new Map<string, PublicKeyKind['type']>([
  ['rsa', 'rsa'],
  ['ec', 'ecdsa'],
  ['ed25519', 'ed25519'],
  ['dsa', 'dsa'],
]);

const OPENSSH_MAGIC = 'openssh-key-v1\0';

/** How the object identifiers of PKCS #1 (RFC 8017) begin: 1.2.840.113549.1.1. */
const RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];

/** Bytes beyond which a key is not handed to OpenSSL: an RSA key of 16,384 bits, and any other key, is smaller. */
const SIZE_LIMIT = { rsa: 16_384, other: 1_300 };

/**
 * The private key of a block. One that Go passes over is a key none the less: it can be read by whoever reads the file.
 * Text that only stands where a key would, as in an example, is none.
 */
export function privateKeyOf(block: PemPrivateKey): PrivateKey | { readonly reason: string } {
  const { label, headers, index, heading } = block;
  const der = Buffer.from(block.secret.reveal(), 'base64');
  // RFC 1421, section 4.6.1.1.
  const encryption = headers.get('Proc-Type')?.endsWith('ENCRYPTED') === true ? 'encrypted' : encryptionOf(der);
  if (encryption === undefined || der.length === 0) return { reason: 'the block holds no private key' };
  return {
    label,
    encryption,
    block: index,
    span: heading,
    extent: extentOf(block),
    ...(encryption === 'none' ? fingerprintOf(label, der) : {}),
  };
}

/**
 * The private key of a container that is no text.
 *
 * @param der as PKCS #8, PKCS #1 or SEC 1; `undefined` for one that is encrypted.
 * @param place where the container is, and which of its keys it is.
 */
export function binaryPrivateKeyOf(der: Uint8Array | undefined, place: Pick<PrivateKey, 'block' | 'span'>): PrivateKey {
  const extent = place.span;
  if (der === undefined) return { ...place, extent, label: 'ENCRYPTED PRIVATE KEY', encryption: 'encrypted' };
  const label = labelOf(der);
  return { ...place, extent, label, encryption: 'none', ...fingerprintOf(label, Buffer.from(der)) };
}

/** What the BEGIN line of an unencrypted key would say. */
function labelOf(der: Uint8Array): string {
  const [, second] = derElementsIn(derElementAt(der));
  if (second?.tag === TAG.sequence) return 'PRIVATE KEY';
  return second?.tag === TAG.integer ? 'RSA PRIVATE KEY' : 'EC PRIVATE KEY';
}

/** What of a block is not to be shown: all but the words that say what it is. */
export function extentOf(block: PemPrivateKey | PemFault): Span {
  const whole = 'span' in block ? block.span : block.extent;
  return { ...whole, start: block.heading.end };
}

/** Told by OpenSSH's `PROTOCOL.key`, or by the outline of the DER; `undefined` for no key. */
function encryptionOf(content: Buffer): PrivateKey['encryption'] | undefined {
  if (content.length === 0) return undefined;
  if (content.toString('latin1', 0, OPENSSH_MAGIC.length) === OPENSSH_MAGIC) return opensshEncryptionOf(content);
  const key = derElementAt(content);
  const [first] = derElementsIn(key);
  if (key?.tag !== TAG.sequence) return undefined;
  if (first?.tag === TAG.integer) return 'none';
  return first?.tag === TAG.sequence ? 'encrypted' : undefined;
}

/** Behind the magic stands the name of the cipher, with its length in four bytes before it. */
function opensshEncryptionOf(content: Buffer): PrivateKey['encryption'] | undefined {
  const start = OPENSSH_MAGIC.length + 4;
  if (content.length < start) return undefined;
  const cipher = content.toString('latin1', start, start + content.readUInt32BE(OPENSSH_MAGIC.length));
  return cipher === 'none' ? 'none' : 'encrypted';
}

function fingerprintOf(label: string, der: Buffer): Pick<PrivateKey, 'publicKeyFingerprint' | 'keyType'> {
  if (der.length > (isRsa(label, der) ? SIZE_LIMIT.rsa : SIZE_LIMIT.other)) return {};
  const key = platform().publicHalfOfPem(label, der);
  if (key === undefined) return {};
  return {
    publicKeyFingerprint: platform().sha256Of(key.publicKey),
    keyType: KEY_TYPES.get(key.type) ?? 'other',
  };
}

/**
 * RSA alone may be long: to work out the public half of a DSA or DH key takes a power of the size that the file says.
 */
function isRsa(label: string, der: Buffer): boolean {
  const [, algorithm] = derElementsIn(derElementAt(der));
  const [identifier] = derElementsIn(algorithm);
  return label === 'RSA PRIVATE KEY' || (identifier !== undefined && derBeginsWith(identifier, RSA));
}
