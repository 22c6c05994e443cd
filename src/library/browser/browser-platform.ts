import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { gunzipSync } from 'fflate';
import type { Platform, PublicHalf } from '../../parse/platform.ts';
import { hashOf } from './hashes.ts';
import { publicHalfInPkcs1, publicHalfInPkcs8, publicHalfInSec1 } from './private-keys.ts';
import { isSigned } from './signatures.ts';

/** By the label of PEM. */
const FORMATS: ReadonlyMap<string, (der: Uint8Array) => PublicHalf | undefined> = new Map([
  ['PRIVATE KEY', publicHalfInPkcs8],
  ['RSA PRIVATE KEY', publicHalfInPkcs1],
  ['EC PRIVATE KEY', (der: Uint8Array) => publicHalfInSec1(der)],
]);

/**
 * What Node does natively, in JavaScript. Keys of DSA are not read, and no public authorities are known, so that nothing is
 * said of what a target shows to a client that trusts those of its system.
 */
export const browserPlatform: Platform = {
  utf8TextOf(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
  },
  gunzipped(bytes, most) {
    if (bytes.length < LEAST_GZIP_BYTES || sizeIn(bytes) > most) return undefined;
    try {
      const content = gunzipSync(bytes);
      return content.length === sizeIn(bytes) ? content : undefined;
    } catch {
      return undefined;
    }
  },
  sha256Of(bytes) {
    return Buffer.from(sha256(bytes)).toString('hex');
  },
  isSigned,
  publicHalfOfPem(label, der) {
    return FORMATS.get(label)?.(der);
  },
  publicHalfOf(der) {
    return publicHalfInPkcs1(der) ?? publicHalfInPkcs8(der) ?? publicHalfInSec1(der);
  },
  derivedKey(password, salt, rounds, length, digest) {
    const hash = hashOf(digest);
    if (hash === undefined) throw new Error(`there is no hash ${digest}`);
    return pbkdf2(hash, password, salt, { c: rounds, dkLen: length });
  },
  publicRoots() {
    return [];
  },
};

/** A head of ten bytes and eight behind the content (RFC 1952). */
const LEAST_GZIP_BYTES = 18;

/** How many bytes were compressed, as the last four say. */
function sizeIn({ buffer, byteOffset, byteLength }: Uint8Array): number {
  return new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - 4, true);
}
