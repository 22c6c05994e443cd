/** A key store of Java, in the formats JKS and JCEKS, as far as it can be read without its password. */
interface KeyStore {
  /** Trusted certificates and the chains of keys, each in DER, in the order of the store. */
  readonly certificates: readonly Uint8Array[];
  /** How many private keys there are, each encrypted. */
  readonly keys: number;
  /** False where it ends before its last entry, has an entry whose length is not known, or too many certificates. */
  readonly isWhole: boolean;
}

// OpenJDK, JavaKeyStore.java and JceKeyStore.java: `engineLoad`.
const JKS = 0xfeedfeed;
const JCEKS = 0xcececece;
const TAG = { key: 1, certificate: 2 } as const;
const DATE_BYTES = 8;
const CERTIFICATE_LIMIT = 20_000;

/** True when the bytes begin as a key store does. */
export function isKeyStore(bytes: Uint8Array): boolean {
  if (bytes.length < 12) return false;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, 8);
  const magic = buffer.readUInt32BE(0);
  return (magic === JKS || magic === JCEKS) && [1, 2].includes(buffer.readUInt32BE(4));
}

/**
 * What a key store holds. The certificates stand in it in clear; its trailer, a digest that needs the password, is not
 * looked at.
 */
export function keyStoreOf(bytes: Uint8Array): KeyStore | undefined {
  if (!isKeyStore(bytes)) return undefined;
  const reader = new Reader(bytes);
  reader.number();
  const version = reader.number();
  const entries = reader.number() ?? 0;
  const certificates: Uint8Array[] = [];
  let keys = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    const tag = reader.number();
    reader.text();
    reader.skip(DATE_BYTES);
    if (tag === TAG.key && reader.bytes() !== undefined) keys += 1;
    const chain = tag === TAG.key ? (reader.number() ?? 0) : tag === TAG.certificate ? 1 : 0;
    for (let link = 0; link < chain && !reader.isAtEnd && certificates.length < CERTIFICATE_LIMIT; link += 1) {
      if (version === 2) reader.text();
      const certificate = reader.bytes();
      if (certificate !== undefined) certificates.push(certificate);
    }
    // A secret key of JCEKS is an object of Java, which does not say where it ends.
    const isKnown = tag === TAG.key || tag === TAG.certificate;
    if (reader.isAtEnd || !isKnown || certificates.length === CERTIFICATE_LIMIT) {
      return { certificates, keys, isWhole: false };
    }
  }
  return { certificates, keys, isWhole: true };
}

/** Reads big-endian numbers and what they count; from the end on there is nothing. */
class Reader {
  readonly #buffer: Buffer;
  #at = 0;
  isAtEnd = false;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.#buffer = Buffer.from(buffer, byteOffset, byteLength);
  }

  number(): number | undefined {
    const at = this.#passed(4);
    return at === undefined ? undefined : this.#buffer.readUInt32BE(at);
  }

  /** Bytes behind their number. */
  bytes(): Uint8Array | undefined {
    const length = this.number();
    const at = length === undefined ? undefined : this.#passed(length);
    return at === undefined ? undefined : this.#buffer.subarray(at, this.#at);
  }

  /** Passes over a text behind its length of two bytes. */
  text(): void {
    const at = this.#passed(2);
    if (at !== undefined) this.skip(this.#buffer.readUInt16BE(at));
  }

  skip(length: number): void {
    this.#passed(length);
  }

  #passed(length: number): number | undefined {
    const at = this.#at;
    if (this.isAtEnd || at + length > this.#buffer.length) {
      this.isAtEnd = true;
      return undefined;
    }
    this.#at += length;
    return at;
  }
}
