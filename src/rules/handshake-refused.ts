import type { Fix, Problem } from '../findings/finding.ts';
import type { CertainHandshake, Model } from '../model/model.ts';
import type { RefusalKind } from '../trust/handshake.ts';
import { decryptionFix, encryptionFix } from './encryption-fix.ts';
import { LONG_CERTIFICATE } from './example-certificates.ts';
import { EXPORTER } from './example-exporter.ts';
import { isSame, judgedHandshakes, type JudgedRefusal } from './handshake-judgement.ts';
import { addressIn } from './handshake-names.ts';
import { isOfSomeVersions, reasonOf, relatedToTarget } from './handshake-words.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hasRefusedKey } from './weak-certificate-key.ts';

export const handshakeRefused: Rule = {
  id: 'handshake-refused',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A connection to a target fails, whatever the client trusts',
  explanation: `The repository holds both sides, and Prometheus would end the connection in the words that the finding quotes:

- it asks over plain \`http\`, and the target speaks TLS, or the other way round;
- the certificate cannot be parsed, has a critical extension that Go does not know, or an RSA key that is too long or short;
- an authority of the chain may not sign this certificate: by its path length, its name constraints, its policies, or an
  extended key usage without server authentication.

Neither a \`server_name\` nor another CA helps, and \`insecure_skip_verify\` does not help in the first two. What only some
versions of Prometheus refuse is a warning that says which; \`prometheus-version\` in the configuration asks for one alone.`,
  bad: {
    ...EXPORTER,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    static_configs:
      - targets: [node1.internal:9100] # want: handshake-refused
`,
    'node/node.pem': `# Of the exporter.\n${LONG_CERTIFICATE}`,
  },
  good: {
    ...EXPORTER,
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: node/node.pem
    static_configs:
      - targets: [node1.internal:9100]
`,
    'node/node.pem': `# Of the exporter.\n${LONG_CERTIFICATE}`,
  },
  *check(model, context) {
    for (const { handshake, refusals } of judgedHandshakes(model, context)) {
      for (const refusal of refusals) {
        const advice = adviceFor(handshake, refusal);
        if (advice === undefined || isSaidOfLinks(handshake, refusal) || isSaidOfKey(handshake, refusal)) continue;
        const problem = problemOf(handshake, refusal, advice);
        const fix = refusal.kind === 'plain-http' ? transportFix(handshake, model, context) : undefined;
        yield fix === undefined ? problem : { ...problem, fix };
      }
    }
  },
};

/** True where the key is at fault, which `weak-certificate-key` reports where the certificate stands. */
function isSaidOfKey({ served }: CertainHandshake, { kind, certificate }: JudgedRefusal): boolean {
  if (!KINDS_OF_KEY.has(kind)) return false;
  return served.some(one => (certificate === undefined || isSame(certificate, one)) && hasRefusedKey(one));
}

const KINDS_OF_KEY: ReadonlySet<RefusalKind> = new Set<RefusalKind>(['no-protocol', 'unparsable', 'key-size']);

/** That a server which scrapes itself speaks TLS, or does not, is a finding of its own. */
function isSaidOfLinks({ isSelfScrape }: CertainHandshake, { kind }: JudgedRefusal): boolean {
  return isSelfScrape && kind === 'plain-http';
}

const ADVICE: Readonly<Partial<Record<RefusalKind, string>>> = {
  unparsable: 'issue the certificate anew, in a form that Go can parse',
  'key-size': 'issue the certificate with a key of 2048 to 8192 bits',
  'critical-extension': 'issue the certificate without the extension, or not critical',
  chain: 'let an authority sign the certificate that may do so',
  policies: 'issue the certificate with a policy that its authorities allow',
  'key-usage': 'issue the certificate with server authentication among its extended key usages',
  'name-constraints': 'issue the certificate for names that its authorities may sign for alone',
};

/** What to do, for the refusals that are no other rule's. */
function adviceFor({ client, target }: CertainHandshake, { kind }: JudgedRefusal): string | undefined {
  if (kind !== 'plain-http') return ADVICE[kind];
  return target.scheme === 'http' ? client.transport.remedy : 'turn TLS on there, or set scheme: http';
}

function transportFix({ client, target }: CertainHandshake, model: Model, context: RuleContext): Fix | undefined {
  return target.scheme === 'http' ? encryptionFix(client, model, context) : decryptionFix(client, model);
}

function problemOf(handshake: CertainHandshake, refusal: JudgedRefusal, advice: string): Problem {
  const { client, target, servedBy } = handshake;
  const who = servedBy.at === undefined ? '' : `, which is ${servedBy.words}`;
  const isOfTransport = refusal.kind === 'plain-http';
  const [asked, served] = target.scheme === 'http' ? ['plain http', 'TLS'] : ['https', 'plain http'];
  const fault = isOfTransport
    ? `asks for ${asked} where ${served} is served, at ${addressIn(handshake)}`
    : `cannot connect to ${addressIn(handshake)}`;
  const at = isOfTransport ? (client.transport.at ?? target.at) : target.at;
  return {
    at,
    subject: { path: client.path, kind: `${refusal.kind} of ${addressIn(handshake)}` },
    message: `${client.label} ${fault}${who} ${reasonOf(refusal)}; ${advice}`,
    isMilder: isOfSomeVersions(refusal),
    related: relatedToTarget(handshake),
  };
}
