import type { Related } from '../findings/finding.ts';
import type { Certificate } from '../model/certificates/certificate.ts';
import type { CommittedCertificate, Model, Reference, Use } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/source.ts';

type Bundle = CommittedCertificate['bundle'];

// From so many authorities on a file is a bundle of public roots, of which some are always weak or past their end.
const BUNDLE = 10;
const BUNDLES = new WeakMap<Bundle, boolean>();

/**
 * True when a fault of the certificate matters: something leads to it, or it is no material for tests. Of a bundle of
 * public roots no single one does.
 */
export function matters(certificate: CommittedCertificate): boolean {
  if (isOfBundle(certificate)) return false;
  return isInUse(certificate) || !isTestPath(certificate.span.file.path);
}

/** True for one of so many authorities in a file that they are the public ones. */
export function isOfBundle({ bundle }: CommittedCertificate): boolean {
  let isBundle = BUNDLES.get(bundle);
  if (isBundle === undefined) {
    isBundle = bundle.filter(({ isAuthority }) => isAuthority).length >= BUNDLE;
    BUNDLES.set(bundle, isBundle);
  }
  return isBundle;
}

/** True when the configuration leads to the certificate. */
export function isInUse({ uses, isServed }: CommittedCertificate): boolean {
  return isServed || uses.length > 0;
}

/** True when the certificate is the one of its file that is shown to the other side, and not one above it. */
export function isShown(certificate: CommittedCertificate): boolean {
  return certificate.block === 1 && isSent(certificate);
}

/** True when its file is sent to the other side of a connection. */
export function isSent({ uses, isServed }: CommittedCertificate): boolean {
  return isServed || uses.some(({ as }) => as === 'certificate');
}

/** True when a server of the repository shows the certificate, or a target does by the configuration file. */
export function isShownByServer(certificate: CommittedCertificate, model: Pick<Model, 'servers'>): boolean {
  return isShown(certificate) && isSentByServer(certificate, model);
}

/** The same of all certificates of its file, those above the first too. */
export function isSentByServer({ uses, isServed }: CommittedCertificate, { servers }: Pick<Model, 'servers'>): boolean {
  return isServed || uses.some(use => servers.some(({ cert }) => leadsFrom(use, cert)));
}

/** True when it is this reference of a client or server by which something is used. */
export function leadsFrom({ at }: Pick<Use, 'at'>, reference: Reference | undefined): boolean {
  return reference !== undefined && isWithin(at, spanOf(reference));
}

/** True when a place lies in another. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

/** Where a reference is written. */
export function spanOf(reference: Reference): Span {
  return reference.to === 'file' ? reference.path.span : reference.at;
}

/**
 * What messages call a certificate: `certificate "node1" in certs/node.pem`, `CA certificate "Example CA" in ca.pem
 * (block 2 of 3)`.
 */
export function nameOf({ name, isAuthority, span, block, blocks, container }: Certificate): string {
  const kind = isAuthority ? 'CA certificate' : 'certificate';
  const place = blocks > 1 ? ` (${container === 'pem' ? 'block' : 'certificate'} ${block} of ${blocks})` : '';
  return `${kind} "${name}" in ${printable(span.file.path)}${place}`;
}

/** The fields that lead to a file, as related places. */
export function usedBy(uses: readonly Pick<Use, 'field' | 'at'>[]): readonly Related[] {
  return uses.map(({ field, at }) => ({ at, message: `${field} leads here` }));
}
