import { adminApiExposed } from './admin-api-exposed.ts';
import { caFileUnusable } from './ca-file-unusable.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { certificateKeyMismatch } from './certificate-key-mismatch.ts';
import { certificateNotYetValid } from './certificate-not-yet-valid.ts';
import { certificateWithoutSan } from './certificate-without-san.ts';
import { closedServer } from './closed-server.ts';
import { committedSecret } from './committed-secret.ts';
import { conflictingCredentials } from './conflicting-credentials.ts';
import { conflictingFields } from './conflicting-fields.ts';
import { defaultPassword } from './default-password.ts';
import { deprecatedBearerToken } from './deprecated-bearer-token.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptySecretReference } from './empty-secret-reference.ts';
import { excessiveBcryptCost } from './excessive-bcrypt-cost.ts';
import { excessiveRbac } from './excessive-rbac.ts';
import { fieldNeedsVersion } from './field-needs-version.ts';
import { grafanaTlsSkipVerify } from './grafana-tls-skip-verify.ts';
import { handshakeExpired } from './handshake-expired.ts';
import { handshakeNameMismatch } from './handshake-name-mismatch.ts';
import { handshakeRefused } from './handshake-refused.ts';
import { handshakeUnknownAuthority } from './handshake-unknown-authority.ts';
import { hashAsPassword } from './hash-as-password.ts';
import { impossibleRenewal } from './impossible-renewal.ts';
import { incompleteClientCertificate } from './incomplete-client-certificate.ts';
import { inlineSecret } from './inline-secret.ts';
import { insecureSkipVerify } from './insecure-skip-verify.ts';
import { invalidBcryptHash } from './invalid-bcrypt-hash.ts';
import { invalidValue } from './invalid-value.ts';
import { knownBcryptHash } from './known-bcrypt-hash.ts';
import { kubeletWithoutCredentials } from './kubelet-without-credentials.ts';
import { lifecycleApiExposed } from './lifecycle-api-exposed.ts';
import { missingCaFile } from './missing-ca-file.ts';
import { missingClientCertificate } from './missing-client-certificate.ts';
import { missingField } from './missing-field.ts';
import { missingFile } from './missing-file.ts';
import { missingRbac } from './missing-rbac.ts';
import { missingSecretKey } from './missing-secret-key.ts';
import { missingSecurityHeader } from './missing-security-header.ts';
import { missingServerName } from './missing-server-name.ts';
import { mixedBcryptCost } from './mixed-bcrypt-cost.ts';
import { notACertificateAuthority } from './not-a-certificate-authority.ts';
import { operatorFileAccess } from './operator-file-access.ts';
import { plaintextCredentials } from './plaintext-credentials.ts';
import { privateKeyCommitted } from './private-key-committed.ts';
import { prunedField } from './pruned-field.ts';
import { receiverExposed } from './receiver-exposed.ts';
import { redirectsCarryCredentials } from './redirects-carry-credentials.ts';
import type { Rule } from './rule.ts';
import { secretInPlainHeader } from './secret-in-plain-header.ts';
import { secretInUrl } from './secret-in-url.ts';
import { selfScrapeMismatch } from './self-scrape-mismatch.ts';
import { serverWillNotStart } from './server-will-not-start.ts';
import { sharedBcryptHash } from './shared-bcrypt-hash.ts';
import { skippedPemBlock } from './skipped-pem-block.ts';
import { smtpWithoutTls } from './smtp-without-tls.ts';
import { tlsConfigIgnored } from './tls-config-ignored.ts';
import { unexpandedVariable } from './unexpanded-variable.ts';
import { unknownField } from './unknown-field.ts';
import { unverifiedClientCertificates } from './unverified-client-certificates.ts';
import { unwatchedCertificateExpiry } from './unwatched-certificate-expiry.ts';
import { weakBcryptCost } from './weak-bcrypt-cost.ts';
import { weakCertificateKey } from './weak-certificate-key.ts';
import { weakCertificateSignature } from './weak-certificate-signature.ts';
import { weakCipherSuite } from './weak-cipher-suite.ts';
import { weakTlsVersion } from './weak-tls-version.ts';
import { webTlsOff } from './web-tls-off.ts';
import { webWithoutTls } from './web-without-tls.ts';
import { wideCorsOrigin } from './wide-cors-origin.ts';
import { wrongScrapePassword } from './wrong-scrape-password.ts';

/** Every rule, in alphabetical order. */
export const RULES: readonly Rule[] = [
  adminApiExposed,
  caFileUnusable,
  certificateExpired,
  certificateExpiring,
  certificateKeyMismatch,
  certificateNotYetValid,
  certificateWithoutSan,
  closedServer,
  committedSecret,
  conflictingCredentials,
  conflictingFields,
  defaultPassword,
  deprecatedBearerToken,
  duplicateKey,
  emptySecretReference,
  excessiveBcryptCost,
  excessiveRbac,
  fieldNeedsVersion,
  grafanaTlsSkipVerify,
  handshakeExpired,
  handshakeNameMismatch,
  handshakeRefused,
  handshakeUnknownAuthority,
  hashAsPassword,
  impossibleRenewal,
  incompleteClientCertificate,
  inlineSecret,
  insecureSkipVerify,
  invalidBcryptHash,
  invalidValue,
  knownBcryptHash,
  kubeletWithoutCredentials,
  lifecycleApiExposed,
  missingCaFile,
  missingClientCertificate,
  missingField,
  missingFile,
  missingRbac,
  missingSecretKey,
  missingSecurityHeader,
  missingServerName,
  mixedBcryptCost,
  notACertificateAuthority,
  operatorFileAccess,
  plaintextCredentials,
  privateKeyCommitted,
  prunedField,
  receiverExposed,
  redirectsCarryCredentials,
  secretInPlainHeader,
  secretInUrl,
  selfScrapeMismatch,
  serverWillNotStart,
  sharedBcryptHash,
  skippedPemBlock,
  smtpWithoutTls,
  tlsConfigIgnored,
  unexpandedVariable,
  unknownField,
  unverifiedClientCertificates,
  unwatchedCertificateExpiry,
  weakBcryptCost,
  weakCertificateKey,
  weakCertificateSignature,
  weakCipherSuite,
  weakTlsVersion,
  webTlsOff,
  webWithoutTls,
  wideCorsOrigin,
  wrongScrapePassword,
];
