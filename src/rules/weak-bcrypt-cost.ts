import type { Rule } from './rule.ts';

export const weakBcryptCost: Rule = {
  id: 'weak-bcrypt-cost',
  severity: 'warning',
  summary: 'A bcrypt hash is cheap to break',
  explanation: `The cost says how much work one guess is, and each step down halves it. \`htpasswd -B\` makes hashes of cost 5 unless
told otherwise, which is a thirty-second part of the work of cost 10, the least that OWASP's Password Storage Cheat Sheet asks for.
Whoever has read the hash, in this repository, tries passwords that much faster.

Make the hash again with a higher cost: \`promsec hash USER\`, or \`htpasswd -nBC 12 USER\`. The bound is \`bcrypt: { min-cost: 10 }\`.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $2y$05$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS # want: weak-bcrypt-cost
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
      if (reading.kind !== 'hash' || reading.cost >= options.bcrypt.minCost) continue;
      yield {
        at: hash.span,
        subject: { path, kind: 'bcrypt cost' },
        message: `the password hash of ${name} has bcrypt cost ${reading.cost}, under ${options.bcrypt.minCost}; make it again with a cost of ${options.bcrypt.minCost} or more`,
      };
    }
  },
};
