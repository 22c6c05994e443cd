import { nodeCrypto } from '../../parse/crypto.ts';
import { derBeginsWith, derElementAt, derElementsIn, TAG } from '../../parse/der.ts';
import type { PemFault, PemPrivateKey } from '../../parse/pem.ts';
import type { Span } from '../../text/source.ts';

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
}

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
  const der = Buffer.from(block.secret.reveal(), 'base64');
  const encryption = encryptionOf(block, der);
  if (encryption === undefined) return { reason: 'the block holds no private key' };
  const publicKeyFingerprint = encryption === 'none' ? publicKeyFingerprintOf(block, der) : undefined;
  return {
    label: block.label,
    encryption,
    block: block.index,
    span: block.heading,
    extent: extentOf(block),
    ...(publicKeyFingerprint !== undefined && { publicKeyFingerprint }),
  };
}

/** What of a block is not to be shown: all but the words that say what it is. */
export function extentOf(block: PemPrivateKey | PemFault): Span {
  const whole = 'span' in block ? block.span : block.extent;
  return { ...whole, start: block.heading.end };
}

/**
 * Told by headers (RFC 1421, section 4.6), by OpenSSH's `PROTOCOL.key`, or by the outline of the DER; `undefined` for
 * no key.
 */
function encryptionOf(block: PemPrivateKey, content: Buffer): PrivateKey['encryption'] | undefined {
  if (content.length === 0) return undefined;
  if (block.headers.get('Proc-Type')?.endsWith('ENCRYPTED') === true) return 'encrypted';
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

function publicKeyFingerprintOf(block: PemPrivateKey, der: Buffer): string | undefined {
  if (der.length > (isRsa(block.label, der) ? SIZE_LIMIT.rsa : SIZE_LIMIT.other)) return undefined;
  const lines = block.secret.reveal().replaceAll(/.{64}(?=.)/g, '$&\n');
  try {
    const key = nodeCrypto().createPublicKey(
      `-----BEGIN ${block.label}-----\n${lines}\n-----END ${block.label}-----\n`,
    );
    return nodeCrypto()
      .createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex');
  } catch {
    return undefined;
  }
}

/**
 * RSA alone may be long: to work out the public half of a DSA or DH key takes a power of the size that the file says.
 */
function isRsa(label: string, der: Buffer): boolean {
  const [, algorithm] = derElementsIn(derElementAt(der));
  const [identifier] = derElementsIn(algorithm);
  return label === 'RSA PRIVATE KEY' || (identifier !== undefined && derBeginsWith(identifier, RSA));
}
