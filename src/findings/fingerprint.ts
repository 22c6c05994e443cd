import type { Subject } from './finding.ts';

// FNV-1a, 64 bits, by Fowler, Noll and Vo (IETF draft-eastlake-fnv, section 5). No secret depends on it, and it loads
// at once.
const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

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
  let hash = OFFSET_BASIS;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
