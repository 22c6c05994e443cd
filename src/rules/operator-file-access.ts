import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const operatorFileAccess: Rule = {
  id: 'operator-file-access',
  severity: 'warning',
  summary: 'A monitor names a file, which its Prometheus forbids',
  explanation: `Whoever may write a monitor that names files may have Prometheus send any file of its own, its service account's token too,
to a target of theirs. \`arbitraryFSAccessThroughSMs: { deny: true }\` forbids that, and the operator then leaves out the whole
monitor, with all of its endpoints: \`it accesses file system via tls config which Prometheus specification prohibits\` stands in
an event and in its log, and \`kubectl apply\` succeeds.

Refer to a Secret or a ConfigMap in the namespace of the monitor, or have whoever owns the Prometheus set up a scrape class.

It is reported where every Prometheus resource in the repository forbids files, and a warning, since the monitor may be selected by
one elsewhere.`,
  bad: {
    'prometheus.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: cluster
spec:
  arbitraryFSAccessThroughSMs:
    deny: true
`,
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: etcd
spec:
  endpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        caFile: /etc/prometheus/secrets/etcd/ca.crt # want: operator-file-access
`,
  },
  good: {
    'prometheus.yaml': `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: cluster
spec:
  arbitraryFSAccessThroughSMs:
    deny: true
`,
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: etcd
spec:
  endpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        ca:
          configMap:
            name: etcd-ca
            key: ca.crt
`,
  },
  *check({ references, deniesMonitorsItsFiles }) {
    if (!deniesMonitorsItsFiles) return;
    for (const { path, field, kind, isSecret, isOfMonitor, at, target } of references) {
      if (!isOfMonitor || target.to !== 'file' || (literal(target.path)?.value ?? '') === '') continue;
      const object = isSecret ? 'a Secret' : 'a ConfigMap or a Secret';
      yield {
        at,
        subject: { path, kind },
        message: `${field} names a file, which Prometheus resources here forbid monitors, so that the operator leaves the whole monitor out; refer to ${object} instead`,
      };
    }
  },
};
