/** One element of DER (ITU-T X.690): offsets into the bytes that it was read from. */
export interface DerElement {
  /** The tag byte as it stands: class, form and number. */
  readonly tag: number;
  readonly source: Uint8Array;
  readonly start: number;
  /** Where its content begins. */
  readonly content: number;
  readonly end: number;
}

/** Tag bytes of universal types. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The element that begins at `start`, or `undefined` where the bytes before `limit` are no DER, or end too soon. */
export function derElementAt(source: Uint8Array, start = 0, limit = source.length): DerElement | undefined {
  const tag = source[start];
  const first = source[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || lengthBytes > 4) return undefined;
  const content = start + 2 + lengthBytes;
  let length = lengthBytes === 0 ? first : 0;
  for (let at = start + 2; at < content; at += 1) length = length * 256 + (source[at] ?? 0);
  const isShortest = lengthBytes === 0 || length >= Math.max(0x80, 256 ** (lengthBytes - 1));
  const end = content + length;
  return isShortest && end <= limit ? { tag, source, start, content, end } : undefined;
}

/** The elements that a constructed element is made of, one by one, as far as its content is DER. */
export function* derElementsIn(outer: DerElement | undefined): Generator<DerElement, undefined> {
  if (outer === undefined) return;
  let element = derElementAt(outer.source, outer.content, outer.end);
  while (element !== undefined) {
    yield element;
    element = derElementAt(outer.source, element.end, outer.end);
  }
}

/** The bytes of an element's content, not copied; at most so many, if a number is given. */
export function derContentOf({ source, content, end }: DerElement, most = Infinity): Buffer {
  return Buffer.from(source.buffer, source.byteOffset + content, Math.min(end - content, most));
}

/** The bytes of the whole element, not copied. */
export function derBytesOf({ source, start, end }: DerElement): Buffer {
  return Buffer.from(source.buffer, source.byteOffset + start, end - start);
}

/** True when the content of an element begins with the bytes, or is the same: how object identifiers are compared. */
export function derBeginsWith(element: DerElement, bytes: readonly number[]): boolean {
  return (
    bytes.length <= element.end - element.content &&
    bytes.every((byte, index) => element.source[element.content + index] === byte)
  );
}

/**
 * The text of a string type: UTF-8, UTF-16 (BMPString), else one character a byte. Invalid characters become U+FFFD.
 * @param most how many bytes of it are wanted.
 */
export function derTextOf(element: DerElement, most?: number): string {
  const content = derContentOf(element, most);
  if (element.tag === TAG.utf8String) return content.toString('utf8');
  if (element.tag === TAG.bmpString) return new TextDecoder('utf-16be').decode(content);
  return content.toString('latin1');
}

/**
 * The time of an X.509 certificate (RFC 5280, section 4.1.2.5): a UTCTime is of 1950 to 2049, a GeneralizedTime of any
 * year to 9999. As Go's crypto/x509 reads them: an offset may stand for `Z`, a UTCTime may lack its seconds, fractions
 * are refused.
 */
export function derTimeOf(element: DerElement): Date | undefined {
  const isShort = element.tag === TAG.utcTime;
  if (!isShort && element.tag !== TAG.generalizedTime) return undefined;
  const match = /^(\d{10,14})(?:Z|([+-])(\d\d)(\d\d))$/.exec(derTextOf(element, 20));
  const written = match?.[1] ?? '';
  if (!(isShort ? [10, 12] : [14]).includes(written.length)) return undefined;
  const digits = isShort ? `${written < '5' ? '20' : '19'}${written.padEnd(12, '0')}` : written;
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6.000Z');
  const date = new Date(iso);
  const isOfCalendar = !Number.isNaN(date.getTime()) && date.toISOString() === iso;
  const minutes = Number(match?.[3] ?? 0) * 60 + Number(match?.[4] ?? 0);
  const offset = match?.[2] === '-' ? -minutes : minutes;
  return isOfCalendar ? new Date(date.getTime() - offset * 60_000) : undefined;
}

/** As many bytes of an object identifier as are read; those in use have less than 20. */
const IDENTIFIER_LIMIT = 1024;

/**
 * The dotted form of an object identifier, or `undefined` where it is cut off or endless, or has a number of more than
 * 31 bits or 5 bytes, which Go refuses.
 */
export function derObjectIdentifierOf({ source, content, end }: DerElement): string | undefined {
  if (end - content > IDENTIFIER_LIMIT) return undefined;
  let dotted = '';
  let number = 0;
  let digits = 0;
  for (let at = content; at < end; at += 1) {
    const byte = source[at] ?? 0;
    digits += 1;
    if (digits > 5 || number >= 2 ** 24) return undefined;
    number = number * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    const root = Math.min(Math.floor(number / 40), 2);
    dotted = dotted === '' ? `${root}.${number - root * 40}` : `${dotted}.${number}`;
    number = 0;
    digits = 0;
  }
  return digits > 0 || dotted === '' ? undefined : dotted;
}

/**
 * The bytes of a bit string, not copied; where bits are left over in the last byte, all are moved to the right, as Go's
 * `BitString.RightAlign` does. `undefined` for no bit string.
 */
export function derBitStringOf(element: DerElement): Buffer | undefined {
  const content = derContentOf(element);
  const unused = content[0];
  if (element.tag !== TAG.bitString || unused === undefined || unused > 7) return undefined;
  const bytes = content.subarray(1);
  if (unused === 0) return bytes;
  return Buffer.from(bytes.map((byte, index) => (byte >> unused) | ((bytes[index - 1] ?? 0) << (8 - unused))));
}

/**
 * True for an integer in as few bytes as it needs (X.690, section 8.3.2), which Go asks for. The tag is not looked at.
 */
export function isShortestInteger({ source, content, end }: DerElement): boolean {
  const first = source[content] ?? 0;
  const second = source[content + 1] ?? 0;
  if (end - content < 2) return end > content;
  return !(first === 0x00 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

/** The number of an integer that is not negative; beyond 2^53 it is not exact. */
export function derNumberOf({ source, content, end }: DerElement): number {
  return source.subarray(content, end).reduce((number, byte) => number * 256 + byte, 0);
}

/** True for a bit string whose unused bits are zero (X.690, section 11.2). The tag is not looked at. */
export function hasCleanBits({ source, content, end }: DerElement): boolean {
  const unused = source[content] ?? 0;
  const last = source[end - 1] ?? 0;
  if (end - content < 2) return end > content && unused === 0;
  return unused < 8 && (last & ((1 << unused) - 1)) === 0;
}
