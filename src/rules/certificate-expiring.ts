import { daysBetween } from '../text/days.ts';
import { inDays, isSuperseded, utcDayOf, warningDays } from './certificate-life.ts';
import { isShown, matters, nameOf, usedBy } from './certificate-use.ts';
import { EXPIRING_CERTIFICATE, LONG_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';

export const certificateExpiring: Rule = {
  id: 'certificate-expiring',
  severity: 'warning',
  summary: 'A committed certificate is about to end',
  explanation: `On the day after its end every connection that needs the certificate fails. A certificate in a repository is not renewed
by itself: somebody has to commit its successor, and a new authority has to reach every client before the old one ends.

Leaf certificates are reported \`expiry-days\` (30) before their end, or at a third of their life where that is less, but never
later than 3 days before; authorities \`ca-expiry-days\` (90) before. An authority whose successor stands in the same file is
not reported, nor is one of a bundle of public roots.`,
  bad: { 'certs/node.crt': `# want-next: certificate-expiring\n${EXPIRING_CERTIFICATE}` },
  good: { 'certs/node.crt': LONG_CERTIFICATE },
  *check({ certificates }, { now, options }) {
    for (const certificate of certificates) {
      const { notAfter, uses, name, isAuthority } = certificate;
      const days = daysBetween(now, notAfter);
      if (notAfter < now || days >= warningDays(certificate, options) || !matters(certificate)) continue;
      if (!isShown(certificate) && isSuperseded(certificate, now)) continue;
      const remedy = isAuthority ? 'put its successor beside it before that day' : 'put its successor in place';
      yield {
        at: certificate.span,
        subject: { path: name, kind: 'certificate' },
        message: `${nameOf(certificate)} expires on ${utcDayOf(notAfter)}, in ${inDays(days)}; ${remedy}`,
        related: usedBy(uses),
      };
    }
  },
};
