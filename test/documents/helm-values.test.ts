import { expect, test } from '@jest/globals';
import { documentsIn } from './sketched-documents.ts';

const VALUES = 'prometheus: {prometheusSpec: {remoteWrite: []}}\n';

test.each([
  'values.yaml',
  'values.yml',
  'charts/app/values.yaml',
  'values-prod.yaml',
  'values.prod.yaml',
  'prod-values.yaml',
  'prod.values.yaml',
  'kube_prometheus_values.yaml',
])('a file named %s holds values', path => {
  expect(documentsIn(path, 'server: {}\nremoteWrite: [{url: a}]\n')).toEqual(['helm-values [remoteWrite]']);
});

test.each(['my.yaml', 'valuesx.yaml', 'evalues.yaml', 'values.yaml.tpl', 'values/a.yaml', 'values.json'])(
  'a file named %s holds none that only its name could tell',
  path => {
    expect(documentsIn(path, 'server: {}\nremoteWrite: [{url: a}]\n')).toEqual([]);
  },
);

test('values of kube-prometheus-stack are known by their shape, under any name', () => {
  expect(documentsIn('monitoring.yaml', VALUES)).toEqual(['helm-values [prometheus]']);
  expect(documentsIn('monitoring.yaml', `kube-prometheus-stack:\n  ${VALUES}`)).toEqual([
    'helm-values [kube-prometheus-stack]',
  ]);
  expect(documentsIn('monitoring.yaml', 'prometheus: {server: {}}\n# prometheusSpec\n')).toEqual([]);
});

const PARTS: readonly (readonly [name: string, values: string, documents: readonly string[]])[] = [
  [
    'the topmost keys that speak of us',
    'ingress: {tlsConfig: {}}\nprometheus: {a: {serviceMonitor: {tlsConfig: {}}}}\nalertmanager: {oauth2: {}}\n',
    ['helm-values [prometheus] [alertmanager]'],
  ],
  [
    'keys of ours anywhere, also in lists',
    'metrics: {serviceMonitor: {tlsConfig: {}}}\nlist:\n- scrape_configs: []\n',
    ['helm-values [metrics serviceMonitor] [list scrape_configs]'],
  ],
  ['nothing where they are but switches', 'prometheus: true\nserviceMonitor:\ntlsConfig: {}\n', []],
  [
    'nothing of other software',
    'traefik: {insecureSkipVerify: true}\nargo: {tlsConfig: {insecureSkipVerify: true}}\n',
    [],
  ],
  ['no second document', 'a: 1\n---\nremoteWrite: [{url: a}]\n', []],
  ['no resource', 'apiVersion: v1\nkind: ConfigMap\ndata: {remoteWrite: {}}\n', []],
  ['what aliases repeat once', 'x: &x {remoteWrite: [{url: a}]}\na: *x\nb: *x\n', ['helm-values [x remoteWrite]']],
  [
    'what only an alias brings below a key of ours',
    'x: &x {tlsConfig: {}}\nprometheus: *x\n',
    ['helm-values [prometheus]'],
  ],
  ['a root that is indented', '  remoteWrite:\n  - url: a\n', ['helm-values [remoteWrite]']],
  ['a root in braces', '{remoteWrite: [{url: a}]}\n', ['helm-values [remoteWrite]']],
  [
    'entries that come twice',
    'prometheus: {a: {tlsConfig: {}}}\nprometheus: {b: {tlsConfig: {}}}\n',
    ['helm-values [prometheus] [prometheus]'],
  ],
];

test.each(PARTS)('of values is ours: %s', (_name, values, documents) => {
  expect(documentsIn('values.yaml', values)).toEqual(documents);
});

test('an entry that holds nothing of ours may hold anything, as long as each entry by itself is sound', () => {
  expect(documentsIn('values.yaml', 'a: {{ x }}: y\nremoteWrite: [{url: b}]\n')).toEqual(['helm-values [remoteWrite]']);
});
