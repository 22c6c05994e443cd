import type { Rule } from './rule.ts';

export const invalidBcryptHash: Rule = {
  id: 'invalid-bcrypt-hash',
  severity: 'error',
  summary: 'What stands in the place of a bcrypt hash is none',
  explanation: `\`basic_auth_users\` takes a bcrypt hash for each user and nothing else. Something that does not look like one stops the
server when it starts; something that looks like one and is not, because it was cut off or altered, starts and then refuses
the right password for ever. A password in clear is, besides, a leaked secret.

Make the entry with \`promsec hash USER\`; or take what follows the colon of \`htpasswd -nBC 12 USER\`, whole.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: correct-horse-battery-staple # want: invalid-bcrypt-hash
  bob: $apr1$x4rTUOsG$2tDDWEPHWkHTHPbHMv1lz0 # want: invalid-bcrypt-hash
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
    for (const { path, name, hash, nature, reading } of servers.flatMap(server => server.users)) {
      const isWritten = nature === 'literal' || nature === 'empty';
      if (!isWritten || reading.kind === 'hash') continue;
      const effect = reading.isRefused ? 'the server does not start with it' : 'no password ever logs in with it';
      yield {
        at: hash.span,
        subject: { path, kind: 'bcrypt hash' },
        message: `the value for user ${name} is no bcrypt hash: ${reading.why}, and ${effect}; put the hash that promsec hash makes there`,
      };
    }
  },
};
