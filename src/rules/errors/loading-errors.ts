import type { RuntimeError } from './runtime-error.ts';

const VANISHES =
  'At the start, or for a new job, the job then vanishes: no target, no up series, and an alert on up == 0 stays silent. A reload of a job that runs fails, and the old settings go on.';

/** What Prometheus says when it makes a client or a server (prometheus/common config/http_config.go, exporter-toolkit web/). */
export const LOADING_ERRORS: readonly RuntimeError[] = [
  {
    pattern: /unable to use specified CA cert/,
    meaning: `ca_file holds no certificate in PEM that Go would take. ${VANISHES}`,
    causes: [
      {
        words:
          'The file is DER, PKCS#7, a key or a request, is empty, or starts with a byte order mark. Convert it: openssl x509 -inform DER -in ca.cer -out ca.pem.',
        ruleIds: ['ca-file-unusable', 'skipped-pem-block'],
      },
      {
        words: 'What is mounted there is something else than what the configuration means.',
        ruleIds: ['missing-secret-key', 'empty-secret-reference'],
      },
    ],
  },
  {
    pattern: /unable to (?:load|read) (?:specified )?CA cert/,
    meaning: `ca_file cannot be read. ${VANISHES}`,
    causes: [
      {
        words: 'The file is not where the configuration says, seen from the process: its mount or its path is another.',
        ruleIds: ['missing-file', 'missing-secret-key', 'empty-secret-reference'],
      },
    ],
  },
  {
    pattern: /private key (?:type )?does not match public key/,
    meaning: `The key in key_file is not that of the first certificate in cert_file. ${VANISHES}`,
    causes: [
      {
        words: 'One of the two files was replaced without the other.',
        ruleIds: ['certificate-key-mismatch'],
      },
      {
        words: 'cert_file begins with the authority. The own certificate has to come first, then those above it.',
        ruleIds: ['certificate-key-mismatch'],
      },
    ],
  },
  {
    pattern:
      /unable to (?:read|use) specified client cert|failed to (?:find any PEM|parse private key|find certificate)/,
    meaning: `The pair of cert_file and key_file cannot be used. ${VANISHES}`,
    causes: [
      {
        words: 'One of the two files is missing, or is where the process does not see it.',
        ruleIds: ['missing-file', 'incomplete-client-certificate', 'missing-secret-key'],
      },
      {
        words: 'The two are switched, the key is encrypted, or one is not PEM.',
        ruleIds: ['certificate-key-mismatch', 'server-will-not-start'],
      },
    ],
  },
  {
    pattern: /max_version must be greater|no supported versions satisfy MinVersion and MaxVersion|unknown TLS version/,
    meaning: 'min_version and max_version leave no version of TLS that Prometheus speaks.',
    causes: [
      {
        words: 'Write TLS12 or TLS13, and no max_version.',
        ruleIds: ['weak-tls-version', 'handshake-refused', 'server-will-not-start'],
      },
    ],
  },
  {
    pattern: /crypto\/bcrypt: |strconv\.Atoi: parsing/,
    meaning:
      'A value of basic_auth_users is no bcrypt hash, and the server does not start. The text does not say whose.',
    causes: [
      {
        words:
          'The value is the password itself, a hash of another kind, or one that a shell or Compose took a $ out of.',
        ruleIds: ['invalid-bcrypt-hash', 'unexpanded-variable'],
      },
    ],
  },
  {
    pattern: /at most one of|cannot have both|must configure (?:either|only one)/,
    meaning: 'Settings are there of which one alone may be.',
    causes: [{ words: 'Keep one of them.', ruleIds: ['conflicting-credentials', 'server-will-not-start'] }],
  },
  {
    pattern: /client (?:cert|key) file .* specified without|exactly one of (?:cert|key) or (?:cert|key)_file must be/,
    meaning: `A client certificate stands without its key, or a key without its certificate. ${VANISHES}`,
    causes: [{ words: 'Set both cert_file and key_file, or neither.', ruleIds: ['incomplete-client-certificate'] }],
  },
  {
    pattern: /field \S+ not found in type|already set in map|cannot unmarshal/,
    meaning:
      'A field is misspelt or stands in the wrong place, comes twice, or has a value of another kind; or the server is older than the field.',
    causes: [
      {
        words: 'Mend the field that the message names. promtool check config and check web-config read the same way.',
        ruleIds: ['server-will-not-start', 'web-tls-off'],
      },
    ],
  },
  {
    pattern:
      /unknown (?:cipher|curve)|invalid ClientAuth|can not be configured|client CA's have been configured|HTTP\/2-required|invalid value for/i,
    meaning: 'The web configuration is refused, and the server does not start.',
    causes: [{ words: 'Mend the value that the message names.', ruleIds: ['server-will-not-start'] }],
  },
  {
    pattern: /missing (?:one of (?:cert|key) or |cert_file|key_file)|TLS (?:private key|certificate) must be defined/,
    meaning: 'The web configuration has TLS settings without a certificate or its key.',
    causes: [{ words: 'Set both cert_file and key_file.', ruleIds: ['server-will-not-start', 'web-tls-off'] }],
  },
  {
    pattern: /open \S+: (?:no such file|permission denied)|no such file or directory/,
    meaning:
      'A file that the configuration names is not there, or may not be read by the user that Prometheus runs as.',
    causes: [
      {
        words: 'The path is another one from inside of the process: look at its mounts.',
        ruleIds: ['missing-file', 'missing-secret-key', 'operator-file-access'],
      },
    ],
  },
];
