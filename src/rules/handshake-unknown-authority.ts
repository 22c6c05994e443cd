import type { Problem } from '../findings/finding.ts';
import type { Certificate } from '../model/certificates/certificate.ts';
import type { CertainHandshake, CertificateFile, Client } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { nameOf } from './certificate-use.ts';
import { AUTHORITY, SIGNED_CERTIFICATE } from './example-chain.ts';
import { EXPORTER } from './example-exporter.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import { handshakesByClient, judgedHandshakes, type JudgedRefusal } from './handshake-judgement.ts';
import { addressIn } from './handshake-names.ts';
import { verifyingSettingsFor, wordsOf, type VerifyingSettings } from './handshake-verification.ts';
import { isOfSomeVersions, reasonOf, relatedToTarget } from './handshake-words.ts';
import type { Rule } from './rule.ts';
import { verificationFix } from './settings-edits.ts';

export const handshakeUnknownAuthority: Rule = {
  id: 'handshake-unknown-authority',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A target serves a certificate that the client does not trust',
  explanation: `The repository holds both sides: the certificate that the target serves, and the authorities that the client verifies it
with. None of them signed it, so that each scrape fails with \`x509: certificate signed by unknown authority\`. Where an
authority has the right name and another key, it was made anew, and the message says \`possibly because of\`.

A \`ca_file\` replaces the authorities of the machine. It has to hold the one that signed the certificate, or the certificate
itself; what stands between the two the target has to serve behind its certificate, or the \`ca_file\` has to hold it too.

What a target serves is known where the repository starts it: in a compose file, behind a Service, as a unit of the same
machine, as the Prometheus that scrapes itself; or by \`servers\` in the configuration of promsec. Without a CA it is a
warning, since the machine may trust more authorities than the public ones. \`prometheus-version\` says whose judgement
counts; without it what only some versions refuse is a warning.`,
  bad: {
    ...EXPORTER,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem # want: handshake-unknown-authority
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/ca.pem': `# The authority.\n${AUTHORITY}`,
    'node/node.pem': `# Of the exporter.\n${LONG_CERTIFICATE}`,
  },
  good: {
    ...EXPORTER,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
    'certs/ca.pem': `# The authority.\n${AUTHORITY}`,
    'node/node.pem': `# Of the exporter.\n${SIGNED_CERTIFICATE}`,
  },
  *check(model, context) {
    const byClient = handshakesByClient(model);
    const said = new Set<Client>();
    for (const { handshake, refusals } of judgedHandshakes(model, context)) {
      const { client, ca } = handshake;
      const refusal = refusals.find(({ kind }) => kind === 'unknown-authority');
      if (refusal === undefined || ca === 'unknown' || isSaidOfCertificate(handshake, refusal)) continue;
      // One CA is that of all targets.
      if (said.has(client)) continue;
      said.add(client);
      const all = byClient.get(client) ?? [];
      const settings = verifyingSettingsFor(all, context);
      const fix = settings && verificationFix(all, settings, model);
      const problem =
        ca === 'system'
          ? withoutAuthority(handshake, refusal, settings)
          : withOtherAuthority(handshake, ca, refusal, settings);
      yield fix === undefined ? problem : { ...problem, fix };
    }
  },
};

/**
 * True where the authority, or the signature of what it signed, is reported where it stands: `not-a-certificate-authority`,
 * `weak-certificate-signature`.
 */
function isSaidOfCertificate({ served, ca }: CertainHandshake, { text }: JudgedRefusal): boolean {
  if (text.includes('insecure algorithm')) return true;
  const isUnfit = text.includes('parent certificate cannot sign this kind of certificate');
  return isUnfit && typeof ca !== 'string' && served.some(one => ca.certificates.some(other => isIssuedBy(one, other)));
}

function withoutAuthority(
  handshake: CertainHandshake,
  refusal: JudgedRefusal,
  settings: VerifyingSettings | undefined,
): Problem {
  const { client, target, served } = handshake;
  const field = client.caField ?? 'the CA';
  const advice =
    settings === undefined ? `set ${field} to ${signerOf(served)}` : `${wordsOf(settings, client)} would verify it`;
  return {
    at: client.tls?.at ?? client.transport.at ?? target.at,
    subject: { path: client.path, kind: 'certificate authority' },
    message: `${client.label} verifies ${addressIn(handshake)} with the authorities of the machine alone, and no public one signed its certificate ${reasonOf(refusal)}; ${advice}, unless the machine trusts it`,
    isMilder: true,
    related: relatedToTarget(handshake),
  };
}

function withOtherAuthority(
  handshake: CertainHandshake,
  ca: CertificateFile,
  refusal: JudgedRefusal,
  settings: VerifyingSettings | undefined,
): Problem {
  const { client, target, served } = handshake;
  const reference = client.tls?.ca;
  const at = reference === undefined ? target.at : reference.to === 'file' ? reference.path.span : reference.at;
  const place = printable(ca.document.file.path);
  const advice = settings === undefined ? missingIn(ca, served) : `${wordsOf(settings, client)} would verify it`;
  return {
    at,
    subject: { path: client.path, kind: 'certificate authority' },
    message: `${client.label} does not accept the certificate of ${addressIn(handshake)}, which no authority of ${place} signed ${reasonOf(refusal)}; ${advice}`,
    isMilder: isOfSomeVersions(refusal),
    related: relatedToTarget(handshake),
  };
}

/** What to put into a CA file that lacks the authority of a target. */
function missingIn(ca: CertificateFile, served: readonly Certificate[]): string {
  const last = lastOf(served);
  const hasNamesake = ca.certificates.some(one => isIssuedBy(last, one));
  return hasNamesake && last !== undefined
    ? `it holds another "${last.issuer}" than the one that signed it, so put that one there`
    : `put ${signerOf(served)} there`;
}

/** The certificate that would complete a chain, in words: that of who signed its end, or the end that signs itself. */
function signerOf(served: readonly Certificate[]): string {
  const last = lastOf(served);
  if (last === undefined) return 'that of its authority';
  return last.isSelfIssued ? nameOf(last) : `the certificate of "${last.issuer}"`;
}

/** The certificate at which the chain of a leaf ends, by what is served. */
function lastOf(served: readonly Certificate[]): Certificate | undefined {
  let last = served[0];
  for (const _ of served) {
    const issuer: Certificate | undefined = served.find(one => one !== last && isIssuedBy(last, one));
    if (issuer === undefined || last?.isSelfIssued === true) return last;
    last = issuer;
  }
  return last;
}

function isIssuedBy(certificate: Certificate | undefined, issuer: Certificate): boolean {
  return certificate !== undefined && Buffer.compare(certificate.fields.issuer.der, issuer.fields.subject.der) === 0;
}
