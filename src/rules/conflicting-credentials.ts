import type { Rule } from './rule.ts';

export const conflictingCredentials: Rule = {
  id: 'conflicting-credentials',
  severity: 'error',
  summary: 'Credentials are set in two ways of which one alone may be',
  explanation: `A client says who it is in one way. Prometheus does not load a file with two:
\`at most one of basic_auth, oauth2 & authorization must be configured\`,
\`at most one of basic_auth password, password_file & password_ref must be configured\`, and so on, and it names no line. On a reload it goes on with the old configuration; at a start it does not come up. The operator
accepts such an object and leaves it out, or passes it on to a Prometheus that then refuses everything.

Keep the one that the target asks for. A block that is empty is none, and what a template may leave empty is not reported.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
    basic_auth:
      username: prometheus
      password_file: secrets/node-password
    authorization: # want: conflicting-credentials
      credentials_file: secrets/node-token
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
    basic_auth:
      username: prometheus
      password_file: secrets/node-password
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check({ clients }) {
    for (const { label, path, conflicts } of clients) {
      for (const { fields } of conflicts) {
        const last = fields.at(-1);
        if (last === undefined) continue;
        const names = fields.map(({ value }) => value);
        yield {
          at: last.span,
          subject: { path, kind: names.join(' and ') },
          message: `${label} sets ${names.join(' and ')}, of which one alone is allowed; remove all but one`,
          related: fields.slice(0, -1).map(({ value, span }) => ({ at: span, message: `${value} is set here` })),
        };
      }
    }
  },
};
