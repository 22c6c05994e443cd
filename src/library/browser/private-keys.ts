import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { DerCursor } from '../../parse/der-cursor.ts';
import { derBitStringOf as bitsIn, derContentOf, derObjectIdentifierOf, TAG } from '../../parse/der.ts';
import type { PublicHalf } from '../../parse/platform.ts';
import { curveOf } from './curves.ts';
import { derBitStringOf, derOf } from './der-writing.ts';

/** Algorithm identifiers as DER: object identifiers of RFC 8017, RFC 5480 and RFC 8410. */
const RSA = Buffer.from('300d06092a864886f70d0101010500', 'hex');
const EC = Buffer.from('06072a8648ce3d0201', 'hex');
const ED25519 = Buffer.from('300506032b6570', 'hex');
const ED25519_BYTES = 32;
/** A version, the modulus, two exponents, two primes and what is worked out of those. */
const RSA_NUMBERS = 9;

/** A key as PKCS #8 (RFC 5958). */
export function publicHalfInPkcs8(der: Uint8Array): PublicHalf | undefined {
  const fields = new DerCursor(der).enter();
  const version = fields?.read(TAG.integer);
  const algorithm = fields?.enter();
  const identifier = algorithm?.read(TAG.objectIdentifier);
  const parameters = algorithm?.read(TAG.objectIdentifier);
  const content = fields?.read(TAG.octetString);
  if (version === undefined || identifier === undefined || content === undefined) return undefined;
  const key = derContentOf(content);
  switch (derObjectIdentifierOf(identifier)) {
    case '1.2.840.113549.1.1.1':
      return publicHalfInPkcs1(key);
    case '1.2.840.10045.2.1':
      return publicHalfInSec1(key, parameters && derObjectIdentifierOf(parameters));
    case '1.3.101.112':
      return publicHalfOfEd25519(key);
    case '1.3.101.110':
      // Nobody asks for more of a key that does not sign.
      return { type: 'x25519', publicKey: Buffer.alloc(0) };
    default:
      return undefined;
  }
}

/** An RSA key as PKCS #1 (RFC 8017, appendix A.1.2). */
export function publicHalfInPkcs1(der: Uint8Array): PublicHalf | undefined {
  const numbers = new DerCursor(der).enter();
  const all = Array.from({ length: RSA_NUMBERS }, () => numbers?.read(TAG.integer));
  const [, modulus, exponent] = all;
  if (modulus === undefined || exponent === undefined || all.includes(undefined)) return undefined;
  const key = derOf(TAG.sequence, integerOf(derContentOf(modulus)), integerOf(derContentOf(exponent)));
  return { type: 'rsa', publicKey: derOf(TAG.sequence, RSA, derBitStringOf(key)) };
}

/** A key of an elliptic curve as SEC 1 (RFC 5915). @param outerCurve the curve that is said around it. */
export function publicHalfInSec1(der: Uint8Array, outerCurve?: string): PublicHalf | undefined {
  const fields = new DerCursor(der).enter();
  const version = fields?.read(TAG.integer);
  const secret = fields?.read(TAG.octetString);
  const parameters = fields?.enter(0xa0)?.read(TAG.objectIdentifier);
  const point = fields?.enter(0xa1)?.read(TAG.bitString);
  if (version === undefined || secret === undefined) return undefined;
  const oid = outerCurve ?? (parameters && derObjectIdentifierOf(parameters));
  const curve = curveOf(oid);
  if (curve === undefined) return undefined;
  const bytes = (point && bitsIn(point)) ?? pointOf(derContentOf(secret), curve.signing);
  if (bytes === undefined || !isPointOf(bytes, curve.signing)) return undefined;
  const algorithm = derOf(TAG.sequence, EC, identifierOf(oid ?? ''));
  return { type: 'ec', curve: curve.name, publicKey: derOf(TAG.sequence, algorithm, derBitStringOf(bytes)) };
}

function isPointOf(bytes: Uint8Array, { utils }: ECDSA): boolean {
  return utils.isValidPublicKey(bytes, false);
}

function pointOf(secret: Uint8Array, { getPublicKey, lengths }: ECDSA): Uint8Array | undefined {
  const length = lengths.secretKey ?? secret.length;
  const digits = Buffer.from(secret)
    .toString('hex')
    .replace(/^(?:00)+/, '');
  try {
    return getPublicKey(Buffer.from(digits.padStart(2 * length, '0'), 'hex'), false);
  } catch {
    return undefined;
  }
}

function publicHalfOfEd25519(content: Uint8Array): PublicHalf | undefined {
  const secret = new DerCursor(content).read(TAG.octetString);
  if (secret === undefined || secret.end - secret.content !== ED25519_BYTES) return undefined;
  const key = ed25519.getPublicKey(derContentOf(secret));
  return { type: 'ed25519', publicKey: derOf(TAG.sequence, ED25519, derBitStringOf(key)) };
}

/** A number that is not negative as DER. */
function integerOf(bytes: Uint8Array): Uint8Array {
  const digits = Buffer.from(bytes.subarray(bytes.findIndex(byte => byte !== 0)));
  return derOf(TAG.integer, (digits[0] ?? 0) < 0x80 ? digits : Buffer.concat([Buffer.from([0]), digits]));
}

/** An object identifier as DER (X.690, section 8.19). */
function identifierOf(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap(number => {
    const digits = [number & 0x7f];
    for (let left = number >>> 7; left > 0; left >>>= 7) digits.unshift(0x80 | (left & 0x7f));
    return digits;
  });
  return derOf(TAG.objectIdentifier, Buffer.from(bytes));
}
