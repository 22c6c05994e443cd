import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import type { FileTree } from '../../src/text/file-tree.ts';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import { treeOf, type Files } from '../tree.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const ca = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('CA'), ...DATES });

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What the rules say of a monitor that asks Pods with a certificate for them: `<rule>: <message>`. */
function said(addresses: readonly string[], settings: string, treeFor: (files: Files) => FileTree = treeOf): string[] {
  const names = { names: ['shop', ...addresses], key: seededKeyPair('shop'), issuer: ca };
  const { pem } = makeCertificate({ commonName: 'shop', ...names, ...DATES });
  const text = `apiVersion: v1
kind: Pod
metadata: { name: shop, labels: { app: shop } }
spec:
  containers:
    - name: proxy
      image: quay.io/brancz/kube-rbac-proxy:v0.19.1
      args: ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:9400/', --tls-cert-file=/etc/tls/tls.crt]
      ports: [{ name: https, containerPort: 8443 }]
      volumeMounts: [{ name: tls, mountPath: /etc/tls }]
  volumes: [{ name: tls, secret: { secretName: shop-tls } }]
---
apiVersion: v1
kind: Secret
metadata: { name: shop-tls }
data: { tls.crt: ${base64(pem)}, ca.crt: ${base64(ca.pem)} }
---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: shop }
spec:
  selector: { matchLabels: { app: shop } }
  podMetricsEndpoints:
    - port: https
      scheme: https
      tlsConfig: { ${settings} }
`;
  const { findings } = lint({
    files: treeFor({ 'shop.yaml': text }),
    configuration: DEFAULT_CONFIGURATION,
    now: EXAMPLE_NOW,
  });
  return findings.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const CA = 'ca: { secret: { name: shop-tls, key: ca.crt } }';

test.each<[string, readonly string[], string]>([
  [
    'no address',
    [],
    "x509: cannot validate certificate for the address of the Pod because it doesn't contain any IP SANs",
  ],
  [
    'the loopback address alone',
    ['127.0.0.1', '::1'],
    'x509: certificate is valid for 127.0.0.1, ::1, not the address of the Pod',
  ],
])('a certificate with %s does not hold for Pods', (_, addresses, error) => {
  expect(said(addresses, CA)).toEqual([expect.stringContaining(`(${error}); set serverName: shop`)]);
});

test('a certificate with an address may hold for Pods', () => {
  expect(said(['127.0.0.1', '10.2.3.4'], CA)).toEqual([]);
});

test('what would verify Pods has a name for them', () => {
  expect(said(['127.0.0.1'], 'insecureSkipVerify: true')).toEqual([
    expect.stringContaining('tlsConfig.ca with ca.crt of the Secret "shop-tls" and serverName: shop would verify'),
  ]);
});

function withLockedFile(files: Files): FileTree {
  const tree = treeOf({ 'locked.yaml': '', ...files });
  return { ...tree, read: path => (path === 'locked.yaml' ? { reason: 'permission denied' } : tree.read(path)) };
}

test('a file beside theirs that cannot be read takes nothing away', () => {
  expect(said(['127.0.0.1'], CA, withLockedFile)).toEqual(said(['127.0.0.1'], CA));
});
