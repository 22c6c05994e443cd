import type { FieldReference } from '../model/model.ts';
import { literal, type Written } from '../text/written.ts';
import type { Rule } from './rule.ts';

export const emptySecretReference: Rule = {
  id: 'empty-secret-reference',
  severity: 'warning',
  summary: 'A field that should lead to a secret leads nowhere',
  explanation: `An empty \`password_file\` is as good as none, and \`authorization: {}\` sends \`Authorization: Bearer\` with nothing behind it:
Prometheus starts, and the target answers \`401 Unauthorized\`. The operator finds no Secret without a name and no key without
one either, leaves the monitor out of the configuration, and says so in an event only; \`kubectl apply\` succeeds.

Name the file, or the Secret and its key, or remove the field. Mostly it is what a template or a copied example left behind.

Not reported are references that are optional, defaults of charts, and what the API server itself writes for a field that is
absent.`,
  bad: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: checkout
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
        credentials: { name: '', key: token } # want: empty-secret-reference
`,
  },
  good: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: checkout
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
        credentials: { name: checkout-metrics, key: token }
`,
  },
  *check({ references }) {
    for (const reference of references) {
      const unnamed = unnamedIn(reference);
      if (unnamed === undefined) continue;
      const { path, field, kind, at } = reference;
      yield {
        at,
        subject: { path, kind },
        message: `${field} names ${unnamed}, so that the ${kind} is missing; name what holds it, or remove ${field}`,
      };
    }
  },
};

/** What the reference to a secret does not name, in words; `undefined` where it names all, or need not. */
export function unnamedIn({ isSecret, target }: FieldReference): string | undefined {
  if (!isSecret) return undefined;
  if (target.to === 'nothing') return 'nothing';
  if (target.to === 'file') return isEmpty(target.path) ? 'no file' : undefined;
  if (target.isOptional) return undefined;
  if (isEmpty(target.name)) return `no ${target.to}`;
  return isEmpty(target.key) ? `no key of the ${target.to}` : undefined;
}

function isEmpty(written: Written<string> | undefined): boolean {
  return written === undefined || literal(written)?.value === '';
}
