import type { Rule } from './rule.ts';
import { serverFaultsOf } from './server-fault.ts';

export const serverWillNotStart: Rule = {
  id: 'server-will-not-start',
  severity: 'error',
  summary: 'A server refuses its web configuration',
  explanation: `With any of this the server exits when it is started, in the words that the finding quotes; one that runs already answers
every request with \`500 Internal Server Error\`, or drops the connection:

- TLS settings without a certificate or without a key;
- a TLS version, cipher suite, curve or \`client_auth_type\` by a name that it does not know; names are compared exactly,
  \`TLS12\` and not \`TLS1.2\`, \`CurveP256\` and not \`P256\`;
- a client CA without \`client_auth_type\`;
- a header that is not one of the five that can be set, or a value that is not allowed, in the very case: \`deny\` and not \`DENY\`;
- a user who comes twice, or \`tls_config\` in the place of \`tls_server_config\`;
- \`cipher_suites\` without \`TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256\` and its sister of ECDSA, one of which HTTP/2 needs. Here alone
  \`promtool check web-config\` says \`SUCCESS\`: add one of them, turn \`http2\` off, or set \`min_version: TLS13\`.

Of a resource the operator refuses a certificate without its key, and a field together with its \`File\`, before any server sees them.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  min_version: TLS1.2 # want: server-will-not-start
`,
    'exporters/web.yml': `tls_server_config:
  cert_file: exporter.pem
  key_file: /run/secrets/exporter.key
  cipher_suites: # want: server-will-not-start
    - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
    - TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  min_version: TLS12
  cipher_suites:
    - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
`,
  },
  *check({ servers }) {
    for (const server of servers) {
      for (const { at, kind, error, remedy, fix } of serverFaultsOf(server)) {
        yield {
          at,
          subject: { path: server.path, kind },
          message: `${server.label} does not start: ${error}; ${remedy}`,
          ...(fix === undefined ? {} : { fix }),
        };
      }
    }
  },
};
