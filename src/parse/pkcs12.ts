import {
  derBytesOf,
  derContentOf,
  derElementAt,
  derElementsIn,
  derObjectIdentifierOf,
  TAG,
  type DerElement,
} from './der.ts';

/** A PKCS #12 container, as far as it can be opened. */
interface Pkcs12 {
  /** Each in DER. */
  readonly certificates: readonly Uint8Array[];
  /** Private keys: those that need no password as PKCS #8, and `undefined` for each that needs one. */
  readonly keys: readonly (Uint8Array | undefined)[];
  /** True when a part of it that may hold certificates cannot be opened. */
  readonly isLocked: boolean;
}

/**
 * Decrypts with the empty password; `undefined` where that is not the password, or the algorithm is not known.
 *
 * @param algorithm the DER of an AlgorithmIdentifier.
 */
export type Decipher = (algorithm: Uint8Array, content: Uint8Array) => Uint8Array | undefined;

// RFC 7292 (sections 4 and 5), RFC 2315 (section 14).
const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const NESTED_BAG = '1.2.840.113549.1.12.10.1.6';
const X509 = '1.2.840.113549.1.9.22.1';
const IMPLICIT_0 = 0x80;
// As programs write it who do not know the lengths beforehand: X.690, section 8.1.3.6.
const INDEFINITE = Buffer.from('308002010330', 'hex');
/** Rounds of hashing that all parts of a container may ask for together; OpenSSL writes 2,048, Java 10,000. */
const ITERATION_LIMIT = 100_000;

/** True when the bytes begin as a PKCS #12 container does. */
export function isPkcs12(bytes: Uint8Array): boolean {
  const [version, safe] = derElementsIn(derElementAt(bytes));
  const isVersion3 = version?.tag === TAG.integer && version.end - version.content === 1 && numberIn(version) === 3;
  if (!isVersion3) return Buffer.compare(bytes.subarray(0, INDEFINITE.length), INDEFINITE) === 0;
  return identifierIn(safe)?.startsWith('1.2.840.113549.1.7.') === true;
}

/**
 * What a PKCS #12 container holds and shows without a password, or to the empty one. Its MAC, which is there to notice
 * changes, is not looked at. `undefined` for what is none, or is not in DER.
 */
export function pkcs12Of(der: Uint8Array, decipher: Decipher): Pkcs12 | undefined {
  const [, safe] = derElementsIn(derElementAt(der));
  if (safe === undefined || !isPkcs12(der)) return undefined;
  const opening = new Opening(decipher);
  opening.open(safe);
  return opening;
}

class Opening implements Pkcs12 {
  readonly certificates: Uint8Array[] = [];
  readonly keys: (Uint8Array | undefined)[] = [];
  isLocked = false;
  #iterations = 0;
  readonly #decipher: Decipher;

  constructor(decipher: Decipher) {
    this.#decipher = decipher;
  }

  open(safe: DerElement): void {
    const contents = this.#contentOf(safe);
    for (const part of derElementsIn(contents && derElementAt(contents))) {
      const bags = this.#contentOf(part);
      if (bags !== undefined) this.#readBags(bags);
    }
  }

  /** The content of a ContentInfo that holds octets, encrypted or not. */
  #contentOf(info: DerElement): Uint8Array | undefined {
    const [, explicit] = derElementsIn(info);
    const [content] = derElementsIn(explicit);
    const type = identifierIn(info);
    const opened =
      type === DATA && content?.tag === TAG.octetString
        ? derContentOf(content)
        : type === ENCRYPTED_DATA
          ? this.#decrypted(content)
          : undefined;
    if (opened === undefined) this.isLocked = true;
    return opened;
  }

  /** @param data EncryptedData, with the version and an EncryptedContentInfo. */
  #decrypted(data: DerElement | undefined): Uint8Array | undefined {
    const [, info] = derElementsIn(data);
    const [, algorithm, content] = derElementsIn(info);
    if (algorithm === undefined || content?.tag !== IMPLICIT_0) return undefined;
    const opened = this.#opened(algorithm, content);
    // What a wrong password gives is hardly ever DER from the first byte to the last.
    return opened !== undefined && derElementAt(opened)?.end === opened.length ? opened : undefined;
  }

  #opened(algorithm: DerElement, content: DerElement): Uint8Array | undefined {
    this.#iterations += iterationsOf(algorithm);
    if (this.#iterations > ITERATION_LIMIT) return undefined;
    return this.#decipher(derBytesOf(algorithm), derContentOf(content));
  }

  #readBags(contents: Uint8Array): void {
    const open = [derElementAt(contents)];
    for (let list = open.pop(); list !== undefined; list = open.pop()) {
      for (const bag of derElementsIn(list)) {
        const [, explicit] = derElementsIn(bag);
        const [value] = derElementsIn(explicit);
        if (value === undefined) continue;
        const type = identifierIn(bag);
        if (type === NESTED_BAG) open.push(value);
        else if (type === KEY_BAG) this.keys.push(derBytesOf(value));
        else if (type === SHROUDED_KEY_BAG) this.keys.push(this.#unshrouded(value));
        else if (type === CERTIFICATE_BAG) this.#addCertificate(value);
      }
    }
  }

  /** @param key EncryptedPrivateKeyInfo (RFC 5958, section 3). */
  #unshrouded(key: DerElement): Uint8Array | undefined {
    const [algorithm, content] = derElementsIn(key);
    if (algorithm === undefined || content === undefined) return undefined;
    const opened = this.#opened(algorithm, content);
    const [version] = derElementsIn(opened && derElementAt(opened));
    return version?.tag === TAG.integer ? opened : undefined;
  }

  #addCertificate(bag: DerElement): void {
    const [, explicit] = derElementsIn(bag);
    const [content] = derElementsIn(explicit);
    if (identifierIn(bag) === X509 && content?.tag === TAG.octetString) this.certificates.push(derContentOf(content));
  }
}

/** The identifier that a sequence begins with. */
function identifierIn(sequence: DerElement | undefined): string | undefined {
  const [identifier] = derElementsIn(sequence);
  return identifier?.tag === TAG.objectIdentifier ? derObjectIdentifierOf(identifier) : undefined;
}

/** The largest number among the parameters of an algorithm, at any depth: how often it hashes. */
function iterationsOf(algorithm: DerElement): number {
  let most = 0;
  const open = [algorithm];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    for (const inner of element.tag === TAG.sequence ? derElementsIn(element) : []) open.push(inner);
    if (element.tag === TAG.integer) most = Math.max(most, numberIn(element));
  }
  return most;
}

function numberIn(integer: DerElement): number {
  return derContentOf(integer).reduce((number, byte) => number * 256 + byte, 0);
}
