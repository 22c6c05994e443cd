import { makeCertificate, seededKeyPair, type CertificateOptions, type IssuedCertificate } from './certificates.ts';

/** Decades from any moment that is looked at, as is {@link FAR_OFF}. */
export const LONG_AGO = '2020-01-01';
export const FAR_OFF = '2120-01-01';

/** The text with the mark of a finding at its first line. */
export function want(ruleId: string, pem: string): string {
  return `# want-next: ${ruleId}\n${pem}`;
}

/** The text with the mark that nothing is to be found in it. */
export function nearMiss(ruleId: string, why: string, pem: string): string {
  return `# near miss: ${ruleId}: ${why}\n${pem}`;
}

/** Its key, as that of all of these, comes from its name: always the same bytes. */
export function authority(
  name: string,
  notBefore: string,
  notAfter: string,
  issuer?: IssuedCertificate,
): IssuedCertificate {
  return certificate({ commonName: name, isAuthority: true, ...(issuer && { issuer }) }, notBefore, notAfter);
}

/** With its name for a subject alternative name. */
export function leaf(name: string, notBefore: string, notAfter: string, issuer?: IssuedCertificate): IssuedCertificate {
  return certificate({ commonName: name, names: [name], ...(issuer && { issuer }) }, notBefore, notAfter);
}

/** Whatever else a certificate may say. */
export function certificate(
  options: Omit<CertificateOptions, 'notBefore' | 'notAfter' | 'key'>,
  notBefore: string,
  notAfter: string,
): IssuedCertificate {
  const key = seededKeyPair(options.commonName ?? '');
  return makeCertificate({ ...options, key, notBefore: new Date(notBefore), notAfter: new Date(notAfter) });
}

/** The private key that a name gives. */
export function keyOf(seed: string): string {
  return seededKeyPair(seed).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
