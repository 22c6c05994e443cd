import type { Certificate } from '../model/certificates/certificate.ts';
import type { CommittedCertificate, Model } from '../model/model.ts';
import { isShownByServer, matters, nameOf, usedBy } from './certificate-use.ts';
import { COMMON_NAME_CERTIFICATE, LONG_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';

// Purposes that allow a server (RFC 5280, section 4.2.1.12): serverAuth and anyExtendedKeyUsage.
const OF_SERVERS = new Set(['1.3.6.1.5.5.7.3.1', '2.5.29.37.0']);
// What Go would have taken for a host, and what is hardly anything else.
const NAME = /^(?:\*\.)?[\w-]+(?:\.[\w-]+)*$/;
const HOST = /^(?:\*\.)?(?:localhost|[\w-]+(?:\.[\w-]+)+)$/;

export const certificateWithoutSan: Rule = {
  id: 'certificate-without-san',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'The certificate of a server names no host but in its common name',
  explanation: `Go looks for the host among the subject alternative names, and the common name counts for nothing since Go 1.15. Whatever
\`ca_file\` and \`server_name\` say, a scrape that verifies the certificate fails: \`x509: certificate relies on legacy Common Name
field, use SANs instead\`, or \`x509: certificate is not valid for any names\`. Browsers and curl agree.

\`openssl req -x509\` writes no alternative name unless it is told to: add \`-addext "subjectAltName=DNS:node1.internal"\`, or
\`IP:10.0.0.7\` for targets that are addresses.

It is an error where a server of the repository shows the certificate, and a warning where it only looks like that of a
server: no authority, a host for a common name, and nothing against it in its key usage.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': `# want-next: certificate-without-san\n${COMMON_NAME_CERTIFICATE}`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': LONG_CERTIFICATE,
  },
  *check(model) {
    for (const certificate of model.certificates) {
      if (hasNames(certificate) || !matters(certificate)) continue;
      const isShown = isShownByServer(certificate, model);
      const meant = meantInstead(certificate);
      if (meant !== undefined && hasUsedKey(meant, model)) continue;
      if (!isShown && !looksLikeServer(certificate)) continue;
      const { name, span, uses, fields } = certificate;
      const { commonName = '' } = fields.subject;
      const error =
        fields.names === undefined && NAME.test(commonName)
          ? 'x509: certificate relies on legacy Common Name field, use SANs instead'
          : 'x509: certificate is not valid for any names';
      yield {
        at: span,
        subject: { path: name, kind: 'certificate names' },
        message: `${nameOf(certificate)} has no subject alternative name, and no client in Go accepts it (${error}); ${meant === undefined ? 'issue it anew with the host as one' : `put "${meant.name}" (block ${meant.block} of ${meant.blocks}) before it`}`,
        isMilder: !isShown,
        related: usedBy(uses),
      };
    }
  },
};

/** The leaf with names that stands behind its own authority in the same file, where it has to come first. */
function meantInstead({ isAuthority, block, name, bundle }: CommittedCertificate): Certificate | undefined {
  if (!isAuthority || block !== 1) return undefined;
  return bundle.find(other => !other.isAuthority && other.issuer === name && hasNames(other));
}

/** True where `certificate-key-mismatch` says the same. */
function hasUsedKey({ publicKeyFingerprint }: Certificate, { privateKeys }: Pick<Model, 'privateKeys'>): boolean {
  return privateKeys.some(key => key.publicKeyFingerprint === publicKeyFingerprint && key.uses.length > 0);
}

function hasNames({ fields: { names } }: Certificate): boolean {
  return names !== undefined && names.dns.length + names.ip.length > 0;
}

/** Of what is trusted itself, only what cannot be an authority: it is there for the server that shows it. */
function looksLikeServer({ isAuthority, isSelfIssued, block, uses, fields }: CommittedCertificate): boolean {
  if (isAuthority || block !== 1 || !HOST.test(fields.subject.commonName ?? '')) return false;
  if (fields.extendedKeyUsage?.some(purpose => OF_SERVERS.has(purpose)) === false) return false;
  return uses.length === 0 || (isSelfIssued && uses.every(({ as }) => as === 'ca'));
}
