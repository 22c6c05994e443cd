import { isPrivateKeyBlock } from '../../src/parse/pem.ts';
import type { Pem, PemBlock, PemPrivateKey } from '../../src/parse/pem.ts';
import { platform } from '../../src/parse/current-platform.ts';
import type { PublicHalf } from '../../src/parse/platform.ts';
import type { X509Fields } from '../../src/parse/x509.ts';
import { goCertificateOf } from '../../src/trust/go-certificate.ts';
import { keyKindOf } from '../../src/trust/go-public-key.ts';
import type { KeyKind } from '../../src/trust/go-public-key.ts';
import {
  CERTIFICATE_AS_KEY,
  KEY_AS_CERTIFICATE,
  NO_KEY,
  noPemIn,
  OTHER_KEY,
  OTHER_KEY_TYPE,
  UNREADABLE_KEY,
} from '../../src/trust/loading-words.ts';
import type { Profile } from '../../src/trust/profile.ts';

/** OpenSSL's names for the kinds of key that crypto/tls takes. */
const KIND_OF_TYPE: ReadonlyMap<string, KeyKind> = new Map([
  ['rsa', 'RSA'],
  ['ec', 'ECDSA'],
  ['ed25519', 'Ed25519'],
]);

/** OpenSSL's names for the curves that Go knows. */
const CURVES: ReadonlySet<string> = new Set(['secp224r1', 'prime256v1', 'secp384r1', 'secp521r1']);

/** As many bytes as the DER of a key has that OpenSSL is asked to read: an RSA key of 16,384 bits is smaller. */
const SIZE_LIMIT = 16_384;

/**
 * Why `X509KeyPair` of Go's crypto/tls does not take a certificate file and a key file for a pair, in its words, up to
 * the detail that Go 1.27 adds; `undefined` where it does. Of the certificates the first one counts.
 */
export function keyPairFault(certificates: Pem, keys: Pem, profile: Profile): string | undefined {
  const inCertificates = certificates.blocks.filter(block => block.isReadByGo);
  const certificate = inCertificates.find(block => block.label === 'CERTIFICATE');
  if (certificate === undefined || isPrivateKeyBlock(certificate)) return missingCertificate(inCertificates);
  const inKeys = keys.blocks.filter(block => block.isReadByGo);
  const key = inKeys.filter(isPrivateKeyBlock).find(({ label }) => /(?:^| )PRIVATE KEY$/.test(label));
  if (key === undefined) return missingKey(inKeys);
  const fields = goCertificateOf(certificate.bytes, profile);
  return typeof fields === 'string' ? fields : privateKeyFault(fields, key);
}

function missingCertificate(blocks: readonly PemBlock[]): string {
  const labels = blocks.map(block => block.label);
  if (labels.length === 0) return noPemIn('certificate');
  if (labels.length === 1 && labels[0]?.endsWith('PRIVATE KEY') === true) return KEY_AS_CERTIFICATE;
  const skipped = `after skipping PEM blocks of the following types: [${labels.join(' ')}]`;
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input ${skipped}`;
}

function missingKey(blocks: readonly PemBlock[]): string {
  const labels = blocks.map(block => block.label);
  if (labels.length === 0) return noPemIn('key');
  if (labels.length === 1 && labels[0] === 'CERTIFICATE') return CERTIFICATE_AS_KEY;
  const skipped = `after skipping PEM blocks of the following types: [${labels.join(' ')}]`;
  return `${NO_KEY} ${skipped}`;
}

function privateKeyFault(certificate: X509Fields, block: PemPrivateKey): string | undefined {
  const key = privateKeyIn(block);
  if (key === undefined) return UNREADABLE_KEY;
  if (key.type === 'x25519') return 'tls: found unknown private key type in PKCS#8 wrapping';
  const kind = KIND_OF_TYPE.get(key.type);
  if (kind === undefined || (kind === 'ECDSA' && !CURVES.has(key.curve ?? ''))) return UNREADABLE_KEY;
  const wanted = keyKindOf(certificate);
  if (wanted === undefined || wanted === 'DSA') return 'tls: unknown public key algorithm';
  if (wanted !== kind) return OTHER_KEY_TYPE;
  const isOwn = Buffer.compare(key.publicKey, certificate.publicKey) === 0;
  return isOwn ? undefined : OTHER_KEY;
}

/** Whatever the label says, as PKCS #1, PKCS #8 or SEC 1; what is encrypted is none of them. */
function privateKeyIn({ secret }: PemPrivateKey): PublicHalf | undefined {
  const key = Buffer.from(secret.reveal(), 'base64');
  return key.length > SIZE_LIMIT ? undefined : platform().publicHalfOf(key);
}
