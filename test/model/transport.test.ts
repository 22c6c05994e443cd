import { describe, expect, test } from '@jest/globals';
import { meaningsIn } from '../meaning.ts';

/** What decides whether the first or the last client of a file is encrypted, with what would encrypt it. */
function transportIn(path: string, text: string, which: 'first' | 'last' = 'first'): string {
  const clients = meaningsIn(path, text).flatMap(meaning => meaning.clients);
  const transport = clients.at(which === 'first' ? 0 : -1)?.transport;
  if (transport === undefined) throw new Error('the file has no client');
  const { kind, at, reason, remedy } = transport;
  if (kind === 'unknown') return kind;
  const where = at === undefined ? 'by default' : `at ${at.file.text.slice(at.start, at.end)}`;
  return [kind, where, reason, remedy].filter(part => part !== '').join(', ');
}

const HTTP = 'plain, by default, scheme is http by default, set scheme: https';

describe('a scrape job', () => {
  const ROWS: readonly (readonly [fields: string, transport: string])[] = [
    ['job_name: a', HTTP],
    ['scheme: ""', HTTP],
    ['scheme: http', 'plain, at http, scheme is http, set scheme: https'],
    ['scheme: HTTPS', 'tls, at HTTPS, scheme is https, set scheme: https'],
    ['scheme: htps', 'unknown'],
    ['scheme: ${SCHEME}', 'unknown'],
    ['static_configs: [{targets: [a], labels: {__scheme__: https}}]', 'unknown'],
    ['relabel_configs: [{target_label: __scheme__, replacement: https}]', 'unknown'],
    ['relabel_configs: [{source_labels: [a], target_label: "${1}"}]', 'unknown'],
    ['relabel_configs: [{source_labels: [a], target_label: "__param_${1}"}]', HTTP],
    ['relabel_configs: [{target_label: __address__, replacement: "b:1"}]', HTTP],
    ['file_sd_configs: [{files: [a.json]}]', 'unknown'],
    ['http_sd_configs: [{url: "https://a"}]', 'unknown'],
    ['dns_sd_configs: [{names: [a]}]', HTTP],
    ['file_sd_configs: [{files: [a.json]}]\nscheme: http', 'plain, at http, scheme is http, set scheme: https'],
  ];

  test.each(ROWS)('with %s', (fields, transport) => {
    const text = `scrape_configs:\n- ${fields.replaceAll('\n', '\n  ')}\n`;
    expect(transportIn('prometheus.yml', text)).toBe(transport);
  });
});

describe('a discovery', () => {
  const ROWS: readonly (readonly [key: string, fields: string, transport: string])[] = [
    ['http_sd_configs', 'url: "http://a"', 'plain, at "http://a", url begins with http://, use https:// in url'],
    ['puppetdb_sd_configs', 'url: "https://a"', 'tls, at "https://a", url begins with https://, use https:// in url'],
    ['consul_sd_configs', 'server: "a:8500"', HTTP],
    ['consul_sd_configs', 'scheme: https', 'tls, at https, scheme is https, set scheme: https'],
    [
      'consul_sd_configs',
      'scheme: http\n  server: https://a',
      'tls, at https://a, server begins with https://, use https:// in server',
    ],
    ['docker_sd_configs', 'host: tcp://a:1', 'plain, at tcp://a:1, host begins with tcp://, use https:// in host'],
    ['docker_sd_configs', 'host: unix:///a', 'plain, at unix:///a, host begins with unix://, use https:// in host'],
    ['digitalocean_sd_configs', 'port: 80', 'tls, by default'],
    ['kubernetes_sd_configs', 'role: node', 'tls, by default'],
    [
      'kubernetes_sd_configs',
      'api_server: http://a',
      'plain, at http://a, api_server begins with http://, use https:// in api_server',
    ],
    ['ec2_sd_configs', 'region: a', 'tls, by default'],
    [
      'ec2_sd_configs',
      'endpoint: http://a',
      'plain, at http://a, endpoint begins with http://, use https:// in endpoint',
    ],
    [
      'scaleway_sd_configs',
      'api_url: http://a',
      'plain, at http://a, api_url begins with http://, use https:// in api_url',
    ],
    ['ovhcloud_sd_configs', 'endpoint: ovh-eu', 'tls, by default'],
    ['triton_sd_configs', 'endpoint: a.example', 'tls, by default'],
    ['ec2_sd_configs', 'endpoint: "{{ x }}"', 'unknown'],
    ['kubernetes_sd_configs', 'api_server: a', 'unknown'],
    [
      'marathon_sd_configs',
      'servers: ["http://a", "https://b"]',
      'plain, at "http://a", servers begins with http://, use https:// in servers',
    ],
    ['openstack_sd_configs', 'region: a', 'unknown'],
    ['dns_sd_configs', 'names: [a]', 'unknown'],
  ];

  test.each(ROWS)('%s with %s', (key, fields, transport) => {
    const text = `scrape_configs:\n- job_name: a\n  ${key}:\n  - ${fields.replaceAll('\n', '\n  ')}\n`;
    expect(transportIn('prometheus.yml', text, 'last')).toBe(transport);
  });
});

describe('the other clients', () => {
  const ROWS: readonly (readonly [text: string, transport: string])[] = [
    ['remote_write: [{url: http://a}]', 'plain, at http://a, url begins with http://, use https:// in url'],
    ['remote_write: [{url: a}]', 'unknown'],
    ['alerting: {alertmanagers: [{path_prefix: a}]}', HTTP],
    ['rule_files: []\ntracing: {endpoint: a, tls_config: {}}', 'tls, by default'],
    [
      'rule_files: []\ntracing: {endpoint: a, insecure: on, tls_config: {}}',
      'plain, at on, insecure is true, remove insecure',
    ],
    [
      'rule_files: []\ntracing: {endpoint: a, insecure: false, tls_config: {}}',
      'tls, at false, insecure is false, remove insecure',
    ],
    ['rule_files: []\ntracing: {endpoint: a, insecure: "{{ x }}", tls_config: {}}', 'unknown'],
  ];

  test.each(ROWS)('%s', (text, transport) => {
    expect(transportIn('prometheus.yml', text)).toBe(transport);
  });
});

describe('custom resources', () => {
  const ROWS: readonly (readonly [apiVersion: string, kind: string, spec: string, transport: string])[] = [
    ['monitoring.coreos.com/v1', 'ServiceMonitor', '{endpoints: [{port: a}]}', HTTP],
    [
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      '{endpoints: [{scheme: HTTPS}]}',
      'tls, at HTTPS, scheme is https, set scheme: https',
    ],
    [
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      '{endpoints: [{relabelings: [{targetLabel: __scheme__}]}]}',
      'unknown',
    ],
    ['monitoring.coreos.com/v1', 'Probe', '{prober: {url: a}}', HTTP],
    [
      'monitoring.coreos.com/v1',
      'Probe',
      '{prober: {url: a, scheme: http}}',
      'plain, at http, scheme is http, set scheme: https',
    ],
    ['monitoring.coreos.com/v1alpha1', 'ScrapeConfig', '{staticConfigs: []}', HTTP],
    ['operator.victoriametrics.com/v1beta1', 'VMServiceScrape', '{endpoints: [{port: a}]}', HTTP],
    ['operator.victoriametrics.com/v1beta1', 'VMNodeScrape', '{port: a}', HTTP],
    ['operator.victoriametrics.com/v1beta1', 'VMStaticScrape', '{targetEndpoints: [{targets: [a]}]}', HTTP],
    [
      'operator.victoriametrics.com/v1beta1',
      'VMProbe',
      '{vmProberSpec: {url: a, scheme: https}}',
      'tls, at https, scheme is https, set scheme: https',
    ],
    ['monitoring.googleapis.com/v1', 'PodMonitoring', '{endpoints: [{port: a}]}', HTTP],
  ];

  test.each(ROWS)('%s %s %s', (apiVersion, kind, spec, transport) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;
    expect(transportIn('a.yaml', text)).toBe(transport);
  });
});

describe('Helm values', () => {
  const ROWS: readonly (readonly [text: string, transport: string])[] = [
    ['serviceMonitor: {tlsConfig: {caFile: a}}', 'unknown'],
    ['serviceMonitor: {scheme: http, tlsConfig: {caFile: a}}', 'plain, at http, scheme is http, set scheme: https'],
    ['prometheus: {prometheusSpec: {additionalScrapeConfigs: [{job_name: a}]}}', HTTP],
    ['prometheus: {scrapeConfigs: {a: {enabled: true}}}', 'unknown'],
  ];

  test.each(ROWS)('%s', (text, transport) => {
    expect(transportIn('values.yaml', text)).toBe(transport);
  });
});
