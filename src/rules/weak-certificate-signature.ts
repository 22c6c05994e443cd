import type { CommittedCertificate } from '../model/model.ts';
import { signatureSchemeOf } from '../trust/signature-scheme.ts';
import { isSentByServer, matters, nameOf, usedBy } from './certificate-use.ts';
import { LONG_CERTIFICATE, SHA1_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';

const INSECURE = new Set(['md5', 'sha1']);

export const weakCertificateSignature: Rule = {
  id: 'weak-certificate-signature',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A committed certificate is signed with SHA-1 or MD5',
  explanation: `Certificates can be forged that have the same SHA-1 or MD5 as another one. Go takes no such signature since 1.18, and hence
no Prometheus since 2.40: \`x509: certificate signed by unknown authority (possibly because of "x509: cannot verify signature:
insecure algorithm SHA1-RSA" while trying to verify candidate authority certificate "Example CA")\`.

It is an error where a server of the repository sends the certificate. Where a \`ca_file\` holds the certificate itself it is
trusted as it is, no signature is looked at, and a warning says so: its successor has to be put there too. The
signature of a certificate on itself is never looked at, and not reported.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': `# want-next: weak-certificate-signature\n${SHA1_CERTIFICATE}`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': LONG_CERTIFICATE,
  },
  *check(model) {
    const { certificates } = model;
    const pinned = new Map(
      certificates.filter(isTrusted).map(certificate => [certificate.fingerprint256, certificate]),
    );
    for (const certificate of certificates) {
      const { name, span, uses, isSelfIssued, fields, fingerprint256 } = certificate;
      const scheme = isSelfIssued ? undefined : signatureSchemeOf(fields.signatureAlgorithm);
      if (scheme?.digest === undefined || !INSECURE.has(scheme.digest) || !matters(certificate)) continue;
      const pin = pinned.get(fingerprint256);
      // Of an authority that is trusted its key alone counts.
      if (certificate.isAuthority && isTrusted(certificate)) continue;
      const fact = `${nameOf(certificate)} is signed with ${scheme.name}`;
      yield {
        at: span,
        subject: { path: name, kind: 'certificate signature' },
        message:
          pin === undefined
            ? `${fact}, and Go does not take that; have it signed with SHA-256`
            : `${fact}, and works only where it is trusted itself, as here; have it signed with SHA-256`,
        isMilder: pin !== undefined || !isSentByServer(certificate, model),
        related: usedBy(pin === undefined || pin === certificate ? uses : [...uses, ...pin.uses]),
      };
    }
  },
};

function isTrusted({ uses }: CommittedCertificate): boolean {
  return uses.some(({ as }) => as === 'ca');
}
