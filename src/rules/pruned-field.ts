import { camelOf } from '../model/role.ts';
import { departuresOf } from './departure-words.ts';
import { fixBy } from './fix-by.ts';
import type { Rule } from './rule.ts';

// The operator's SafeTLSConfig has no files.
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['caFile', 'name a Secret or a ConfigMap in ca'],
  ['certFile', 'name a Secret or a ConfigMap in cert'],
  ['keyFile', 'name a Secret in keySecret'],
]);
const IN_TLS = /\btlsConfig\.\w+$/;

export const prunedField: Rule = {
  id: 'pruned-field',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A resource has a field by a name or in a place of other kinds, and the API server drops it',
  explanation: `What Prometheus calls \`insecure_skip_verify\` the resources of the operator call \`insecureSkipVerify\`, and \`tlsConfig\` is not the
same everywhere: that of a ServiceMonitor takes \`caFile\`, that of a PodMonitor, a Probe or a ScrapeConfig takes \`ca\` with a Secret
or a ConfigMap. A field that the schema of its kind does not have is dropped by the API server. The object is accepted, and the
connection is made without what was written: with the CAs of the system, or with no credentials at all.

Write the field as this kind has it. It is an error where it stands in settings of TLS or of credentials, and a warning
elsewhere.`,
  bad: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: node
spec:
  selector:
    matchLabels:
      app: node
  podMetricsEndpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        ca_file: /etc/prometheus/certs/ca.pem # want: pruned-field
        serverName: node.internal
`,
  },
  good: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: node
spec:
  selector:
    matchLabels:
      app: node
  podMetricsEndpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        ca:
          configMap:
            name: node-ca
            key: ca.pem
        serverName: node.internal
`,
  },
  *check(model, { options }) {
    for (const { at, path, field, nearest, isOfSecurity, mending } of departuresOf(model, options, 'pruned')) {
      const reference = IN_TLS.test(path) ? REFERENCES.get(camelOf(field)) : undefined;
      const remedy =
        nearest === undefined ? (reference ?? 'remove it, or set what this block has for it') : `write ${nearest}`;
      yield {
        at,
        subject: { path, kind: 'field' },
        message: `the API server drops ${field}, which is no field of this block; ${remedy}`,
        ...(isOfSecurity ? {} : { isMilder: true }),
        ...(mending === undefined ? {} : { fix: fixBy(mending, `write ${nearest} for ${field}`) }),
      };
    }
  },
};
