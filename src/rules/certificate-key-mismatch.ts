import type { Problem, Related } from '../findings/finding.ts';
import type { CertificateFile, Model, Reference } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import { printable } from '../text/printable.ts';
import { isWithin, leadsFrom, spanOf } from './certificate-use.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import { pairFaultOf, type PairFault } from './key-pair.ts';
import type { Rule } from './rule.ts';

export const certificateKeyMismatch: Rule = {
  id: 'certificate-key-mismatch',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A certificate and its key cannot be used together',
  explanation: `A server with such a pair exits when it is started: \`failed to load X509KeyPair: tls: private key does not match public key\`.
A scrape job with one is dropped at the start: no target, no \`up\` series, so that an alert on \`up == 0\` stays silent; a reload fails.
\`promtool check config\` says \`SUCCESS\`, since it looks whether the files are there, and not into them.

The finding quotes what Go says. The usual causes: one of the two was renewed alone; the file of the certificate
begins with that of the authority, where the own one has to come first; the two files are switched; the key is encrypted,
and there is no way to give a passphrase; one of them is not PEM.

Looked at are the pairs of servers and of clients, and \`tls.crt\` with \`tls.key\` in a Secret.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: server.pem # want: certificate-key-mismatch
`,
    'server.pem': `# The key was taken out.\n${LONG_CERTIFICATE}`,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: server.pem
  key_file: /run/secrets/server.key
`,
    'server.pem': LONG_CERTIFICATE,
  },
  *check(model) {
    const judged = new Set<CertificateFile>();
    for (const pair of pairsIn(model)) {
      judged.add(pair.certificates).add(pair.keys);
      const fault = pairFaultOf(pair.certificates, pair.keys, model.containers);
      if (fault !== undefined) yield problemOf(pair, fault);
    }
    for (const secret of secretsIn(model)) {
      if (judged.has(secret.certificates) || judged.has(secret.keys)) continue;
      // Tests of what reads Secrets have such pairs on purpose.
      if (isTestPath(secret.certificates.document.file.path)) continue;
      const fault = pairFaultOf(secret.certificates, secret.keys, model.containers);
      if (fault !== undefined) yield problemInSecret(secret, fault);
    }
  },
};

/** Two containers of which one has the certificate and the other the key, by the configuration. */
interface Pair {
  readonly certificates: CertificateFile;
  readonly keys: CertificateFile;
}

interface UsedPair extends Pair {
  readonly path: string;
  /** What becomes of who uses it. */
  readonly effect: string;
  readonly cert: Reference;
  readonly key: Reference;
}

function* pairsIn({ servers, clients, containers }: Model): Generator<UsedPair> {
  const users = [
    ...servers.map(({ label, path, cert, key }) => ({ path, cert, key, effect: `${label} does not start` })),
    ...clients.map(({ label, path, tls }) => ({
      path,
      cert: tls?.cert,
      key: tls?.key,
      effect: `${label} cannot be set up`,
    })),
  ];
  const used = containers.filter(({ uses, document }) => uses.length > 0 || document.within?.kind === 'string');
  for (const { cert, key, path, effect } of users) {
    if (cert === undefined || key === undefined) continue;
    const certificates = onlyOneAt(cert, used);
    const keys = onlyOneAt(key, used);
    if (certificates !== undefined && keys !== undefined) yield { path, effect, cert, key, certificates, keys };
  }
}

/** What a reference leads to; `undefined` where nothing is known, or where several layers of a deployment have their own. */
function onlyOneAt(reference: Reference, containers: readonly CertificateFile[]): CertificateFile | undefined {
  const [container, ...others] = containers.filter(
    ({ uses, certificates, keys }) =>
      uses.some(use => leadsFrom(use, reference)) ||
      (reference.to === 'inline' && [...certificates, ...keys].some(({ span }) => isWithin(span, reference.at))),
  );
  return others.length > 0 ? undefined : container;
}

function problemOf({ path, effect, cert, key }: UsedPair, fault: PairFault): Problem {
  const at = spanOf(fault.part === 'key' ? key : cert);
  return {
    at,
    subject: { path, kind: 'certificate and key' },
    message: `${effect} (${fault.error}); ${fault.remedy}`,
    isMilder: isTestPath(at.file.path),
    related: placesOf(fault),
  };
}

interface PairInSecret extends Pair {
  readonly name: string;
}

const CERTIFICATE_ENTRY = 'tls.crt';
const KEY_ENTRY = 'tls.key';

/** The pairs that Secrets of the type `kubernetes.io/tls` have, and others by the same names. */
function* secretsIn({ containers }: Model): Generator<PairInSecret> {
  const entries = containers.filter(({ document }) => document.within?.kind === 'Secret');
  const keys = entries.filter(({ document }) => document.within?.key === KEY_ENTRY);
  for (const certificates of entries.filter(({ document }) => document.within?.key === CERTIFICATE_ENTRY)) {
    const [own, ...others] = keys.filter(({ document }) => isOfSameObject(document, certificates.document));
    const name = certificates.document.within?.object;
    if (own !== undefined && others.length === 0 && name !== undefined) yield { name, certificates, keys: own };
  }
}

function isOfSameObject(one: CertificateFile['document'], other: CertificateFile['document']): boolean {
  return (
    one.file === other.file &&
    one.within?.object === other.within?.object &&
    one.within?.namespace === other.within?.namespace
  );
}

function problemInSecret({ name, certificates }: PairInSecret, fault: PairFault): Problem {
  const at = fault.certificate?.span ?? fault.key?.span ?? certificates.document.file.span(0, 0);
  return {
    at,
    subject: { path: `Secret/${printable(name)}`, kind: 'certificate and key' },
    message: `nobody can use ${CERTIFICATE_ENTRY} and ${KEY_ENTRY} of the Secret ${printable(name)} together (${fault.error}); ${fault.remedy}`,
    related: placesOf(fault),
  };
}

function placesOf({ certificate, key }: PairFault): readonly Related[] {
  return [
    ...(certificate === undefined ? [] : [{ at: certificate.span, message: 'the certificate' }]),
    ...(key === undefined ? [] : [{ at: key.span, message: 'the key' }]),
  ];
}
