import { inOrderOfEnd } from '../findings/order.ts';
import type { ListedCertificate } from '../findings/report.ts';
import { shownName } from '../model/certificates/certificate-content.ts';
import type { CommittedCertificate, Model } from '../model/model.ts';
import { ipTextOf } from '../trust/ip-address.ts';

/** The certificates of a repository, those that Go passes over too: the first to end first, then by file and place. */
export function listedCertificates({ certificates, containers }: Model): readonly ListedCertificate[] {
  const skipped = containers.flatMap(({ skipped: blocks, uses }) =>
    blocks.flatMap(({ certificate }) => (certificate === undefined ? [] : [{ ...certificate, uses }])),
  );
  const known = new Set(certificates.map(placeOf));
  return [...certificates, ...skipped.filter(certificate => !known.has(placeOf(certificate)))]
    .map(listed)
    .toSorted(inOrderOfEnd);
}

type Listable = Omit<CommittedCertificate, 'bundle' | 'isServed'>;

function listed({ name, key, fields, span, uses, ...certificate }: Listable): ListedCertificate {
  const { issuer, isAuthority, isSelfIssued, notBefore, notAfter, fingerprint256, block, blocks } = certificate;
  const { dns = [], ip = [], email = [], uri = [] } = fields.names ?? {};
  return {
    subject: name,
    issuer,
    kind: isAuthority ? (isSelfIssued ? 'root' : 'intermediate') : 'leaf',
    names: [...dns, ...ip.map(ipTextOf), ...email, ...uri].map(shownName),
    notBefore,
    notAfter,
    key: key.label,
    fingerprint256,
    at: span,
    block,
    blocks,
    usedBy: uses.map(({ field, at }) => ({ field, at })),
  };
}

function placeOf({ span, block }: Pick<CommittedCertificate, 'span' | 'block'>): string {
  return JSON.stringify([span.file.path, span.start, block]);
}
