import { ed25519 } from '@noble/curves/ed25519.js';
import { DerCursor } from '../../parse/der-cursor.ts';
import { derBitStringOf, derContentOf, derObjectIdentifierOf, TAG } from '../../parse/der.ts';
import type { Signing } from '../../parse/platform.ts';
import { curveOf } from './curves.ts';
import { hashOf } from './hashes.ts';
import { isPssSignature, isRsaSignature, numberOf, type RsaKey } from './rsa.ts';

/** A SubjectPublicKeyInfo in parts. */
interface PublicKey {
  readonly algorithm: string;
  /** The named curve, where the parameters are one. */
  readonly curve: string | undefined;
  readonly bits: Uint8Array;
}

/** Whether a signature is of the owner of a public key. Never throws. */
export function isSigned(
  text: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
  { digest, isProbabilistic }: Signing,
): boolean {
  const key = publicKeyIn(publicKey);
  const hash = hashOf(digest);
  switch (key?.algorithm) {
    case '1.2.840.113549.1.1.1': {
      const rsa = rsaKeyIn(key.bits);
      if (rsa === undefined || hash === undefined || digest === undefined) return false;
      return isProbabilistic === true
        ? isPssSignature(text, signature, rsa, hash)
        : isRsaSignature(text, signature, rsa, hash, digest);
    }
    case '1.2.840.10045.2.1': {
      const curve = curveOf(key.curve);
      if (curve === undefined || hash === undefined) return false;
      const options = { prehash: false, lowS: false, format: 'der' } as const;
      return isTrue(() => curve.signing.verify(signature, hash(text), key.bits, options));
    }
    case '1.3.101.112':
      return isTrue(() => ed25519.verify(signature, text, key.bits, { zip215: false }));
    default:
      return false;
  }
}

/** The library throws for what is no signature or no key. */
function isTrue(verify: () => boolean): boolean {
  try {
    return verify();
  } catch {
    return false;
  }
}

function publicKeyIn(der: Uint8Array): PublicKey | undefined {
  const fields = new DerCursor(der).enter();
  const algorithm = fields?.enter();
  const identifier = algorithm?.read(TAG.objectIdentifier);
  const curve = algorithm?.read(TAG.objectIdentifier);
  const key = fields?.read(TAG.bitString);
  const oid = identifier && derObjectIdentifierOf(identifier);
  const bits = key && derBitStringOf(key);
  if (oid === undefined || bits === undefined) return undefined;
  return { algorithm: oid, curve: curve && derObjectIdentifierOf(curve), bits };
}

function rsaKeyIn(bits: Uint8Array): RsaKey | undefined {
  const numbers = new DerCursor(bits).enter();
  const modulus = numbers?.read(TAG.integer);
  const exponent = numbers?.read(TAG.integer);
  if (modulus === undefined || exponent === undefined) return undefined;
  return { modulus: numberOf(derContentOf(modulus)), exponent: numberOf(derContentOf(exponent)) };
}
