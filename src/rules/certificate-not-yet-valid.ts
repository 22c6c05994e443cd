import { daysBetween } from '../text/days.ts';
import { hasValidPredecessor, inDays, utcDayOf } from './certificate-life.ts';
import { isInUse, isShown, matters, nameOf, usedBy } from './certificate-use.ts';
import { FUTURE_CERTIFICATE, LONG_CERTIFICATE } from './example-certificates.ts';
import { authoritiesThatFailHandshakes } from './handshake-dates.ts';
import type { Rule } from './rule.ts';

export const certificateNotYetValid: Rule = {
  id: 'certificate-not-yet-valid',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A committed certificate is not valid yet',
  explanation: `Until its first day every connection that needs the certificate fails with the words of one that is past its end:
\`x509: certificate has expired or is not yet valid: current time 2026-11-20T00:00:00Z is before 2027-02-01T00:00:00Z\`. The clock
of a machine that issues certificates may be ahead, or somebody has committed a successor before its time.

It is an error where the configuration leads to the certificate, else a warning. An authority that stands in one file with
its predecessor is not reported: both are trusted, each in its time.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': `# want-next: certificate-not-yet-valid\n${FUTURE_CERTIFICATE}`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': LONG_CERTIFICATE,
  },
  *check(model, context) {
    const failing = authoritiesThatFailHandshakes(model, context);
    const { now } = context;
    for (const certificate of model.certificates) {
      // Reported with the handshakes that fail by it.
      if (failing.has(certificate.fingerprint256)) continue;
      const { notBefore, notAfter, uses, name } = certificate;
      if (notBefore <= now || notAfter < now || !matters(certificate)) continue;
      if (!isShown(certificate) && hasValidPredecessor(certificate, now)) continue;
      const days = inDays(daysBetween(now, notBefore));
      yield {
        at: certificate.span,
        subject: { path: name, kind: 'certificate' },
        message: `${nameOf(certificate)} is not valid before ${utcDayOf(notBefore)}, in ${days}; keep its predecessor in place until then`,
        isMilder: !isInUse(certificate),
        related: usedBy(uses),
      };
    }
  },
};
