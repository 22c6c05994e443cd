import { createHash } from 'node:crypto';
import type { Subject } from './finding.ts';

/**
 * Names a finding over time: made of the rule, the subject and its kind of value, never of a line or a file name, so that a
 * reformat, a move or a rename keeps it. Two equal ones in a file are told apart by counting. 16 hexadecimal digits.
 */
export function fingerprintOf(ruleId: string, subject: Subject): string {
  return createHash('sha256').update(`${ruleId}\0${subject.path}\0${subject.kind}`).digest('hex').slice(0, 16);
}
