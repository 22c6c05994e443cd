import type { Profile } from './profile.ts';

/** A curve y² = x³ - 3x + b over the numbers below a prime (FIPS 186-5; NIST SP 800-186, section 3.2.1). */
interface EllipticCurve {
  /** Go's name. */
  readonly name: string;
  /** The bytes of a coordinate. */
  readonly size: number;
  readonly prime: bigint;
  readonly b: bigint;
}

const CURVES: ReadonlyMap<string, EllipticCurve> = new Map([
  [
    '1.3.132.0.33',
    {
      name: 'P-224',
      size: 28,
      prime: 2n ** 224n - 2n ** 96n + 1n,
      b: 0xb4050a850c04b3abf54132565044b0b7d7bfd8ba270b39432355ffb4n,
    },
  ],
  [
    '1.2.840.10045.3.1.7',
    {
      name: 'P-256',
      size: 32,
      prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
      b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    },
  ],
  [
    '1.3.132.0.34',
    {
      name: 'P-384',
      size: 48,
      prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
      b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    },
  ],
  [
    '1.3.132.0.35',
    {
      name: 'P-521',
      size: 66,
      prime: 2n ** 521n - 1n,
      b: BigInt(
        '0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00',
      ),
    },
  ],
]);

/** The curve that Go knows by a dotted object identifier (RFC 5480, section 2.1.1.1). */
export function ellipticCurveOf(oid: string): EllipticCurve | undefined {
  return CURVES.get(oid);
}

/**
 * Why Go does not take the bytes for a point of the curve, written out in full (SEC 1, section 2.3.3), in its words;
 * `undefined` where it does. From Go 1.26 on it says more.
 */
export function pointFault(curve: EllipticCurve, bytes: Uint8Array, profile: Profile): string | undefined {
  const fault = lateFault(curve, bytes);
  return fault === undefined || profile.go >= 26 ? fault : 'x509: failed to unmarshal elliptic curve point';
}

function lateFault({ name, size, prime, b }: EllipticCurve, bytes: Uint8Array): string | undefined {
  const plainName = name.replace('-', '');
  if (bytes[0] !== 0x04) return 'ecdsa: invalid uncompressed public key';
  if (bytes.length !== 1 + 2 * size) return `invalid ${plainName} point encoding`;
  const x = numberOf(bytes.subarray(1, 1 + size));
  const y = numberOf(bytes.subarray(1 + size));
  if (x >= prime || y >= prime) return `invalid ${name === 'P-256' ? 'P256 element' : `${plainName}Element`} encoding`;
  const isOnCurve = (y * y - (x * x * x - 3n * x + b)) % prime === 0n;
  return isOnCurve ? undefined : `${plainName} point not on curve`;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
