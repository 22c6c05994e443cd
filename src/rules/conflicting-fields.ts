import { departuresOf, refusalIn } from './departure-words.ts';
import type { Rule } from './rule.ts';

export const conflictingFields: Rule = {
  id: 'conflicting-fields',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'Fields are set together that exclude each other',
  explanation: `A CA from a file and from the text, a proxy of its own and that of the environment, \`kubeconfig_file\` beside \`api_server\`: each of
them is right alone, and together they make Prometheus refuse the whole file. It names no line.

Keep the one that is meant. Credentials that exclude each other are
[\`conflicting-credentials\`](conflicting-credentials.md).`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    proxy_url: http://proxy.internal:3128
    proxy_from_environment: true # want: conflicting-fields
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    proxy_from_environment: true
    tls_config:
      ca_file: certs/ca.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check(model, { options }) {
    for (const departure of departuresOf(model, options, 'conflict')) {
      const { at, path, field, others, isOfSomeVersions, remedy = 'remove all but one' } = departure;
      const names = [...others.map(other => other.field), field].join(' and ');
      const fact = others.length === 0 ? `${field} does not go with a default` : `${names} do not go together`;
      yield {
        at,
        subject: { path, kind: names },
        message: `${fact}, and ${refusalIn(departure)}; ${remedy}`,
        related: others.map(other => ({ at: other.at, message: `${other.field} is set here` })),
        ...(isOfSomeVersions ? { isMilder: true } : {}),
      };
    }
  },
};
