import type { Problem } from '../findings/finding.ts';
import type { Model, Reference, ResolvedReference, Server } from '../model/model.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const closedServer: Rule = {
  id: 'closed-server',
  severity: 'error',
  summary: 'A server lets nobody in, or somebody never',
  explanation: `The server starts, \`promtool check web-config\` says \`SUCCESS\`, and then:

- a \`rate_limit\` with an \`interval\` and no \`burst\`, or one of 0, answers every request with \`429 Too Many Requests\`;
- a client CA without a certificate in PEM, \`/dev/null\` too, verifies no client: every connection fails with
  \`unknown certificate authority\`;
- a user whose name has a colon can never log in, since basic authentication ends the name at the first one.

Set a \`burst\`, put a certificate into the file, name the user otherwise.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
rate_limit: # want: closed-server
  interval: 1s
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
rate_limit:
  interval: 1s
  burst: 20
`,
  },
  *check({ servers, references }) {
    for (const server of servers) {
      const { label, path, rateLimit, users } = server;
      if (rateLimit !== undefined && isShut(rateLimit)) {
        const message = `${label} answers every request with 429, since its rate limit has no burst; set burst to 1 or more`;
        yield { at: rateLimit.at, subject: { path, kind: 'rate limit' }, message };
      }
      const problem = clientCaProblem(server, references);
      if (problem !== undefined) yield problem;
      for (const user of users) {
        if (user.canBeSent) continue;
        const message = `the user ${user.name} can never log in, since a name ends at the first colon; choose a name without one`;
        yield { at: user.nameAt, subject: { path: user.path, kind: 'user name' }, message };
      }
    }
  },
};

/** Without a burst, or with one of 0, no request is ever within the limit (golang.org/x/time/rate, reserveN). */
function isShut({ interval, burst }: NonNullable<Server['rateLimit']>): boolean {
  const isOn = /[1-9]/.test(literal(interval)?.value ?? '');
  return isOn && (burst === undefined || /^0+$/.test(literal(burst)?.value ?? ''));
}

function clientCaProblem(server: Server, references: Model['references']): Problem | undefined {
  const { label, path, clientCa, tls } = server;
  const policy = literal(tls?.clientAuthType)?.value;
  if (tls === undefined || clientCa === undefined) return undefined;
  if (policy !== 'RequireAndVerifyClientCert' && policy !== 'VerifyClientCertIfGiven') return undefined;
  if (!tls.hasEmptyClientCa && !references.some(reference => leadsToNothing(reference, clientCa))) return undefined;
  const effect = policy === 'RequireAndVerifyClientCert' ? 'lets no client in' : 'lets in no client with a certificate';
  return {
    at: clientCa.to === 'file' ? clientCa.path.span : clientCa.at,
    subject: { path, kind: 'client CA' },
    message: `${label} ${effect}, since ${clientCa.field} holds no certificate in PEM; put that of the clients' authority there`,
  };
}

function leadsToNothing({ at, found }: ResolvedReference, clientCa: Reference): boolean {
  if (clientCa.to !== 'file' || found.kind !== 'file' || found.lacksCertificates !== true) return false;
  const { span } = clientCa.path;
  return at.file === span.file && at.start === span.start && at.end === span.end;
}
