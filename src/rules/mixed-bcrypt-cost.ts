import type { Rule } from './rule.ts';

export const mixedBcryptCost: Rule = {
  id: 'mixed-bcrypt-cost',
  severity: 'note',
  isPedantic: true,
  summary: 'The users of a server have hashes of several costs',
  explanation: `How long a login takes depends on the cost of the hash. For a name that nobody has the server compares with a hash of cost 10,
so that the time of an answer does not tell who is a user. Hashes of several costs tell users from one another, and
from strangers.

Make all hashes with one cost: \`promsec hash USER\`, or \`htpasswd -nBC 12 USER\`.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users: # want: mixed-bcrypt-cost
  alice: $2y$10$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
  bob: $2y$12$bcdefghijklmnopqrstuvu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
  bob: $2y$12$bcdefghijklmnopqrstuvu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
  },
  *check({ servers }) {
    for (const { path, users, usersAt } of servers) {
      const all = users.flatMap(({ reading }) => (reading.kind === 'hash' ? [reading.cost] : []));
      const costs = [...new Set(all)].sort((a, b) => a - b);
      if (usersAt === undefined || costs.length < 2) continue;
      yield {
        at: usersAt,
        subject: { path, kind: 'bcrypt costs' },
        message: `the password hashes have the costs ${costs.slice(0, -1).join(', ')} and ${costs.at(-1)}, so that the time of an answer tells who is a user; make all with the same cost`,
      };
    }
  },
};
