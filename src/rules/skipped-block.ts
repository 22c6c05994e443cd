import type { Certificate, SkippedBlock } from '../model/certificates/certificate.ts';
import type { CertificateFile } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { goCertificateOf, isReadByGo } from '../trust/go-certificate.ts';
import { profileOf, type Profile } from '../trust/profile.ts';

// The oldest and the newest that are told apart: what both pass over all between them do.
const VERSIONS = ['2.40', 'current'];
// From so many on a file is a bundle of public roots, of which single ones are missed by nobody.
const BUNDLE = 10;

/** True for a certificate that Go takes out of a CA file, whatever the version. */
export function isTaken(certificate: Certificate): boolean {
  return certificate.isReadByGo && profiles().some(profile => isReadByGo(certificate.fields, profile));
}

/** The blocks that Go passes over, also those of CA files in use that it cannot parse, in the order of the file. */
export function skippedIn({ certificates, skipped, uses }: CertificateFile): readonly SkippedBlock[] {
  const isAuthorityFile = uses.some(({ as }) => as === 'ca') && certificates.length < BUNDLE;
  const refused = isAuthorityFile ? certificates.filter(one => one.isReadByGo && !isTaken(one)) : [];
  if (refused.length === 0) return skipped;
  return [...skipped, ...refused.map(refusedBlock)].toSorted((a, b) => a.block - b.block);
}

function refusedBlock(certificate: Certificate): SkippedBlock {
  const { block, blocks, span, fields } = certificate;
  const [text] = profiles().map(profile => goCertificateOf(fields.der, profile));
  const words = typeof text === 'string' ? ` (${printable(text)})` : '';
  return { certificate, flaw: 'unsupported', reason: `Go cannot parse it${words}`, at: span, block, blocks };
}

function profiles(): readonly Profile[] {
  return VERSIONS.flatMap(version => profileOf(version) ?? []);
}
