import { describe, expect, test } from '@jest/globals';
import { meaningIn } from '../meaning.ts';
import { carriedSketchesOf, credentialsOf } from './credential-sketch.ts';

function secretsIn(path: string, text: string): readonly string[] {
  return carriedSketchesOf(credentialsOf(path, text));
}

function secretsInBlock(block: string): readonly string[] {
  return secretsIn('prometheus.yml', `${block}\nscrape_configs: [{job_name: a}]\n`);
}

function jobSecrets(fields: string): readonly string[] {
  return secretsIn('prometheus.yml', `scrape_configs: [{job_name: a, ${fields}}]\n`);
}

const TOKEN = 'header token X-Auth-Token: hunter2';

describe('in prometheus.yml', () => {
  test.each([
    [
      'remote_write: [{headers: {X-Auth-Token: hunter2}}]',
      `${TOKEN} | http_headers.X-Auth-Token.files | shows it on /config`,
    ],
    [
      'remote_read: [{headers: {X-Auth-Token: hunter2}}]',
      `${TOKEN} | http_headers.X-Auth-Token.files | shows it on /config`,
    ],
    [
      'remote_write: [{http_headers: {X-Auth-Token: {values: [hunter2]}}}]',
      `${TOKEN} | http_headers.X-Auth-Token.files | shows it on /config`,
    ],
    [
      'remote_write: [{headers: {Authorization: Bearer hunter2}}]',
      'header credential Authorization: Bearer hunter2 | authorization.credentials_file | shows it on /config',
    ],
    ['tracing: {headers: {X-Auth-Token: hunter2}}', `${TOKEN} | shows it on /config`],
    [
      'remote_write: [{http_headers: {X-Scope-OrgID: {secrets: [hunter2]}}}]',
      'field secret X-Scope-OrgID: hunter2 | http_headers.X-Scope-OrgID.files',
    ],
    [
      'remote_write: [{proxy_connect_header: {Proxy-Authorization: [Basic hunter2]}}]',
      'field credential Proxy-Authorization: Basic hunter2',
    ],
    ['remote_write: [{proxy_connect_header: {X-Other: [8f1c3a52d0b94f7e]}}]', 'field secret X-Other: 8f1c3a52d0b94f7e'],
    [
      'remote_write: [{oauth2: {endpoint_params: {password: hunter2}}}]',
      'header password password: hunter2 | shows it on /config',
    ],
    [
      'remote_write: [{oauth2: {endpoint_params: {client_secret: hunter2}}}]',
      'header client secret client_secret: hunter2 | oauth2.client_secret_file | shows it on /config',
    ],
    ['remote_write: [{oauth2: {claims: {api_key: hunter2}}}]', 'header API key api_key: hunter2 | shows it on /config'],
  ])('%s holds a secret', (block, sketch) => {
    expect(secretsInBlock(block)).toEqual([sketch]);
  });

  test.each([
    ['params: {token: [hunter2]}', 'header token token: hunter2'],
    ['params: {a: [b], password: admin}', 'header password password: admin | default'],
    ['params: {key: [8f1c3a52d0b94f7e]}', 'header key key: 8f1c3a52d0b94f7e'],
    ['params: {x: [Bearer hunter2]}', 'header credential x: Bearer hunter2'],
    ['relabel_configs: [{target_label: __param_token, replacement: hunter2}]', 'header token token: hunter2'],
    ['static_configs: [{labels: {__param_api_key: hunter2}}]', 'header API key api_key: hunter2'],
  ])('a job with %s holds one that the targets show too', (fields, sketch) => {
    expect(jobSecrets(fields)).toEqual([`${sketch} | shows it on /config and /targets`]);
  });

  test('each value of a header is a secret', () => {
    expect(jobSecrets('http_headers: {X-Api-Key: {values: [a1, b2], secrets: [c3], files: [d4]}}')).toHaveLength(3);
  });

  test.each([
    'params: {"match[]": [up], module: [http_2xx], auth: [public_v2], target: [h], format: [prometheus]}',
    'params: {"collect[]": [cpu], key: [name], sort_key: [name], keys: [a]}',
    'params: {token: , secret: ~, password: [~]}',
    'http_headers: {X-Scope-OrgID: {values: [team-a]}, X-Region: {values: [eu-west-1]}}',
    'http_headers: {X-Api-Key: {files: [secrets/key]}}',
    'proxy_url: http://proxy, proxy_connect_header: {Host: [proxy.internal], User-Agent: [prometheus]}',
    'relabel_configs: [{target_label: __param_target, replacement: hunter2}]',
    'relabel_configs: [{target_label: __param_token, replacement: $1}, {target_label: __param_token}]',
    'relabel_configs: [{target_label: token, replacement: hunter2}]',
    'metric_relabel_configs: [{target_label: __param_token, replacement: hunter2}]',
    'static_configs: [{labels: {token: hunter2, __param_target: h}}]',
  ])('a job with %s holds none', fields => {
    expect(jobSecrets(fields)).toEqual([]);
  });
});

test.each([
  ['Bearer hunter2', 'literal'],
  ['Bearer <token>', 'placeholder'],
  ['Bearer ${TOKEN}', 'variable'],
  ['Bearer {{ token }}', 'template'],
  ['Basic changeme', 'placeholder'],
  ['hunter2', 'literal'],
  ['ref+vault://a', 'reference'],
  ['', 'empty'],
])('what stands in a header is told without its scheme: %s', (value, nature) => {
  const found = credentialsOf('prometheus.yml', `remote_write: [{headers: {X-Auth-Token: '${value}'}}]\n`);
  expect(found.map(secret => secret.nature)).toEqual([nature]);
});

describe('a name or a value says that it is a secret', () => {
  test.each([
    ['X-Api-Key', 'a', 'API key'],
    ['apikey', 'a', 'API key'],
    ['Private-Token', 'a', 'token'],
    ['X-Vault-Token', 'a', 'token'],
    ['Cookie', 'session=a', 'cookie'],
    ['Authorization', 'a', 'credential'],
    ['X-Password', 'a', 'password'],
    ['X-Anything', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.x', 'token'],
    ['X-Anything', 'Basic dTpw', 'credential'],
    ['X-License-Key', '0123abcd4567ef89', 'key'],
  ])('%s: %s', (name, value, kind) => {
    const found = credentialsOf('prometheus.yml', `remote_write: [{headers: {${name}: '${value}'}}]\n`);
    expect(found.map(secret => secret.kind)).toEqual([kind]);
  });

  test.each([
    ['X-Scope-OrgID', '8f1c3a52-d0b9-4f7e-8a11-0123456789ab'],
    ['X-Partition-Key', 'production-eu-west-1'],
    ['X-Token-Type', 'jwt'],
    ['X-Prometheus-Version', '3.14'],
    ['Accept', 'application/json'],
  ])('%s: %s does not', (name, value) => {
    expect(credentialsOf('prometheus.yml', `remote_write: [{headers: {${name}: '${value}'}}]\n`)).toEqual([]);
  });
});

test('custom resources carry the same in camel case, and have no other form but that of a client secret', () => {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
spec:
  remoteWrite:
  - headers: {X-Auth-Token: hunter2}
    oauth2: {endpointParams: {client_secret: hunter2}}
    proxyConnectHeader: {Proxy-Authorization: [{name: a, key: b}]}
  tracingConfig: {headers: {X-Auth-Token: hunter2}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
spec: {endpoints: [{params: {token: [hunter2]}, relabelings: [{targetLabel: __param_token, replacement: hunter2}]}]}
`;
  expect(secretsIn('a.yaml', text)).toEqual([
    `${TOKEN} | shows it on /config`,
    'header client secret client_secret: hunter2 | refer to a key of a Secret in oauth2.clientSecret | shows it on /config',
    `${TOKEN} | shows it on /config`,
    'header token token: hunter2 | shows it on /config and /targets',
    'header token token: hunter2 | shows it on /config and /targets',
  ]);
});

test('what a proxy is sent is masked, whatever it is called', () => {
  const text = 'scrape_configs:\n- job_name: a\n  proxy_connect_header: {X-Colour: [plum]}\n';
  const { secrets } = meaningIn('prometheus.yml', text);
  expect(secrets.map(({ start, end }) => text.slice(start, end))).toEqual(['plum']);
});

const LETTERS = 'aB3dE6gH9jK2mN5pQ8sT';
const BEGINNINGS =
  'ghp_ gho_ ghr_ ghs_ ghu_ github_pat_ glpat- glsa_ glc_ hvs. hvb. dop_v1_ doo_v1_ dor_v1_ NRAK- npm_'.split(' ');

test.each(BEGINNINGS)('a header with what begins as %s, and goes on for long enough, holds a token', beginning => {
  const [long, short] = [LETTERS, LETTERS.slice(1)].map(rest =>
    secretsInBlock(`remote_write: [{headers: {X-Colour: ${beginning}${rest}}}]`),
  );
  expect([long?.length, short?.length]).toEqual([1, 0]);
});

test('a list in the place of a text that is put into a parameter is read as its items', () => {
  const relabeling = '{target_label: __param_token, replacement: [hunter2]}';
  expect(secretsIn('prometheus.yml', `scrape_configs: [{job_name: a, relabel_configs: [${relabeling}]}]\n`)).toEqual([
    'header token token: hunter2 | shows it on /config and /targets',
  ]);
});
