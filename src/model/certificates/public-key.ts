import { derContentOf, derElementAt, derElementsIn, derObjectIdentifierOf, type DerElement } from '../../parse/der.ts';
import type { X509Fields } from '../../parse/x509.ts';

/** What kind of key a certificate is for, and how strong it is. */
export interface PublicKeyKind {
  readonly type: 'rsa' | 'ecdsa' | 'ed25519' | 'dsa' | 'other';
  /** Of RSA and DSA the length of the modulus, of ECDSA that of the field of a named curve. */
  readonly bits?: number;
  /** The name of the curve: `P-256`, `secp256k1`; absent where its parameters are written out, or it is unknown. */
  readonly curve?: string;
  /** For messages: `RSA 2048`, `ECDSA P-256`, `Ed25519`. */
  readonly label: string;
}

interface Curve {
  readonly curve: string;
  readonly bits: number;
}

// RFC 8017 (appendix C), RFC 5480 (section 2), RFC 3279 (section 2.3.2).
const RSA: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.1', 'RSA'],
  ['1.2.840.113549.1.1.10', 'RSA-PSS'],
]);
const EC = '1.2.840.10045.2.1';
const DSA = '1.2.840.10040.4.1';

// RFC 5480 (section 2.1.1.1), SEC 2 (section 2), RFC 5639 (section 4.1).
const CURVES: ReadonlyMap<string, Curve> = new Map([
  ['1.2.840.10045.3.1.1', { curve: 'P-192', bits: 192 }],
  ['1.3.132.0.33', { curve: 'P-224', bits: 224 }],
  ['1.2.840.10045.3.1.7', { curve: 'P-256', bits: 256 }],
  ['1.3.132.0.34', { curve: 'P-384', bits: 384 }],
  ['1.3.132.0.35', { curve: 'P-521', bits: 521 }],
  ['1.3.132.0.10', { curve: 'secp256k1', bits: 256 }],
  ['1.3.36.3.3.2.8.1.1.7', { curve: 'brainpoolP256r1', bits: 256 }],
  ['1.3.36.3.3.2.8.1.1.11', { curve: 'brainpoolP384r1', bits: 384 }],
  ['1.3.36.3.3.2.8.1.1.13', { curve: 'brainpoolP512r1', bits: 512 }],
]);

// RFC 8410 (section 3), RFC 9881 (section 2).
const OTHERS: ReadonlyMap<string, PublicKeyKind> = new Map<string, PublicKeyKind>([
  ['1.3.101.112', { type: 'ed25519', label: 'Ed25519' }],
  ['1.3.101.113', { type: 'other', label: 'Ed448' }],
  ['1.3.101.110', { type: 'other', label: 'X25519' }],
  ['1.3.101.111', { type: 'other', label: 'X448' }],
  ['2.16.840.1.101.3.4.3.17', { type: 'other', label: 'ML-DSA-44' }],
  ['2.16.840.1.101.3.4.3.18', { type: 'other', label: 'ML-DSA-65' }],
  ['2.16.840.1.101.3.4.3.19', { type: 'other', label: 'ML-DSA-87' }],
]);

/** The kind of a certificate's key, told by its outline alone: nothing is computed with it. */
export function publicKeyKindOf({
  publicKeyAlgorithm: { oid, parameters },
  publicKeyBits,
}: Pick<X509Fields, 'publicKeyAlgorithm' | 'publicKeyBits'>): PublicKeyKind {
  const rsa = RSA.get(oid);
  // An RSAPublicKey (RFC 8017, appendix A.1.1) begins with the modulus, the parameters of DSA with its prime.
  if (rsa !== undefined) return ofLength('rsa', rsa, publicKeyBits);
  if (oid === DSA) return ofLength('dsa', 'DSA', parameters);
  if (oid !== EC) return OTHERS.get(oid) ?? { type: 'other', label: `unknown (${oid})` };
  const curve = parameters && CURVES.get(curveIn(parameters) ?? '');
  return curve === undefined
    ? { type: 'ecdsa', label: 'ECDSA on an unnamed curve' }
    : { type: 'ecdsa', ...curve, label: `ECDSA ${curve.curve}` };
}

function curveIn(parameters: Uint8Array): string | undefined {
  const identifier = derElementAt(parameters);
  return identifier && derObjectIdentifierOf(identifier);
}

/** @param sequence begins with the number whose length counts. */
function ofLength(type: 'rsa' | 'dsa', name: string, sequence: Uint8Array | undefined): PublicKeyKind {
  const [modulus] = sequence === undefined ? [] : derElementsIn(derElementAt(sequence));
  if (modulus === undefined) return { type, label: name };
  const bits = bitLengthOf(modulus);
  return { type, bits, label: `${name} ${bits}` };
}

function bitLengthOf(integer: DerElement): number {
  const bytes = derContentOf(integer);
  const first = bytes.findIndex(byte => byte !== 0);
  return first === -1 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}
