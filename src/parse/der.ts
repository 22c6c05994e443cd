/** One element of DER (ITU-T X.690), with its tag byte as it stands: class, form and number. */
export interface DerElement {
  readonly tag: number;
  /** The whole element. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
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

/** The element that begins at `start`, or `undefined` where the bytes are no DER, or end too soon. */
export function derElementAt(bytes: Uint8Array, start = 0): DerElement | undefined {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || lengthBytes > 4) return undefined;
  const content = start + 2 + lengthBytes;
  const length = lengthBytes === 0 ? first : numberIn(bytes.subarray(start + 2, content));
  const isShortest = lengthBytes === 0 || length >= Math.max(0x80, 256 ** (lengthBytes - 1));
  const end = content + length;
  if (!isShortest || end > bytes.length) return undefined;
  return { tag, bytes: bytes.subarray(start, end), content: bytes.subarray(content, end) };
}

/** The elements that a constructed element is made of, one by one, as far as its content is DER. */
export function* derElementsIn(outer: DerElement | undefined): Generator<DerElement, undefined> {
  const content = outer?.content ?? new Uint8Array();
  let at = 0;
  let element = derElementAt(content);
  while (element !== undefined) {
    yield element;
    at += element.bytes.length;
    element = derElementAt(content, at);
  }
}

/** An element's content in hexadecimal: how object identifiers are compared here. */
export function derHexOf(element: DerElement): string {
  return Buffer.from(element.content).toString('hex');
}

/** The text of a string type: UTF-8, UTF-16 (BMPString), else one character a byte. Invalid characters become U+FFFD. */
export function derTextOf(element: DerElement): string {
  if (element.tag === TAG.utf8String) return Buffer.from(element.content).toString('utf8');
  if (element.tag === TAG.bmpString) return new TextDecoder('utf-16be').decode(element.content);
  return Buffer.from(element.content).toString('latin1');
}

/**
 * The time of an X.509 certificate (RFC 5280, section 4.1.2.5): a UTCTime is of 1950 to 2049, a GeneralizedTime of any year to
 * 9999. As Go's crypto/x509 reads them: an offset may stand for `Z`, a UTCTime may lack its seconds, fractions are refused.
 */
export function derTimeOf(element: DerElement): Date | undefined {
  const isShort = element.tag === TAG.utcTime;
  if (!isShort && element.tag !== TAG.generalizedTime) return undefined;
  const match = /^(\d{10,14})(?:Z|([+-])(\d\d)(\d\d))$/.exec(derTextOf(element));
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

function numberIn(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}
