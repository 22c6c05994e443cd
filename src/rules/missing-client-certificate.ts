import type { Problem } from '../findings/finding.ts';
import type { Client, Server } from '../model/model.ts';
import type { Span } from '../text/source.ts';
import { relatedToTarget } from './handshake-words.ts';
import { nameOf, relatedTo } from './linked-server.ts';
import type { Rule } from './rule.ts';

export const missingClientCertificate: Rule = {
  id: 'missing-client-certificate',
  severity: 'error',
  summary: 'A scrape job has no client certificate, and the server demands one',
  explanation: `With \`client_auth_type: RequireAndVerifyClientCert\` or \`RequireAnyClientCert\` the server ends each handshake in which the client
shows no certificate, and Prometheus, which scrapes itself, is a client like others: \`remote error: tls: certificate required\`,
or \`bad certificate\` from servers built with Go before 1.21.

Give the job \`cert_file\` and \`key_file\` of a certificate that the CA in \`client_ca_file\` signed. Only jobs are judged that
certainly ask a server of the repository: a command line reads both files, or starts an exporter under the name of the
target, or a ServiceMonitor selects the Service before it.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: prometheus
    scheme: https
    tls_config: # want: missing-client-certificate
      ca_file: ca.pem
    static_configs:
      - targets: [localhost:9090]
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: prometheus.key
  client_auth_type: RequireAndVerifyClientCert
  client_ca_file: ca.pem
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
      cert_file: scraper.pem
      key_file: scraper.key
    static_configs:
      - targets: [localhost:9090]
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: prometheus.key
  client_auth_type: RequireAndVerifyClientCert
  client_ca_file: ca.pem
`,
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: [.:/etc/prometheus:ro]
`,
  },
  *check({ links, handshakes }) {
    for (const link of links) {
      const problem = problemOf(link.client, link.server, link.target);
      if (problem !== undefined) yield { ...problem, ...relatedTo(link) };
    }
    for (const handshake of handshakes) {
      const { client, servedBy, target, isSelfScrape } = handshake;
      const problem = servedBy.server && !isSelfScrape ? problemOf(client, servedBy.server, target.at) : undefined;
      if (problem !== undefined) yield { ...problem, related: relatedToTarget(handshake) };
    }
  },
};

function problemOf({ label, path, transport, tls }: Client, server: Server, target: Span): Problem | undefined {
  const isTurnedAway = transport.kind === 'tls' && server.clientCertificates === 'demanded';
  if (!isTurnedAway || tls?.cert !== undefined || tls?.key !== undefined) return undefined;
  const advice = tls === undefined ? 'give it one' : `set ${tls.spelled.cert} and ${tls.spelled.key} of one`;
  return {
    at: tls?.at ?? transport.at ?? target,
    subject: { path, kind: 'client certificate' },
    message: `${label} has no client certificate, and ${nameOf(server)} demands one, so that every scrape fails (remote error: tls: certificate required); ${advice} that its client CA signed`,
  };
}
