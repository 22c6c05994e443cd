import { expect, test } from '@jest/globals';
import { linksIn } from './link-sketch.ts';

const PROMETHEUS = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec:
  web: {tlsConfig: {cert: {secret: {name: web, key: tls.crt}}, keySecret: {name: web, key: tls.key}}}
`;
const MONITOR = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: self, namespace: monitoring}
spec:
  selector: {matchLabels: {operated-prometheus: "true"}}
  endpoints:
    - port: web
`;
const LINK = ['ServiceMonitor/self: spec.endpoints[web] -> a/prometheus.yaml'];

function linksOf(prometheus: string, monitor: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  return linksIn({ 'a/prometheus.yaml': prometheus, 'a/monitor.yaml': monitor, ...more }, []);
}

const linked: readonly (readonly [string, string, string])[] = [
  ['in one namespace', PROMETHEUS, MONITOR],
  ['without a namespace, in one folder', withoutNamespace(PROMETHEUS), withoutNamespace(MONITOR)],
  ['by another name of the port', `${PROMETHEUS}  portName: metrics\n`, MONITOR.replace('port: web', 'port: metrics')],
  ['that names its own namespace', PROMETHEUS, `${MONITOR}  namespaceSelector: {matchNames: [monitoring, app]}\n`],
  ['with a harmless relabeling', PROMETHEUS, `${MONITOR}      relabelings: [{targetLabel: cluster, replacement: a}]\n`],
];

test.each(linked)(
  'a monitor is linked to the resource behind the Service of the operator: %s',
  (_, server, monitor) => {
    expect(linksOf(server, monitor).map(link => link.replace('[metrics]', '[web]'))).toEqual(LINK);
  },
);

const guessed: readonly (readonly [string, string, string])[] = [
  ['in another namespace', PROMETHEUS, MONITOR.replace('namespace: monitoring', 'namespace: app')],
  ['without a namespace beside one that has it', PROMETHEUS, withoutNamespace(MONITOR)],
  ['that selects in other namespaces', PROMETHEUS, `${MONITOR}  namespaceSelector: {matchNames: [app]}\n`],
  ['that selects by another label', PROMETHEUS, MONITOR.replace('operated-prometheus: "true"', 'app: prometheus')],
  ['that selects by one more label', PROMETHEUS, MONITOR.replace('"true"', '"true", app: prometheus')],
  ['that selects by an expression too', PROMETHEUS, MONITOR.replace('"true"}}', '"true"}, matchExpressions: []}')],
  ['by another port', PROMETHEUS, MONITOR.replace('port: web', 'port: grpc')],
  ['by the number of a port', PROMETHEUS, MONITOR.replace('port: web', 'targetPort: 9090')],
  ['where the port has another name', `${PROMETHEUS}  portName: metrics\n`, MONITOR],
  ['where the port has a templated name', `${PROMETHEUS}  portName: "{{ .port }}"\n`, MONITOR],
  ['where the resource has a Service of its own', `${PROMETHEUS}  serviceName: own\n`, MONITOR],
  ['where another container stands before the server', `${PROMETHEUS}  listenLocal: true\n`, MONITOR],
  ['with a relabeling of the address', PROMETHEUS, `${MONITOR}      relabelings: [{targetLabel: __address__}]\n`],
  ['with a proxy', PROMETHEUS, `${MONITOR}      proxyUrl: http://proxy:3128\n`],
  ['with a scrape class', PROMETHEUS, `${MONITOR}  scrapeClass: tls\n`],
  ['where a default scrape class adds settings', `${PROMETHEUS}  scrapeClasses: [{name: a, default: true}]\n`, MONITOR],
  ['with a templated name', PROMETHEUS, MONITOR.replace('name: self', 'name: "{{ .name }}"')],
  ['of another operator', PROMETHEUS, MONITOR.replaceAll('monitoring.coreos.com', 'azmonitoring.coreos.com')],
];

test.each(guessed)('there is no link of a monitor %s', (_, server, monitor) => {
  expect(linksOf(server, monitor)).toEqual([]);
});

test('resources without a namespace in different folders are not put together', () => {
  const files = { 'a/prometheus.yaml': withoutNamespace(PROMETHEUS), 'b/monitor.yaml': withoutNamespace(MONITOR) };
  expect(linksIn(files, [])).toEqual([]);
});

test('there is no link where a patch changes the resource', () => {
  const patch = withoutNamespace(PROMETHEUS).replace(/web: .*/, 'replicas: 2');
  expect(linksOf(PROMETHEUS, MONITOR, { 'production/patch.yaml': patch })).toEqual([]);
});

test('there is no link where a patch changes the monitor', () => {
  expect(linksOf(PROMETHEUS, MONITOR, { 'production/patch.yaml': withoutNamespace(MONITOR) })).toEqual([]);
});

test('there is no link to a resource that has no web server of its own', () => {
  expect(linksOf(PROMETHEUS.replace(/web: .*/, 'replicas: 2'), MONITOR)).toEqual([]);
});

function withoutNamespace(text: string): string {
  return text.replace(', namespace: monitoring', '');
}
