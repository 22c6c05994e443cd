import { describe, expect, test } from '@jest/globals';
import { clientsIn } from './client-sketch.ts';

/** What is known of how the first client says who it is. */
function authenticationIn(path: string, text: string): string {
  const [sketch = ''] = clientsIn(path, text);
  const parts = sketch.split(' | ');
  return parts.filter(part => / by (?!default)|^either /.test(part)).join(' | ');
}

describe('a scrape job', () => {
  const ROWS: readonly (readonly [fields: string, authentication: string])[] = [
    ['basic_auth: {username: a, password_file: b}', 'basic by basic_auth'],
    ['basic_auth: {}', ''],
    ['basic_auth: {username: ""}', ''],
    ['basic_auth:', ''],
    ['authorization: {credentials_file: a}', 'token by authorization'],
    ['oauth2: {client_id: a}', 'oauth2 by oauth2'],
    ['bearer_token_file: a', 'token by bearer_token_file (now authorization.credentials_file)'],
    ['bearer_token: ""', ''],
    [
      'bearer_token: a\nbearer_token_file: b',
      'token by bearer_token (now authorization.credentials_file) | token by bearer_token_file (now authorization.credentials_file) | either bearer_token or bearer_token_file',
    ],
    ['authorization: {}\nbasic_auth: {username: a}', 'basic by basic_auth | either authorization or basic_auth'],
    ['basic_auth: {password: a, password_file: b}', 'basic by basic_auth | either password or password_file'],
    ['basic_auth: {username: a, username_ref: b}', 'basic by basic_auth | either username or username_ref'],
    ['basic_auth: {password: "", password_file: b}', 'basic by basic_auth'],
    [
      'authorization: {credentials: a, credentials_file: b}',
      'token by authorization | either credentials or credentials_file',
    ],
    [
      'basic_auth: {username: "{{ a }}"}\nbearer_token_file: b',
      'basic by basic_auth | token by bearer_token_file (now authorization.credentials_file)',
    ],
  ];

  test.each(ROWS)('with %s', (fields, authentication) => {
    const text = `scrape_configs:\n- ${fields.replaceAll('\n', '\n  ')}\n`;
    expect(authenticationIn('prometheus.yml', text)).toBe(authentication);
  });
});

describe('another client', () => {
  const ROWS: readonly (readonly [text: string, authentication: string])[] = [
    ['remote_write: [{url: a, sigv4: {region: a}}]', 'cloud by sigv4'],
    [
      'remote_write: [{url: a, azuread: {cloud: a}, basic_auth: {username: a}}]',
      'token by azuread | basic by basic_auth | either azuread or basic_auth',
    ],
    ['remote_write: [{url: a, google_iam: {credentials_file: a}}]', 'token by google_iam'],
    ['remote_write: [{url: a, http_headers: {X-A: {values: [b], files: [c]}}}]', 'header by X-A'],
    ['remote_write: [{url: a, http_headers: {X-A: {values: [b], files: []}}}]', ''],
  ];

  test.each(ROWS)('%s', (text, authentication) => {
    expect(authenticationIn('prometheus.yml', text)).toBe(authentication);
  });
});

describe('a discovery', () => {
  const ROWS: readonly (readonly [key: string, fields: string, authentication: string])[] = [
    ['consul_sd_configs', '{server: a, token: b}', 'token by token'],
    [
      'consul_sd_configs',
      '{token: b, authorization: {credentials_file: a}}',
      'token by token | token by authorization | either token or authorization',
    ],
    ['consul_sd_configs', '{username: a, password: b}', 'basic by password'],
    ['marathon_sd_configs', '{servers: [a], auth_token_file: b}', 'token by auth_token_file'],
    [
      'marathon_sd_configs',
      '{auth_token: a, auth_token_file: b}',
      'token by auth_token | token by auth_token_file | either auth_token or auth_token_file',
    ],
    ['uyuni_sd_configs', '{server: a, password: b}', 'basic by password'],
    [
      'scaleway_sd_configs',
      '{secret_key: a, secret_key_file: b}',
      'token by secret_key | token by secret_key_file | either secret_key or secret_key_file',
    ],
    // The requests are signed, and the secret stays at home.
    ['ec2_sd_configs', '{access_key: a, secret_key: b}', ''],
    // Nothing of it is validated, so nothing of it is refused.
    [
      'aws_sd_configs',
      '{bearer_token_file: a, basic_auth: {username: a}}',
      'token by bearer_token_file | basic by basic_auth',
    ],
  ];

  test.each(ROWS)('%s %s', (key, fields, authentication) => {
    const text = `scrape_configs: []\nalerting: {alertmanagers: [{${key}: [${fields}]}]}\n`;
    const [, sketch = ''] = clientsIn('prometheus.yml', text);
    expect(
      sketch
        .split(' | ')
        .filter(part => / by (?!default)|^either /.test(part))
        .join(' | '),
    ).toBe(authentication);
  });
});

describe('a request for a token', () => {
  const ROWS: readonly (readonly [fields: string, authentication: string])[] = [
    ['client_secret: a', 'oauth2 by client_secret'],
    [
      'client_secret: a, client_secret_file: b',
      'oauth2 by client_secret | oauth2 by client_secret_file | either client_secret or client_secret_file',
    ],
    [
      'grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", client_secret: a, client_secret_file: b',
      'oauth2 by client_secret | oauth2 by client_secret_file',
    ],
    [
      'grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", client_certificate_key: a, client_certificate_key_file: b',
      'oauth2 by client_certificate_key | oauth2 by client_certificate_key_file | either client_certificate_key or client_certificate_key_file',
    ],
  ];

  test.each(ROWS)('with %s', (fields, authentication) => {
    const [, sketch = ''] = clientsIn('prometheus.yml', `scrape_configs:\n- oauth2: {client_id: a, ${fields}}\n`);
    expect(
      sketch
        .split(' | ')
        .filter(part => / by (?!default)|^either /.test(part))
        .join(' | '),
    ).toBe(authentication);
  });
});

describe('of a custom resource', () => {
  const ROWS: readonly (readonly [kind: string, spec: string, authentication: string])[] = [
    [
      'ServiceMonitor',
      '{endpoints: [{bearerTokenFile: a}]}',
      'token by bearerTokenFile (now authorization.credentials, which refers to a Secret)',
    ],
    [
      'ServiceMonitor',
      '{endpoints: [{bearerTokenSecret: {name: "", key: ""}, basicAuth: {username: {name: a, key: b}}}]}',
      'basic by basicAuth',
    ],
    [
      'PodMonitor',
      '{podMetricsEndpoints: [{bearerTokenSecret: {name: a, key: b}, authorization: {credentials: {name: a, key: b}}}]}',
      'token by bearerTokenSecret (now authorization.credentials, which refers to a Secret) | token by authorization | either bearerTokenSecret or authorization',
    ],
    [
      'Prometheus',
      '{remoteWrite: [{url: a, bearerTokenFile: b}]}',
      'token by bearerTokenFile (now authorization.credentialsFile)',
    ],
  ];

  test.each(ROWS)('%s %s', (kind, spec, authentication) => {
    const text = `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;
    expect(authenticationIn('a.yaml', text)).toBe(authentication);
  });

  test('VictoriaMetrics has nothing against bearer tokens', () => {
    const text =
      'apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMServiceScrape\nmetadata: {name: a}\nspec: {endpoints: [{bearerTokenFile: a}]}\n';
    expect(authenticationIn('a.yaml', text)).toBe('token by bearerTokenFile');
  });
});

test('a chart decides which of its settings it takes', () => {
  const text = 'serviceMonitor: {basicAuth: {username: {name: a, key: b}}, bearerTokenFile: a}\n';
  expect(authenticationIn('values.yaml', text)).toBe(
    'basic by basicAuth | token by bearerTokenFile (now authorization.credentials, which refers to a Secret)',
  );
});
