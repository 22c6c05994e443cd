import type { CHash } from '@noble/hashes/utils.js';

/** An RSA key that signatures are checked with. */
export interface RsaKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

/** OpenSSL's limit (`OPENSSL_RSA_MAX_MODULUS_BITS`). */
const MOST_BITS = 16_384;

/** How the DigestInfo of a hash begins (RFC 8017, section 9.2, note 1). */
const DIGEST_INFO: ReadonlyMap<string, string> = new Map([
  ['sha256', '3031300d060960864801650304020105000420'],
  ['sha384', '3041300d060960864801650304020205000430'],
  ['sha512', '3051300d060960864801650304020305000440'],
]);

/** Whether a signature is RSASSA-PKCS1-v1_5 of a text (RFC 8017, section 8.2.2). @param digest OpenSSL's name of `hash`. */
export function isRsaSignature(
  text: Uint8Array,
  signature: Uint8Array,
  key: RsaKey,
  hash: CHash,
  digest: string,
): boolean {
  const message = encodedMessageOf(signature, key);
  const info = DIGEST_INFO.get(digest);
  if (message === undefined || info === undefined) return false;
  const content = Buffer.concat([Buffer.from(info, 'hex'), hash(text)]);
  const padding = message.length - content.length - 3;
  if (padding < 8) return false;
  const wanted = Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(padding, 0xff), Buffer.from([0]), content]);
  return wanted.equals(message);
}

/** Whether a signature is RSASSA-PSS of a text (RFC 8017, section 8.1.2), with the hash for its mask and a salt as long. */
export function isPssSignature(text: Uint8Array, signature: Uint8Array, key: RsaKey, hash: CHash): boolean {
  const whole = encodedMessageOf(signature, key);
  if (whole === undefined) return false;
  const bits = bitsOf(key.modulus) - 1;
  const length = Math.ceil(bits / 8);
  // Where the bits are a multiple of eight the message is a byte shorter than the modulus.
  if (whole.subarray(0, whole.length - length).some(byte => byte !== 0)) return false;
  const message = whole.subarray(whole.length - length);
  const size = hash.outputLen;
  const masked = message.subarray(0, length - size - 1);
  const seed = message.subarray(length - size - 1, length - 1);
  const unused = 8 * length - bits;
  if (length < 2 * size + 2 || message[length - 1] !== 0xbc || (masked[0] ?? 0) >> (8 - unused) !== 0) return false;
  const mask = maskOf(seed, masked.length, hash);
  const block = masked.map((byte, at) => byte ^ (mask[at] ?? 0));
  block[0] = (block[0] ?? 0) & (0xff >> unused);
  const zeros = length - 2 * size - 2;
  if (block.subarray(0, zeros).some(byte => byte !== 0) || block[zeros] !== 1) return false;
  const salt = block.subarray(zeros + 1);
  return Buffer.from(hash(Buffer.concat([Buffer.alloc(8), hash(text), salt]))).equals(seed);
}

/** What was signed, as long as the modulus; `undefined` for what is no signature by the key. */
function encodedMessageOf(signature: Uint8Array, { modulus, exponent }: RsaKey): Buffer | undefined {
  const bits = bitsOf(modulus);
  const length = Math.ceil(bits / 8);
  const isUsable = modulus % 2n === 1n && modulus > 1n && bits <= MOST_BITS && signature.length === length;
  const number = isUsable ? numberOf(signature) : modulus;
  if (number >= modulus) return undefined;
  return Buffer.from(
    power(number, exponent, modulus)
      .toString(16)
      .padStart(2 * length, '0'),
    'hex',
  );
}

/** MGF1 (RFC 8017, appendix B.2.1). */
function maskOf(seed: Uint8Array, length: number, hash: CHash): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let count = 0; count * hash.outputLen < length; count += 1) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    blocks.push(hash(Buffer.concat([seed, counter])));
  }
  return Buffer.concat(blocks).subarray(0, length);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

function bitsOf(number: bigint): number {
  return number.toString(2).length;
}

/** A big-endian number that is not negative. */
export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
}
