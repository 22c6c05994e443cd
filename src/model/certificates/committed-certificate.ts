import { pathFrom } from '../../text/path.ts';
import type { CertificateFile, CommittedCertificate, CommittedKey } from '../committed.ts';

/** The containers of a repository, and what is in them. */
interface Committed {
  readonly certificates: readonly CommittedCertificate[];
  readonly privateKeys: readonly CommittedKey[];
  readonly containers: readonly CertificateFile[];
}

/** @param servedCertificates paths of files that some target serves. */
export function committedIn(containers: readonly CertificateFile[], servedCertificates: readonly string[]): Committed {
  const served = new Set(servedCertificates.map(path => pathFrom('', path)));
  return {
    certificates: containers.flatMap(({ document, certificates, uses }) =>
      certificates.map(certificate => ({
        ...certificate,
        uses,
        isServed: served.has(document.file.path),
        bundle: certificates,
      })),
    ),
    privateKeys: containers.flatMap(({ keys, uses }) => keys.map(key => ({ ...key, uses }))),
    containers,
  };
}
