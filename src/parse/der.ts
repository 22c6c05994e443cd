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
  octetString: 0x04,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  utf8String: 0x0c,
  sequence: 0x30,
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
