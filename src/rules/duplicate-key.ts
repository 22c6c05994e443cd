import { departuresOf, refusalIn } from './departure-words.ts';
import type { Rule } from './rule.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A key stands twice in one mapping',
  explanation: `Prometheus refuses a file in which a key comes twice. Kubernetes and Helm take the last one and say nothing, so that the
\`tlsConfig\` that was reviewed may not be the one that counts: there it is a warning.

Put both into one, or remove one. A key that \`<<\` merges in and that the mapping sets again is overridden, as it should be, and
keys under different branches of a template exclude each other.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    tls_config: # want: duplicate-key
      ca_file: certs/ca.pem
      server_name: node.internal
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      server_name: node.internal
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check(model, { options }) {
    for (const departure of departuresOf(model, options, 'duplicate')) {
      const { at, path, field, program, others } = departure;
      const isTaken = program === 'operator';
      yield {
        at,
        subject: { path, kind: 'key' },
        message: `${field} comes twice, and ${isTaken ? 'the last one counts' : refusalIn(departure)}; keep one of the two`,
        related: others.map(other => ({ at: other.at, message: `${other.field} comes first here` })),
        ...(isTaken ? { isMilder: true } : {}),
      };
    }
  },
};
