import { expect, test } from '@jest/globals';
import { documentsIn } from './sketched-documents.ts';

const DATA_SOURCE = '{name: a, type: prometheus, url: "https://a"}';
const LOKI = '{name: b, type: loki, url: "https://b", jsonData: {tlsSkipVerify: true}}';

const CLAIMED: readonly (readonly [name: string, path: string, text: string, documents: readonly string[]])[] = [
  [
    'the provisioning of data sources',
    'datasources/a.yaml',
    `apiVersion: 1\ndatasources:\n- ${DATA_SOURCE}\n- ${LOKI}\n`,
    ['grafana-datasources [datasources]'],
  ],
  [
    'one in flow style',
    'a.yaml',
    `{apiVersion: 1, datasources: [${DATA_SOURCE}]}\n`,
    ['grafana-datasources [datasources]'],
  ],
  [
    'a data source of the operator of Grafana',
    'a.yaml',
    `apiVersion: grafana.integreatly.org/v1beta1\nkind: GrafanaDatasource\nmetadata: {name: a}\nspec: {datasource: ${DATA_SOURCE}}\n`,
    ['grafana-datasources GrafanaDatasource/a [spec datasource]'],
  ],
  [
    'the data sources of its version 4',
    'a.yaml',
    `apiVersion: integreatly.org/v1alpha1\nkind: GrafanaDataSource\nmetadata: {name: a}\nspec: {datasources: [${DATA_SOURCE}]}\n`,
    ['grafana-datasources GrafanaDataSource/a [spec datasources]'],
  ],
  [
    'the data sources in values of the chart of Grafana',
    'values.yaml',
    `datasources:\n  datasources.yaml:\n    apiVersion: 1\n    datasources: [${DATA_SOURCE}]\n    # basicAuth\n`,
    ['helm-values [datasources datasources.yaml datasources]'],
  ],
  [
    'the data sources that kube-prometheus-stack adds',
    'values.yaml',
    `prometheus: {prometheusSpec: {}}\ngrafana:\n  additionalDataSources: [${DATA_SOURCE}]\n  # basicAuth\n`,
    ['helm-values [prometheus] [grafana additionalDataSources]'],
  ],
  [
    'the Prometheus receivers of a collector',
    'otel.yml',
    'receivers:\n  prometheus: {config: {scrape_configs: []}}\n  prometheus/b: {config: {scrape_configs: []}}\n  otlp: {}\nexporters: {}\nservice: {}\n',
    ['opentelemetry [receivers prometheus config] [receivers prometheus/b config]'],
  ],
  [
    'an exporter of a collector that writes to Prometheus, and what it is authenticated with',
    'otel.yml',
    'exporters:\n  prometheusremotewrite: {endpoint: a, auth: {authenticator: basicauth/x}}\n  otlp: {}\nextensions:\n  basicauth/x: {}\n  basicauth/y: {}\n',
    ['opentelemetry [exporters prometheusremotewrite] [extensions basicauth/x]'],
  ],
  [
    'an exporter of OTLP to Prometheus',
    'otel.yml',
    'exporters:\n  otlphttp/a: {endpoint: "http://a:9090/api/v1/otlp"}\n  otlphttp/b: {endpoint: "http://b:4318"}\n',
    ['opentelemetry [exporters otlphttp/a]'],
  ],
  [
    'a collector as a resource',
    'a.yaml',
    'apiVersion: opentelemetry.io/v1beta1\nkind: OpenTelemetryCollector\nmetadata: {name: a}\nspec: {config: {receivers: {prometheus: {config: {scrape_configs: []}}}}}\n',
    ['opentelemetry OpenTelemetryCollector/a [spec config receivers prometheus config]'],
  ],
  [
    'a collector as a resource with a string',
    'a.yaml',
    'apiVersion: opentelemetry.io/v1alpha1\nkind: OpenTelemetryCollector\nmetadata: {name: a}\nspec:\n  config: |\n    receivers: {prometheus: {config: {scrape_configs: []}}}\n',
    ['opentelemetry OpenTelemetryCollector/a [spec config receivers prometheus config]'],
  ],
  [
    'the Grafana agent',
    'agent.yml',
    'server: {}\nmetrics: {configs: [{scrape_configs: [], remote_write: []}]}\n',
    ['grafana-agent [metrics]'],
  ],
  [
    'the Grafana agent of old',
    'agent.yml',
    'prometheus: {configs: [{name: a, remote_write: []}]}\nloki: {}\n',
    ['grafana-agent [prometheus]'],
  ],
  [
    'the integrations of the Grafana agent',
    'agent.yml',
    'integrations: {node_exporter: {}, prometheus_remote_write: [{url: a}]}\n',
    ['grafana-agent [integrations prometheus_remote_write]'],
  ],
  [
    'promxy, with what it has of Prometheus',
    'promxy.yml',
    'global: {}\nalerting: {alertmanagers: []}\nrule_files: [a]\npromxy: {server_groups: []}\n',
    ['promxy [alerting] [promxy]'],
  ],
  [
    'the Alertmanagers of the ruler of Thanos',
    'a.yml',
    'alertmanagers: [{http_config: {}, static_configs: [a]}]\n',
    ['thanos [alertmanagers]'],
  ],
  [
    'the queriers of the ruler of Thanos',
    'a.yml',
    '- {http_config: {}, scheme: https, static_configs: [a]}\n- {static_configs: [b]}\n',
    ['thanos [query_endpoints]'],
  ],
];

test.each(CLAIMED)('it is ours: %s', (_name, path, text, documents) => {
  expect(documentsIn(path, text)).toEqual(documents);
});

const FOREIGN: readonly (readonly [name: string, path: string, text: string])[] = [
  ['data sources of others', 'a.yaml', `apiVersion: 1\ndatasources: [${LOKI}]\n`],
  ['data sources without a version', 'a.yaml', `datasources: [${DATA_SOURCE}]\n`],
  ['the provisioning of dashboards', 'a.yaml', 'apiVersion: 1\nproviders: [{name: a, type: file}]\n# datasources:\n'],
  [
    'a dashboard',
    'a.json',
    '{"panels": [{"datasource": {"type": "prometheus"}}], "datasources": [{"type": "prometheus"}]}',
  ],
  [
    'another resource of the operator of Grafana',
    'a.yaml',
    `apiVersion: grafana.integreatly.org/v1beta1\nkind: Grafana\nspec: {datasource: ${DATA_SOURCE}}\n`,
  ],
  ['data sources in a resource', 'a.yaml', `apiVersion: v1\nkind: ConfigMap\ndatasources: [${DATA_SOURCE}]\n`],
  [
    'a collector without Prometheus',
    'otel.yml',
    'receivers: {otlp: {}}\nexporters: {otlphttp: {endpoint: "http://a:4318"}, prometheus: {endpoint: a}}\n# scrape_configs\n',
  ],
  [
    'a collector that only receives what others write',
    'otel.yml',
    'receivers: {prometheusremotewrite: {endpoint: a}}\nexporters: {debug: {}}\n',
  ],
  ['the receivers of an Alertmanager', 'a.yml', 'receivers: [{name: scrape_configs}]\n'],
  [
    'a resource of another group that has a configuration',
    'a.yaml',
    'apiVersion: example.com/v1\nkind: OpenTelemetryCollector\nspec: {config: {receivers: {prometheus: {config: {scrape_configs: []}}}}}\n',
  ],
  ['a Grafana agent of logs', 'agent.yml', 'logs: {configs: [{name: a, scrape_configs: [], clients: []}]}\n'],
  ['a Grafana agent of traces', 'agent.yml', 'traces: {configs: [{name: a, remote_write: [{endpoint: a}]}]}\n'],
  ['metrics of other software', 'a.yml', 'metrics: {configs: [{name: remote_write}]}\n'],
  ['groups of servers of others', 'a.yml', 'server_groups: [{scheme: https}]\nproxy: {server_groups: []}\n'],
  ['a bucket of Thanos', 'a.yml', 'type: S3\nconfig: {http_config: {tls_config: {insecure_skip_verify: true}}}\n'],
  ['a list of others with HTTP settings', 'a.yml', '- {name: a, http_config: {}}\n'],
  ['receivers of an Alertmanager in a list', 'a.yml', '- {webhook_configs: [{http_config: {}}]}\n'],
  ['Alertmanagers beside other things', 'a.yml', 'alertmanagers: [{http_config: {}}]\nname: a\n'],
  [
    'Alertmanagers as Prometheus has them',
    'a.yml',
    'alertmanagers: [{static_configs: [{targets: [a]}]}]\n# http_config\n',
  ],
];

test.each(FOREIGN)('it is not ours: %s', (_name, path, text) => {
  expect(documentsIn(path, text)).toEqual([]);
});
