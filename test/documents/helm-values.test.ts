import { describe, expect, test } from '@jest/globals';
import { nullThatSkipsVerification } from '../../src/documents/helm-values.ts';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { SourceFile } from '../../src/text/source.ts';
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
  'values.yaml.tpl',
  'values.yaml.gotmpl',
])('a file named %s holds values', path => {
  expect(documentsIn(path, 'server: {}\nremoteWrite: [{url: a}]\n')).toEqual(['helm-values [remoteWrite]']);
});

test.each(['my.yaml', 'valuesx.yaml', 'evalues.yaml', 'values.yaml.example', 'values/a.yaml', 'values.json'])(
  'a file named %s holds none that only its name could tell',
  path => {
    expect(documentsIn(path, 'server: {}\nremoteWrite: [{url: a}]\n')).toEqual([]);
  },
);

test('values of kube-prometheus-stack are known by their shape, under any name', () => {
  expect(documentsIn('monitoring.yaml', VALUES)).toEqual(['helm-values [prometheus]']);
  expect(documentsIn('monitoring.yaml', `kube-prometheus-stack:\n  ${VALUES}`)).toEqual([
    'helm-values [kube-prometheus-stack prometheus]',
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
  [
    'what asks the API server, whose block stands beside others',
    'kubeApiServer: {tlsConfig: {}}\nargo: {tlsConfig: {}}\n',
    ['helm-values [kubeApiServer]'],
  ],
  [
    'an alert manager among what is merged in',
    'a: {<<: {alertmanager: {tlsConfig: {}}}}\n',
    ['helm-values [a alertmanager]'],
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

describe('of kube-prometheus-stack', () => {
  const STACK = 'prometheus: {prometheusSpec: {}}\n';
  const GRAFANA = 'grafana: {adminPassword: prom-operator, grafana.ini: {database: {url: a}}}\n';

  test('the password of its Grafana is ours, and nothing else of it', () => {
    expect(documentsIn('values.yaml', GRAFANA + STACK)).toEqual(['helm-values [prometheus] [grafana]']);
    expect(documentsIn('values.yaml', STACK + 'grafana: {tlsConfig: {}}\n')).toEqual(['helm-values [prometheus]']);
    const umbrella = `kube-prometheus-stack:\n  ${STACK}  ${GRAFANA}`;
    expect(documentsIn('a.yaml', umbrella)).toEqual([
      'helm-values [kube-prometheus-stack prometheus] [kube-prometheus-stack grafana]',
    ]);
    const [document] = yamlDocumentsOf(new SourceFile('values.yaml', GRAFANA + STACK)).documents;
    const grafana = document?.dialect === 'helm-values' ? document.parts.at(-1)?.node : undefined;
    expect(grafana?.kind === 'map' && grafana.pairs.map(({ key }) => key.text)).toEqual(['adminPassword']);
  });

  test('that of another chart is not', () => {
    expect(documentsIn('values.yaml', GRAFANA)).toEqual([]);
    expect(documentsIn('values.yaml', `adminPassword: admin\n${GRAFANA}`)).toEqual([]);
  });

  test('a component that is switched off has no monitor', () => {
    const monitor = 'serviceMonitor: {insecureSkipVerify: null}';
    const values = `kubeScheduler: {enabled: false, ${monitor}}\nkubeControllerManager: {enabled: true, ${monitor}}\n`;
    expect(documentsIn('values.yaml', values)).toEqual(['helm-values [kubeControllerManager serviceMonitor]']);
  });
});

const NULLS: readonly (readonly [keys: string, fields: string, isFound: boolean])[] = [
  ['kubeControllerManager.serviceMonitor', 'insecureSkipVerify: null', true],
  ['kubeScheduler.serviceMonitor', 'insecureSkipVerify: ~', true],
  ['kube-prometheus-stack.kubeScheduler.serviceMonitor', '{insecureSkipVerify: , https: true}', true],
  ['kubeScheduler.serviceMonitor', 'insecureSkipVerify: false', false],
  ['kubeScheduler.serviceMonitor', 'insecureSkipVerify: "null"', false],
  ['kubeScheduler.serviceMonitor', 'serverName: null', false],
  ['kubeScheduler.serviceMonitor', '{enabled: false, insecureSkipVerify: null}', false],
  ['kubeEtcd.serviceMonitor', 'insecureSkipVerify: null', false],
  ['kubeScheduler', 'insecureSkipVerify: null', false],
  ['serviceMonitor', 'insecureSkipVerify: null', false],
];

test.each(NULLS)('in %s with %s a null means true: %s', (keys, fields, isFound) => {
  const source = new SourceFile('values.yaml', fields);
  const reading = readYaml(source, { start: 0, end: fields.length, index: 0 });
  const map = 'root' in reading && reading.root?.kind === 'map' ? reading.root : undefined;
  const pair = map && nullThatSkipsVerification(keys.split('.'), map);
  expect(pair?.key.text).toBe(isFound ? 'insecureSkipVerify' : undefined);
});
