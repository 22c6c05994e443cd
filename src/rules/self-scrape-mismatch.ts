import type { Fix, Problem } from '../findings/finding.ts';
import type { Link, Model } from '../model/model.ts';
import { decryptionFix, encryptionFix } from './encryption-fix.ts';
import { nameOf, relatedTo } from './linked-server.ts';
import type { Rule, RuleContext } from './rule.ts';

export const selfScrapeMismatch: Rule = {
  id: 'self-scrape-mismatch',
  severity: 'error',
  summary: 'Prometheus scrapes itself in a way that its own server refuses',
  explanation: `Once \`web.yml\` turns on TLS, Prometheus has to scrape itself over \`https\` like everybody else, and once it has users, with
the password of one. The job that was there from the start goes on over plain \`http\` without credentials. It fails, and
with it every alert on Prometheus itself: \`server returned HTTP status 400 Bad Request\` where TLS is on, \`http: server gave
HTTP response to HTTPS client\` the other way round, and \`server returned HTTP status 401 Unauthorized\` without a user.

Set \`scheme: https\` with the CA and \`server_name\` of the certificate, and \`basic_auth\` with a \`password_file\`. Only jobs are
judged that certainly ask the server itself: a command line of the repository reads both files, or the ServiceMonitor
selects the Service that the operator makes.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: [localhost:9090] # want: self-scrape-mismatch
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: prometheus.key
`,
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [.:/etc/prometheus:ro]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    scheme: https
    tls_config:
      ca_file: ca.pem
    static_configs:
      - targets: [localhost:9090]
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: prometheus.key
`,
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [.:/etc/prometheus:ro]
`,
  },
  *check(model, context) {
    for (const link of model.links) {
      const problem = transportProblem(link) ?? credentialsProblem(link);
      if (problem === undefined) continue;
      const fix = problem.subject.kind === 'transport' ? transportFix(link, model, context) : undefined;
      yield { ...problem, ...relatedTo(link), ...(fix === undefined ? {} : { fix }) };
    }
  },
};

function transportProblem({ client, server, target }: Link): Problem | undefined {
  const { label, path, transport } = client;
  const at = transport.at ?? target;
  const subject = { path, kind: 'transport' };
  if (transport.kind === 'plain' && server.encryption === 'tls') {
    const error = 'server returned HTTP status 400 Bad Request';
    return {
      at,
      subject,
      message: `${label} asks its own server over plain http, and ${nameOf(server)} turns on TLS, so that every scrape fails (${error}); ${transport.remedy}`,
    };
  }
  if (transport.kind === 'tls' && server.encryption === 'plain') {
    const error = 'http: server gave HTTP response to HTTPS client';
    return {
      at,
      subject,
      message: `${label} asks its own server over https, and ${nameOf(server)} turns on no TLS, so that every scrape fails (${error}); turn it on there, or set scheme: http`,
    };
  }
  return undefined;
}

/** None where the server would refuse the client all the same. */
function transportFix(link: Link, model: Model, context: RuleContext): Fix | undefined {
  const { client } = link;
  if (credentialsProblem(link) !== undefined) return undefined;
  return client.transport.kind === 'plain' ? encryptionFix(client, model, context) : decryptionFix(client, model);
}

function credentialsProblem({ client, server, target }: Link): Problem | undefined {
  const hasUsers = server.users.some(({ reading }) => reading.kind === 'hash');
  if (!hasUsers || client.authentications.length > 0) return undefined;
  const error = 'server returned HTTP status 401 Unauthorized';
  return {
    at: target,
    subject: { path: client.path, kind: 'credentials' },
    message: `${client.label} has no credentials, and ${nameOf(server)} lets in its users alone, so that every scrape fails (${error}); set basic_auth with a username and a password_file`,
  };
}
