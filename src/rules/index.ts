import { certificateExpired } from './certificate-expired.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { committedSecret } from './committed-secret.ts';
import { conflictingCredentials } from './conflicting-credentials.ts';
import { defaultPassword } from './default-password.ts';
import { deprecatedBearerToken } from './deprecated-bearer-token.ts';
import { emptySecretReference } from './empty-secret-reference.ts';
import { excessiveBcryptCost } from './excessive-bcrypt-cost.ts';
import { hashAsPassword } from './hash-as-password.ts';
import { incompleteClientCertificate } from './incomplete-client-certificate.ts';
import { inlineSecret } from './inline-secret.ts';
import { insecureSkipVerify } from './insecure-skip-verify.ts';
import { invalidBcryptHash } from './invalid-bcrypt-hash.ts';
import { kubeletWithoutCredentials } from './kubelet-without-credentials.ts';
import { missingCaFile } from './missing-ca-file.ts';
import { missingFile } from './missing-file.ts';
import { missingSecretKey } from './missing-secret-key.ts';
import { missingServerName } from './missing-server-name.ts';
import { operatorFileAccess } from './operator-file-access.ts';
import { plaintextCredentials } from './plaintext-credentials.ts';
import { privateKeyCommitted } from './private-key-committed.ts';
import { redirectsCarryCredentials } from './redirects-carry-credentials.ts';
import type { Rule } from './rule.ts';
import { secretInPlainHeader } from './secret-in-plain-header.ts';
import { secretInUrl } from './secret-in-url.ts';
import { tlsConfigIgnored } from './tls-config-ignored.ts';
import { unexpandedVariable } from './unexpanded-variable.ts';
import { weakBcryptCost } from './weak-bcrypt-cost.ts';
import { weakTlsVersion } from './weak-tls-version.ts';

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  certificateExpired,
  certificateExpiring,
  committedSecret,
  conflictingCredentials,
  defaultPassword,
  deprecatedBearerToken,
  emptySecretReference,
  excessiveBcryptCost,
  hashAsPassword,
  incompleteClientCertificate,
  inlineSecret,
  insecureSkipVerify,
  invalidBcryptHash,
  kubeletWithoutCredentials,
  missingCaFile,
  missingFile,
  missingSecretKey,
  missingServerName,
  operatorFileAccess,
  plaintextCredentials,
  privateKeyCommitted,
  redirectsCarryCredentials,
  secretInPlainHeader,
  secretInUrl,
  tlsConfigIgnored,
  unexpandedVariable,
  weakBcryptCost,
  weakTlsVersion,
];
