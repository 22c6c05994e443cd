import { describe, expect, test } from '@jest/globals';
import { clientsIn } from './client-sketch.ts';

/** A job with some fields, in `prometheus.yml`, without the discoveries in it. */
function job(fields: string): string {
  const [sketch = ''] = clientsIn('prometheus.yml', `scrape_configs:\n- ${fields.replaceAll('\n', '\n  ')}\n`);
  return sketch.slice(sketch.indexOf(' | ') + 3);
}

describe('of a scrape job is known', () => {
  const ROWS: readonly (readonly [name: string, fields: string, sketch: string])[] = [
    ['that it has no scheme and no targets', 'job_name: a', 'to nobody'],
    ['the scheme, in lower case', 'scheme: HTTPS', 'tls | to nobody'],
    ['a scheme from a template', 'scheme: {{ x }}', 'any transport | to nobody'],
    ['the hosts of its targets', 'static_configs: [{targets: [A:1, "[::1]:2"]}, {targets: [b.c]}]', 'to a, ::1, b.c'],
    ['targets from a template', 'static_configs: [{targets: ["${HOST}:1", a]}]', 'to template ${HOST}:1, a'],
    ['targets in the cluster', 'kubernetes_sd_configs: [{role: pod}]', 'to the cluster'],
    ['that they are kubelets, by their discovery', 'kubernetes_sd_configs: [{role: node}]', 'to the cluster, kubelets'],
    ['that they are kubelets, by their port', 'static_configs: [{targets: ["a:10250"]}]', 'to a, kubelets'],
    [
      'that they are kubelets behind the API server',
      'kubernetes_sd_configs: [{role: node}]\nrelabel_configs: [{target_label: __address__, replacement: "kubernetes.default.svc:443"}]',
      'to kubernetes.default.svc, kubelets',
    ],
    [
      'targets that are elsewhere',
      'file_sd_configs: [{files: [a]}]\nstatic_configs: [{targets: [a]}]',
      'any transport | to a, others',
    ],
    [
      'nothing where a relabeling names the target',
      'static_configs: [{targets: [a]}]\nrelabel_configs: [{target_label: __address__}]',
      'to others',
    ],
    [
      'no scheme where a label has it',
      'scheme: https\nstatic_configs: [{targets: [a], labels: {__scheme__: http}}]',
      'any transport | to a',
    ],
    ['that it does not verify', 'tls_config: {insecure_skip_verify: on}', 'to nobody | skip true'],
    ['that it verifies', 'tls_config: {insecure_skip_verify: off}', 'to nobody | skip false'],
    ['that a template decides', 'tls_config: {insecure_skip_verify: {{ x }}}', 'to nobody | skip template {{ x }}'],
    ['nothing of a text in the place of the boolean', 'tls_config: {insecure_skip_verify: "true"}', 'to nobody'],
    ['that the whole block is a template', 'tls_config: {{ x }}', 'to nobody | tls in part unknown'],
    ['that more may be in the block', 'tls_config: {"{{ x }}": y}', 'to nobody | tls in part unknown'],
    [
      'which files it reads',
      'tls_config: {ca_file: a, cert_file: b, key_file: c}',
      'to nobody | ca ca_file: a | cert cert_file: b | key key_file: c',
    ],
    ['that an empty file name is none', 'tls_config: {ca_file: "", cert_file: }', 'to nobody'],
    ['a file before what is written out', 'tls_config: {ca: x, ca_file: y}', 'to nobody | ca ca_file: y'],
  ];

  test.each(ROWS)('%s', (_name, fields, sketch) => {
    expect(job(fields)).toBe(sketch);
  });

  test('that a CA is written out', () => {
    expect(job('tls_config:\n  ca: |\n    PEM')).toBe('to nobody | ca ca: inline');
  });

  test('what an anchor or a merge brings in', () => {
    const text = `x-a: &tls {ca_file: ca.pem}
x-b: &job {scheme: https, tls_config: *tls}
scrape_configs:
- {job_name: a, tls_config: *tls}
- {<<: *job, job_name: b}
- {job_name: c, tls_config: {<<: *tls, insecure_skip_verify: true}}
`;
    expect(clientsIn('prometheus.yml', text).filter(sketch => sketch.startsWith('scrape job'))).toEqual([
      'scrape job "a" at scrape_configs[a] | to nobody | ca ca_file: ca.pem',
      'scrape job "b" at scrape_configs[b] | tls | to nobody | ca ca_file: ca.pem',
      'scrape job "c" at scrape_configs[c] | to nobody | skip true | ca ca_file: ca.pem',
    ]);
  });

  test('each of the branches in which a key comes twice', () => {
    const twice =
      'scrape_configs:\n- job_name: a\n  scheme: http\n  scheme: https\n  tls_config: {ca_file: a, ca_file: b}\n';
    expect(clientsIn('prometheus.yml', twice)).toEqual([
      'scrape job "a" at scrape_configs[a] | plain | to nobody | ca ca_file: a',
      'scrape job "a" at scrape_configs[a] | plain | to nobody | ca ca_file: b',
      'scrape job "a" at scrape_configs[a] | tls | to nobody | ca ca_file: a',
      'scrape job "a" at scrape_configs[a] | tls | to nobody | ca ca_file: b',
    ]);
  });
});

test('in prometheus.yml every place that connects is a client, called by what it does', () => {
  const text = `
scrape_configs:
- job_name: a
  oauth2: {token_url: "https://login.example/t", tls_config: {}}
  consul_sd_configs: [{server: "consul:8500", tls_config: {}}]
  http_sd_configs: [{url: "https://sd.example", oauth2: {token_url: "http://b"}}]
alerting:
  alertmanagers:
  - static_configs: [{targets: ["am:9093"]}]
    kubernetes_sd_configs: [{role: pod, tls_config: {}}]
remote_write:
- {name: w, url: "https://w.example", tls_config: {}}
- url: http://u
remote_read: [{url: "https://r.example"}]
tracing: {endpoint: "t:4317", tls_config: {ca_file: a}}
`;
  expect(clientsIn('prometheus.yml', text).map(sketch => sketch.replace(/ \| ca .*/, ''))).toEqual([
    'scrape job "a" at scrape_configs[a] | any transport | to others | oauth2 by oauth2',
    'token request of scrape job "a" at scrape_configs[a].oauth2 | tls | to login.example',
    'consul discovery of scrape job "a" at scrape_configs[a].consul_sd_configs[] | to consul',
    'http discovery of scrape job "a" at scrape_configs[a].http_sd_configs[] | tls | to sd.example | oauth2 by oauth2',
    'token request of http discovery at scrape_configs[a].http_sd_configs[].oauth2 | plain | to b',
    'Alertmanager client at alerting.alertmanagers[] | to am, the cluster',
    'kubernetes discovery "pod" of Alertmanager client at alerting.alertmanagers[].kubernetes_sd_configs[pod] | tls by default | to nobody',
    'remote write "w" at remote_write[w] | tls | to w.example',
    'remote write at remote_write[] | plain | to u',
    'remote read at remote_read[] | tls | to r.example',
    'trace export at tracing | tls by default | to t',
  ]);
});

describe('of a resource of the operator is known', () => {
  const ROWS: readonly (readonly [kind: string, spec: string, sketches: readonly string[]])[] = [
    [
      'ServiceMonitor',
      '{endpoints: [{port: web, path: /m, tlsConfig: {ca: {secret: {name: a}}}}, {targetPort: 80}]}',
      [
        'endpoint "web /m" of ServiceMonitor "x" at ServiceMonitor/x: spec.endpoints[web /m] | to the cluster | ca ca: object',
        'endpoint "80" of ServiceMonitor "x" at ServiceMonitor/x: spec.endpoints[80] | to the cluster',
      ],
    ],
    [
      'PodMonitor',
      '{podMetricsEndpoints: [{scheme: HTTPS, tlsConfig: {keySecret: {name: a}}}]}',
      [
        'endpoint of PodMonitor "x" at PodMonitor/x: spec.podMetricsEndpoints[] | tls | to the cluster | key keySecret: object',
      ],
    ],
    [
      'Probe',
      '{prober: {url: "blackbox:9115", scheme: https}, tlsConfig: {}}',
      ['Probe "x" at Probe/x: spec | tls | to blackbox'],
    ],
    [
      'ScrapeConfig',
      '{staticConfigs: [{targets: [a]}], scheme: HTTPS, httpSDConfigs: [{url: "https://b"}]}',
      [
        'ScrapeConfig "x" at ScrapeConfig/x: spec | tls | to a, others',
        'http discovery of ScrapeConfig "x" at ScrapeConfig/x: spec.httpSDConfigs[] | tls | to b',
      ],
    ],
    [
      'Prometheus',
      '{apiserverConfig: {host: "https://api", bearerTokenFile: t}, alerting: {alertmanagers: [{name: am}]}}',
      [
        'API server client of Prometheus "x" at Prometheus/x: spec.apiserverConfig | tls | to api | token by bearerTokenFile (now authorization.credentialsFile)',
        'Alertmanager client "am" of Prometheus "x" at Prometheus/x: spec.alerting.alertmanagers[am] | to the cluster',
      ],
    ],
    [
      'Prometheus',
      '{remoteWrite: [{url: "https://a", tlsConfig: {caFile: f}}], tracingConfig: {endpoint: "t:1", tlsConfig: {}}}',
      [
        'remote write of Prometheus "x" at Prometheus/x: spec.remoteWrite[] | tls | to a | ca caFile: f',
        'trace export of Prometheus "x" at Prometheus/x: spec.tracingConfig | tls by default | to t',
      ],
    ],
    [
      'Prometheus',
      '{web: {tlsConfig: {insecureSkipVerify: true}}, thanos: {grpcServerTlsConfig: {insecureSkipVerify: true}}}',
      [],
    ],
    [
      'Prometheus',
      '{scrapeClasses: [{name: c, tlsConfig: {insecureSkipVerify: true}}]}',
      [
        'scrape class "c" of Prometheus "x" at Prometheus/x: spec.scrapeClasses[c] | any transport | to nobody | skip true',
      ],
    ],
    [
      'ThanosRuler',
      '{remoteWrite: [{url: "http://a"}], grpcServerTlsConfig: {caFile: a}}',
      ['remote write of ThanosRuler "x" at ThanosRuler/x: spec.remoteWrite[] | plain | to a'],
    ],
    [
      'Alertmanager',
      '{clusterTLS: {server: {insecureSkipVerify: true}, client: {insecureSkipVerify: true}}}',
      ['Alertmanager "x" at Alertmanager/x: spec.clusterTLS | any transport | to nobody | skip true'],
    ],
    [
      'AlertmanagerConfig',
      '{receivers: [{name: r, webhookConfigs: [{httpConfig: {tlsConfig: {insecureSkipVerify: true}}}]}]}',
      [
        'webhook receiver "r" of AlertmanagerConfig "x" at AlertmanagerConfig/x: spec.receivers[r].webhookConfigs[].httpConfig | any transport | to nobody | skip true',
      ],
    ],
    ['PrometheusRule', '{groups: [{name: a, rules: [{alert: b, labels: {scheme: https}}]}]}', []],
  ];

  test.each(ROWS)('of the kind %s: %s', (kind, spec, sketches) => {
    const text = `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: x}\nspec: ${spec}\n`;
    expect(clientsIn('a.yaml', text)).toEqual(sketches);
  });
});

test('the name of a client is one line of printable characters, and not endless', () => {
  const text = `scrape_configs:\n- job_name: "a\\n\\e[31m\\u202e${'b'.repeat(200)}"\n`;
  const [sketch = ''] = clientsIn('prometheus.yml', text);
  expect(sketch).toMatch(/^scrape job "a \[31m b{90,95}\.\.\." at scrape_configs\[a \[31m b+\.\.\.\] \| to nobody$/);
});

test('names that every object has are no roles', () => {
  const text = 'scrape_configs:\n- constructor: {tls_config: {}}\n  valueOf: {to_string: {tls_config: {}}}\n';
  expect(clientsIn('prometheus.yml', text)).toEqual([
    'scrape job at scrape_configs[] | to nobody',
    'scrape job at scrape_configs[].constructor | any transport | to nobody',
    'scrape job at scrape_configs[].valueOf.to_string | any transport | to nobody',
  ]);
});
