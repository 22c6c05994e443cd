import type { Problem } from '../findings/finding.ts';
import type { Server } from '../model/model.ts';
import type { ServerTls } from '../model/servers/server-settings.ts';
import type { Located } from '../text/written.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const unverifiedClientCertificates: Rule = {
  id: 'unverified-client-certificates',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A server takes client certificates that it does not verify',
  explanation: `Of the values of \`client_auth_type\` only \`RequireAndVerifyClientCert\` lets nobody in without a certificate of the client CA.
\`RequireAnyClientCert\`, and its other name \`RequireClientCert\`, ask for a certificate and take any, such as one that
somebody made a minute ago: an error. \`RequestClientCert\` does not even need one, and \`VerifyClientCertIfGiven\` lets in
whoever shows none: a warning, and of the latter only where no users have to log in.

\`RequireAndVerifyClientCert\` without a client CA verifies against the roots of the operating system, so that any
certificate of a public authority passes; and \`client_allowed_sans\` without \`client_auth_type\` is never looked at. Both are
errors, and \`promtool check web-config\` passes all of this.

Set \`client_auth_type: RequireAndVerifyClientCert\` and \`client_ca_file\`.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  client_auth_type: RequireAnyClientCert # want: unverified-client-certificates
`,
    'exporters/web.yml': `tls_server_config:
  cert_file: exporter.pem
  key_file: /run/secrets/exporter.key
  client_auth_type: RequireAndVerifyClientCert # want: unverified-client-certificates
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  client_auth_type: RequireAndVerifyClientCert
  client_ca_file: clients.pem
`,
  },
  *check({ servers }) {
    for (const server of servers) {
      const problem = server.tls === undefined ? undefined : problemOf(server, server.tls);
      if (problem !== undefined) yield problem;
    }
  },
};

type Fault = Pick<Problem, 'at' | 'message' | 'isMilder'>;

function problemOf(server: Server, tls: ServerTls): Problem | undefined {
  const policy = literal(tls.clientAuthType);
  const fault = policy === undefined ? unreadNamesOf(server, tls) : faultOf(server, tls, policy);
  return fault && { subject: { path: server.path, kind: 'client verification' }, ...fault };
}

function faultOf(server: Server, tls: ServerTls, { value, span }: Located<string>): Fault | undefined {
  const { label } = server;
  const { clientCa, clientAuthType } = tls.spelled;
  const policy = `write ${clientAuthType}: RequireAndVerifyClientCert`;
  const remedy = server.clientCa === undefined ? `${policy}, and set ${clientCa}` : policy;
  const needsCa = server.clientCa === undefined && server.isComplete;
  switch (value) {
    case 'RequireAnyClientCert':
    case 'RequireClientCert':
      return { at: span, message: `${label} takes any client certificate, also one that is self-signed; ${remedy}` };
    case 'RequestClientCert':
      return {
        at: span,
        message: `${label} asks for client certificates and verifies none; ${remedy}`,
        isMilder: true,
      };
    case 'VerifyClientCertIfGiven':
      return server.users.length > 0 || !server.isComplete
        ? undefined
        : { at: span, message: `${label} lets in clients that show no certificate; ${remedy}`, isMilder: true };
    case 'RequireAndVerifyClientCert':
      // Names that a public authority vouches for are a check too.
      return needsCa && tls.allowedNames === undefined
        ? {
            at: span,
            message: `${label} takes a client certificate of any public authority, since it has no CA for clients; set ${clientCa}`,
          }
        : undefined;
    case 'NoClientCert':
      return unreadNamesOf(server, tls);
    default:
      return undefined;
  }
}

/** Names of clients that nothing asks for. */
function unreadNamesOf({ label, isComplete, encryption }: Server, tls: ServerTls): Fault | undefined {
  const { allowedNames, clientAuthType, spelled } = tls;
  const isOff = clientAuthType === undefined || literal(clientAuthType)?.value === 'NoClientCert';
  if (allowedNames === undefined || !isOff || !isComplete || encryption !== 'tls') return undefined;
  return {
    at: allowedNames.span,
    message: `${label} never looks at ${allowedNames.value}, since it asks for no client certificate; write ${spelled.clientAuthType}: RequireAndVerifyClientCert, and set ${spelled.clientCa}`,
  };
}
