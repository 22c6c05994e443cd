import type { ObjectTarget, SecretObject } from '../model/model.ts';
import { printable } from '../text/printable.ts';
import { literal } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const missingSecretKey: Rule = {
  id: 'missing-secret-key',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'A reference asks a Secret for a key that it does not have',
  explanation: `The operator says \`key "password" in secret "node-login" not found\` in an event and in its log, and leaves the monitor out of
the configuration, with all of its endpoints. \`kubectl apply\` succeeds for both objects, so that nothing tells before it runs.

Where a path leads into a Secret that a Pod mounts, there is no such file without the key, and the job that names it gets
no samples.

Name a key that the Secret has, or add the key to it.

It is reported where the Secret is in the repository, and a warning where a namespace is not written, so that another Secret
of that name may be meant. Secrets that a controller, a generator or a template fills, and references that are optional, are
not reported.`,
  bad: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: checkout
  namespace: shop
spec:
  podMetricsEndpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        ca:
          configMap:
            name: cluster-ca
            key: ca.crt
      authorization:
        credentials:
          name: checkout-metrics
          key: tokn # want: missing-secret-key
`,
    'secret.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: checkout-metrics
  namespace: shop
stringData:
  token: ENC[AES256_GCM,data:kJ3p,iv:Zm9v,tag:YmFy,type:str]
`,
  },
  good: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: checkout
  namespace: shop
spec:
  podMetricsEndpoints:
    - port: metrics
      scheme: https
      tlsConfig:
        ca:
          configMap:
            name: cluster-ca
            key: ca.crt
      authorization:
        credentials:
          name: checkout-metrics
          key: token
`,
    'secret.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: checkout-metrics
  namespace: shop
stringData:
  token: ENC[AES256_GCM,data:kJ3p,iv:Zm9v,tag:YmFy,type:str]
`,
  },
  *check({ references }) {
    for (const { path, kind, at, target, found } of references) {
      if (found.kind !== 'missing key' || isOptional(target)) continue;
      const key = 'key' in target ? literal(target.key) : undefined;
      const { name, entries } = found.object;
      yield {
        at: key?.span ?? at,
        subject: { path, kind },
        message: `the Secret "${printable(name.value)}" has no key "${printable(found.key)}", so that the ${kind} is missing; name one that it has, or add the key there`,
        isMilder: !found.isSure,
        related: [{ at: name.span, message: `this Secret has ${namesIn(entries)}` }],
      };
    }
  },
};

function isOptional(target: ObjectTarget | { readonly to: string }): boolean {
  return 'isOptional' in target && target.isOptional;
}

function namesIn(entries: SecretObject['entries']): string {
  const names = [...entries.keys()].map(printable);
  if (names.length === 0) return 'no keys';
  return `the ${names.length === 1 ? 'key' : 'keys'} ${names.join(', ')}`;
}
