import type { Problem } from '../findings/finding.ts';
import type { Credential } from '../model/model.ts';
import type { Rule } from './rule.ts';

export const unexpandedVariable: Rule = {
  id: 'unexpanded-variable',
  severity: 'note',
  isPedantic: true,
  summary: 'A secret is left to a variable that Prometheus does not expand',
  explanation: `Prometheus expands variables in \`external_labels\` and nowhere else, and exporters expand none. A \`\${PASSWORD}\` that
nothing else replaces is sent as it stands: the target answers \`401 Unauthorized\`, and nothing says why.

Make sure that something puts the value in before the file is read, \`envsubst\`, Ansible or Flux for example, or read the
secret from a file, which takes no such step.

Off unless asked for: that another tool does replace the variable is the rule, and the file cannot say so. Actions such as
\`{{ password }}\` are never reported, since they cannot be anything else.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    basic_auth:
      username: prometheus
      password: \${NODE_PASSWORD} # want: unexpanded-variable
`,
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
basic_auth_users:
  alice: $ALICE_HASH # want: unexpanded-variable
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
  alice: $2y$12$abcdefghijklmnopqrstuu5s8YHNSsTCWKVPqqyBHRtlbnYJxOcRS
`,
  },
  *check({ credentials, servers }) {
    for (const { document, kind, path, field, value, nature } of credentials) {
      if (nature === 'variable' && !isPutIn(document)) yield problem(value.span, path, kind, `${field} holds`);
    }
    for (const { document, users } of servers) {
      for (const { path, name, hash, nature } of users) {
        if (nature === 'variable' && !isPutIn(document))
          yield problem(hash.span, path, 'bcrypt hash', `the place of the password hash of ${name} holds`);
      }
    }
  },
};

/** True in a template of a language in which a variable is what puts a value in. */
function isPutIn({ language }: Credential['document']): boolean {
  return language === 'terraform';
}

function problem(at: Problem['at'], path: string, kind: string, what: string): Problem {
  const message = `${what} a variable, which nothing expands when the file is read; make sure that it is replaced before`;
  return { at, subject: { path, kind }, message };
}
