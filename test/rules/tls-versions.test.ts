import { expect, test } from '@jest/globals';
import { reportOn } from '../linted.ts';

const PROMETHEUS = (versions: string): Record<string, string> => ({
  'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    tls_config: { ca_file: /ca.pem, ${versions} }
    static_configs: [{ targets: [node.internal:9100] }]
`,
});
const MONITOR = (group: string, versions: string): Record<string, string> => ({
  'monitor.yaml': `apiVersion: ${group}/v1
kind: ServiceMonitor
metadata: { name: node }
spec:
  selector: {}
  endpoints:
    - port: metrics
      scheme: https
      tlsConfig: { ca: { secret: { name: ca, key: ca.pem } }, ${versions} }
`,
});

const rows: readonly (readonly [string, Record<string, string>, string])[] = [
  [
    'a highest version below the lowest leaves none',
    PROMETHEUS('min_version: TLS13, max_version: TLS12'),
    'error[weak-tls-version]: scrape job "node" accepts TLS 1.2 at most, which is below the least version, so that every connection fails; write TLS13, or remove it',
  ],
  [
    'so it does where both are weak',
    PROMETHEUS('min_version: TLS11, max_version: TLS10'),
    'error[weak-tls-version]: scrape job "node" accepts TLS 1.0 at most, which is below the least version, so that every connection fails; write TLS11, or remove it',
  ],
  [
    'the operator says so itself',
    MONITOR('monitoring.coreos.com', 'minVersion: TLS13, maxVersion: TLS12'),
    'error[conflicting-fields]: minVersion and maxVersion do not go together, and the operator refuses the resource: maxVersion must more than or equal to minVersion; remove all but one',
  ],
  [
    'others that read its resources do not',
    MONITOR('azmonitoring.coreos.com', 'minVersion: TLS13, maxVersion: TLS12'),
    'error[weak-tls-version]: endpoint "metrics" of ServiceMonitor "node" accepts TLS 1.2 at most, which is below the least version, so that every connection fails; write TLS13, or remove it',
  ],
];

test.each(rows)('%s', (_, files, said) => {
  const { findings } = reportOn(files);
  expect(findings.map(({ severity, ruleId, message }) => `${severity}[${ruleId}]: ${message}`)).toEqual([said]);
});
