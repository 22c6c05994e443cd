import { isTemplated, literal } from '../text/written.ts';
import { isPrivateHost } from '../model/host.ts';
import type { Client, Model } from '../model/model.ts';
import { KnownTargets } from './handshake-targets.ts';
import type { Rule, RuleOptions } from './rule.ts';

export const missingCaFile: Rule = {
  id: 'missing-ca-file',
  severity: 'warning',
  summary: 'A private target is reached over https without a CA to verify it with',
  explanation: `No public authority signs certificates for private addresses and names, so the certificate of such a target is
signed by an authority of your own, which the system's roots do not know. Without it every scrape fails with
\`x509: certificate signed by unknown authority\`.

Name the authority's certificate. Targets that a public authority can sign for, and targets that are not in the file, are not reported.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https # want: missing-ca-file
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    static_configs:
      - targets: [node1.internal:9100]
    tls_config:
      ca_file: certs/ca.pem
`,
  },
  *check(model, { options }) {
    const { clients, hasDefaultScrapeClass } = model;
    const known = new KnownTargets(model);
    const misplaced = misplacedCas(model);
    for (const client of clients) {
      const at = client.tls?.at ?? client.transport.at;
      if (client.transport.kind !== 'tls' || at === undefined || client.mayInherit || !lacksCa(client)) continue;
      // Whether the certificate of a target is accepted is judged by that, where it is known.
      if (known.hasSomeOf(client)) continue;
      // That the CA is written in a field that does not count is said there.
      if (misplaced.some(path => path.startsWith(`${client.path}.`))) continue;
      const target = privateTargetOf(client, options.privateDomains);
      if (target === undefined || (client.takesScrapeClass && hasDefaultScrapeClass)) continue;
      yield {
        at,
        subject: { path: client.path, kind: 'certificate authority' },
        message: `${client.label} verifies ${target} with the public authorities alone, which sign for no private name; ${adviceFor(client)}`,
      };
    }
  },
};

const OF_CA = /^ca(?:_?file)?$/i;

/** The paths of fields that were to name a CA, and that nobody knows where they stand. */
function misplacedCas({ departures }: Model): readonly string[] {
  return departures.flatMap(({ kind, path, field, nearest = field }) =>
    (kind === 'unknown' || kind === 'pruned') && OF_CA.test(nearest) ? [path] : [],
  );
}

const IN_CLUSTER = 'targets in the cluster';

/** True for a client that would verify a private target by nothing but the system's roots, if it asked over https. */
export function wouldLackCa(client: Client, { privateDomains }: Pick<RuleOptions, 'privateDomains'>): boolean {
  return lacksCa(client) && privateTargetOf(client, privateDomains) !== undefined;
}

/** True when verification is on, and by nothing but the system's roots. */
function lacksCa({ tls }: Client): boolean {
  if (tls === undefined) return true;
  const isUnknown = tls.isTemplated || (tls.insecureSkipVerify !== undefined && isTemplated(tls.insecureSkipVerify));
  return !isUnknown && literal(tls.insecureSkipVerify)?.value !== true && tls.ca === undefined;
}

/** One private target, in words for the message. */
function privateTargetOf({ targets, tls }: Client, domains: readonly string[]): string | undefined {
  const hosts = targets.hosts.flatMap(host => literal(host)?.value ?? []);
  if (tls?.serverName !== undefined) {
    const name = literal(tls.serverName)?.value ?? '';
    const isKnown = hosts.length > 0 || targets.areInCluster;
    return isKnown && isPrivateHost(name, domains) ? name : undefined;
  }
  const found = hosts.find(host => isPrivateHost(host, domains));
  if (found !== undefined) return found;
  return targets.areInCluster ? IN_CLUSTER : undefined;
}

function adviceFor({ caField }: Client): string {
  return caField === undefined ? 'give the CA of the target' : `set ${caField} to the CA of the target`;
}
