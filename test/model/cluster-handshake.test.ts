import { describe, expect, test } from '@jest/globals';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import type { Texts } from '../marks.ts';
import { handshakesIn } from './handshake-sketch.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const ca = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('CA'), ...DATES });
const shop = makeCertificate({ commonName: 'shop', names: ['shop'], key: seededKeyPair('shop'), issuer: ca, ...DATES });

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop-exporter, namespace: shop }
spec:
  template:
    metadata: { labels: { app: shop, tier: web } }
    spec:
      containers:
        - name: exporter
          image: registry.example/shop-exporter:1
          args: [--web.config.file=/etc/web/web.yml]
          ports: [{ name: metrics, containerPort: 9400 }]
          volumeMounts: [{ name: web, mountPath: /etc/web }, { name: tls, mountPath: /etc/tls }]
      volumes:
        - { name: web, configMap: { name: shop-web } }
        - { name: tls, secret: { secretName: shop-tls } }
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: shop-metrics, namespace: shop, labels: { app: shop } }
spec:
  selector: { app: shop }
  ports: [{ name: https-metrics, port: 443, targetPort: metrics }]
`;
const OBJECTS = `apiVersion: v1
kind: ConfigMap
metadata: { name: shop-web, namespace: shop }
data:
  web.yml: |
    tls_server_config: { cert_file: /etc/tls/tls.crt, key_file: /etc/tls/tls.key }
---
apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: shop }
data: { tls.crt: ${base64(shop.pem)}, ca.crt: ${base64(ca.pem)} }
`;
const MONITOR = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: shop, namespace: shop }
spec:
  selector: { matchLabels: { app: shop } }
  endpoints:
    - port: https-metrics
      scheme: https
      tlsConfig:
        serverName: shop
        ca: { secret: { name: shop-tls, key: ca.crt } }
`;
const FILES: Texts = {
  'shop/workload.yaml': WORKLOAD,
  'shop/service.yaml': SERVICE,
  'shop/objects.yaml': OBJECTS,
  'shop/monitor.yaml': MONITOR,
};
const SAID = 'says container "exporter" of Deployment "shop-exporter"';
const FOUND = [`https://a Pod serves shop to CA, ${SAID}`];

describe('a monitor asks the Pods of the Services that it selects', () => {
  test('with the certificate that is mounted into them', () => {
    expect(handshakesIn(FILES)).toEqual(FOUND);
  });

  test('through a proxy in front of them', () => {
    const proxied = WORKLOAD.replace(
      '        - name: exporter',
      `        - name: proxy
          image: quay.io/brancz/kube-rbac-proxy:v0.19.1
          args: ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:9400/', --tls-cert-file=/etc/tls/tls.crt]
          ports: [{ name: proxied, containerPort: 8443 }]
          volumeMounts: [{ name: tls, mountPath: /etc/tls }]
        - name: exporter`,
    );
    const service = SERVICE.replace('targetPort: metrics', 'targetPort: proxied');
    expect(handshakesIn({ ...FILES, 'shop/workload.yaml': proxied, 'shop/service.yaml': service })).toEqual([
      'https://a Pod serves shop to CA, says container "proxy" of Deployment "shop-exporter"',
    ]);
  });

  test('in another namespace that it names', () => {
    const monitor = MONITOR.replace('namespace: shop', 'namespace: monitoring').replace(
      'spec:\n',
      'spec:\n  namespaceSelector: { matchNames: [shop] }\n',
    );
    const text = monitor.replace(/ {8}ca:.*\n/, '');
    expect(handshakesIn({ ...FILES, 'shop/monitor.yaml': text })).toEqual([
      `https://a Pod serves shop to system, ${SAID}`,
    ]);
  });

  test('where none of it has a namespace, of one folder', () => {
    const files = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, text.replaceAll(', namespace: shop', '')]),
    );
    expect(handshakesIn(files)).toEqual(FOUND);
    const { 'shop/service.yaml': service = '', ...others } = files;
    expect(handshakesIn({ ...others, 'other/service.yaml': service })).toEqual([]);
  });

  test('each by itself where there are several', () => {
    const { 'shop/workload.yaml': _, ...files } = FILES;
    const second = WORKLOAD.replace('name: shop-exporter', 'name: till-exporter');
    expect(handshakesIn({ ...files, 'shop/workloads.yaml': `${WORKLOAD}---\n${second}` })).toEqual([
      ...FOUND,
      'https://a Pod serves shop to CA, says container "exporter" of Deployment "till-exporter"',
    ]);
  });

  test('without a Service, where it is one of Pods', () => {
    const monitor = MONITOR.replace('ServiceMonitor', 'PodMonitor')
      .replace('endpoints:', 'podMetricsEndpoints:')
      .replace('https-metrics', 'metrics');
    const { 'shop/service.yaml': _, ...files } = FILES;
    expect(handshakesIn({ ...files, 'shop/monitor.yaml': monitor })).toEqual(FOUND);
    const other = monitor.replace('port: metrics', 'port: other');
    expect(handshakesIn({ ...files, 'shop/monitor.yaml': other })).toEqual([]);
  });

  test('and of two that are called the same nobody knows which', () => {
    expect(handshakesIn({ ...FILES, 'prod/workload.yaml': WORKLOAD })).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ['another label', 'monitor', 'matchLabels: { app: shop }', 'matchLabels: { app: till }'],
    ['an expression', 'monitor', 'matchLabels: { app: shop }', 'matchExpressions: [{ key: app, operator: Exists }]'],
    ['any namespace', 'monitor', 'spec:\n', 'spec:\n  namespaceSelector: { any: true }\n'],
    ['another port', 'monitor', 'port: https-metrics', 'port: http-metrics'],
    ['another namespace', 'monitor', 'namespace: shop', 'namespace: till'],
    ['a relabeling', 'monitor', 'scheme: https', 'scheme: https\n      relabelings: [{ action: drop, regex: x }]'],
    ['a Service of other Pods', 'service', 'selector: { app: shop }', 'selector: { app: shop, tier: back }'],
    ['what is called a Service elsewhere', 'service', 'apiVersion: v1', 'apiVersion: serving.example/v1'],
    ['a Service without a selector', 'service', 'selector: { app: shop }', 'clusterIP: None'],
    ['a port of a sidecar', 'service', 'targetPort: metrics', 'targetPort: proxied'],
    ['a port that nobody declares', 'service', 'targetPort: metrics', 'targetPort: 8443'],
    ['another volume', 'workload', 'secretName: shop-tls', 'secretName: till-tls'],
    ['no Pods', 'workload', 'spec:\n  template', 'spec:\n  replicas: 0\n  template'],
  ])('and nothing is known for %s', (_, file, before, after) => {
    const text = FILES[`shop/${file}.yaml`]?.replace(before, after) ?? '';
    expect(text).toContain(after);
    const found = handshakesIn({ ...FILES, [`shop/${file}.yaml`]: text });
    // Of a certificate that is not in the repository it is known that there is one.
    expect(found.filter(line => !line.includes('serves something'))).toEqual([]);
  });
});

const PROMETHEUS = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: prometheus, namespace: monitoring }
spec:
  template:
    metadata: { labels: { app: prometheus } }
    spec:
      containers:
        - name: prometheus
          image: prom/prometheus
          args: [--config.file=/etc/prometheus/prometheus.yml]
          volumeMounts: [{ name: config, mountPath: /etc/prometheus }]
      volumes: [{ name: config, configMap: { name: prometheus } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus, namespace: monitoring }
data:
  prometheus.yml: |
    scrape_configs:
      - job_name: shop
        scheme: https
        static_configs: [{ targets: ['TARGET'] }]
`;

describe('a job asks a Service by its name', () => {
  const { 'shop/monitor.yaml': _, ...files } = FILES;
  const found = (target: string): readonly string[] =>
    handshakesIn({ ...files, 'prometheus/prometheus.yaml': PROMETHEUS.replace('TARGET', target) });

  test.each(['shop-metrics.shop:443', 'shop-metrics.shop.svc', 'shop-metrics.shop.svc.cluster.local:443'])(
    'as %s',
    target => {
      const address = target.includes(':') ? target : `${target}:443`;
      expect(found(target)).toEqual([`https://${address} serves shop to system, ${SAID}`]);
    },
  );

  test.each(['shop-metrics', 'shop-metrics.till', 'shop-metrics.shop:9400', 'shop.example.com'])(
    'and %s is none',
    target => {
      expect(found(target)).toEqual([]);
    },
  );
});

test('a Prometheus of the operator serves what its resource names', () => {
  const resource = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: shop }
spec:
  web:
    tlsConfig:
      cert: { secret: { name: shop-tls, key: tls.crt } }
      keySecret: { name: shop-tls, key: tls.key }
`;
  const monitor = MONITOR.replace('app: shop', 'operated-prometheus: "true"').replace('https-metrics', 'web');
  const files = { 'prometheus.yaml': resource, 'monitor.yaml': monitor, 'objects.yaml': OBJECTS };
  expect(handshakesIn(files)).toEqual(['https://a Pod serves shop to CA, says its own server']);
});
