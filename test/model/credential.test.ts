import { describe, expect, test } from '@jest/globals';
import { meaningIn } from '../meaning.ts';
import { credentialsOf, fieldSketchesOf } from './credential-sketch.ts';

function credentialsIn(path: string, text: string): readonly string[] {
  return fieldSketchesOf(credentialsOf(path, text));
}

/** The secrets in a job. */
function jobSecrets(fields: string): readonly string[] {
  return credentialsIn('prometheus.yml', `scrape_configs:\n- job_name: a\n  ${fields}\n`);
}

describe('in prometheus.yml', () => {
  test.each([
    [
      'basic_auth: {username: u, password: hunter2}',
      'password at scrape_configs[a].basic_auth.password | literal | password_file',
    ],
    [
      'authorization: {credentials: hunter2}',
      'token at scrape_configs[a].authorization.credentials | literal | credentials_file',
    ],
    [
      'bearer_token: hunter2',
      'bearer token at scrape_configs[a].bearer_token | literal | authorization.credentials_file',
    ],
    [
      'oauth2: {client_secret: hunter2}',
      'client secret at scrape_configs[a].oauth2.client_secret | literal | client_secret_file',
    ],
    [
      'consul_sd_configs: [{token: hunter2}]',
      'token at scrape_configs[a].consul_sd_configs[].token | literal | authorization.credentials_file',
    ],
    [
      'uyuni_sd_configs: [{password: hunter2}]',
      'password at scrape_configs[a].uyuni_sd_configs[].password | literal | no other form',
    ],
    [
      'oci_sd_configs: [{key_passphrase: hunter2}]',
      'passphrase at scrape_configs[a].oci_sd_configs[].key_passphrase | literal | key_passphrase_file',
    ],
    ['basic_auth: {password: ""}', 'password at scrape_configs[a].basic_auth.password | empty | password_file'],
    [
      'basic_auth: {password: <secret>}',
      'password at scrape_configs[a].basic_auth.password | placeholder | password_file',
    ],
    [
      'basic_auth: {password: !vault x}',
      'password at scrape_configs[a].basic_auth.password | encrypted | password_file',
    ],
    [
      'basic_auth: {password: "{{ x }}"}',
      'password at scrape_configs[a].basic_auth.password | template | password_file',
    ],
    ['basic_auth: {password: {{ x }}}', 'password at scrape_configs[a].basic_auth.password | template | password_file'],
    [
      'basic_auth: {password: !!binary aHVudGVyMg==}',
      'password at scrape_configs[a].basic_auth.password | literal | password_file',
    ],
    ['basic_auth: {password: 12345}', 'password at scrape_configs[a].basic_auth.password | literal | password_file'],
    ['basic_auth: {password: admin}', 'password at scrape_configs[a].basic_auth.password | default | password_file'],
    [
      'basic_auth: {password: $2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze}',
      'password at scrape_configs[a].basic_auth.password | hash | password_file',
    ],
    [
      'authorization: {credentials: admin}',
      'token at scrape_configs[a].authorization.credentials | literal | credentials_file',
    ],
    ['tls_config: {key: "${KEY}"}', 'private key at scrape_configs[a].tls_config.key | variable | key_file'],
    ['tls_config: {key: tls.key}', 'private key at scrape_configs[a].tls_config.key | reference | key_file'],
  ])('a job with %s has one secret', (fields, sketch) => {
    expect(jobSecrets(fields)).toEqual([sketch]);
  });

  test.each([
    'basic_auth: {password: null}',
    'basic_auth: {password: }',
    'basic_auth: {password: [hunter2]}',
    'basic_auth: {password_file: hunter2, username: hunter2}',
    'authorization: {type: Bearer, credentials_file: hunter2}',
    'password: hunter2',
    'static_configs: [{labels: {password: hunter2, token: hunter2, secret_key: hunter2}}]',
    'params: {target: [hunter2], module: [hunter2], "match[]": [hunter2]}',
    'constructor: hunter2',
    'consul_sd_configs: [{constructor: hunter2, to_string: hunter2, valueOf: hunter2}]',
  ])('a job with %s has none', fields => {
    expect(jobSecrets(fields)).toEqual([]);
  });

  test('a secret in an anchored block is one, where it stands', () => {
    const text = `x: &auth {basic_auth: {password: hunter2}}
scrape_configs:
- {job_name: a, <<: *auth}
- {job_name: b, <<: *auth}
`;
    expect(credentialsIn('prometheus.yml', text)).toEqual([
      'password at x.basic_auth.password | literal | password_file',
    ]);
  });

  test('each of two entries of a key is a secret', () => {
    expect(jobSecrets('basic_auth: {password: hunter2, password: hunter3}')).toHaveLength(2);
  });
});

test('in a resource secrets are references, and a literal has an object for another form', () => {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
spec:
  apiserverConfig: {bearerToken: hunter2}
  remoteWrite:
  - basicAuth: {password: {name: a, key: b}, username: {name: a, key: b}}
  - authorization: {credentials: {name: a, key: b}}
  - basicAuth: {password: hunter2}
`;
  expect(credentialsIn('a.yaml', text)).toEqual([
    'bearer token at Prometheus: spec.apiserverConfig.bearerToken | literal | object',
    'password at Prometheus: spec.remoteWrite[].basicAuth.password | literal | object',
  ]);
});

test('in values each spelling has its own other form', () => {
  const text = `prometheus:
  prometheusSpec:
    remoteWrite: [{basicAuth: {password: hunter2}}]
    additionalScrapeConfigs: [{job_name: a, basic_auth: {password: hunter2}}]
server:
  remoteWrite: [{basic_auth: {password: hunter2}}]
pushgateway: {serviceMonitor: {bearerToken: ""}}
`;
  expect(credentialsIn('values.yaml', text)).toEqual([
    'password at prometheus.prometheusSpec.remoteWrite[].basicAuth.password | literal | object',
    'password at prometheus.prometheusSpec.additionalScrapeConfigs[a].basic_auth.password | literal | password_file',
    'password at server.remoteWrite[].basic_auth.password | literal | password_file',
    'bearer token at pushgateway.serviceMonitor.bearerToken | empty | object',
  ]);
});

test('a secret is redacted, and its place is the text with its quotes', () => {
  const text = 'scrape_configs:\n- basic_auth:\n    password: "hunter\\x32"\n';
  const { credentials, secrets } = meaningIn('prometheus.yml', text);
  expect(JSON.stringify(credentials.map(({ value }) => value.value))).toBe('["***"]');
  expect(credentials.map(({ value }) => value.value.reveal())).toEqual(['hunter2']);
  expect([...new Set(secrets.map(({ start, end }) => text.slice(start, end)))]).toEqual(['"hunter\\x32"']);
});

test('what a key calls a secret is masked, also where no rule knows of it', () => {
  const text = `scrape_configs: # of vmagent, so that nothing is unknown
- password: hunter2
  stream_parse: true
  relabel_configs: [{api_key: hunter3, replacement: a, secretName: b}]
  x: {ssl_keyPassphrase: hunter4, secret_key: hunter5, privateKey: hunter6, token: , token_file: c}
`;
  const { secrets } = meaningIn('prometheus.yml', text);
  const written = secrets.map(({ start, end }) => text.slice(start, end)).filter(secret => secret !== '');
  expect(written.sort()).toEqual(['hunter2', 'hunter3', 'hunter4', 'hunter5', 'hunter6']);
});
