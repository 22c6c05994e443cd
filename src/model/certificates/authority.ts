import type { X509Fields } from '../../parse/x509.ts';
import { KEY_USAGE } from '../../parse/x509-extensions.ts';

/**
 * Why Go takes nothing for signed by a certificate, as a clause; `undefined` where it may sign others (crypto/x509,
 * `CheckSignatureFrom`). Before version 3 there was nothing to say so, and all may.
 */
export function lackOfAuthority({ version, basicConstraints, keyUsage }: X509Fields): string | undefined {
  if (basicConstraints === undefined && version === 3) return 'it has no basic constraints';
  if (basicConstraints?.isAuthority === false) return 'its basic constraints say CA:FALSE';
  const isLimited = keyUsage !== undefined && keyUsage !== 0 && (keyUsage & KEY_USAGE.certSign) === 0;
  return isLimited ? 'its key usage leaves out the signing of certificates' : undefined;
}
