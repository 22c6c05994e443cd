import type { Rule } from './rule.ts';

export const webWithoutTls: Rule = {
  id: 'web-without-tls',
  severity: 'warning',
  summary: 'A server asks for passwords over plain HTTP',
  explanation: `Without a certificate in \`tls_server_config\` the server speaks plain HTTP, and \`basic_auth_users\` makes every client send its
password readable for whoever is on the way, with each request. \`promtool check web-config\` does not mind. What is
more, the file is read again for each request: where it is emptied, or the block removed, everybody is let in at
once; with TLS on, connections fail instead.

Set \`cert_file\` and \`key_file\`. Where something on the same machine takes TLS off, let the server listen on loopback, and
ignore the finding with that reason.`,
  judgesKeysAlone: true,
  bad: {
    'web.yml': `basic_auth_users: # want: web-without-tls
  alice: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
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
    for (const { label, path, usersAt, encryption, tls, misnamed } of servers) {
      // Settings that do not turn TLS on are a finding of their own, with the same remedy.
      if (usersAt === undefined || encryption !== 'plain' || tls !== undefined || misnamed !== undefined) continue;
      yield {
        at: usersAt,
        subject: { path, kind: 'encryption' },
        message: `${label} takes passwords over plain HTTP; set cert_file and key_file in tls_server_config`,
      };
    }
  },
};
