import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import { faultsOfFix, fixed } from '../fixes.ts';
import { treeOf, type Files } from '../tree.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const ca = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('CA'), ...DATES });
const node = makeCertificate({
  commonName: 'node',
  names: ['node.example'],
  issuer: ca,
  key: seededKeyPair('node'),
  ...DATES,
});
const CERTIFICATES = { 'certs/ca.pem': ca.pem, 'served/node.pem': node.pem };

function reportOn(files: Files): Report {
  const servers = { 'node:9100': 'served/node.pem', 'node.example:9100': 'served/node.pem' };
  return lint({ files: treeOf(files), configuration: { ...DEFAULT_CONFIGURATION, servers }, now: EXAMPLE_NOW });
}

function job(settings: string, target = 'node:9100'): string {
  return `scrape_configs:
  - job_name: node
    scheme: https
    static_configs: [{ targets: ['${target}'] }]
    tls_config:${settings}
`;
}

/** The first finding with a fix in a `prometheus.yml` beside the certificates. */
function fixIn(
  text: string,
  files: Files = CERTIFICATES,
): { finding: Finding | undefined; text: unknown; faults: readonly string[] } {
  const before = { 'prometheus.yml': text, ...files };
  const report = reportOn(before);
  const finding = report.findings.find(({ fix }) => fix !== undefined);
  if (finding === undefined) return { finding, text: undefined, faults: [] };
  return {
    finding,
    text: fixed(before, finding)['prometheus.yml'],
    faults: faultsOfFix(finding, before, report, reportOn),
  };
}

const mended: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'a switch becomes a CA and a name',
    job('\n      insecure_skip_verify: true'),
    job('\n      ca_file: certs/ca.pem\n      server_name: node.example'),
  ],
  [
    'a switch becomes a CA where the target has the name',
    job('\n      insecure_skip_verify: yes # for now', 'node.example:9100'),
    job('\n      ca_file: certs/ca.pem # for now', 'node.example:9100'),
  ],
  [
    'settings in braces stay there',
    job(' { insecure_skip_verify: true, min_version: TLS12 }'),
    job(' { ca_file: certs/ca.pem, server_name: node.example, min_version: TLS12 }'),
  ],
  [
    'a switch beside its CA is turned off',
    job('\n      insecure_skip_verify: true\n      ca_file: certs/ca.pem'),
    job('\n      insecure_skip_verify: false\n      ca_file: certs/ca.pem\n      server_name: node.example'),
  ],
  [
    'a name that is right stays',
    job('\n      server_name: node.example\n      insecure_skip_verify: true'),
    job('\n      server_name: node.example\n      ca_file: certs/ca.pem'),
  ],
  [
    'a name that is wrong is replaced',
    job('\n      server_name: node\n      insecure_skip_verify: true'),
    job('\n      server_name: node.example\n      ca_file: certs/ca.pem'),
  ],
  [
    'line ends stay',
    job('\n      insecure_skip_verify: true').replaceAll('\n', '\r\n'),
    job('\n      ca_file: certs/ca.pem\n      server_name: node.example').replaceAll('\n', '\r\n'),
  ],
  [
    'a name is put behind the CA',
    job('\n      ca_file: certs/ca.pem # ours'),
    job('\n      ca_file: certs/ca.pem # ours\n      server_name: node.example'),
  ],
  [
    'a wrong name becomes the right one',
    job(' { ca_file: certs/ca.pem, server_name: "node" }'),
    job(' { ca_file: certs/ca.pem, server_name: node.example }'),
  ],
];

test.each(mended)('%s', (_, before, after) => {
  const { finding, text, faults } = fixIn(before);
  expect(text).toBe(after);
  expect(faults).toEqual([]);
  expect(finding?.fix?.isSafe).toBe(true);
});

test('a wrong CA becomes the right one, as the server would see it', () => {
  const other = makeCertificate({ commonName: 'Other', isAuthority: true, key: seededKeyPair('Other'), ...DATES });
  const files = { ...CERTIFICATES, 'certs/other.pem': other.pem };
  const { text, faults } = fixIn(job('\n      ca_file: certs/other.pem', 'node.example:9100'), files);
  expect(text).toBe(job('\n      ca_file: certs/ca.pem', 'node.example:9100'));
  expect(faults).toEqual([]);
});

test('a path that needs quotes has them', () => {
  const { text } = fixIn(job('\n      insecure_skip_verify: true', 'node.example:9100'), {
    "our certs/nodes' ca #1.pem": ca.pem,
    'served/node.pem': node.pem,
  });
  expect(text).toBe(job("\n      ca_file: 'our certs/nodes'' ca #1.pem'", 'node.example:9100'));
});

test('a file below the folder of the configuration is named from there', () => {
  const before = { 'lab/prometheus.yml': job('\n      insecure_skip_verify: true', 'node.example:9100') };
  const { findings } = reportOn({ ...before, 'lab/certs/ca.pem': ca.pem, 'served/node.pem': node.pem });
  expect(findings.map(({ fix }) => fix?.edits.map(({ text }) => text))).toEqual([['ca_file: certs/ca.pem']]);
});

test('from values of a chart no file is named, which are not deployed where they are committed', () => {
  const values = `extraScrapeConfigs:\n${job('\n      insecure_skip_verify: true').replace(/^.*\n/, '')}`;
  const { findings } = reportOn({ 'values.yaml': values, ...CERTIFICATES });
  expect(findings.map(({ ruleId, fix }) => [ruleId, fix])).toEqual([['insecure-skip-verify', undefined]]);
});

test('where other targets are not known it is not safe', () => {
  const before = job('\n      insecure_skip_verify: true').replace("['node:9100']", "['node:9100', 'node2:9100']");
  expect(fixIn(before).finding?.fix?.isSafe).toBe(false);
});

test.each<[string, string]>([
  [
    'a block that several jobs share',
    `x: &tls\n  insecure_skip_verify: true\n${job(' *tls')}${job(' *tls').replace('scrape_configs:\n', '').replace('job_name: node', 'job_name: again')}`,
  ],
  ['settings that are merged in', `x: &tls\n  insecure_skip_verify: true\n${job('\n      <<: *tls')}`],
])('%s has none', (_, text) => {
  expect(fixIn(text).finding?.ruleId).not.toBe('insecure-skip-verify');
});

function compose(...volumes: readonly string[]): string {
  return `services: { prometheus: { image: prom/prometheus, volumes: ['./prometheus.yml:/etc/prometheus/prometheus.yml'${volumes.join('')}] } }\n`;
}

test('an authority that is not mounted beside the configuration leaves the usual advice', () => {
  const text = job('\n      insecure_skip_verify: true');
  expect(fixIn(text, { ...CERTIFICATES, 'compose.yml': compose() }).finding).toBeUndefined();
  const mounted = compose(", './certs:/etc/ssl/home'");
  expect(fixIn(text, { ...CERTIFICATES, 'compose.yml': mounted }).text).toContain('ca_file: /etc/ssl/home/ca.pem');
});

const indented = (text: string): string => text.trimEnd().replaceAll(/^/gm, '    ');

test('an authority in an object is named as it is mounted beside the configuration', () => {
  const objects = `apiVersion: v1
kind: Pod
metadata: { name: prometheus }
spec:
  containers:
    - name: prometheus
      image: prom/prometheus
      args: [--config.file=/etc/prometheus/prometheus.yml]
      volumeMounts: [{ name: config, mountPath: /etc/prometheus }, { name: trust, mountPath: /etc/trust }]
  volumes: [{ name: config, configMap: { name: prometheus } }, { name: trust, configMap: { name: trust } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus }
data:
  prometheus.yml: |
${indented(job('\n      insecure_skip_verify: true', 'node.example:9100'))}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: trust }
data:
  ca.pem: |
${indented(ca.pem)}
`;
  const { findings } = reportOn({ 'prometheus.yaml': objects, 'served/node.pem': node.pem });
  expect(findings.map(({ fix }) => fix?.edits.map(({ text }) => text))).toEqual([['ca_file: /etc/trust/ca.pem']]);
});

test('a certificate that no committed file verifies leaves the usual advice', () => {
  const { 'certs/ca.pem': _, ...files } = CERTIFICATES;
  const { findings } = reportOn({ 'prometheus.yml': job('\n      insecure_skip_verify: true'), ...files });
  expect(findings.map(({ message, fix }) => [message, fix])).toEqual([
    [
      'scrape job "node" accepts any certificate; set tls_config.ca_file to the CA that signed the target\'s and remove insecure_skip_verify',
      undefined,
    ],
  ]);
});
