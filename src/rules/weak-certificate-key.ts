import type { Certificate } from '../model/certificates/certificate.ts';
import type { CommittedCertificate } from '../model/model.ts';
import { isInUse, matters, nameOf, usedBy } from './certificate-use.ts';
import { LONG_CERTIFICATE, SHORT_KEY_CERTIFICATE } from './example-certificates.ts';
import type { Rule } from './rule.ts';
import { isTaken } from './skipped-block.ts';

// NIST SP 800-57 part 1, table 2: 2048 bits of RSA are as strong as 112 bits, and the least that is allowed.
const LEAST_RSA = 2048;
// crypto/rsa since Go 1.24, which Prometheus has its defaults from since 3.7.
const REFUSED_RSA = 1024;
// crypto/x509; P-224, which it knows too, has no place in TLS 1.3 (RFC 8446, section 4.2.3).
const CURVES = new Set(['P-256', 'P-384', 'P-521']);

export const weakCertificateKey: Rule = {
  id: 'weak-certificate-key',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'The key of a committed certificate is weak, or of a kind that Go does not take',
  explanation: `Who works out the key of a certificate answers in its name. RSA keys of less than 2048 bits are within reach of those who can
pay for it, and no public authority has signed one since 2014. Go goes on to accept those of 1024 bits; shorter ones are
refused by Prometheus 3.7 and later (\`crypto/rsa: 768-bit keys are insecure\`).

A DSA, Ed448 or RSA-PSS key, and one on a curve other than P-256, P-384 and P-521, is of no use to Go at all: handshakes end with
\`remote error: tls: handshake failure\`, or the certificate is not even parsed (\`x509: unsupported elliptic curve\`). P-224 works
up to TLS 1.2.

What fails is an error where the configuration leads to the certificate; all else is a warning.`,
  bad: { 'certs/node.crt': `# want-next: weak-certificate-key\n${SHORT_KEY_CERTIFICATE}` },
  good: { 'certs/node.crt': LONG_CERTIFICATE },
  *check({ certificates }) {
    for (const certificate of certificates) {
      const weakness = weaknessOf(certificate);
      if (weakness === undefined || !matters(certificate) || isPassedOver(certificate)) continue;
      const { key, name, span, uses } = certificate;
      yield {
        at: span,
        subject: { path: name, kind: 'certificate key' },
        message: `${nameOf(certificate)} has a key of ${key.label}, ${weakness.fact}; issue it anew with ECDSA P-256 or RSA 2048`,
        isMilder: !weakness.isRefused || !isInUse(certificate),
        related: usedBy(uses),
      };
    }
  },
};

interface Weakness {
  /** A clause about the key. */
  readonly fact: string;
  /** True where handshakes fail by it. */
  readonly isRefused: boolean;
}

/** True for a certificate with a key by which handshakes fail. */
export function hasRefusedKey(certificate: Certificate): boolean {
  return weaknessOf(certificate)?.isRefused === true;
}

/** True for one in a CA file that Go does not even parse, which is reported as what it passes over. */
function isPassedOver(certificate: CommittedCertificate): boolean {
  return !isTaken(certificate) && certificate.uses.some(({ as }) => as === 'ca');
}

function weaknessOf({ key: { type, bits, curve, label } }: Certificate): Weakness | undefined {
  if (type === 'dsa' || label === 'Ed448' || label.startsWith('RSA-PSS'))
    return { fact: 'which the TLS of Go does not know', isRefused: true };
  if (type === 'rsa' && bits !== undefined) return weaknessOfRsa(bits);
  if (type !== 'ecdsa' || (curve !== undefined && CURVES.has(curve))) return undefined;
  return curve === 'P-224'
    ? { fact: 'which TLS 1.3 does not take', isRefused: false }
    : { fact: 'a curve that Go does not know', isRefused: true };
}

function weaknessOfRsa(bits: number): Weakness | undefined {
  if (bits < REFUSED_RSA) return { fact: 'which Prometheus refuses since 3.7', isRefused: true };
  return bits < LEAST_RSA ? { fact: 'and less than 2048 bits are weak', isRefused: false } : undefined;
}
