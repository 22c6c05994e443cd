import type { Problem } from '../findings/finding.ts';
import type { Certificate } from '../model/certificates/certificate.ts';
import type { CertainHandshake } from '../model/model.ts';
import { daysBetween } from '../text/days.ts';
import { inDays, utcDayOf } from './certificate-life.ts';
import { nameOf } from './certificate-use.ts';
import { AUTHORITY, EXPIRED_AUTHORITY, OUTLIVING_CERTIFICATE, SIGNED_CERTIFICATE } from './example-chain.ts';
import { EXPORTER } from './example-exporter.ts';
import { authorityPastItsDates } from './handshake-dates.ts';
import { judgedHandshakes, type JudgedRefusal } from './handshake-judgement.ts';
import { addressIn } from './handshake-names.ts';
import { isOfSomeVersions, reasonOf, relatedToTarget } from './handshake-words.ts';
import type { Rule } from './rule.ts';

const JOB = `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`;

export const handshakeExpired: Rule = {
  id: 'handshake-expired',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'An authority is past its end, and a target is verified by it',
  explanation: `Each scrape of the target fails with \`x509: certificate has expired or is not yet valid\`. Prometheus says the same of a
leaf, of an intermediate that the target serves behind it, and of a root in the \`ca_file\`, and never which of them it means.

Here it is known: the target's certificate is good, and the authority that is named is not. Replace that one, where it is
served or where it is trusted; with the same key and name a new root goes on to verify what the old one signed.

A leaf that has ended is reported where it stands, by \`certificate-expired\` or \`certificate-not-yet-valid\`.`,
  bad: {
    ...EXPORTER,
    'prometheus.yml': JOB,
    'certs/ca.pem': `# want-next: handshake-expired\n${EXPIRED_AUTHORITY}`,
    'node/node.pem': `# Of the exporter.\n${OUTLIVING_CERTIFICATE}`,
  },
  good: {
    ...EXPORTER,
    'prometheus.yml': JOB,
    'certs/ca.pem': `# The authority.\n${AUTHORITY}`,
    'node/node.pem': `# Of the exporter.\n${SIGNED_CERTIFICATE}`,
  },
  *check(model, context) {
    for (const { handshake, refusals } of judgedHandshakes(model, context)) {
      for (const refusal of refusals) {
        const certificate = authorityPastItsDates(handshake, refusal);
        if (certificate !== undefined) yield problemOf(handshake, refusal, certificate, context.now);
      }
    }
  },
};

function problemOf(handshake: CertainHandshake, refusal: JudgedRefusal, certificate: Certificate, now: Date): Problem {
  const { client, target } = handshake;
  const { notBefore, notAfter, name, span } = certificate;
  const dates =
    notAfter < now
      ? `expired on ${utcDayOf(notAfter)}, ${inDays(daysBetween(notAfter, now))} ago`
      : `is valid from ${utcDayOf(notBefore)}, in ${inDays(daysBetween(now, notBefore))}`;
  const remedy = notAfter < now ? 'put its successor in its place' : 'use its predecessor until then';
  return {
    at: span,
    subject: { path: name, kind: 'certificate' },
    message: `${nameOf(certificate)} ${dates}, so that ${client.label} does not accept the certificate of ${addressIn(handshake)} ${reasonOf(refusal)}; ${remedy}`,
    isMilder: isOfSomeVersions(refusal),
    related: [{ at: target.at, message: 'this target is verified by it' }, ...relatedToTarget(handshake)],
  };
}
