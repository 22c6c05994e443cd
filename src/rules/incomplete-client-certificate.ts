import type { Client, Reference } from '../model/model.ts';
import type { Span } from '../text/source.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const incompleteClientCertificate: Rule = {
  id: 'incomplete-client-certificate',
  severity: 'error',
  summary: 'A client certificate stands without its key, or a key without its certificate',
  explanation: `Neither is of use without the other, and Prometheus does not load the whole file:
\`exactly one of key or key_file must be configured when a client certificate is configured\`, or the same of the certificate.
The operator accepts the object and then leaves it out of the configuration: \`client cert specified without client key\`
stands in an event and in its log, and \`kubectl apply\` succeeds.

Set both, or neither. A certificate and a key in one file are named twice. Not reported is what a chart, a scrape class or a
template may complete.`,
  bad: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      cert_file: certs/prometheus.pem # want: incomplete-client-certificate
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  good: {
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca_file: certs/ca.pem
      cert_file: certs/prometheus.pem
      key_file: /run/secrets/prometheus.key
    static_configs:
      - targets: [node1.internal:9100]
`,
  },
  *check({ clients, hasDefaultScrapeClass }) {
    for (const client of clients) {
      const half = halfPairOf(client, hasDefaultScrapeClass);
      if (half === undefined) continue;
      yield {
        at: half.at,
        subject: { path: client.path, kind: 'client certificate' },
        message: `${client.label} has ${half.fact}, and its configuration is refused; set ${half.missing} too`,
      };
    }
  },
};

/** A client certificate without its key, or the other way round. */
interface HalfPair {
  readonly at: Span;
  readonly fact: string;
  /** The field that is not set. */
  readonly missing: string;
}

/** The half of a pair that a client certainly has alone. */
export function halfPairOf(client: Client, hasDefaultScrapeClass: boolean): HalfPair | undefined {
  const { tls, mayInherit, takesScrapeClass } = client;
  if (tls === undefined || tls.isTemplated || mayInherit || (takesScrapeClass && hasDefaultScrapeClass))
    return undefined;
  const { cert, key, spelled } = tls;
  const alone = cert === undefined ? key : key === undefined ? cert : undefined;
  const at = alone === undefined ? undefined : placeOf(alone);
  if (at === undefined) return undefined;
  return cert === undefined
    ? { at, fact: 'a client key without its certificate', missing: spelled.cert }
    : { at, fact: 'a client certificate without its key', missing: spelled.key };
}

/** Where a reference is written; `undefined` where a template may leave it empty. */
function placeOf(reference: Reference): Span | undefined {
  return reference.to === 'file' ? literal(reference.path)?.span : reference.at;
}
