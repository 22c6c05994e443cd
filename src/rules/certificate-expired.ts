import type { Problem } from '../findings/finding.ts';
import type { CommittedCertificate } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { daysBetween } from '../text/days.ts';
import { inDays, isOneOfSeveralAuthorities, isSuperseded, utcDayOf } from './certificate-life.ts';
import { isInUse, isOfBundle, isShown, matters, nameOf, usedBy } from './certificate-use.ts';
import { EXPIRED_CERTIFICATE, LONG_CERTIFICATE } from './example-certificates.ts';
import { authoritiesThatFailHandshakes } from './handshake-dates.ts';
import type { Rule } from './rule.ts';

export const certificateExpired: Rule = {
  id: 'certificate-expired',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A committed certificate is past its end',
  explanation: `Every connection that needs the certificate fails with \`x509: certificate has expired or is not yet valid\`, and the
message does not say which certificate it means: an expired authority reads just like an expired leaf.

It is an error where the configuration leads to the certificate, and a warning where nothing in the repository does, or where
another authority in the same file is still good. An authority whose successor stands in the same file is not reported, and of
a bundle of public roots nothing is, until all of them have ended.`,
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
  *check(model, context) {
    const failing = authoritiesThatFailHandshakes(model, context);
    const { now } = context;
    for (const certificate of model.certificates) {
      // Reported with the handshakes that fail by it.
      if (failing.has(certificate.fingerprint256)) continue;
      const problem = isOfBundle(certificate) ? endOfBundle(certificate, now) : endOf(certificate, now);
      if (problem !== undefined) yield problem;
    }
  },
};

function endOf(certificate: CommittedCertificate, now: Date): Problem | undefined {
  const { notAfter, uses, name, isAuthority } = certificate;
  if (notAfter >= now || !matters(certificate)) return undefined;
  // Of the certificates in its file a server shows the first, whatever comes behind it.
  if (!isShown(certificate) && isSuperseded(certificate, now)) return undefined;
  const remedy = isAuthority ? 'put its successor in its place' : 'replace it';
  return {
    at: certificate.span,
    subject: { path: name, kind: 'certificate' },
    message: `${nameOf(certificate)} expired on ${utcDayOf(notAfter)}, ${inDays(daysBetween(notAfter, now))} ago; ${remedy}`,
    isMilder: !isInUse(certificate) || isOneOfSeveralAuthorities(certificate, now),
    related: usedBy(uses),
  };
}

/** One problem for a whole bundle, at its first certificate, where not a single one is left. */
function endOfBundle(certificate: CommittedCertificate, now: Date): Problem | undefined {
  const { bundle, uses, block, span } = certificate;
  if (block !== 1 || uses.length === 0 || bundle.some(({ notAfter }) => notAfter >= now)) return undefined;
  const last = new Date(Math.max(...bundle.map(({ notAfter }) => notAfter.getTime())));
  const ago = `${inDays(daysBetween(last, now))} ago`;
  return {
    at: span,
    subject: { path: '', kind: 'bundle of certificates' },
    message: `all ${bundle.length} certificates in ${printable(span.file.path)} have expired, the last on ${utcDayOf(last)}, ${ago}; replace the file`,
    related: usedBy(uses),
  };
}
