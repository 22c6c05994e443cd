import { ipAddressOf, ipTextOf } from '../trust/ip-address.ts';
import type { Certificate } from '../model/certificates/certificate.ts';
import type { CertificateFile, Model, Reference } from '../model/model.ts';

/** The one certificate that a client verifies with, which signs itself. */
export interface PinnedCertificate {
  readonly certificate: Certificate;
  readonly file: CertificateFile;
  /**
   * True where it is what each target has to serve: it is no authority, so that to Go it verifies itself alone
   * (crypto/x509 verify.go, isValid). Else it may have signed what they serve.
   */
  readonly isServed: boolean;
}

/** The certificate that a reference leads to, where it is the only one there and signs itself. */
export function pinnedBy(ca: Reference, { containers }: Pick<Model, 'containers'>): PinnedCertificate | undefined {
  const { file: source, start } = ca.to === 'file' ? ca.path.span : ca.at;
  const file = containers.find(({ uses }) =>
    uses.some(({ as, at }) => as === 'ca' && at.file === source && at.start === start),
  );
  const [certificate, ...others] = file?.certificates ?? [];
  if (file === undefined || certificate === undefined || others.length > 0 || file.skipped.length > 0) return undefined;
  const isPinned = certificate.isSelfIssued && certificate.isReadByGo;
  return isPinned ? { certificate, file, isServed: !certificate.isAuthority } : undefined;
}

/** True where a certificate names an address. */
export function namesAddress({ fields: { names } }: Certificate, address: string): boolean {
  const bytes = ipAddressOf(address);
  return bytes !== undefined && (names?.ip ?? []).some(ip => ipTextOf(ip) === ipTextOf(bytes));
}
