import { ecdsa, weierstrass, type ECDSA } from '@noble/curves/abstract/weierstrass.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { sha224 } from '@noble/hashes/sha2.js';

/** A curve that Go takes. */
export interface Curve {
  /** OpenSSL's name. */
  readonly name: string;
  readonly signing: ECDSA;
}

/** NIST SP 800-186, section 3.2.1.2. */
const p224 = ecdsa(
  weierstrass({
    p: 2n ** 224n - 2n ** 96n + 1n,
    n: 0xffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3dn,
    h: 1n,
    a: 2n ** 224n - 2n ** 96n - 2n,
    b: 0xb4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4n,
    Gx: 0xb70e0cbd6bb4bf7f321390b94a03c1d356c21122343280d6115c1d21n,
    Gy: 0xbd376388b5f723fb4c22dfe6cd4375a05a07476444d5819985007e34n,
  }),
  sha224,
);

const CURVES: ReadonlyMap<string, Curve> = new Map<string, Curve>([
  ['1.3.132.0.33', { name: 'secp224r1', signing: p224 }],
  ['1.2.840.10045.3.1.7', { name: 'prime256v1', signing: p256 }],
  ['1.3.132.0.34', { name: 'secp384r1', signing: p384 }],
  ['1.3.132.0.35', { name: 'secp521r1', signing: p521 }],
]);

/** The curve with a dotted object identifier (RFC 5480, section 2.1.1.1). */
export function curveOf(oid: string | undefined): Curve | undefined {
  return oid === undefined ? undefined : CURVES.get(oid);
}
