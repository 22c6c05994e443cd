import type { Related } from '../findings/finding.ts';
import type { CommittedCertificate, Use } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import type { RuleOptions } from './rule.ts';

const DAY = 24 * 60 * 60 * 1000;
// From this size on a file is a bundle of public roots, of which some are always past their date.
const BUNDLE = 10;
const LEAST_DAYS = 3;

/** True when the certificate's date matters: something leads to it, or it is no material for tests. */
export function matters(certificate: CommittedCertificate): boolean {
  if (isInUse(certificate)) return true;
  return !isTestPath(certificate.span.file.path) && certificate.bundle.length < BUNDLE;
}

/** True when the configuration leads to the certificate. */
export function isInUse({ uses, isServed }: CommittedCertificate): boolean {
  return isServed || uses.length > 0;
}

/** True when the same file holds a certificate of the same subject that lives longer and is not past its end. */
export function isSuperseded(certificate: CommittedCertificate, now: Date): boolean {
  return certificate.bundle.some(
    other =>
      other.name === certificate.name &&
      other.issuer === certificate.issuer &&
      other.notAfter > certificate.notAfter &&
      other.notAfter > now,
  );
}

/**
 * True when the certificate is one of many, or another of its file still holds: its end need not be the end of the
 * file.
 */
export function isOneOfSeveralAuthorities({ isAuthority, bundle }: CommittedCertificate, now: Date): boolean {
  return isAuthority && bundle.some(other => other.isAuthority && other.notAfter > now);
}

/**
 * The days before its end at which a certificate is to be reported: what the user set, or a third of its life where
 * that is less, since short-lived ones would else always be about to expire; never under three.
 */
export function warningDays({ isAuthority, notBefore, notAfter }: CommittedCertificate, options: RuleOptions): number {
  const third = (notAfter.getTime() - notBefore.getTime()) / DAY / 3;
  return Math.max(LEAST_DAYS, Math.min(isAuthority ? options.caExpiryDays : options.expiryDays, third));
}

/** Whole days from one moment to another, towards zero. */
export function daysBetween(from: Date, to: Date): number {
  return Math.trunc((to.getTime() - from.getTime()) / DAY);
}

/** `1 day`, `12 days`. */
export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** The day of a moment in UTC: `2027-01-31`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** What messages call a certificate: `certificate "node1"`, `CA certificate "Example CA" (block 2 of 3)`. */
export function nameOf({ name, isAuthority, block, blocks }: CommittedCertificate): string {
  const kind = isAuthority ? 'CA certificate' : 'certificate';
  return blocks > 1 ? `${kind} "${name}" (block ${block} of ${blocks})` : `${kind} "${name}"`;
}

/** The fields that lead to a file, as related places. */
export function usedBy(uses: readonly Pick<Use, 'field' | 'at'>[]): readonly Related[] {
  return uses.map(({ field, at }) => ({ at, message: `${field} leads here` }));
}
