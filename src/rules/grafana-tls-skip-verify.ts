import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const grafanaTlsSkipVerify: Rule = {
  id: 'grafana-tls-skip-verify',
  severity: 'error',
  summary: 'A data source of Grafana accepts any TLS certificate',
  explanation: `With \`tlsSkipVerify\` Grafana sends its queries, and the credentials of the data source with them, to whoever answers in
the place of Prometheus, and shows what comes back on dashboards and in alerts.

Give the CA that signed the server's certificate: \`tlsAuthWithCACert: true\` in \`jsonData\`, and the certificate in
\`secureJsonData.tlsCACert\`, which may be \`$__file{/etc/grafana/ca.crt}\`. Where the certificate has another name than the
URL, set \`serverName\` too.

Data sources of the types \`prometheus\` and \`alertmanager\`, and of the plug-ins that speak to servers with the same API, are
looked at, in Grafana's provisioning files, the values of its chart and the resources of its operator. The setting means
nothing with \`access: direct\`, where it is the browser that asks, and over \`http\`, where nobody shows a certificate.`,
  bad: {
    'provisioning/datasources/prometheus.yaml': `apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    access: proxy
    url: https://prometheus.internal:9090
    jsonData:
      tlsSkipVerify: true # want: grafana-tls-skip-verify
`,
  },
  good: {
    'provisioning/datasources/prometheus.yaml': `apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    access: proxy
    url: https://prometheus.internal:9090
    jsonData:
      tlsAuthWithCACert: true
    secureJsonData:
      tlsCACert: $__file{/etc/grafana/prometheus-ca.crt}
`,
  },
  *check({ clients }) {
    for (const { label, path, transport, tls, isDataSource } of clients) {
      const value = isDataSource === true ? literal(tls?.insecureSkipVerify) : undefined;
      // Over plain http nothing is verified, and nothing could be.
      if (tls === undefined || value?.value !== true || transport.kind === 'plain') continue;
      const advice =
        tls.ca === undefined
          ? 'remove tlsSkipVerify, and give the CA of the server in secureJsonData.tlsCACert, with jsonData.tlsAuthWithCACert'
          : 'remove tlsSkipVerify, so that secureJsonData.tlsCACert is used to verify the server';
      yield {
        at: value.span,
        subject: { path, kind: 'tls verification' },
        message: `${label} accepts any certificate; ${advice}`,
      };
    }
  },
};
