import type { ListedCertificate } from '../../findings/report.ts';
import { daysBetween } from '../../text/days.ts';
import { SOON_DAYS } from '../markdown-certificates.ts';

/** Whether a certificate has ended, is about to, or goes on. */
export type CertificateStatus = 'ended' | 'soon' | 'later';

/** The status of a certificate at a moment. */
export function statusOf({ notAfter }: ListedCertificate, now: Date): CertificateStatus {
  if (notAfter < now) return 'ended';
  return daysBetween(now, notAfter) <= SOON_DAYS ? 'soon' : 'later';
}
