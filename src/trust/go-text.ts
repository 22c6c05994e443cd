import { ipTextOf } from './ip-address.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', String.raw`\"`],
  ['\\', String.raw`\\`],
  ['\u0007', String.raw`\a`],
  ['\b', String.raw`\b`],
  ['\f', String.raw`\f`],
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
  ['\v', String.raw`\v`],
]);

/** A text as Go's `%q` writes it (strconv.Quote): in double quotes, what is not printable escaped. */
export function quoted(text: string): string {
  const escaped = text.replaceAll(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, character => {
    const code = character.codePointAt(0) ?? 0;
    const hexadecimal = code.toString(16);
    if (code >= 0x1_00_00) return String.raw`\U${hexadecimal.padStart(8, '0')}`;
    if (code >= 0x80) return String.raw`\u${hexadecimal.padStart(4, '0')}`;
    return ESCAPES.get(character) ?? String.raw`\x${hexadecimal.padStart(2, '0')}`;
  });
  return `"${escaped}"`;
}

/** Bytes as Go's `%q` writes a string of them: those that are no UTF-8 as `\xff`. */
export function quotedBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const [character = ''] = Buffer.from(bytes.subarray(at, at + 4)).toString('utf8');
    const encoded = Buffer.from(character);
    const isSound = Buffer.compare(encoded, bytes.subarray(at, at + encoded.length)) === 0;
    text += isSound ? quoted(character).slice(1, -1) : String.raw`\x${(bytes[at] ?? 0).toString(16)}`;
    at += isSound ? encoded.length : 1;
  }
  return `"${text}"`;
}

/** A time as Go's `time.RFC3339` writes it, in UTC: `2026-01-02T03:04:05Z`. */
export function timeText(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A number of DER, big-endian in two's complement, in decimal. */
export function numberText(bytes: Uint8Array): string {
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)).toString();
}

/** A range of addresses as Go's `net.IPNet` writes it: `10.0.0.0/8`. */
export function rangeText(address: Uint8Array, mask: Uint8Array): string {
  const ones = mask.reduce((count, byte) => count + byte.toString(2).replaceAll('0', '').length, 0);
  return `${ipTextOf(address)}/${ones}`;
}
