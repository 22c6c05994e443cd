import { describe, expect, test } from '@jest/globals';
import { mendedFiles, mendedText } from '../mended-text.ts';

function job(settings: string): string {
  return `scrape_configs:
  - job_name: node
    scheme: https
${settings}
    static_configs: [{targets: [node.internal:9100]}]
`;
}

function monitor(settings: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: {name: node}
spec:
  selector: {matchLabels: {app: node}}
  podMetricsEndpoints:
    - port: metrics
      scheme: https
${settings}
`;
}

describe('a field in the other spelling gets its name', () => {
  const rows: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
    [
      'in a resource',
      'monitor.yaml',
      monitor('      tlsConfig:\n        ca: {secret: {name: a, key: b}}\n        server_name: "a" # b'),
      monitor('      tlsConfig:\n        ca: {secret: {name: a, key: b}}\n        serverName: "a" # b'),
    ],
    ['in a configuration', 'prometheus.yml', job('    tlsConfig: {ca_file: a}'), job('    tls_config: {ca_file: a}')],
    [
      'with all that is in it',
      'monitor.yaml',
      monitor(
        '      tls_config:\n        # a\n        ca: {secret: {name: a, key: b}}\n        "server_name": a\n        insecure_skip_verify: no',
      ),
      monitor(
        '      tlsConfig:\n        # a\n        ca: {secret: {name: a, key: b}}\n        "serverName": a\n        insecureSkipVerify: no',
      ),
    ],
    [
      'in the items of a list',
      'prometheus.yml',
      job('    tls_config: {ca_file: a}\n    relabelConfigs:\n      - {sourceLabels: [a], targetLabel: b}'),
      job('    tls_config: {ca_file: a}\n    relabel_configs:\n      - {source_labels: [a], target_label: b}'),
    ],
    [
      'in JSON',
      'prometheus.yml',
      '{"scrape_configs":[{"job_name":"a","scheme":"https","tls_config":{"ca_file":"a","serverName":"b"}}]}',
      '{"scrape_configs":[{"job_name":"a","scheme":"https","tls_config":{"ca_file":"a","server_name":"b"}}]}',
    ],
    [
      'in JSON in a string',
      'config.yaml',
      `kind: ConfigMap\napiVersion: v1\ndata:\n  prometheus.yml: "{\\"scrape_configs\\":[{\\"jobName\\":\\"a\\"}]}"\n`,
      `kind: ConfigMap\napiVersion: v1\ndata:\n  prometheus.yml: "{\\"scrape_configs\\":[{\\"job_name\\":\\"a\\"}]}"\n`,
    ],
  ];

  test.each(rows)('%s', (_, path, before, after) => {
    expect(mendedText(path, before)).toBe(after);
  });
});

describe('a name that is a guess is written on demand alone', () => {
  const rows: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
    [
      'a slip of the pen',
      'prometheus.yml',
      job('    tls_config: {ca_file: a, sever_name: b}'),
      job('    tls_config: {ca_file: a, server_name: b}'),
    ],
    [
      'one without a value, at the end of the file',
      'prometheus.yml',
      'scrape_configs:\n- job_name: a\n  ? scrape_intervall',
      'scrape_configs:\n- job_name: a\n  ? scrape_interval',
    ],
    [
      'one that turns verification off, which nobody had',
      'monitor.yaml',
      monitor('      tlsConfig:\n        ca: {secret: {name: a, key: b}}\n        insecure_skip_verify: true'),
      monitor('      tlsConfig:\n        ca: {secret: {name: a, key: b}}\n        insecure_skip_verify: true'),
    ],
  ];

  test.each(rows)('%s', (_, path, before, after) => {
    expect(mendedText(path, before)).toBe(before);
    expect(mendedText(path, before, 'all')).toBe(after);
  });
});

describe('a name stays', () => {
  const rows: readonly (readonly [name: string, path: string, text: string])[] = [
    ['where the right one is set already', 'prometheus.yml', job('    tls_config: {ca_file: a, caFile: b}')],
    [
      'where the value is none for the field',
      'prometheus.yml',
      job('    tls_config: {ca_file: a}\n    basicAuth: {username: a, password: {name: a, key: b}}'),
    ],
    [
      'where something in it would be refused',
      'monitor.yaml',
      monitor('      tls_config: {ca_file: /a, serverName: b}'),
    ],
    [
      'where others refer to what is in it',
      'prometheus.yml',
      'x: &t {caFile: a}\nscrape_configs: [{job_name: a, scheme: https, tlsConfig: *t}]\n',
    ],
  ];

  test.each(rows)('%s', (_, path, text) => {
    const { before } = mendedFiles({ [path]: text }, 'all');
    expect(before.findings.length).toBeGreaterThan(0);
    expect(before.findings.flatMap(({ fix }) => fix?.title ?? [])).toEqual([]);
  });
});

test('the fix is told by the names', () => {
  const { made } = mendedFiles({ 'prometheus.yml': job('    tlsConfig: {ca_file: a}') }, 'safe');
  expect(made.map(({ fix }) => fix.title)).toEqual(['write tls_config for tlsConfig']);
});
