import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';

const HASHES: ReadonlyMap<string, CHash> = new Map<string, CHash>([
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
]);

/** The hash that OpenSSL calls by a name. */
export function hashOf(digest: string | undefined): CHash | undefined {
  return digest === undefined ? undefined : HASHES.get(digest);
}
