import { cipherSuiteKindOf } from '../model/servers/cipher-suite.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const weakCipherSuite: Rule = {
  id: 'weak-cipher-suite',
  severity: 'warning',
  summary: 'A server offers a cipher suite that Go leaves out or puts last',
  explanation: `The suites in CBC mode with SHA-1 are open to attacks on their padding, and Go takes them only where the client has nothing
better. Those whose names begin with \`TLS_RSA\` have no forward secrecy: with the key of the server all that was ever recorded
can be read. Go 1.22 dropped them, so that Prometheus 2.51 and later refuse to start: \`unknown cipher\`.

Remove the names. Without \`cipher_suites\` Go has a good list of its own, and for TLS 1.3 the setting has no effect. Not reported is
a server that speaks TLS 1.3 alone.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  cipher_suites:
    - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    - TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA # want: weak-cipher-suite
`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: prometheus.pem
  key_file: /run/secrets/prometheus.key
  cipher_suites:
    - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
    - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
`,
  },
  *check({ servers }) {
    for (const { label, path, tls, encryption } of servers) {
      if (tls === undefined || encryption === 'plain') continue;
      const isLatest = literal(tls.minVersion)?.value === 'TLS13';
      for (const suite of tls.cipherSuites) {
        const name = literal(suite);
        const why = name === undefined ? undefined : weaknessOf(name.value, isLatest);
        if (name === undefined || why === undefined) continue;
        yield {
          at: name.span,
          subject: { path, kind: `cipher suite ${name.value}` },
          message: `${label} offers ${name.value}, ${why}; remove it`,
        };
      }
    }
  },
};

/** What is wrong with a suite, as the end of a sentence. */
function weaknessOf(name: string, isLatest: boolean): string | undefined {
  const kind = cipherSuiteKindOf(name);
  if (kind === 'weak') return isLatest ? undefined : 'which is in CBC mode with SHA-1';
  return kind === 'withdrawn'
    ? 'which has no forward secrecy, and with which a server built with Go 1.22 or later does not start'
    : undefined;
}
