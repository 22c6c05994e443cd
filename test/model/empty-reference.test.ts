import { describe, expect, test } from '@jest/globals';
import { referencesIn, sketchesIn } from './reference-sketch.ts';

/** The references to nothing, and those to objects that are not named whole. */
function emptyIn(path: string, text: string): readonly string[] {
  return sketchesIn(path, text).filter(sketch => / \| nothing$| -|""/.test(sketch));
}

function inJob(fields: string): readonly string[] {
  return emptyIn('prometheus.yml', `scrape_configs: [{${fields}}]\n`);
}

function inEndpoint(fields: string): readonly string[] {
  const spec = `spec: {endpoints: [{${fields}}]}`;
  return emptyIn('a.yaml', `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\n${spec}\n`);
}

describe('in prometheus.yml', () => {
  test.each([
    ['authorization: {}', 'authorization | secret token | nothing'],
    ['authorization: {type: Token}', 'authorization | secret token | nothing'],
    ['authorization: {credentials: ""}', 'authorization | secret token | nothing'],
    ['authorization: {credentials_file: ""}', 'authorization | secret token | nothing'],
    ['basic_auth: {username: a, password_file: ""}', 'password_file | secret password | nothing'],
    ['basic_auth: {password: "", password_file: ""}', 'password_file | secret password | nothing'],
    ['oauth2: {client_id: a, client_secret_file: ""}', 'client_secret_file | secret client secret | nothing'],
    ['bearer_token_file: ""', 'bearer_token_file | secret bearer token | nothing'],
    ['marathon_sd_configs: [{auth_token_file: ""}]', 'auth_token_file | secret token | nothing'],
    ['http_sd_configs: [{authorization: {}}]', 'authorization | secret token | nothing'],
  ])('%s names nothing', (fields, sketch) => {
    expect(inJob(fields)).toEqual([sketch]);
  });

  test.each([
    ['authorization:'],
    ['authorization: null'],
    ['authorization: {credentials: a}'],
    ['authorization: {credentials_file: "{{ a }}"}'],
    ['authorization: {credentials_ref: a}'],
    ['authorization: {"{{ a }}": b}'],
    ['authorization: "{{ a }}"'],
    ['basic_auth: {password: a, password_file: ""}'],
    ['basic_auth: {username_file: ""}'],
    ['basic_auth: {password_file: }'],
    ['bearer_token: a, bearer_token_file: ""'],
    ['basic_auth: {password: a}, bearer_token_file: ""'],
    ['tls_config: {ca_file: "", cert_file: "", key_file: ""}'],
    ['static_configs: [{labels: {authorization: {}}}]'],
  ])('%s is no mistake of that kind', fields => {
    expect(inJob(fields)).toEqual([]);
  });

  test('what is merged in counts', () => {
    const base = '&b {job_name: a, authorization: {credentials_file: t}, basic_auth: {password_file: p}}';
    expect(inJob(`job_name: x}, ${base}, {<<: *b, authorization: {type: Token}`)).toEqual([]);
    const empty = emptyIn('prometheus.yml', `scrape_configs: [&b {authorization: {}}, {<<: *b, job_name: c}]\n`);
    expect(empty).toEqual(['authorization | secret token | nothing']);
  });

  test('an authorization stands at its block', () => {
    const text = 'scrape_configs:\n- job_name: a\n  authorization:\n    type: Token\n';
    const [reference] = referencesIn('prometheus.yml', text);
    expect(reference).toMatchObject({ path: 'scrape_configs[a].authorization', field: 'authorization' });
    expect(text.slice(reference?.at.start, reference?.at.end).trim()).toBe('type: Token');
  });
});

describe('in a resource', () => {
  test.each([
    ['basicAuth: {password: {name: "", key: p}}', 'password | secret password | Secret "" "p"'],
    ['basicAuth: {password: {name: a}}', 'password | secret password | Secret "a" -'],
    ['basicAuth: {password: {}}', 'password | secret password | Secret - -'],
    ['authorization: {credentials: {key: t}}', 'credentials | secret token | Secret - "t"'],
    ['bearerTokenSecret: {name: a, key: ""}', 'bearerTokenSecret | secret bearer token | Secret "a" ""'],
    ['authorization: {credentialsFile: ""}', 'authorization | secret token | nothing'],
    ['authorization: {}', 'authorization | secret token | nothing'],
    ['authorization: {type: Token}', 'authorization | secret token | nothing'],
  ])('%s names too little', (fields, sketch) => {
    expect(inEndpoint(fields)).toEqual([sketch]);
  });

  test.each([
    ['bearerTokenSecret: {name: "", key: ""}'],
    ['bearerTokenSecret: {key: ""}'],
    ['bearerTokenSecret: {}'],
    ['bearerTokenFile: ""'],
    ['basicAuth: {}'],
    ['authorization: {credentialsFile: "", credentials: {name: a, key: t}}'],
  ])('%s is how nothing is said', fields => {
    expect(inEndpoint(fields)).toEqual([]);
  });
});

describe('in values', () => {
  test('an object that is named whole is referred to', () => {
    const text = 'serviceMonitor: {basicAuth: {password: {name: a, key: p}}}\n';
    expect(sketchesIn('values.yaml', text)).toEqual(['password | secret password | Secret "a" "p"']);
  });

  test.each([
    ['serviceMonitor: {bearerTokenSecret: {name: "", key: ""}, authorization: {}, basicAuth: {password: {}}}'],
    ['prometheus: {prometheusSpec: {apiserverConfig: {basicAuth: {password: {name: "", key: ""}}}}}'],
    ['serverFiles: {prometheus.yml: {scrape_configs: {a: {basic_auth: {password_file: ""}}}}}'],
  ])('%s are defaults of a chart', text => {
    expect(emptyIn('values.yaml', `${text}\n`)).toEqual([]);
  });

  test.each([
    ['extraScrapeConfigs: [{bearer_token_file: ""}]', 'bearer_token_file | secret bearer token | nothing'],
    ['extraScrapeConfigs: [{authorization: {}}]', 'authorization | secret token | nothing'],
    ['extraScrapeConfigs: "- basic_auth: {password_file: \'\'}"', 'password_file | secret password | nothing'],
    ['remoteWrite: [{basicAuth: {password: {name: a, key: ""}}}]', 'password | secret password | Secret "a" ""'],
  ])('%s is an item of a list, which replaces that of the chart', (text, sketch) => {
    expect(emptyIn('values.yaml', `${text}\n`)).toEqual([sketch]);
  });
});
