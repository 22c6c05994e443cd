import type { Rule } from './rule.ts';

export const excessiveBcryptCost: Rule = {
  id: 'excessive-bcrypt-cost',
  severity: 'warning',
  summary: 'A bcrypt hash is so dear that logins can be used to stall the server',
  explanation: `Each step of the cost doubles the work of one login. The exporter toolkit compares one password at a time, and remembers
no more than a hundred answers, so with a cost of 18 anybody who can reach the port keeps everyone else out by sending
wrong passwords; a scrape that has to log in anew can run into its timeout.

Make the hash again with a cost between 10 and 14. The bound is \`bcrypt: { max-cost: 14 }\`.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $2y$18$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS # want: excessive-bcrypt-cost
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
  },
  *check({ servers }, { options }) {
    for (const { path, name, hash, reading } of servers.flatMap(server => server.users)) {
      if (reading.kind !== 'hash' || reading.cost <= options.bcrypt.maxCost) continue;
      yield {
        at: hash.span,
        subject: { path, kind: 'bcrypt cost' },
        message: `the password hash of ${name} has bcrypt cost ${reading.cost}, over ${options.bcrypt.maxCost}, and each login stalls the others; make it again with a cost of ${options.bcrypt.maxCost} or less`,
      };
    }
  },
};
