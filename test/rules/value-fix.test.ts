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
    - ${settings}
`;
}

const TLS = 'tls_config: {ca_file: a';

describe('a value is written as it is taken', () => {
  const rows: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
    [
      'a switch without quotes',
      'prometheus.yml',
      job(`    ${TLS}}\n    honor_labels: "true" # ours`),
      job(`    ${TLS}}\n    honor_labels: true # ours`),
    ],
    [
      'a number without quotes',
      'prometheus.yml',
      job(`    ${TLS}}\n    sample_limit: '10'`),
      job(`    ${TLS}}\n    sample_limit: 10`),
    ],
    [
      'a word with its points',
      'prometheus.yml',
      job(`    ${TLS}, min_version: "TLS1.2"}`),
      job(`    ${TLS}, min_version: "TLS12"}`),
    ],
    [
      'a switch in a string',
      'config.yaml',
      `kind: ConfigMap\napiVersion: v1\ndata:\n  prometheus.yml: ${JSON.stringify(job(`    ${TLS}}\n    honor_labels: "true"`))}\n`,
      `kind: ConfigMap\napiVersion: v1\ndata:\n  prometheus.yml: ${JSON.stringify(job(`    ${TLS}}\n    honor_labels: true`))}\n`,
    ],
  ];

  test.each(rows)('%s', (_, path, before, after) => {
    expect(mendedText(path, before)).toBe(after);
  });
});

describe('a value that is a guess is written on demand alone', () => {
  const rows: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
    [
      'a word with a slip of the pen',
      'prometheus.yml',
      job(`    ${TLS}, min_version: TSL12}`),
      job(`    ${TLS}, min_version: TLS12}`),
    ],
    ['a text in quotes', 'monitor.yaml', monitor('port: 9100'), monitor('port: "9100"')],
  ];

  test.each(rows)('%s', (_, path, before, after) => {
    expect(mendedText(path, before)).toBe(before);
    expect(mendedText(path, before, 'all')).toBe(after);
  });
});

describe('a value stays', () => {
  const rows: readonly (readonly [name: string, text: string])[] = [
    ['that turns verification off', job(`    ${TLS}, insecure_skip_verify: "yes"}`)],
    ['to which an alias leads', job(`    ${TLS}}\n    params: {a: [&a "true"]}\n    honor_labels: *a`)],
    ['that is written with escapes', job(`    ${TLS}}\n    sample_limit: "\\x310"`)],
    ['that a tag makes a text', job(`    ${TLS}}\n    sample_limit: !!str "10"`)],
    ['in a block', job(`    ${TLS}}\n    sample_limit: |-\n      10`)],
  ];

  test.each(rows)('%s', (_, text) => {
    const { before } = mendedFiles({ 'prometheus.yml': text }, 'safe');
    expect(before.findings.map(({ ruleId }) => ruleId)).toContain('invalid-value');
    expect(before.findings.flatMap(({ fix }) => (fix?.isSafe === true ? fix.title : []))).toEqual([]);
    expect(mendedText('prometheus.yml', text)).toBe(text);
  });
});

test('no fix holds the value, which may be a secret', () => {
  const { before } = mendedFiles({ 'prometheus.yml': job(`    ${TLS}}\n    sample_limit: "73194"`) }, 'safe');
  const fixes = before.findings.flatMap(({ fix }) => fix ?? []);
  expect(fixes.flatMap(({ edits }) => edits.map(({ text }) => text))).toEqual(['', '']);
});

const CERTIFICATE = 'cert_file: a.pem, key_file: /run/secrets/a.key';

function header(line: string): string {
  return `tls_server_config: {${CERTIFICATE}}\nhttp_server_config:\n  headers:\n    ${line}\n`;
}

describe('a web configuration that is refused is written as the server wants it', () => {
  const rows: readonly (readonly [name: string, before: string, after: string])[] = [
    ['the block of the server', `tls_config: {${CERTIFICATE}} # a\n`, `tls_server_config: {${CERTIFICATE}} # a\n`],
    [
      'a version',
      `tls_server_config: {${CERTIFICATE}, min_version: "TLS1.3"}\n`,
      `tls_server_config: {${CERTIFICATE}, min_version: "TLS13"}\n`,
    ],
    ['a header', header("x-frame-options: 'deny'"), header("X-Frame-Options: 'deny'")],
    ['the value of a header', header('X-Frame-Options: "DENY"'), header('X-Frame-Options: "deny"')],
  ];

  test.each(rows)('%s', (_, before, after) => {
    expect(mendedText('web.yml', before)).toBe(after);
  });
});
