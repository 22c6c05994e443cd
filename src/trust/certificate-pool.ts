import type { X509Fields } from '../parse/x509.ts';
import { groupedBy } from '../text/grouped.ts';

/** Certificates to build chains from, as Go's `x509.CertPool` keeps them: each once, found by their subject. */
export class CertificatePool {
  readonly #bySubject: ReadonlyMap<string, readonly X509Fields[]>;

  constructor(certificates: readonly X509Fields[]) {
    const once = new Map(certificates.map(certificate => [keyOf(certificate.der), certificate] as const));
    this.#bySubject = groupedBy([...once.values()], ({ subject }) => keyOf(subject.der));
  }

  /** True when it holds the very bytes. */
  has({ der, subject }: X509Fields): boolean {
    const candidates = this.#bySubject.get(keyOf(subject.der)) ?? [];
    return candidates.some(candidate => Buffer.compare(candidate.der, der) === 0);
  }

  /**
   * Those that may have signed the certificate, by its issuer's name, byte for byte: first those whose key identifier
   * is the one it asks for, or both have none, then where one has none, then the others.
   */
  issuersOf({ issuer, authorityKeyId }: X509Fields): readonly X509Fields[] {
    const wanted = authorityKeyId ?? new Uint8Array();
    const rank = ({ subjectKeyId = new Uint8Array() }: X509Fields): number => {
      if (Buffer.compare(subjectKeyId, wanted) === 0) return 0;
      return subjectKeyId.length === 0 || wanted.length === 0 ? 1 : 2;
    };
    return (this.#bySubject.get(keyOf(issuer.der)) ?? []).toSorted((a, b) => rank(a) - rank(b));
  }
}

function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
