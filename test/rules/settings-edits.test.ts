import { expect, test } from '@jest/globals';
import { CERTIFICATES, trustingFix } from './trusting-fix.ts';

const OFF = 'insecure_skip_verify: true';
const CA = 'ca_file: /etc/certs/ca.pem';

function job(settings: string, target = 'node.example:9100'): string {
  return `scrape_configs:\n  - job_name: node\n    scheme: https\n${settings}    static_configs: [{ targets: ['${target}'] }]\n`;
}

function block(...lines: readonly string[]): string {
  return `    tls_config:\n${lines.map(line => `      ${line}\n`).join('')}`;
}

function json(tls: object): string {
  const targets = [{ targets: ['node:9100'] }];
  return JSON.stringify({
    scrape_configs: [{ job_name: 'node', scheme: 'https', static_configs: targets, tls_config: tls }],
  });
}

function inConfigMap(text: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: prometheus }\ndata:\n  prometheus.yml: ${text}`;
}

function literal(text: string): string {
  return inConfigMap(`|\n${text.replaceAll(/^/gm, '    ')}`.trimEnd()) + '\n';
}

const mended: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
  ['a client without a block gets one with the authority', 'prometheus.yml', job(''), job(block(CA))],
  [
    'a client without a block gets one with the authority and the name',
    'prometheus.yml',
    job('', 'node:9100'),
    job(block(CA, 'server_name: node.example'), 'node:9100'),
  ],
  [
    'a block without an authority gets one',
    'prometheus.yml',
    job(block('min_version: TLS12 # at least')),
    job(block('min_version: TLS12 # at least', CA)),
  ],
  [
    'a name that is missing comes behind the authority',
    'prometheus.yml',
    job(block(CA, 'min_version: TLS12'), 'node:9100'),
    job(block(CA, 'server_name: node.example', 'min_version: TLS12'), 'node:9100'),
  ],
  [
    'JSON in a line stays that',
    'prometheus.yml',
    json({ insecure_skip_verify: true }),
    json({ ca_file: '/etc/certs/ca.pem', server_name: 'node.example' }),
  ],
  [
    'JSON in a string of JSON stays that',
    'map.json',
    JSON.stringify({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      data: { 'prometheus.yml': json({ insecure_skip_verify: true }) },
    }),
    JSON.stringify({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      data: { 'prometheus.yml': json({ ca_file: '/etc/certs/ca.pem', server_name: 'node.example' }) },
    }),
  ],
  [
    'a configuration in a block of a ConfigMap is indented as it is',
    'map.yaml',
    literal(job(block(OFF), 'node:9100')),
    literal(job(block(CA, 'server_name: node.example'), 'node:9100')),
  ],
  [
    'a configuration in quotes has its line breaks escaped',
    'map.yaml',
    `${inConfigMap(JSON.stringify(job('')))}\n`,
    `${inConfigMap(JSON.stringify(job(block(CA))))}\n`,
  ],
];

test.each(mended)('%s', (_, path, before, after) => {
  const { text, faults, fix } = trustingFix(path, before);
  expect(text).toBe(after);
  expect(faults).toEqual([]);
  expect(fix?.isSafe).toBe(true);
});

const inChart = (tls: string): string =>
  literal(`${job(block(tls))}  {{- include "more" . | nindent 2 }}\n`).replace(
    'name: prometheus',
    'name: {{ .Release.Name }}',
  );

test('what a template prints stays where it is', () => {
  const chart = { 'chart/Chart.yaml': 'name: chart\nversion: 1.0.0\n' };
  const files = { ...chart, 'certs/ca.pem': 'x' };
  expect(trustingFix('chart/templates/map.yaml', inChart(OFF), files).fix).toBeUndefined();
  const { text: after, faults } = trustingFix('chart/templates/map.yaml', inChart(OFF));
  expect(after).toBe(inChart(CA));
  expect(faults).toEqual([]);
});

const scrapeConfig = (tls: string): string =>
  `apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata:\n  name: node\nspec:\n  scheme: HTTPS\n  staticConfigs:\n    - targets: ['node:9100']\n  tlsConfig:\n${tls}`;

test('an object of the namespace is named as an object', () => {
  const { 'certs/ca.pem': ca = '', ...served } = CERTIFICATES;
  const map = `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: trust }\ndata:\n  ca.crt: ${JSON.stringify(ca)}\n`;
  const { text, faults, fix } = trustingFix(
    'node.yaml',
    `${scrapeConfig('    insecureSkipVerify: true\n')}${map}`,
    served,
  );
  expect(text).toBe(
    `${scrapeConfig('    ca:\n      configMap:\n        name: trust\n        key: ca.crt\n    serverName: node.example\n')}${map}`,
  );
  expect(faults).toEqual([]);
  expect(fix?.isSafe).toBe(true);
});

const merging = (tls: string): string =>
  `x: &job\n  scheme: https\n  static_configs: [{ targets: ['node.example:9100'] }]\nscrape_configs:\n  - <<: *job\n    job_name: node\n${tls}`;

test('a job that merges another in gets settings of its own', () => {
  expect(trustingFix('prometheus.yml', merging('')).text).toBe(merging(block(CA)));
});

test('to a job that others may merge in nothing is added', () => {
  const text = `scrape_configs:\n  - &node\n${job('').slice(job('').indexOf('    scheme'))}    job_name: node\n`;
  expect(trustingFix('prometheus.yml', text.replace('&node', '')).fix).toBeDefined();
  expect(trustingFix('prometheus.yml', text).fix).toBeUndefined();
});

const switched = (value: string): string =>
  job(block(`insecure_skip_verify: ${value}`, 'ca_file: elsewhere/ca.pem'), 'other:9100');

test('a switch beside a CA of which nothing is known is turned off, which is not safe', () => {
  const { fix, text: after, faults } = trustingFix('prometheus.yml', switched('yes # for now'));
  expect([after, fix?.isSafe]).toEqual([switched('false # for now'), false]);
  expect(faults).toEqual([]);
});

test('it is left where the target is an address, which certificates seldom name', () => {
  const tls = block('insecure_skip_verify: true', 'ca_file: elsewhere/ca.pem');
  expect(trustingFix('prometheus.yml', job(tls, '10.0.0.5:9100')).fix).toBeUndefined();
});

test('it is turned off where a template names the target', () => {
  const [before, after] = ['true', 'false'].map(value => switched(value).replace('other:9100', '{{ node }}:9100'));
  expect(trustingFix('prometheus.yml', before ?? '').text).toBe(after);
});
