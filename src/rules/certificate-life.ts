import type { CommittedCertificate } from '../model/model.ts';
import { DAY_MILLISECONDS, dayOf } from '../text/days.ts';
import type { RuleOptions } from './rule.ts';

const LEAST_DAYS = 3;

/** True when the same file holds a certificate of the same subject that lives longer and is not past its end. */
export function isSuperseded(certificate: CommittedCertificate, now: Date): boolean {
  return certificate.bundle.some(
    other => isOfSameSubject(certificate, other) && other.notAfter > certificate.notAfter && other.notAfter > now,
  );
}

/** True when the same file holds a certificate of the same subject that is valid at the moment. */
export function hasValidPredecessor(certificate: CommittedCertificate, now: Date): boolean {
  return certificate.bundle.some(
    other => isOfSameSubject(certificate, other) && other.notBefore <= now && other.notAfter >= now,
  );
}

type Named = CommittedCertificate['bundle'][number];

function isOfSameSubject(one: Named, other: Named): boolean {
  return other.name === one.name && other.issuer === one.issuer;
}

/**
 * True when the certificate is one of many, or another of its file still holds: its end need not be the end of the
 * file.
 */
export function isOneOfSeveralAuthorities({ isAuthority, bundle }: CommittedCertificate, now: Date): boolean {
  return isAuthority && bundle.some(other => other.isAuthority && other.notAfter > now && other.notBefore <= now);
}

/**
 * The days before its end at which a certificate is to be reported: what the user set, or a third of its life where
 * that is less, since short-lived ones would else always be about to expire; never under three.
 */
export function warningDays({ isAuthority, notBefore, notAfter }: CommittedCertificate, options: RuleOptions): number {
  const third = (notAfter.getTime() - notBefore.getTime()) / DAY_MILLISECONDS / 3;
  return Math.max(LEAST_DAYS, Math.min(isAuthority ? options.caExpiryDays : options.expiryDays, third));
}

/** How long something takes: `12 days`, `1 day`, `less than a day`. */
export function inDays(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}

/** The day of a moment: `2027-01-31 UTC`. */
export function utcDayOf(moment: Date): string {
  return `${dayOf(moment)} UTC`;
}
