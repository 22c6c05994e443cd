import { describe, expect, test } from '@jest/globals';
import { meaningIn } from '../meaning.ts';
import { carriedSketchesOf, credentialsOf } from './credential-sketch.ts';

function secretsIn(path: string, text: string): readonly string[] {
  return carriedSketchesOf(credentialsOf(path, text));
}

/** The secrets in a `prometheus.yml` that has a block and a job. */
function secretsInBlock(block: string): readonly string[] {
  return secretsIn('prometheus.yml', `${block}\nscrape_configs: [{job_name: a}]\n`);
}

describe('prometheus.yml', () => {
  test.each([
    [
      'remote_write: [{url: "https://u:hunter2@h/w"}]',
      'url password url: hunter2 | basic_auth.password_file | writes it to its log',
    ],
    [
      'remote_read: [{url: "https://u:hunter2@h/w"}]',
      'url password url: hunter2 | basic_auth.password_file | shows it in the url label on /metrics',
    ],
    [
      'remote_write: [{url: "https://h/w?x=1&token=hunter2#f"}]',
      'url token url: hunter2 | shows it on /config and in the url label on /metrics',
    ],
    [
      'remote_write: [{url: "https://glsa_0123456789abcdefghij_0@h/w"}]',
      'url token url: glsa_0123456789abcdefghij_0 | basic_auth.username_file | shows it on /config',
    ],
    ['remote_write: [{proxy_url: "http://u:hunter2@proxy:3128"}]', 'url password proxy_url: hunter2'],
    [
      'remote_write: [{oauth2: {token_url: "https://u:hunter2@h/t"}}]',
      'url password token_url: hunter2 | shows it on /config',
    ],
    ['tracing: {endpoint: "http://u:hunter2@h"}', 'url password endpoint: hunter2 | shows it on /config'],
  ])('%s holds a secret', (block, sketch) => {
    expect(secretsInBlock(block)).toEqual([sketch]);
  });

  test.each([
    ['http', 'url: "https://u:hunter2@h"', 'url: hunter2 | basic_auth.password_file'],
    ['puppetdb', 'url: "https://u:hunter2@h"', 'url: hunter2 | basic_auth.password_file'],
    ['eureka', 'server: "https://u:hunter2@h"', 'server: hunter2 | basic_auth.password_file'],
    ['kuma', 'server: "https://u:hunter2@h"', 'server: hunter2 | basic_auth.password_file'],
    ['docker', 'host: "https://u:hunter2@h"', 'host: hunter2 | basic_auth.password_file'],
    ['marathon', 'servers: [a, "https://u:hunter2@h"]', 'servers: hunter2 | basic_auth.password_file'],
    ['openstack', 'identity_endpoint: "https://u:hunter2@h"', 'identity_endpoint: hunter2'],
    ['scaleway', 'api_url: "https://u:hunter2@h"', 'api_url: hunter2'],
  ])('the address of a discovery by %s is shown as it is written', (service, fields, sketch) => {
    expect(secretsInBlock(`alerting: {alertmanagers: [{${service}_sd_configs: [{${fields}}]}]}`)).toEqual([
      `url password ${sketch} | shows it on /config`,
    ]);
  });

  test('the password of an API server is masked', () => {
    expect(
      secretsInBlock('alerting: {alertmanagers: [{kubernetes_sd_configs: [{api_server: "https://u:hunter2@h"}]}]}'),
    ).toEqual(['url password api_server: hunter2 | basic_auth.password_file']);
  });

  test.each([
    ['params: {target: ["https://u:hunter2@h"]}', 'url password target: hunter2 | shows it on /config and /targets'],
    ['metrics_path: /m?a=b&api_key=hunter2', 'url API key metrics_path: hunter2 | shows it on /config'],
    ['static_configs: [{targets: ["https://u:hunter2@h"]}]', 'url password targets: hunter2 | shows it on /config'],
    [
      'relabel_configs: [{replacement: "https://u:hunter2@h"}]',
      'url password replacement: hunter2 | shows it on /config',
    ],
  ])('a job with %s holds one', (fields, sketch) => {
    expect(secretsIn('prometheus.yml', `scrape_configs: [{job_name: a, ${fields}}]\n`)).toEqual([sketch]);
  });
});

describe('what stands there', () => {
  test.each([
    ['https://u:changeme@h', 'password', 'placeholder'],
    ['https://user:pass@h', 'password', 'placeholder'],
    ['https://user:password@h', 'password', 'placeholder'],
    ['https://<user>:<password>@h', 'password', 'placeholder'],
    ['https://u:admin@h', 'password', 'default'],
    ['https://u:%61dmin@h', 'password', 'default'],
    ['https://u:%zz@h', 'password', 'literal'],
    ['https://u:${PASSWORD}@h', 'password', 'variable'],
    ['https://u:${A:-b/c@d}@h', 'password', 'variable'],
    ['https://{{ .user }}:{{ .Values.a | quote }}@h', 'password', 'template'],
    ['https://{{ .user }}:hunter2@h', 'password', 'literal'],
    ['https://u:a@b:c@h', 'password', 'literal'],
    ['https://h?token=${TOKEN}', 'token', 'variable'],
    ['https://h?access_token=hunter2', 'token', 'literal'],
    ['https://h/?apikey=hunter2', 'API key', 'literal'],
    ['https://h/?sv=1&sig=hunter2%3D', 'signature', 'literal'],
    ['https://h/?password=admin', 'password', 'default'],
    ['https://h/?secret=hunter2', 'secret', 'literal'],
    ['https://h/?key=8f1c3a52d0b94f7e', 'key', 'literal'],
    ['mongodb://u:hunter2@h/db', 'password', 'literal'],
  ])('%s: %s, %s', (url, kind, nature) => {
    const found = credentialsOf('prometheus.yml', `remote_write: [{url: '${url}'}]\n`);
    expect(found.map(secret => [secret.kind, secret.nature])).toEqual([[kind, nature]]);
  });

  test.each([
    'https://h/path@x?y=z',
    'https://prometheus@h',
    'https://prometheus-production-2024@h',
    'https://u:@h',
    'https://h/?key=name&sort_key=a&author=b&tokens=3&keyboard=1',
    'https://h/?token=',
    'https://h/?page_token=1&nextToken=2',
    'https://h/#token=hunter2',
    'see https://u:hunter2@h',
    'https://h/{{ a }}?b={{ c }}',
    'u:hunter2@h',
    'h:9090/?token=x',
  ])('%s holds none', url => {
    expect(secretsInBlock(`remote_write: [{url: '${url}'}]`)).toEqual([]);
  });

  test('a span covers the characters as they are written, whatever the style', () => {
    expect(secretsInBlock('remote_write: [{url: "https\\x3a//u:hun\\x74er2@h"}]')[0]).toMatch(
      'url password url: hun\\x74er2 |',
    );
    expect(secretsInBlock('remote_write:\n- url: >-\n    https://u:hunter2@h\n')[0]).toMatch(
      'url password url: hunter2 |',
    );
  });

  test('each of several secrets is one', () => {
    expect(secretsInBlock('remote_write: [{url: "https://u:a1@h/?token=b2&password=c3"}]')).toHaveLength(3);
  });
});

test('in a custom resource a Secret takes the place of user information, where the client has a field for one', () => {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
spec:
  remoteWrite: [{url: "https://u:hunter1@h", proxyUrl: "http://u:hunter2@h"}]
  apiserverConfig: {host: "https://u:hunter3@h"}
`;
  expect(secretsIn('a.yaml', text)).toEqual([
    'url password url: hunter1 | refer to a key of a Secret in basicAuth | writes it to its log',
    'url password proxyUrl: hunter2',
    'url password host: hunter3 | refer to a key of a Secret in basicAuth',
  ]);
});

test('where another server reads the configuration, nothing is said of what Prometheus shows', () => {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: ThanosRuler
spec: {remoteWrite: [{url: "https://u:hunter2@h"}]}
`;
  expect(secretsIn('a.yaml', text)).toEqual(['url password url: hunter2 | refer to a key of a Secret in basicAuth']);
  expect(secretsIn('values.yaml', 'prometheus: {proxy: "http://u:hunter2@h", x: {tlsConfig: {}}}\n')).toEqual([
    'url password proxy: hunter2',
  ]);
});

test('of a data source user information has fields of its own, and a query has none', () => {
  const text = `apiVersion: 1
datasources: [{name: a, type: prometheus, url: "https://u:hunter1@h?token=hunter2"}]
`;
  expect(secretsIn('a.yaml', text)).toEqual([
    'url password url: hunter1 | set basicAuthUser, and secureJsonData.basicAuthPassword to a variable, $NAME, or a file, $__file{/path}',
    'url token url: hunter2',
  ]);
});

test('rules and annotations are texts for people', () => {
  const rule = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
spec: {groups: [{rules: [{labels: {link: "https://u:hunter2@h"}}]}]}
`;
  expect(secretsIn('a.yaml', rule)).toEqual([]);
  const values = `prometheus:
  ingress: {annotations: {a/b: "https://u:hunter2@h"}}
  rules: [{description: "https://u:hunter2@h", runbook_url: "https://h?token=hunter2", expr: "https://u:hunter2@h"}]
  serviceMonitor: {tlsConfig: {}}
`;
  expect(secretsIn('values.yaml', values)).toEqual([]);
});

test.each([
  'https://u:hunter2@h',
  'https://h?token=hunter2',
  'https://h?a=b&X-Auth-Token-v2=hunter2#c',
  '/m?my_key_id=hunter2',
])('what %s holds is masked in a comment too', url => {
  const text = `scrape_configs:\n- job_name: a # ${url}\n  scheme: http\n`;
  const { secrets } = meaningIn('prometheus.yml', text);
  expect(secrets.map(({ start, end }) => text.slice(start, end))).toEqual(['hunter2']);
});

test('megabytes of anything are no URL', () => {
  for (const unit of ['a', ':', '@', '?', '{{', '${', '?token=', '://', 'a:b@']) {
    expect(secretsInBlock(`remote_write: [{url: 'https://${unit.repeat(2 ** 20)}@?token=x'}]`)).toEqual([]);
  }
});
