import type { Rule } from './rule.ts';

export const webTlsOff: Rule = {
  id: 'web-tls-off',
  severity: 'error',
  summary: 'The TLS settings of a server leave TLS off',
  explanation: `A server speaks TLS when its \`tls_server_config\` sets a certificate, a key, a client CA or \`client_auth_type\`. With
\`min_version\`, \`cipher_suites\`, \`curve_preferences\` or \`client_allowed_sans\` alone, or with paths that are empty, it starts and
speaks plain HTTP: nobody says so, neither \`promtool check web-config\` nor the log in a way that anybody looks for.

Set \`cert_file\` and \`key_file\`, or remove the block.`,
  bad: {
    'web.yml': `tls_server_config: # want: web-tls-off
  min_version: TLS13
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  min_version: TLS13
`,
  },
  judgesKeysAlone: true,
  *check({ servers }) {
    for (const { label, path, encryption, tls, isOfOperator } of servers) {
      // The operator refuses a resource with such a block.
      if (encryption !== 'plain' || tls === undefined || isOfOperator) continue;
      yield {
        at: tls.at,
        subject: { path, kind: 'encryption' },
        message: `${label} speaks plain HTTP, since its TLS settings have no certificate; set ${tls.spelled.cert} and ${tls.spelled.key}, or remove them`,
      };
    }
  },
};
