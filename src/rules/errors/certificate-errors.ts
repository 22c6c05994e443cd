import type { RuntimeError } from './runtime-error.ts';

const UNKNOWN_AUTHORITY =
  'None of the authorities that Prometheus trusts signed what the target showed: those of ca_file, and the roots of the machine only where there is no ca_file.';

/**
 * What the verification of a certificate says (Go's crypto/x509, verify.go, 1.19 to 1.27), the more precise text before
 * the more general.
 */
export const CERTIFICATE_ERRORS: readonly RuntimeError[] = [
  {
    pattern:
      /signed by unknown authority \(possibly because of "x509: invalid signature: parent certificate cannot sign/,
    meaning: `${UNKNOWN_AUTHORITY} There is one of the right name, which is not allowed to sign: it has CA:FALSE, or no basic constraints, or a key usage without certificate signing.`,
    causes: [
      {
        words:
          'ca_file holds a certificate that is no authority. Make the authority again, with basicConstraints=critical,CA:TRUE and keyUsage=keyCertSign.',
        ruleIds: ['not-a-certificate-authority', 'handshake-unknown-authority'],
      },
    ],
  },
  {
    pattern: /signed by unknown authority \(possibly because of "x509: cannot verify signature: insecure algorithm/,
    meaning: `${UNKNOWN_AUTHORITY} There is one of the right name, and Go does not take the algorithm of its signature (SHA-1 or MD5).`,
    causes: [
      {
        words: 'The certificate is signed with SHA-1 or MD5. Have it signed again with SHA-256.',
        ruleIds: ['weak-certificate-signature', 'handshake-unknown-authority'],
      },
    ],
  },
  {
    pattern: /signed by unknown authority \(possibly because of/,
    meaning: `${UNKNOWN_AUTHORITY} There is one of the right name with another key.`,
    causes: [
      {
        words:
          'The authority was made again under its old name, and ca_file or the certificate of the target is from before. Put the new authority into ca_file, beside the old one while both are in use.',
        ruleIds: ['handshake-unknown-authority'],
      },
      {
        words: 'ca_file leads to the authority of another environment. Compare the two by their fingerprints.',
        ruleIds: ['handshake-unknown-authority', 'missing-file'],
      },
    ],
  },
  {
    pattern: /certificate signed by unknown authority/,
    meaning: UNKNOWN_AUTHORITY,
    causes: [
      {
        words: "No ca_file is set, and the target's authority is a private one. Set ca_file to its certificate.",
        ruleIds: ['missing-ca-file', 'handshake-unknown-authority'],
      },
      {
        words: 'ca_file holds another authority. Put in the one that signed the certificate of the target.',
        ruleIds: ['handshake-unknown-authority'],
      },
      {
        words:
          'ca_file holds the authority in a block that Go passes over without a word: behind a byte order mark, indented, with another label or with headers.',
        ruleIds: ['skipped-pem-block', 'ca-file-unusable'],
      },
      {
        words:
          'The target does not send its intermediate certificate. Put it behind the certificate in the cert_file of the server, or into ca_file.',
        ruleIds: ['handshake-unknown-authority'],
      },
      {
        words: 'What is in ca_file may not sign certificates.',
        ruleIds: ['not-a-certificate-authority'],
      },
    ],
  },
  {
    pattern: /cannot validate certificate for .* because it doesn't contain any IP SANs/,
    meaning: 'The target is scraped by its address, and its certificate has names alone.',
    causes: [
      {
        words: 'Set server_name to a name of the certificate, or add the address to the certificate as an IP SAN.',
        ruleIds: ['handshake-name-mismatch', 'missing-server-name', 'self-scrape-mismatch'],
      },
    ],
  },
  {
    pattern: /certificate relies on legacy Common Name field|certificate is not valid for any names/,
    meaning:
      'The certificate has no subject alternative name. Go has not looked at the common name since version 1.15.',
    causes: [
      {
        words:
          'Make the certificate again with the host as a DNS or IP SAN: openssl req -addext subjectAltName=DNS:host.',
        ruleIds: ['certificate-without-san', 'handshake-name-mismatch'],
      },
    ],
  },
  {
    pattern: /certificate is valid for .*, (?:not|but none matched) /,
    meaning:
      'The certificate of the target holds for other names than the one that is asked for: server_name, or without it the host of the target.',
    causes: [
      {
        words:
          'The target is scraped under a name that its certificate does not have. Set server_name to one that it has, or add the name to the certificate.',
        ruleIds: ['handshake-name-mismatch', 'missing-server-name', 'self-scrape-mismatch'],
      },
      {
        words: 'server_name is misspelt, or is a URL or has a port. It takes a host name alone.',
        ruleIds: ['handshake-name-mismatch'],
      },
      {
        words: 'Something else answers there: a proxy, or a default certificate of an ingress.',
        ruleIds: [],
      },
    ],
  },
  {
    pattern: /certificate has expired or is not yet valid: current time \S+ is before/,
    meaning: 'A certificate of the chain holds only from a later moment on, or the clock of the machine is behind.',
    causes: [
      {
        words: 'A certificate was made ahead of its time, or on a machine whose clock is ahead.',
        ruleIds: ['certificate-not-yet-valid', 'handshake-expired'],
      },
      { words: 'The clock of the machine that Prometheus runs on is behind. Look at what sets it.', ruleIds: [] },
    ],
  },
  {
    pattern: /certificate has expired or is not yet valid/,
    meaning:
      'A certificate of the chain is past its end. The text is the same for that of the target, an intermediate and a root, and does not say which.',
    causes: [
      {
        words: 'The certificate of the target, or one above it, is past its end. Replace it, and reload the target.',
        ruleIds: ['handshake-expired', 'certificate-expired'],
      },
      {
        words:
          'The authority in ca_file is past its end. Put in its successor, with the old one while both are in use.',
        ruleIds: ['certificate-expired', 'certificate-expiring'],
      },
      {
        words: 'The file is new and the target still serves the one from before: most servers read it when they start.',
        ruleIds: [],
      },
    ],
  },
  {
    pattern: /certificate specifies an incompatible key usage/,
    meaning: 'The extended key usage of the certificate, or of an authority above it, leaves out servers.',
    causes: [
      {
        words: 'The target shows a certificate that was made for a client. Make one with extendedKeyUsage=serverAuth.',
        ruleIds: ['handshake-refused'],
      },
    ],
  },
  {
    pattern: /not authorized to sign for this name|is not permitted by any constraint|is excluded by constraint/,
    meaning:
      'An authority of the chain may sign for certain names alone, and a name of the certificate is none of them.',
    causes: [
      {
        words:
          'Every name of the certificate counts, not only the one that is scraped. Have it made without the others.',
        ruleIds: ['handshake-refused'],
      },
    ],
  },
  {
    pattern: /too many intermediates for path length constraint/,
    meaning: 'An authority of the chain allows fewer authorities below it than there are.',
    causes: [
      { words: 'Have the authority made again with a larger pathlen, or without one.', ruleIds: ['handshake-refused'] },
    ],
  },
  {
    pattern: /unhandled critical extension|invalid policies/,
    meaning: 'The certificate has an extension that is marked as critical, and that Go does not know or cannot meet.',
    causes: [{ words: 'Have the certificate made without that extension.', ruleIds: ['handshake-refused'] }],
  },
  {
    pattern: /failed to parse certificate from server|larger than 8192 bits|keys are insecure/,
    meaning: 'Go does not take the certificate at all, and insecure_skip_verify does not help.',
    causes: [
      {
        words: 'Have the certificate made again: RSA from 2048 to 8192 bits or ECDSA P-256, and names in ASCII.',
        ruleIds: ['handshake-refused', 'weak-certificate-key'],
      },
    ],
  },
];
