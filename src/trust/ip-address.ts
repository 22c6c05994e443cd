const DECIMAL = /^(?:0|[1-9]\d{0,2})$/;
const HEXTET = /^[\da-f]{1,4}$/i;

/**
 * The bytes of an address, 4 or 16, as Go's `net.ParseIP` reads it: no zone, no zeros in front of a decimal. One of
 * IPv6 that stands for one of IPv4 (`::ffff:10.0.0.1`) is that one. `undefined` for anything else.
 */
export function ipAddressOf(text: string): Uint8Array | undefined {
  if (text.length > 45) return undefined;
  return text.includes(':') ? sixthOf(text) : fourthOf(text);
}

/** The shorter form of an address: 4 bytes where 16 stand for them, as Go's `IP.Equal` compares. */
export function plainAddress(bytes: Uint8Array): Uint8Array {
  const isMapped = bytes.length === 16 && bytes.subarray(0, 10).every(byte => byte === 0);
  return isMapped && bytes[10] === 0xff && bytes[11] === 0xff ? bytes.subarray(12) : bytes;
}

/** An address as Go writes it (RFC 5952): in IPv6 the longest run of zeros, of two or more, is left out. */
export function ipTextOf(bytes: Uint8Array): string {
  const plain = plainAddress(bytes);
  if (plain.length === 4) return plain.join('.');
  if (plain.length !== 16) return plain.length === 0 ? '<nil>' : `?${Buffer.from(plain).toString('hex')}`;
  const groups = Array.from({ length: 8 }, (_, index) => ((plain[index * 2] ?? 0) << 8) | (plain[index * 2 + 1] ?? 0));
  const text = groups.map(group => group.toString(16)).join(':');
  const [longest] = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].toSorted((a, b) => b[0].length - a[0].length);
  if (longest === undefined) return text;
  const before = text.slice(0, longest.index).replace(/:$/, '');
  return `${before}::${text.slice(longest.index + longest[0].length).replace(/^:/, '')}`;
}

function fourthOf(text: string): Uint8Array | undefined {
  const parts = text.split('.');
  const bytes = parts.map(Number);
  return parts.length === 4 && parts.every(part => DECIMAL.test(part)) && bytes.every(byte => byte < 256)
    ? Uint8Array.from(bytes)
    : undefined;
}

function sixthOf(text: string): Uint8Array | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => bytesOf(half, index === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 2 : missing !== 0) return undefined;
  return plainAddress(Uint8Array.from([...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])]));
}

/** The bytes of groups between colons; only the last one may be an address of IPv4. */
function bytesOf(half: string, isLast: boolean): number[] | undefined {
  if (half === '') return [];
  const groups = half.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    const four = isLast && index === groups.length - 1 && group.includes('.') ? fourthOf(group) : undefined;
    if (four !== undefined) bytes.push(...four);
    else if (HEXTET.test(group)) bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff);
    else return undefined;
  }
  return bytes;
}
