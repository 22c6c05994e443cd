import type { Rule } from './rule.ts';
import { adviceOf } from './secret-in-clear.ts';

export const hashAsPassword: Rule = {
  id: 'hash-as-password',
  severity: 'error',
  summary: 'A bcrypt hash stands where the password belongs',
  explanation: `A client sends what is written, so a hash in its place is sent as the password, and the server, which keeps that very
hash, answers \`401 Unauthorized\` to each request. A chart that hashes the passwords of its users itself makes a hash of
the hash, and the same happens to whoever logs in.

The hash belongs to the server, in the \`basic_auth_users\` of its \`web.yml\`. The client needs the password that it was made
of, and best reads it from a file or a Secret. A committed hash can be guessed at leisure, so choose a strong password.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS # want: hash-as-password
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password_file: secrets/node-password
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  prometheus: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
  },
  *check({ credentials }) {
    for (const { kind, path, field, value, nature, alternative } of credentials) {
      if (nature !== 'hash') continue;
      yield {
        at: value.span,
        subject: { path, kind },
        message: `${field} holds a bcrypt hash where the ${kind} itself belongs, so that no login succeeds; take the ${kind} that it was made of, and ${adviceOf(alternative)}`,
      };
    }
  },
};
