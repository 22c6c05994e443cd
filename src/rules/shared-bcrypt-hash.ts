import type { Rule } from './rule.ts';

export const sharedBcryptHash: Rule = {
  id: 'shared-bcrypt-hash',
  severity: 'warning',
  summary: 'Two users of a server have the same bcrypt hash',
  explanation: `A hash has a salt of its own, so that two that are equal were copied, and both users have one password. Whoever knows it
can log in as either, and changing the password of one leaves it good for the other. Everybody who reads the repository
can see it, too.

Give each user a password, and make each hash by itself: \`promsec hash USER\`, or \`htpasswd -nBC 12 USER\`.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
  bob: $2b$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS # want: shared-bcrypt-hash
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
    for (const { path, name, hash, hashOf } of servers.flatMap(server => server.users)) {
      if (hashOf === undefined) continue;
      yield {
        at: hash.span,
        subject: { path, kind: 'shared password' },
        message: `${name} has the password hash of ${hashOf}, and so the same password; give each a password of their own`,
      };
    }
  },
};
