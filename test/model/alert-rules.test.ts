import { describe, expect, test } from '@jest/globals';
import { alertRulesIn } from '../../src/model/alert-rules.ts';
import { treeOf, type Files } from '../tree.ts';

const alerts = (files: Files): object => alertRulesIn(treeOf(files));
const rule = (expression: string): string => `groups:\n- name: a\n  rules:\n  - alert: A\n    expr: ${expression}\n`;
const NONE = { exist: false, watchCertificates: false };
const SOME = { exist: true, watchCertificates: false };
const WATCHING = { exist: true, watchCertificates: true };

test.each([
  ['a rule file', { 'rules/a.yml': rule('up == 0') }, SOME],
  ['one of an older name', { 'a.rules': rule('up == 0') }, SOME],
  ['JSON', { 'a.json': '{"groups": [{"rules": [{"alert": "A", "expr": "up == 0"}]}]}' }, SOME],
  ['a resource on one line', { 'a.yaml': '{kind: PrometheusRule, spec: {rules: [{alert: A, expr: up}]}}' }, SOME],
  ['UTF-16', { 'a.yml': Buffer.from(`\uFEFF${rule('up == 0')}`, 'utf16le') }, SOME],
  ['recording rules alone', { 'a.yml': rule('up').replace('alert', 'record') }, NONE],
  ['another key of the name', { 'a.yml': 'alert: true\n' }, NONE],
  ['a text', { 'README.md': rule('up == 0') }, NONE],
  ['nothing', {}, NONE],
])('alert rules are found in %s', (_name, files, wanted) => {
  expect(alerts(files)).toEqual(wanted);
});

describe('an end is watched by the metrics of', () => {
  test.each([
    ['the blackbox exporter', 'probe_ssl_earliest_cert_expiry - time() < 86400'],
    ['its newer one', 'probe_ssl_last_chain_expiry_timestamp_seconds - time() < 86400'],
    ['x509-certificate-exporter', '(x509_cert_not_after - time()) / 86400 < 28'],
    ['cert-manager', 'certmanager_certificate_expiration_timestamp_seconds < 1'],
    ['ssl_exporter', 'ssl_verified_cert_not_after - time() < 86400 * 7'],
    ['Telegraf', 'x509_cert_expiry < 86400'],
    ['Traefik', 'traefik_tls_certs_not_after - time() < 1'],
    ['Envoy', 'envoy_server_days_until_first_cert_expiring < 7'],
    ['ingress-nginx', 'nginx_ingress_controller_ssl_expire_time_seconds < 1'],
    ['node-cert-exporter', 'ssl_certificate_expiry_seconds < 1'],
    ['cert-exporter', 'cert_exporter_secret_expires_in_seconds < 1'],
  ])('%s', (_name, expression) => {
    expect(alerts({ 'a.yml': rule(expression) })).toEqual(WATCHING);
  });

  test.each([
    [
      'the API server, of its clients',
      'histogram_quantile(0.01, apiserver_client_certificate_expiration_seconds_bucket) < 1',
    ],
    ['kubelets, of their rotation', 'kubelet_certificate_manager_client_ttl_seconds < 1'],
    ['probes, of another kind', 'probe_ssl_last_chain_info == 0'],
  ])('but not %s', (_name, expression) => {
    expect(alerts({ 'a.yml': rule(expression) })).toEqual(SOME);
  });
});

test('they may be named in any file of configuration', () => {
  const dashboard = '{"panels": [{"expr": "probe_ssl_earliest_cert_expiry"}]}';
  expect(alerts({ 'a.yml': rule('up == 0'), 'dashboard.json': dashboard })).toEqual(WATCHING);
  expect(alerts({ 'a.libsonnet': "{ expr: 'x509_cert_not_after' }" })).toEqual(WATCHING);
});

test('a long line takes no long time', () => {
  const long = `a: ${'certcert_'.repeat(50_000)}\nb: ${'ssl'.repeat(200_000)}\n`;
  const start = performance.now();
  expect(alerts({ 'a.yml': long })).toEqual(NONE);
  expect(performance.now() - start).toBeLessThan(2000);
});
