import { certificateExpired } from './certificate-expired.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { excessiveBcryptCost } from './excessive-bcrypt-cost.ts';
import { inlineSecret } from './inline-secret.ts';
import { insecureSkipVerify } from './insecure-skip-verify.ts';
import { invalidBcryptHash } from './invalid-bcrypt-hash.ts';
import { missingCaFile } from './missing-ca-file.ts';
import { privateKeyCommitted } from './private-key-committed.ts';
import type { Rule } from './rule.ts';
import { weakBcryptCost } from './weak-bcrypt-cost.ts';

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  certificateExpired,
  certificateExpiring,
  excessiveBcryptCost,
  inlineSecret,
  insecureSkipVerify,
  invalidBcryptHash,
  missingCaFile,
  privateKeyCommitted,
  weakBcryptCost,
];
