import { DerCursor } from '../parse/der-cursor.ts';
import { derBytesOf, derContentOf, derObjectIdentifierOf, isShortestInteger, TAG } from '../parse/der.ts';
import type { DerElement } from '../parse/der.ts';
import type { AlgorithmIdentifier, X509Fields } from '../parse/x509.ts';
import { ellipticCurveOf, pointFault } from './elliptic-curve.ts';
import { goIdentifierOf } from './object-identifier.ts';
import type { Profile } from './profile.ts';

/** A kind of public key that Go's crypto/x509 knows, by its name there. */
export type KeyKind = 'RSA' | 'DSA' | 'ECDSA' | 'Ed25519';

const KINDS: ReadonlyMap<string, KeyKind> = new Map([
  ['1.2.840.113549.1.1.1', 'RSA'],
  ['1.2.840.10040.4.1', 'DSA'],
  ['1.2.840.10045.2.1', 'ECDSA'],
  ['1.3.101.112', 'Ed25519'],
]);

/** What kind of key a certificate holds; `undefined` for one that Go does not know. */
export function keyKindOf({ publicKeyAlgorithm }: X509Fields): KeyKind | undefined {
  return KINDS.get(publicKeyAlgorithm.oid);
}

/**
 * The named curve of an ECDSA key, as Go names it, or dotted where Go does not know it; `undefined` for other keys, and
 * where the parameters of the curve are written out.
 */
export function curveOf({ publicKeyAlgorithm: { oid, parameters } }: X509Fields): string | undefined {
  if (KINDS.get(oid) !== 'ECDSA' || parameters === undefined) return undefined;
  const identifier = new DerCursor(parameters).read(TAG.objectIdentifier);
  const curve = identifier && derObjectIdentifierOf(identifier);
  return curve && (ellipticCurveOf(curve)?.name ?? curve);
}

/** The bits of the modulus of an RSA key. */
export function rsaBitsOf({ publicKeyBits }: X509Fields): number | undefined {
  const modulus = new DerCursor(publicKeyBits).enter()?.read(TAG.integer);
  if (modulus === undefined) return undefined;
  const digits = derContentOf(modulus).toString('hex').replace(/^0+/, '');
  return digits === '' ? 0 : (digits.length - 1) * 4 + Number.parseInt(digits.charAt(0), 16).toString(2).length;
}

/** Why Go's crypto/x509 cannot read the key, in its words; `undefined` for a sound one and for a kind it ignores. */
export function publicKeyFault(algorithm: AlgorithmIdentifier, key: Uint8Array, profile: Profile): string | undefined {
  switch (KINDS.get(algorithm.oid)) {
    case 'RSA':
      return rsaFault(algorithm, key);
    case 'ECDSA':
      return ecdsaFault(algorithm, key, profile);
    case 'Ed25519':
      if (algorithm.parameters !== undefined) return 'x509: Ed25519 key encoded with illegal parameters';
      return key.length === 32 ? undefined : 'x509: wrong Ed25519 public key size';
    case 'DSA':
      return dsaFault(algorithm, key);
    case undefined:
      return undefined;
  }
}

function rsaFault({ parameters }: AlgorithmIdentifier, key: Uint8Array): string | undefined {
  const isNull = parameters?.length === 2 && parameters[0] === TAG.null && parameters[1] === 0;
  if (!isNull) return 'x509: RSA key missing NULL parameters';
  const numbers = new DerCursor(key).enter();
  if (numbers === undefined) return 'x509: invalid RSA public key';
  const modulus = integerIn(numbers);
  if (modulus === undefined) return 'x509: invalid RSA modulus';
  const exponent = integerIn(numbers);
  if (exponent === undefined || exponent.end - exponent.content > 8) return 'x509: invalid RSA public exponent';
  if (!isPositive(modulus)) return 'x509: RSA modulus is not a positive number';
  return isPositive(exponent) ? undefined : 'x509: RSA public exponent is not a positive number';
}

function ecdsaFault({ parameters }: AlgorithmIdentifier, key: Uint8Array, profile: Profile): string | undefined {
  const oid = goIdentifierOf(parameters && new DerCursor(parameters).next(), profile);
  if (oid === undefined) return 'x509: invalid ECDSA parameters';
  const curve = ellipticCurveOf(oid);
  if (curve === undefined) return 'x509: unsupported elliptic curve';
  return pointFault(curve, key, profile);
}

function dsaFault({ parameters }: AlgorithmIdentifier, key: Uint8Array): string | undefined {
  const y = integerIn(new DerCursor(key));
  if (y === undefined) return 'x509: invalid DSA public key';
  const numbers = parameters && new DerCursor(parameters).enter();
  const group = numbers && [integerIn(numbers), integerIn(numbers), integerIn(numbers)];
  if (group === undefined || group.includes(undefined)) return 'x509: invalid DSA parameters';
  const arePositive = [y, ...group].every(number => number !== undefined && isPositive(number));
  return arePositive ? undefined : 'x509: zero or negative DSA parameter';
}

function integerIn(cursor: DerCursor): DerElement | undefined {
  const number = cursor.read(TAG.integer);
  return number !== undefined && isShortestInteger(number) ? number : undefined;
}

function isPositive(number: DerElement): boolean {
  return (number.source[number.content] ?? 0) < 0x80 && derContentOf(number).some(byte => byte !== 0);
}

/** An algorithm and its parameters, read from a cursor over the content of an AlgorithmIdentifier; else Go's words. */
export function algorithmFrom(cursor: DerCursor, profile: Profile): AlgorithmIdentifier | string {
  const oid = goIdentifierOf(cursor.read(TAG.objectIdentifier), profile);
  if (oid === undefined) return 'x509: malformed OID';
  if (cursor.isAtEnd) return { oid };
  const parameters = cursor.next();
  return parameters === undefined ? 'x509: malformed parameters' : { oid, parameters: derBytesOf(parameters) };
}
