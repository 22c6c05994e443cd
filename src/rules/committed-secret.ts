import type { CommittedKey, CommittedSecret, ResolvedReference } from '../model/model.ts';
import { isTestPath } from '../model/test-path.ts';
import { usedBy } from './certificate-use.ts';
import type { Rule } from './rule.ts';

export const committedSecret: Rule = {
  id: 'committed-secret',
  severity: 'error',
  milderSeverity: 'warning',
  summary: 'The secret that the configuration refers to is committed too',
  explanation: `A configuration that names a file or a Kubernetes Secret keeps its secrets elsewhere, unless that file or Secret lies in
the same repository. The base64 in the \`data\` of a Secret is no encryption: whoever can read the repository reads it, and the
history keeps what is removed.

Replace the secret. Commit it encrypted, with SOPS or sealed secrets, or have it put in place on deployment, by an external
secret store for example. In a folder that is named for tests it is a warning. Private keys are
\`private-key-committed\`.

A path that a process sees is followed through its mounts, to a committed file or to the entry of a Secret in a volume.

Encrypted values, placeholders, variables and files that the configuration of promsec excludes are not reported.`,
  bad: {
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: checkout
spec:
  podMetricsEndpoints:
    - port: metrics
      authorization:
        credentials:
          name: checkout-metrics
          key: token
      scheme: https
      tlsConfig:
        ca:
          configMap:
            name: cluster-ca
            key: ca.crt
`,
    'secret.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: checkout-metrics
stringData:
  token: correct-horse-battery-staple # want: committed-secret
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
      authorization:
        credentials:
          name: checkout-metrics
          key: token
      scheme: https
      tlsConfig:
        ca:
          configMap:
            name: cluster-ca
            key: ca.crt
`,
    'secret.yaml': `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: checkout-metrics
spec:
  secretStoreRef:
    name: vault
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: checkout/metrics
`,
  },
  *check({ references, privateKeys }) {
    for (const [reference, ...others] of referencesBySecret(references)) {
      const secret = secretOf(reference);
      if (secret === undefined || isPrivateKey(secret, privateKeys)) continue;
      const { path, kind, found } = reference;
      const { span } = secret.value;
      const form = span.exact ? 'in clear' : 'in base64, which hides nothing';
      const advice =
        found.kind === 'file'
          ? 'put the file in place on deployment'
          : 'commit the Secret encrypted, or have a secret store make it';
      yield {
        at: span,
        subject: { path, kind },
        message: `the ${kind} is committed ${form}; replace that ${kind}, since the history keeps it, and ${advice}`,
        isMilder: isTestPath(span.file.path),
        related: usedBy([reference, ...others]),
      };
    }
  },
};

type AtLeastOne<T> = readonly [T, ...T[]];

/** The references to secrets that stand in clear, those to one place together. */
function referencesBySecret(references: readonly ResolvedReference[]): Iterable<AtLeastOne<ResolvedReference>> {
  const byPlace = new Map<string, [ResolvedReference, ...ResolvedReference[]]>();
  for (const reference of references) {
    const secret = secretOf(reference);
    if (secret === undefined) continue;
    const { file, start, end } = secret.value.span;
    const place = `${file.path} ${start} ${end}`;
    const same = byPlace.get(place);
    if (same === undefined) byPlace.set(place, [reference]);
    else same.push(reference);
  }
  return byPlace.values();
}

/** The secret that a reference leads to, where it stands in clear. */
function secretOf({ isSecret, found }: ResolvedReference): CommittedSecret | undefined {
  const secret = isSecret && (found.kind === 'file' || found.kind === 'entry') ? found.secret : undefined;
  return secret?.nature === 'literal' || secret?.nature === 'default' ? secret : undefined;
}

function isPrivateKey({ value }: CommittedSecret, keys: readonly CommittedKey[]): boolean {
  const { file, start, end } = value.span;
  return keys.some(({ span }) => span.file.path === file.path && span.start >= start && span.start < end);
}
