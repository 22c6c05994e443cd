import type { Problem } from '../findings/finding.ts';
import { lackOfAuthority } from '../model/certificates/authority.ts';
import type { CommittedCertificate } from '../model/model.ts';
import { groupedBy } from '../text/grouped.ts';
import { isOfBundle, isSent, nameOf, usedBy } from './certificate-use.ts';
import { LONG_CERTIFICATE, SIGNED_CERTIFICATE, UNFIT_AUTHORITY } from './example-certificates.ts';
import type { Rule } from './rule.ts';

const CONFIGURATION = `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`;

export const notACertificateAuthority: Rule = {
  id: 'not-a-certificate-authority',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A CA file holds a certificate that may not sign others',
  explanation: `Go takes nothing for signed by a certificate of version 3 without \`CA:TRUE\` in its basic constraints, or with a key usage
that leaves out \`keyCertSign\`: \`x509: certificate signed by unknown authority (possibly because of "x509: invalid signature: parent
certificate cannot sign this kind of certificate")\`. It is an error where a committed certificate names it as its issuer.

Go does accept, unlike OpenSSL, whatever certificate a target shows when just that one stands in \`ca_file\`. So the certificate of a
server in the place of its authority works, until the server gets the next one: a warning, where nothing shows that
it is meant so. A certificate that signs itself is pinned like that, and not reported, nor is one whose issuer stands in the
same file.`,
  bad: {
    'prometheus.yml': CONFIGURATION,
    'ca.pem': `# want-next: not-a-certificate-authority\n${UNFIT_AUTHORITY}`,
    'node1.pem': `# Signed by it.\n${SIGNED_CERTIFICATE}`,
  },
  good: { 'prometheus.yml': CONFIGURATION, 'ca.pem': `# The node exporter signs itself.\n${LONG_CERTIFICATE}` },
  *check({ certificates }) {
    const byIssuer = groupedBy(certificates, ({ fields }) => textOf(fields.issuer.der));
    const sent = new Set(certificates.filter(isSent).map(({ fingerprint256 }) => fingerprint256));
    for (const certificate of certificates) {
      if (!certificate.uses.some(({ as }) => as === 'ca') || isOfBundle(certificate)) continue;
      const lack = lackOfAuthority(certificate.fields);
      const candidates = byIssuer.get(textOf(certificate.fields.subject.der)) ?? [];
      const signed = candidates.find(other => isSignedBy(other, certificate));
      if (lack === undefined || hasBetterNamesake(certificate)) continue;
      if (signed !== undefined) yield unfit(certificate, lack, signed);
      else if (!isPinned(certificate) && !sent.has(certificate.fingerprint256)) yield alone(certificate);
    }
  },
};

function textOf(der: Uint8Array): string {
  return Buffer.from(der).toString('latin1');
}

/** By what both say, of two that have the names for it. */
function isSignedBy({ isSelfIssued, fields }: CommittedCertificate, issuer: CommittedCertificate): boolean {
  const [wanted, own] = [fields.authorityKeyId, issuer.fields.subjectKeyId];
  return !isSelfIssued && (wanted === undefined || own === undefined || Buffer.compare(wanted, own) === 0);
}

type Bundle = CommittedCertificate['bundle'];

const BY_SUBJECT = new WeakMap<Bundle, ReadonlyMap<string, Bundle>>();

/** The certificates of a file by their subjects, worked out once. */
function bySubjectIn(bundle: Bundle): ReadonlyMap<string, Bundle> {
  let bySubject = BY_SUBJECT.get(bundle);
  if (bySubject === undefined) {
    bySubject = groupedBy(bundle, ({ fields }) => textOf(fields.subject.der));
    BY_SUBJECT.set(bundle, bySubject);
  }
  return bySubject;
}

/** True where another of the same name in the file may sign, as after an authority was made again. */
function hasBetterNamesake({ bundle, fields }: CommittedCertificate): boolean {
  const namesakes = bySubjectIn(bundle).get(textOf(fields.subject.der)) ?? [];
  return namesakes.some(other => lackOfAuthority(other.fields) === undefined);
}

/** True for what is in the file as a matter of course: it signs itself, or its issuer is there too. */
function isPinned({ isSelfIssued, bundle, fields }: CommittedCertificate): boolean {
  return isSelfIssued || bySubjectIn(bundle).has(textOf(fields.issuer.der));
}

function unfit(certificate: CommittedCertificate, lack: string, signed: CommittedCertificate): Problem {
  return {
    at: certificate.span,
    subject: { path: certificate.name, kind: 'authority' },
    message: `${nameOf(certificate)} is no authority to Go, since ${lack}, and nothing that it signed is accepted; make it again with CA:TRUE and keyCertSign`,
    related: [...usedBy(certificate.uses), { at: signed.span, message: 'it signed this certificate' }],
  };
}

function alone(certificate: CommittedCertificate): Problem {
  return {
    at: certificate.span,
    subject: { path: certificate.name, kind: 'authority' },
    message: `${nameOf(certificate)} is no authority, and verifies only the server that shows this very certificate, not its successor; put that of its issuer "${certificate.issuer}" there`,
    isMilder: true,
    related: usedBy(certificate.uses),
  };
}
