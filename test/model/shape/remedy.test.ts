import { expect, test } from '@jest/globals';
import { meaningsIn } from '../../meaning.ts';

/** A job with an entry, and what is said to do about its value. */
const OF_JOBS: readonly (readonly [entry: string, remedy: string])[] = [
  ['honor_labels: "yes"', 'write yes without quotes'],
  ['honor_labels: 1', 'write true or false'],
  ['sample_limit: "100"', 'write 100 without quotes'],
  ['sample_limit: many', 'write a number'],
  ['scrape_interval: 30', 'write a duration such as 30s'],
  ['params: {module: http_2xx}', 'write a list'],
  ['params: [module]', 'write a mapping'],
  ['static_configs: {targets: [a]}', 'write a list'],
  ['tls_config: true', 'write a mapping'],
  ['scheme: [https]', 'write a single value'],
  ['tls_config: {min_version: TLS1.2}', 'write TLS12'],
  ['tls_config: {min_version: SSL}', 'write TLS10 or TLS11 or TLS12 or TLS13'],
  ['kubernetes_sd_configs: [{role: pods}]', 'write pod'],
  ['relabel_configs: [{action: droop, source_labels: [a]}]', 'write drop'],
  ['relabel_configs: [~]', 'remove the empty item'],
  ['dns_sd_configs: [{names: [a], type: B}]', 'write A, AAAA, MX, NS or SRV'],
  ['file_sd_configs: [{files: [a.txt]}]', 'write a path that ends in .json, .yml or .yaml'],
  ['http_sd_configs: [{url: sd.internal}]', 'write a URL that begins with http:// or https://'],
  ['body_size_limit: 10 MB', 'write a size such as 512MB'],
  ['relabel_configs: [{action: labeldrop, regex: a, target_label: b}]', 'remove target_label'],
  ['scrape_timeout: 2m', 'write one that is no longer than the interval'],
];

test.each(OF_JOBS)('what to do about `%s` is to %s', (entry, remedy) => {
  const said = departuresIn('prometheus.yml', `scrape_configs:\n- job_name: a\n  ${entry}\n`);
  expect(said.map(departure => departure.remedy)).toEqual([remedy]);
});

const OF_ENDPOINTS: readonly (readonly [entry: string, remedy: string | undefined])[] = [
  ['port: 9100', 'write it in quotes'],
  ['port: [a]', 'write a single value'],
  ['interval: 30', 'write a duration such as 30s'],
  ['scheme: HTTPs', 'write https'],
  ['relabelings: [{action: dropp}]', 'write drop'],
  ['relabelings: [{sourceLabels: a, targetLabel: b}]', 'write a list'],
  ['basicAuth: {username: a}', 'write a mapping'],
];

test.each(OF_ENDPOINTS)('what to do about `%s` of an endpoint is to %s', (entry, remedy) => {
  const head = 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\n';
  const said = departuresIn('monitor.yaml', `${head}spec:\n  selector: {}\n  endpoints:\n  - ${entry}\n`);
  expect(said.map(departure => departure.remedy)).toEqual([remedy]);
});

test('a field that does not go with a default is told of alone', () => {
  const text = 'modules:\n  a:\n    prober: http\n    http: {enable_http3: true}\n';
  const conflicts = departuresIn('blackbox.yml', text).filter(({ kind }) => kind === 'conflict');
  expect(conflicts.map(({ others, remedy }) => [others, remedy])).toEqual([[[], 'set enable_http2 to false']]);
});

const OF_ROUTES: readonly (readonly [text: string, remedy: string])[] = [
  ['route: {receiver: team}\nreceivers: [{name: teams}]\n', 'write teams, or define it'],
  ['route: {receiver: ops}\nreceivers: [{name: teams}]\n', 'define it, or name one that is defined'],
  ['route: {receiver: a, match: {b: c}}\nreceivers: [{name: a}]\n', 'remove it, or move it to a child route'],
  ['route: {receiver: a}\nreceivers: [{name: a}, {name: a}]\n', 'give each a name of its own'],
  ['global: {smtp_smarthost: mail}\nroute: {receiver: a}\nreceivers: [{name: a}]\n', 'write host:port'],
];

test.each(OF_ROUTES)('what to do about %j is to %s', (text, remedy) => {
  expect(departuresIn('alertmanager.yml', text).map(departure => departure.remedy)).toEqual([remedy]);
});

function departuresIn(path: string, text: string) {
  return meaningsIn(path, text).flatMap(({ departures }) => departures);
}
