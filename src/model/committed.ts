import type { Document } from '../documents/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Span } from '../text/source.ts';
import type { Located } from '../text/written.ts';
import type { Certificate, CertificateContainer, PrivateKey } from './certificates/certificate.ts';
import type { SecretNature } from './secrets/secret.ts';

/** A secret in a committed file or object, or what stands in its place. */
export interface CommittedSecret {
  readonly value: Located<Redacted>;
  readonly nature: SecretNature;
}

/** A Kubernetes Secret in the repository. */
export interface SecretObject {
  readonly document: Document;
  readonly name: Located<string>;
  readonly namespace?: string;
  readonly entries: ReadonlyMap<string, CommittedSecret>;
  /** False where a controller or a template adds entries. */
  readonly isComplete: boolean;
}

/** A certificate in a file of the repository, and the fields that lead to it. */
export interface CommittedCertificate extends Certificate {
  readonly uses: readonly Use[];
  /** True when the configuration file says that a target serves it. */
  readonly isServed: boolean;
  /** The certificates of the same file, itself among them. */
  readonly bundle: readonly Certificate[];
}

/** A container of certificates and keys, and the fields that lead to it. */
export interface CertificateFile extends CertificateContainer {
  readonly document: Document;
  readonly uses: readonly Use[];
}

/** A private key in a file of the repository. */
export interface CommittedKey extends PrivateKey {
  readonly uses: readonly Use[];
}

/** A reference of the configuration that leads to a committed file. */
export interface Use {
  readonly field: string;
  readonly as: 'ca' | 'certificate' | 'key';
  readonly at: Span;
}
