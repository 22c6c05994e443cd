import type { RuntimeError } from './runtime-error.ts';

/** What the other side answers: HTTP status, alerts of TLS, and connections that end. */
export const ANSWER_ERRORS: readonly RuntimeError[] = [
  {
    pattern: /HTTP (?:status )?401|\bUnauthorized\b/,
    meaning: 'The target does not take the credentials, or got none.',
    causes: [
      {
        words: 'The password is not the one that the hash of the server is made of, or the user is unknown there.',
        ruleIds: ['wrong-scrape-password', 'self-scrape-mismatch', 'closed-server', 'invalid-bcrypt-hash'],
      },
      {
        words: 'The job sends no credentials, or the target is a kubelet, which asks for a token.',
        ruleIds: [
          'kubelet-without-credentials',
          'self-scrape-mismatch',
          'missing-secret-key',
          'empty-secret-reference',
        ],
      },
      {
        words:
          'What is sent is not the secret: a bcrypt hash, or a ${VARIABLE} that Prometheus does not replace, or it ends with a line break.',
        ruleIds: ['hash-as-password', 'unexpanded-variable', 'committed-secret'],
      },
      { words: 'The token has expired or was revoked.', ruleIds: [] },
    ],
  },
  {
    pattern: /is forbidden: User "|cannot (?:list|get|watch) resource/,
    meaning: 'The service account of Prometheus may not read what its discovery asks Kubernetes for.',
    causes: [
      {
        words: 'A ClusterRole lacks the resource, or nothing binds it to the service account.',
        ruleIds: ['missing-rbac'],
      },
    ],
  },
  {
    pattern: /HTTP (?:status )?403|\bForbidden\b/,
    meaning: 'The target knows who asks, and does not allow it.',
    causes: [
      {
        words: 'The service account may not read the metrics of the nodes: nodes/metrics, or a nonResourceURL.',
        ruleIds: ['missing-rbac', 'kubelet-without-credentials'],
      },
      {
        words: 'The name in the client certificate is not among those that the server allows (client_allowed_sans).',
        ruleIds: ['closed-server', 'missing-client-certificate'],
      },
    ],
  },
  {
    pattern: /HTTP (?:status )?400|\bBad Request\b|Client sent an HTTP request to an HTTPS server/,
    meaning: 'The target speaks TLS and is asked without it, or nginx wants a client certificate.',
    causes: [
      {
        words: 'Set scheme: https for the job.',
        ruleIds: ['self-scrape-mismatch', 'handshake-refused', 'tls-config-ignored'],
      },
      {
        words: 'nginx has ssl_verify_client on: give cert_file and key_file.',
        ruleIds: ['missing-client-certificate'],
      },
    ],
  },
  {
    pattern: /server gave HTTP response to HTTPS client/,
    meaning: 'The target speaks plain HTTP and is asked with TLS.',
    causes: [
      {
        words:
          'The target has no TLS, or the web configuration that turns it on is not read. Set scheme: http, or better give the target a certificate.',
        ruleIds: ['self-scrape-mismatch', 'web-tls-off', 'web-without-tls', 'handshake-refused'],
      },
    ],
  },
  {
    pattern:
      /tls: (?:bad certificate|certificate required|unknown certificate|expired certificate|unsupported certificate|revoked certificate|access denied)/,
    meaning: 'The target asks for a client certificate, and got none or does not take the one it got.',
    causes: [
      {
        words: 'The job has no cert_file and key_file, and the server demands a certificate.',
        ruleIds: ['missing-client-certificate', 'incomplete-client-certificate', 'self-scrape-mismatch'],
      },
      {
        words:
          'The certificate is past its end, is of another authority than the client_ca_file of the server, or is for servers alone.',
        ruleIds: ['certificate-expired', 'certificate-key-mismatch', 'closed-server'],
      },
    ],
  },
  {
    pattern: /tls: unrecognized name/,
    meaning: 'The target serves by name alone. Prometheus sends no name where the target is an address.',
    causes: [{ words: 'Set server_name.', ruleIds: ['missing-server-name', 'handshake-name-mismatch'] }],
  },
  {
    pattern: /tls: (?:protocol version not supported|handshake failure|no application protocol|insufficient security)/,
    meaning: 'The two have no version, cipher suite or kind of key in common.',
    causes: [
      {
        words:
          'The server has only what is old or only what is new. Give it TLS 1.2 and 1.3 with the suites that Go has by default.',
        ruleIds: ['weak-tls-version', 'weak-cipher-suite', 'server-will-not-start', 'closed-server'],
      },
      {
        words: 'The server demands a client certificate, which TLS 1.2 says with the same words.',
        ruleIds: ['missing-client-certificate'],
      },
    ],
  },
  {
    pattern: /connection refused|no such host|i\/o timeout|context deadline exceeded|no route to host/,
    meaning: 'Nobody answers there, or not in time: no matter of TLS or of credentials.',
    causes: [
      { words: 'The name, the port or the network is another. Ask from where Prometheus runs.', ruleIds: [] },
      { words: 'The server did not start, because of its web configuration.', ruleIds: ['server-will-not-start'] },
    ],
  },
  {
    pattern: /\bEOF\b|connection reset by peer|broken pipe/,
    meaning: 'The target ended the connection without a word.',
    causes: [
      { words: 'The target speaks TLS and is asked without it. Set scheme: https.', ruleIds: ['self-scrape-mismatch'] },
      { words: 'The target demands a client certificate.', ruleIds: ['missing-client-certificate'] },
    ],
  },
];
