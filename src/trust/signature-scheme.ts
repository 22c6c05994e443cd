import { DerCursor } from '../parse/der-cursor.ts';
import { derBytesOf, derNumberOf, derObjectIdentifierOf, TAG } from '../parse/der.ts';
import type { AlgorithmIdentifier } from '../parse/x509.ts';
import type { KeyKind } from './go-public-key.ts';

/** How a certificate is signed. */
export interface SignatureScheme {
  /** Go's name: `SHA256-RSA`, `ECDSA-SHA1`. */
  readonly name: string;
  /** The kind of key that it takes. */
  readonly key: KeyKind;
  /** As OpenSSL names it; absent where the signature is made over the text itself. */
  readonly digest?: string;
  /** True for RSASSA-PSS (RFC 8017). */
  readonly isProbabilistic?: boolean;
}

/** Of `signatureAlgorithmDetails` in Go's crypto/x509; identifiers from RFC 3279, 5758 and 8410. */
const SCHEMES: ReadonlyMap<string, SignatureScheme> = new Map<string, SignatureScheme>([
  ['1.2.840.113549.1.1.4', { name: 'MD5-RSA', key: 'RSA', digest: 'md5' }],
  ['1.2.840.113549.1.1.5', { name: 'SHA1-RSA', key: 'RSA', digest: 'sha1' }],
  ['1.3.14.3.2.29', { name: 'SHA1-RSA', key: 'RSA', digest: 'sha1' }],
  ['1.2.840.113549.1.1.11', { name: 'SHA256-RSA', key: 'RSA', digest: 'sha256' }],
  ['1.2.840.113549.1.1.12', { name: 'SHA384-RSA', key: 'RSA', digest: 'sha384' }],
  ['1.2.840.113549.1.1.13', { name: 'SHA512-RSA', key: 'RSA', digest: 'sha512' }],
  ['1.2.840.10040.4.3', { name: 'DSA-SHA1', key: 'DSA', digest: 'sha1' }],
  ['2.16.840.1.101.3.4.3.2', { name: 'DSA-SHA256', key: 'DSA', digest: 'sha256' }],
  ['1.2.840.10045.4.1', { name: 'ECDSA-SHA1', key: 'ECDSA', digest: 'sha1' }],
  ['1.2.840.10045.4.3.2', { name: 'ECDSA-SHA256', key: 'ECDSA', digest: 'sha256' }],
  ['1.2.840.10045.4.3.3', { name: 'ECDSA-SHA384', key: 'ECDSA', digest: 'sha384' }],
  ['1.2.840.10045.4.3.4', { name: 'ECDSA-SHA512', key: 'ECDSA', digest: 'sha512' }],
]);

const ED25519 = '1.3.101.112';
const RSA_PSS = '1.2.840.113549.1.1.10';

const MGF1 = '1.2.840.113549.1.1.8';

/** The digests of RSASSA-PSS that Go takes, with the length of their salt. */
const PSS_DIGESTS: ReadonlyMap<string, { readonly digest: string; readonly salt: number }> = new Map([
  ['2.16.840.1.101.3.4.2.1', { digest: 'sha256', salt: 32 }],
  ['2.16.840.1.101.3.4.2.2', { digest: 'sha384', salt: 48 }],
  ['2.16.840.1.101.3.4.2.3', { digest: 'sha512', salt: 64 }],
]);

/** `undefined` for what Go does not know, RSASSA-PSS with other parameters among it. */
export function signatureSchemeOf({ oid, parameters }: AlgorithmIdentifier): SignatureScheme | undefined {
  if (oid === ED25519) return parameters === undefined ? { name: 'Ed25519', key: 'Ed25519' } : undefined;
  if (oid !== RSA_PSS) return SCHEMES.get(oid);
  const digest = parameters && probabilisticDigest(parameters);
  return digest === undefined
    ? undefined
    : { name: `${digest.toUpperCase()}-RSAPSS`, key: 'RSA', digest, isProbabilistic: true };
}

/** The digest of parameters (RFC 4055, section 3.1) that are as usual: it serves the mask too, and the salt is as long. */
function probabilisticDigest(parameters: Uint8Array): string | undefined {
  const fields = new DerCursor(parameters).enter();
  const hash = algorithmIn(fields?.enter(0xa0)?.enter());
  const mask = algorithmIn(fields?.enter(0xa1)?.enter());
  const salt = fields?.enter(0xa2)?.read(TAG.integer);
  const trailer = fields?.enter(0xa3)?.read(TAG.integer);
  if (hash === undefined || mask?.parameters === undefined || salt === undefined) return undefined;
  const known = PSS_DIGESTS.get(hash.oid);
  const maskHash = algorithmIn(new DerCursor(mask.parameters).enter());
  const isUsual = mask.oid === MGF1 && maskHash?.oid === hash.oid && hasNoParameters(hash) && hasNoParameters(maskHash);
  const isLastByteUsual = trailer === undefined || derNumberOf(trailer) === 1;
  return isUsual && isLastByteUsual && known?.salt === derNumberOf(salt) ? known.digest : undefined;
}

function algorithmIn(cursor: DerCursor | undefined): AlgorithmIdentifier | undefined {
  const identifier = cursor?.read(TAG.objectIdentifier);
  const oid = identifier && derObjectIdentifierOf(identifier);
  const parameters = cursor?.next();
  return oid === undefined
    ? undefined
    : { oid, ...(parameters !== undefined && { parameters: derBytesOf(parameters) }) };
}

function hasNoParameters({ parameters }: AlgorithmIdentifier): boolean {
  return parameters === undefined || (parameters.length === 2 && parameters[0] === TAG.null);
}
