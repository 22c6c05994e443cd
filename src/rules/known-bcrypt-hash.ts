import type { Rule } from './rule.ts';

export const knownBcryptHash: Rule = {
  id: 'known-bcrypt-hash',
  severity: 'error',
  summary: 'A bcrypt hash is one that was published',
  explanation: `A bcrypt hash hides nothing where it is published together with its password: the \`basic_auth_users\` of the example
\`web.yml\` in the repository of Prometheus, and of the guide to basic authentication, stand in many a configuration as
they were copied. Whoever reads the same page can log in.

Choose a password of your own, and make its entry with \`promsec hash USER\`, or with \`htpasswd -nBC 12 USER\`. Only hashes that
are known to be published are reported.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze # want: known-bcrypt-hash
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
  *check({ servers }) {
    for (const { path, name, hash, publication } of servers.flatMap(server => server.users)) {
      if (publication === undefined) continue;
      yield {
        at: hash.span,
        subject: { path, kind: 'password' },
        message: `the password hash of ${name} is the one in ${publication}; choose a password of your own, and put the hash that promsec hash makes there`,
      };
    }
  },
};
