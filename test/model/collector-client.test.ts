import { describe, expect, test } from '@jest/globals';
import { clientsIn } from './client-sketch.ts';

/** An exporter of a collector that writes to Prometheus. */
function exporter(fields: string): readonly string[] {
  return clientsIn('otel.yml', `exporters:\n  prometheusremotewrite/a:\n    ${fields.replaceAll('\n', '\n    ')}\n`);
}

const EXPORTER = 'remote write exporter "a" at exporters.prometheusremotewrite/a';

describe('of an exporter is known', () => {
  test.each([
    ['whom it writes to', 'endpoint: "https://a/b"', 'tls | to a'],
    ['that it is not encrypted', 'endpoint: "http://a/b"', 'plain | to a'],
    ['that a variable decides', 'endpoint: "${env:URL}"', 'any transport | to template ${env:URL}'],
    ['that it does not verify', 'endpoint: "https://a"\ntls: {insecure_skip_verify: true}', 'tls | to a | skip true'],
    [
      'that insecure without a CA passes over the rest',
      'endpoint: "https://a"\ntls: {insecure: true, insecure_skip_verify: true}',
      'tls | to a',
    ],
    [
      'that insecure with a CA does not',
      'endpoint: "https://a"\ntls: {insecure: true, insecure_skip_verify: true, ca_file: x}',
      'tls | to a | skip true | ca ca_file: x',
    ],
    [
      'what it reads and whom it expects',
      'endpoint: "https://a"\ntls: {ca_pem: x, cert_file: y, key_file: z, server_name_override: n}',
      'tls | to a | ca ca_pem: inline | cert cert_file: y | key key_file: z | serverName n',
    ],
    [
      'the extension that it is authenticated by',
      'endpoint: "https://a"\nauth: {authenticator: basicauth/x}',
      'tls | to a | basic by auth.authenticator',
    ],
    ['no extension of another kind', 'endpoint: "https://a"\nauth: {authenticator: headers_setter}', 'tls | to a'],
    ['a header with a secret', 'endpoint: "https://a"\nheaders: {X-Api-Key: x}', 'tls | to a | header by X-Api-Key'],
  ])('%s', (_name, fields, sketch) => {
    expect(exporter(fields)).toEqual([`${EXPORTER} | ${sketch}`]);
  });
});

test('the jobs of a receiver are those of Prometheus', () => {
  const text = 'receivers: {prometheus: {config: {scrape_configs: [{job_name: a, scheme: https}]}}}\n';
  expect(clientsIn('otel.yml', text)).toEqual([
    'scrape job "a" at receivers.prometheus.config.scrape_configs[a] | tls | to nobody',
  ]);
});

describe('of a client of promxy or Thanos is known what its block says', () => {
  test.each([
    [
      'a server group',
      'promxy:\n  server_groups:\n  - {scheme: https, static_configs: [{targets: ["a:9090"]}], http_client: {tls_config: {ca_file: x}, basic_auth: {username: y}}}\n',
      'server group at promxy.server_groups[] | tls | to a | ca ca_file: x | basic by basic_auth',
    ],
    [
      'a querier',
      '- {scheme: https, static_configs: ["dnssrv+_http._tcp.a.svc"], http_config: {bearer_token_file: x}}\n',
      'query client at query_endpoints[] | tls | to _http._tcp.a.svc | token by bearer_token_file',
    ],
    [
      'an Alertmanager',
      'alertmanagers: [{static_configs: ["a:9093"], http_config: {tls_config: {insecure_skip_verify: true}}}]\n',
      'Alertmanager client at alertmanagers[] | to a | skip true',
    ],
  ])('%s', (_name, text, sketch) => {
    expect(clientsIn('a.yml', text)).toEqual([sketch]);
  });
});
