import { fixBy } from './fix-by.ts';
import type { Rule } from './rule.ts';

export const deprecatedBearerToken: Rule = {
  id: 'deprecated-bearer-token',
  severity: 'note',
  isPedantic: true,
  judgesKeysAlone: true,
  summary: 'A token is set in a field that is deprecated',
  explanation: `\`bearer_token\` and \`bearer_token_file\` left the documentation of Prometheus in 2.26, when \`authorization\` took their place,
and the operator calls its own forms of them deprecated. Prometheus still rewrites them to \`authorization\`, and refuses a
client that has both: \`authorization is not compatible with bearer_token & bearer_token_file\`.

Move the token to \`authorization\`, as the fix does where that is another place for the same value. A ServiceMonitor has no
\`credentialsFile\` there, and takes the token from a Secret.

Off unless asked for: the fields work in every version up to Prometheus 3.14, and many charts set them.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    bearer_token_file: secrets/node-token # want: deprecated-bearer-token
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
    authorization:
      credentials_file: secrets/node-token
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check({ clients }) {
    for (const { path, authentications } of clients) {
      for (const { field, at, successor } of authentications) {
        if (successor === undefined) continue;
        const { words, mending } = successor;
        yield {
          at,
          subject: { path, kind: 'bearer token' },
          message: `${field} is deprecated; in its place use ${words}`,
          ...(mending === undefined ? {} : { fix: fixBy(mending, `move ${field} to authorization`) }),
        };
      }
    }
  },
};
