import type { Subject } from './finding.ts';

// FNV-1a, 64 bits, by Fowler, Noll and Vo (IETF draft-eastlake-fnv, section 5). No secret depends on it, and it loads
// at once. The offset basis in two halves; the prime is 2^40 and this.
const OFFSET_BASIS_HIGH = 0xcbf29ce4;
const OFFSET_BASIS_LOW = 0x84222325;
const PRIME_LOW = 0x1b3;
const TWO_32 = 2 ** 32;

/**
 * Names a finding over time: made of the rule, the subject and its kind of value, never of a line or a file name, so
 * that a reformat, a move or a rename keeps it. Two equal ones in a file are told apart by counting. 16 hexadecimal
 * digits.
 */
export function fingerprintOf(ruleId: string, subject: Subject): string {
  return digestOf(`${ruleId}\0${subject.path}\0${subject.kind}`);
}

/** A short name of a text: 16 hexadecimal digits, the same for the same text. */
export function digestOf(text: string): string {
  let high = OFFSET_BASIS_HIGH;
  let low = OFFSET_BASIS_LOW;
  // In two halves, which is several times faster than a bigint, and exact, as no number here reaches 2^53.
  for (const byte of Buffer.from(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * PRIME_LOW;
    low = product >>> 0;
    high = (high * PRIME_LOW + (product - low) / TWO_32 + mixed * 2 ** 8) >>> 0;
  }
  return [high, low].map(half => half.toString(16).padStart(8, '0')).join('');
}
