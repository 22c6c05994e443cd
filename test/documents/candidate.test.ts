import { expect, test } from '@jest/globals';
import { chartOf } from '../../src/documents/chart.ts';
import { candidateOf, canHoldOurs, isOursByName } from '../../src/documents/candidate.ts';
import { findingsIn, reportOn } from '../linted.ts';

test('the name of a file says what it can be', () => {
  const certificates = ['ca.pem', 'a.crt', 'a.cer', 'tls.key', 'a/id_rsa', 'a.p8', 'ca-bundle', 'ca.der', 'chain.P7B'];
  const stores = ['a.p12', 'a.pfx', 'a.jks', 'a.jceks', 'a.keystore', 'client.truststore'];
  expect(['a.yml', 'a.YAML', 'a.json'].map(candidateOf)).toEqual(Array(3).fill('yaml'));
  expect(certificates.map(candidateOf)).toEqual(Array(9).fill('certificates'));
  expect(stores.map(candidateOf)).toEqual(Array(6).fill('certificates'));
  expect(['a.md', 'a.go', '.gitignore', 'prometheus.yml.example'].map(candidateOf)).toEqual(Array(4).fill(undefined));
});

test.each([
  ['prometheus.yml.j2', 'yaml'],
  ['web.yml.tmpl', 'yaml'],
  ['servicemonitor.yaml.tpl', 'yaml'],
  ['values.yaml.gotmpl', 'yaml'],
  ['prometheus.json.tftpl', 'yaml'],
  ['prometheus.yml.template', 'yaml'],
  ['templates/_helpers.tpl', 'yaml'],
  ['prometheus.j2', 'yaml'],
  ['prometheus.service.j2', 'systemd-unit'],
  ['start.sh.tpl', 'script'],
  ['Makefile.jinja2', 'script'],
  ['ca.pem.J2', 'certificates'],
  ['README.md.gotmpl', undefined],
  ['embed.go.tmpl', undefined],
])('the template %s can be what is made of it: %s', (path, candidate) => {
  expect(candidateOf(path)).toBe(candidate);
  expect(isOursByName(path)).toBe(false);
});

test('in a template that is looked for which its rendered file would hold', () => {
  expect(canHoldOurs(Buffer.from('tlsConfig: {}\n'), 'values.yaml.gotmpl')).toBe(true);
  expect(canHoldOurs(Buffer.from('tlsConfig: {}\n'), 'a.yaml.gotmpl')).toBe(false);
});

test('only the names that Prometheus and the exporters use by convention say that a file is ours', () => {
  const ours = ['prometheus.yml', 'a/prometheus.yaml', 'web.yml', 'web.yaml', 'a/web-config.yml', 'web-config.yaml'];
  expect(ours.filter(isOursByName)).toEqual(ours);
  const others = ['values.yaml', 'my-prometheus.yml', 'Prometheus.yml', 'web.json', 'xweb.yml', 'prometheus.yml/a.yml'];
  expect(others.filter(isOursByName)).toEqual([]);
});

test('a file without a word of ours is not decoded', () => {
  expect(canHoldOurs(Buffer.from('a: 1\n'), 'a.yml')).toBe(false);
  expect(canHoldOurs(Buffer.from('remote_write: []\n'), 'a.yml')).toBe(true);
  expect(canHoldOurs(Buffer.from('remote_write: []\n'), 'a.json')).toBe(false);
  expect(canHoldOurs(Buffer.from('remote_write: []\n'), 'a.pem')).toBe(false);
  expect(canHoldOurs(Buffer.from('xx-----BEGIN PRIVATE KEY-----'), 'a.pem')).toBe(true);
  expect(canHoldOurs(Buffer.from('feedfeed0000000200000000', 'hex'), 'a.pem')).toBe(true);
  expect(canHoldOurs(Buffer.from('cafebabe0000000200000000', 'hex'), 'a.jks')).toBe(false);
  expect(canHoldOurs(Buffer.from('tlsConfig: {}\n'), 'values.yaml')).toBe(true);
  expect(canHoldOurs(Buffer.from('tlsConfig: {}\n'), 'a.yaml')).toBe(false);
  expect(canHoldOurs(Buffer.from('kind: Secret\n'), 'a.yaml')).toBe(true);
  expect(canHoldOurs(Buffer.from('kind: SecretStore\n'), 'a.yaml')).toBe(false);
});

const CHARTS = new Set(['Chart.yaml', 'charts/a/Chart.yaml', 'charts/a/charts/b/Chart.yaml']);

test.each([
  ['templates/a.yaml', true],
  ['templates/deep/er/a.yaml', true],
  ['charts/a/templates/a.yaml', true],
  ['charts/a/charts/b/templates/tests/a.yaml', true],
  ['charts/c/templates/a.yaml', false],
  ['charts/a/values.yaml', false],
  ['charts/a/files/templates/a.yaml', false],
  ['charts/a/templates.yaml', false],
  ['a.yaml', false],
])('beside a Chart.yaml, %s is a template of a chart: %s', (path, isTemplate) => {
  const files = { has: (chart: string) => CHARTS.has(chart), read: () => undefined };
  expect(chartOf(path, files) !== undefined).toBe(isTemplate);
});

const INSECURE = 'scrape_configs:\n- job_name: a\n  tls_config: {insecure_skip_verify: true}\n';

test('a template of a chart is read like any other file', () => {
  const files = { 'a/Chart.yaml': 'name: a\n', 'a/templates/a.yaml': INSECURE, 'b/templates/a.yaml': INSECURE };
  const report = reportOn(files);
  expect(report.findings.map(({ at }) => at.file.path)).toEqual(['a/templates/a.yaml', 'b/templates/a.yaml']);
  expect(report.unread).toEqual([]);
});

test('a file in UTF-16 is read like any other, and its findings stand at the characters of the text', () => {
  const bytes = Buffer.from(`\uFEFF${INSECURE}`, 'utf16le');
  expect(findingsIn({ 'a.yml': bytes, 'b.yml': Buffer.from(bytes).swap16() })).toEqual([
    'a.yml:3 insecure-skip-verify',
    'b.yml:3 insecure-skip-verify',
  ]);
});

test('a resource in JSON that escapes its slashes is found', () => {
  const spec = '"spec": {"endpoints": [{"tlsConfig": {"insecureSkipVerify": true}}]}';
  const json = `{"apiVersion": "monitoring.coreos.com\\/v1", "kind": "ServiceMonitor",\n${spec}}`;
  expect(findingsIn({ 'a.json': json })).toEqual(['a.json:2 insecure-skip-verify']);
});

test('a file that is ours by its name is a finding where it cannot be read, and others are a note or nothing', () => {
  const broken = 'scrape_configs: [\n';
  const report = reportOn({ 'a.yml': broken, 'prometheus.yml': broken, 'z.yml': 'a: [\n', 'web.yml': 'a: [\n' });
  expect(report.findings.map(({ at, severity }) => `${at.file.path} ${severity}`)).toEqual([
    'a.yml note',
    'prometheus.yml error',
    'web.yml error',
  ]);
});
