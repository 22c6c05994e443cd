import { isTestPath } from '../model/test-path.ts';
import { spanOf } from './certificate-use.ts';
import type { Rule } from './rule.ts';

const ALERTS = `groups:
  - name: availability
    rules:
      - alert: InstanceDown
        expr: up == 0
        for: 5m
`;

const SHOWN_OTHERS = 3;

export const unwatchedCertificateExpiry: Rule = {
  id: 'unwatched-certificate-expiry',
  severity: 'note',
  isPedantic: true,
  summary: 'Servers have certificates, there are alert rules, and none of them watches for an end',
  explanation: `A certificate that ends takes its server away at one stroke, and \`up == 0\` speaks when that has happened. An alert some weeks
before leaves time for a new one. It needs a metric that tells when certificates end:

- \`probe_ssl_earliest_cert_expiry\` of the blackbox exporter, for whatever it probes with TLS;
- \`x509_cert_not_after\` of the x509-certificate-exporter, for files and Secrets;
- \`certmanager_certificate_expiration_timestamp_seconds\` of cert-manager, for what it issues.

\`probe_ssl_earliest_cert_expiry - time() < 20 * 86400\` is a usual expression. The note comes once, at the first server, and only
where the repository has alert rules and none of its files names such a metric.`,
  bad: {
    'web.yml': `tls_server_config:
  cert_file: /etc/prometheus/server.pem # want: unwatched-certificate-expiry
  key_file: /etc/prometheus/server.key
`,
    'rules/availability.yml': ALERTS,
  },
  good: {
    'web.yml': `tls_server_config:
  cert_file: /etc/prometheus/server.pem
  key_file: /etc/prometheus/server.key
`,
    'rules/availability.yml': `${ALERTS}      - alert: CertificateEndsSoon
        expr: probe_ssl_earliest_cert_expiry - time() < 20 * 86400
`,
  },
  *check(model) {
    const withTls = model.servers.filter(
      ({ encryption, document }) => encryption === 'tls' && !isTestPath(document.file.path),
    );
    const [first, ...others] = withTls.flatMap(({ cert, path }) => (cert === undefined ? [] : [{ cert, path }]));
    if (first === undefined) return;
    const { exist, watchCertificates } = model.alertRules();
    if (!exist || watchCertificates) return;
    yield {
      at: spanOf(first.cert),
      subject: { path: first.path, kind: 'alert' },
      message:
        'no alert rule of the repository watches when certificates end; add one with probe_ssl_earliest_cert_expiry or x509_cert_not_after',
      related: others
        .slice(0, SHOWN_OTHERS)
        .map(({ cert }) => ({ at: spanOf(cert), message: 'another server with a certificate' })),
    };
  },
};
