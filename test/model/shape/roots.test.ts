import { expect, test } from '@jest/globals';
import { yamlDocumentsOf } from '../../../src/documents/yaml-documents.ts';
import { departuresOf } from '../../../src/model/shape/departures.ts';
import { shapeRootsOf } from '../../../src/model/shape/roots.ts';
import { SourceFile } from '../../../src/text/source.ts';

function documentsIn(path: string, text: string) {
  return yamlDocumentsOf(new SourceFile(path, text)).documents.flatMap(document =>
    'parts' in document ? [document] : [],
  );
}

/** What is judged in a file: whose it is, as what, and where it stands. */
function rootsIn(path: string, text: string): readonly string[] {
  return documentsIn(path, text)
    .flatMap(shapeRootsOf)
    .map(({ program, type, path: place }) => `${program} ${type}: ${place}`);
}

const TLS = 'tls_config: { insecure_skip_verify: true }';
const RESOURCE = 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: { name: a }\nspec: {}\n';

test.each([
  ['prometheus.yml', `scrape_configs: [{ job_name: a, ${TLS} }]`, ['prometheus Config: ']],
  [
    'jobs.yml',
    `- { job_name: a, ${TLS} }\n- { job_name: b }`,
    ['prometheus ScrapeConfig: scrape_configs[a]', 'prometheus ScrapeConfig: scrape_configs[b]'],
  ],
  [
    'nodes.yaml',
    RESOURCE.replace('ServiceMonitor', 'ScrapeConfig').replace('/v1\n', '/v1alpha1\n'),
    ['operator ScrapeConfigSpec: ScrapeConfig/a: spec'],
  ],
  [
    'collector.yaml',
    `receivers: { prometheus/a: { config: { scrape_configs: [{ job_name: a, ${TLS} }] } } }`,
    ['prometheus Config: receivers.prometheus/a.config'],
  ],
  ['web.yml', 'tls_server_config: { cert_file: a, key_file: b }', ['web Config: ']],
  [
    'alertmanager.yml',
    'route: { receiver: a }\nreceivers: [{ name: a, webhook_configs: [{ url: http://a }] }]',
    ['alertmanager Config: '],
  ],
  ['blackbox.yml', 'modules: { a: { prober: http } }', ['blackbox Config: ']],
  ['monitor.yaml', RESOURCE, ['operator ServiceMonitorSpec: ServiceMonitor/a: spec']],
  [
    'alerts.yaml',
    RESOURCE.replace('ServiceMonitor', 'AlertmanagerConfig').replace('/v1', '/v1alpha1'),
    ['operator AlertmanagerConfigSpecV1alpha1: AlertmanagerConfig/a: spec'],
  ],
  [
    'configmap.yaml',
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  prometheus.yml: |\n    scrape_configs: [{ job_name: a, ${TLS} }]\n`,
    ['prometheus Config: ConfigMap/a: data.prometheus.yml'],
  ],
])('judges %s as what reads it', (path, text, roots) => {
  expect(rootsIn(path, text)).toEqual(roots);
});

const STRAY = 'nonsense: true';

test.each([
  ['of vmagent', 'prometheus.yml', `scrape_configs: [{ job_name: a, stream_parse: true, ${STRAY} }]`],
  ['with variables of vmagent', 'prometheus.yml', `scrape_configs: [{ job_name: "%{NAME}", ${STRAY} }]`],
  [
    'with headers of vmagent',
    'prometheus.yml',
    `scrape_configs:\n  - job_name: a\n    headers:\n    - 'X-A: b'\n    ${STRAY}`,
  ],
  ['with relabelings of vmagent', 'prometheus.yml', `scrape_configs: [{ job_name: a, relabel_configs: [{ if: a }] }]`],
  ['that SOPS encrypts', 'prometheus.yml', `scrape_configs: [{ job_name: a, ${STRAY} }]\nsops: { version: 3.9.0 }`],
  ['of the SSL exporter', 'ssl.yml', `default_module: a\nmodules: { a: { prober: tcp, ${STRAY} } }`],
  [
    'of another operator',
    'monitor.yaml',
    RESOURCE.replace('monitoring.coreos.com', 'azmonitoring.coreos.com').replace('spec: {}', `spec: { ${STRAY} }`),
  ],
  [
    'of a version that nobody knows',
    'alerts.yaml',
    RESOURCE.replace('ServiceMonitor', 'AlertmanagerConfig').replace('spec: {}', `spec: { ${STRAY} }`),
  ],
  [
    'of promxy',
    'promxy.yaml',
    `promxy: { server_groups: [{ http_client: { ${TLS} } }] }\nremote_write: [{ ${STRAY} }]`,
  ],
])('says nothing of a file %s', (_, path, text) => {
  const documents = documentsIn(path, text);
  expect(documents).toHaveLength(1);
  expect(documents.flatMap(departuresOf)).toEqual([]);
});

test('judges of the values of a chart what it hands on as it is', () => {
  const values = `
alertmanager:
  enabled: true
  config:
    route: { receiver: a }
    receivers: [{ name: a, webhook_configs: [{ url: http://a }] }]
  alertmanagerSpec:
    replicas: 3
    web: { tlsConfig: {} }
prometheus:
  additionalServiceMonitors:
    - { name: a, endpoints: [{ port: web }], someKeyOfTheChart: true }
  prometheusSpec:
    podAntiAffinity: soft
    remoteWrite: [{ url: https://a, name: a }]
    additionalScrapeConfigs: [{ job_name: a }]
    tracingConfig: { endpoint: a }
`;
  expect(rootsIn('charts/a/values.yaml', values)).toEqual([
    'alertmanager Config: alertmanager.config',
    'operator AlertmanagerWebSpec: alertmanager.alertmanagerSpec.web',
    'operator Endpoint: prometheus.additionalServiceMonitors[a].endpoints[web]',
    'operator RemoteWriteSpec: prometheus.prometheusSpec.remoteWrite[a]',
    'prometheus ScrapeConfig: prometheus.prometheusSpec.additionalScrapeConfigs[a]',
    'operator TracingConfig: prometheus.prometheusSpec.tracingConfig',
  ]);
});

test('judges the jobs of the chart of Prometheus without what the chart adds to them', () => {
  const values = `
serverFiles:
  prometheus.yml:
    rule_files: [a]
    scrape_configs: [{ job_name: own, ${TLS} }]
scrapeConfigs:
  nodes: { enabled: true, job_name: kubernetes-nodes, kubernetes_sd_configs: [{ role: node }], ${TLS} }
  pods: { enabled: false }
extraScrapeConfigs: |
  - job_name: extra
    ${TLS}
server:
  remoteWrite: [{ url: https://a, basic_auth: { username: a } }]
`;
  expect(rootsIn('charts/a/values.yaml', values)).toEqual([
    'prometheus Config: serverFiles.prometheus.yml',
    'prometheus ScrapeConfig: scrapeConfigs.nodes',
    'prometheus ScrapeConfig: scrapeConfigs.pods',
    'prometheus ScrapeConfig: extraScrapeConfigs[extra]',
    'prometheus RemoteWriteConfig: server.remoteWrite[]',
  ]);
  const [document] = documentsIn('charts/a/values.yaml', values);
  expect(document && departuresOf(document).map(({ text }) => text)).toEqual([]);
});

test('judges no jobs where not all of what a chart has in their place are some', () => {
  expect(rootsIn('charts/a/values.yaml', `scrapeConfigs: { enabled: true, nodes: { job_name: a, ${TLS} } }\n`)).toEqual(
    [],
  );
});

test('judges of variables of Ansible the lists that a role writes out', () => {
  const variables = `
prometheus_scrape_configs: [{ job_name: a, ${TLS} }]
prometheus_alertmanager_config: [{ scheme: https }]
alertmanager_receivers: [{ name: a, webhook_configs: [{ url: http://a }] }]
vmagent_scrape_configs: [{ job_name: a, ${TLS} }]
blackbox_exporter_configuration_modules: { http: { prober: http } }
`;
  expect(rootsIn('group_vars/all.yml', variables)).toEqual([
    'prometheus ScrapeConfig: prometheus.scrape_configs[a]',
    'prometheus AlertmanagerConfig: prometheus.alerting.alertmanagers[]',
    'alertmanager Receiver: alertmanager.receivers[a]',
    'blackbox Module: blackbox_exporter.modules.http',
  ]);
});

test('takes no template for a kind that a branch of it decides on', () => {
  const template = `{{- if .Values.agent }}
apiVersion: monitoring.coreos.com/v1alpha1
kind: PrometheusAgent
{{- else }}
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
{{- end }}
metadata: { name: a }
spec: { retention: 1d, web: { tlsConfig: {} } }
`;
  expect(rootsIn('charts/a/templates/prometheus.yaml', template)).toEqual([]);
});
