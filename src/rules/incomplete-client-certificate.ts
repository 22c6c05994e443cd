import type { Reference } from '../model/model.ts';
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
    for (const { label, path, tls, mayInherit, takesScrapeClass } of clients) {
      if (tls === undefined || tls.isTemplated || mayInherit || (takesScrapeClass && hasDefaultScrapeClass)) continue;
      const { cert, key, spelled } = tls;
      const alone = cert === undefined ? key : key === undefined ? cert : undefined;
      const at = alone === undefined ? undefined : placeOf(alone);
      if (at === undefined) continue;
      const [fact, missing] =
        cert === undefined
          ? ['a client key without its certificate', spelled.cert]
          : ['a client certificate without its key', spelled.key];
      yield {
        at,
        subject: { path, kind: 'client certificate' },
        message: `${label} has ${fact}, and its configuration is refused; set ${missing} too`,
      };
    }
  },
};

/** Where a reference is written; `undefined` where a template may leave it empty. */
function placeOf(reference: Reference): Span | undefined {
  return reference.to === 'file' ? literal(reference.path)?.span : reference.at;
}
