import { TAG } from '../../parse/der.ts';

/** An element of DER (ITU-T X.690) with a content that is put together. */
export function derOf(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

/** A bit string of whole bytes. */
export function derBitStringOf(bytes: Uint8Array): Uint8Array {
  return derOf(TAG.bitString, Buffer.from([0]), bytes);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}
