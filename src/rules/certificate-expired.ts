import { EXPIRED_CERTIFICATE, LONG_CERTIFICATE } from './example-certificates.ts';
import {
  dayOf,
  daysBetween,
  inDays,
  isInUse,
  isOneOfSeveralAuthorities,
  isSuperseded,
  matters,
  nameOf,
  usedBy,
} from './certificate-life.ts';
import type { Rule } from './rule.ts';

export const certificateExpired: Rule = {
  id: 'certificate-expired',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A committed certificate is past its end',
  explanation: `Every connection that needs the certificate fails with \`x509: certificate has expired or is not yet valid\`, and the
message does not say which certificate it means: an expired authority reads just like an expired leaf.

It is an error where the configuration leads to the certificate, and a warning where nothing in the repository does, or where
another authority in the same file is still good. A certificate whose successor stands in the same file is not reported.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': `# want-next: certificate-expired\n${EXPIRED_CERTIFICATE}`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': LONG_CERTIFICATE,
  },
  *check({ certificates }, { now }) {
    for (const certificate of certificates) {
      const { notAfter, uses, name } = certificate;
      if (notAfter >= now || !matters(certificate) || isSuperseded(certificate, now)) continue;
      yield {
        at: certificate.span,
        subject: { path: name, kind: 'certificate' },
        message: `${nameOf(certificate)} expired on ${dayOf(notAfter)}, ${inDays(daysBetween(notAfter, now))} ago; replace it`,
        isMilder: !isInUse(certificate) || isOneOfSeveralAuthorities(certificate, now),
        related: usedBy(uses),
      };
    }
  },
};
