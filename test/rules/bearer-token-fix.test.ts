import { describe, expect, test } from '@jest/globals';
import { mendedFiles, mendedText } from '../mended-text.ts';

function job(settings: string): string {
  return `scrape_configs:
  - job_name: node
    scheme: https
    tls_config: {ca_file: ca.pem}
${settings}
    static_configs: [{targets: [node.internal:9100]}]
`;
}

function monitor(settings: string, kind = 'ServiceMonitor', list = 'endpoints'): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: {name: node}
spec:
  selector: {matchLabels: {app: node}}
  ${list}:
    - port: metrics
${settings}
`;
}

/** A template with the monitor in it. */
function inTemplate(settings: string): string {
  return `{{- if .Values.on }}\n${monitor(settings)}{{- end }}\n`;
}

const CARRIER = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  prometheus.yml: ';

function carried(text: string): string {
  return `${CARRIER}|\n${text.replaceAll(/^(?=.)/gm, '    ')}`;
}

function escaped(text: string): string {
  return `${CARRIER}${JSON.stringify(text)}\n`;
}

/** Two jobs, one of which merges the other in. */
function merged(settings: string): string {
  return `scrape_configs:\n  - &a\n    job_name: a\n    scheme: https\n    tls_config: {ca_file: a}\n    ${settings}\n  - <<: *a\n    job_name: b\n`;
}

describe('a token moves to authorization', () => {
  const rows: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'with its comment',
      job('    # of the node\n    bearer_token_file: secrets/token # rotated'),
      job('    # of the node\n    authorization:\n      credentials_file: secrets/token # rotated'),
    ],
    [
      'with its quotes',
      job(`    "bearer_token_file" : 'secrets/a b'`),
      job(`    "authorization":\n      "credentials_file" : 'secrets/a b'`),
    ],
    [
      'with line ends',
      job('    bearer_token_file: secrets/token').replaceAll('\n', '\r\n'),
      job('    authorization:\n      credentials_file: secrets/token').replaceAll('\n', '\r\n'),
    ],
    [
      'in braces',
      'scrape_configs: [{job_name: a, scheme: https, tls_config: {ca_file: a}, bearer_token_file: b, static_configs: []}]\n',
      'scrape_configs: [{job_name: a, scheme: https, tls_config: {ca_file: a}, authorization: {credentials_file: b}, static_configs: []}]\n',
    ],
    [
      'in JSON',
      '{"scrape_configs":[{"job_name":"a","scheme":"https","tls_config":{"ca_file":"a"},"bearer_token_file":"b"}]}',
      '{"scrape_configs":[{"job_name":"a","scheme":"https","tls_config":{"ca_file":"a"},"authorization": {"credentials_file":"b"}}]}',
    ],
    [
      'at the begin of an item',
      'scrape_configs:\n- bearer_token_file: b\n  job_name: a\n  scheme: https\n  tls_config: {ca_file: a}\n',
      'scrape_configs:\n- authorization:\n    credentials_file: b\n  job_name: a\n  scheme: https\n  tls_config: {ca_file: a}\n',
    ],
    [
      'with a value on lines of its own',
      job('    bearer_token_file:\n      # long\n      "/run/secrets/\\\n      token"'),
      job('    authorization:\n      credentials_file:\n        # long\n        "/run/secrets/\\\n        token"'),
    ],
    [
      'behind an anchor, in braces',
      `scrape_configs:\n- &token bearer_token_file: 'secrets/[a, b]'\n  job_name: a\n  scheme: https\n  tls_config: {ca_file: a}\n`,
      `scrape_configs:\n- &token authorization: {credentials_file: 'secrets/[a, b]'}\n  job_name: a\n  scheme: https\n  tls_config: {ca_file: a}\n`,
    ],
    [
      'with the secret in the text, which is another finding',
      job('    bearer_token: Plover-Dunlin-1'),
      job('    authorization:\n      credentials: Plover-Dunlin-1'),
    ],
    [
      'indented as the file is',
      'scrape_configs:\n    - job_name: a\n      scheme: https\n      tls_config: {ca_file: a}\n      bearer_token_file: b\n',
      'scrape_configs:\n    - job_name: a\n      scheme: https\n      tls_config: {ca_file: a}\n      authorization:\n          credentials_file: b\n',
    ],
  ];

  test.each(rows)('%s', (_, before, after) => {
    expect(mendedText('prometheus.yml', before)).toBe(after);
  });

  test('in a string of another document', () => {
    const before = job('    bearer_token_file: secrets/token # c');
    const after = job('    authorization:\n      credentials_file: secrets/token # c');
    expect(mendedText('config.yaml', carried(before))).toBe(carried(after));
    expect(mendedText('config.yaml', escaped(before))).toBe(escaped(after));
  });
});

describe('a Secret moves to authorization', () => {
  test.each([
    ['ServiceMonitor', 'endpoints'],
    ['PodMonitor', 'podMetricsEndpoints'],
  ])('of a %s, over lines', (kind, list) => {
    const before = monitor('      bearerTokenSecret:\n        # ours\n        name: a\n        key: b', kind, list);
    const after = monitor(
      '      authorization:\n        credentials:\n          # ours\n          name: a\n          key: b',
      kind,
      list,
    );
    expect(mendedText('monitor.yaml', before)).toBe(after);
  });

  test('of a template, with its actions', () => {
    const settings = '      bearerTokenSecret:\n        name: {{ .Release.Name }}\n        key: b';
    const after = '      authorization:\n        credentials:\n          name: {{ .Release.Name }}\n          key: b';
    expect(mendedText('templates/monitor.yaml', inTemplate(settings))).toBe(inTemplate(after));
  });
});

describe('a token stays', () => {
  const rows: readonly (readonly [name: string, path: string, text: string])[] = [
    ['beside another way', 'prometheus.yml', job('    bearer_token_file: a\n    basic_auth: {username: a}')],
    ['beside one that is empty', 'prometheus.yml', job('    bearer_token_file: a\n    authorization:')],
    ['that a template puts in', 'prometheus.yml', job('    bearer_token_file: ${TOKEN_FILE}')],
    ['where a monitor takes no file', 'monitor.yaml', monitor('      bearerTokenFile: /a')],
    [
      'that a template indents',
      'templates/monitor.yaml',
      monitor('      bearerTokenSecret:\n        {{- toYaml .Values.secret | nindent 8 }}'),
    ],
    ['of which the key is written apart', 'prometheus.yml', job('    ? bearer_token_file\n    : a')],
    [
      'that would be cut off in braces',
      'prometheus.yml',
      'scrape_configs:\n- &token bearer_token_file: secrets/a, b\n  job_name: a\n  scheme: https\n  tls_config: {ca_file: a}\n',
    ],
    ['that others refer to', 'prometheus.yml', job('    params: {a: [&t b]}\n    bearer_token_file: *t')],
  ];

  test.each(rows)('%s', (_, path, text) => {
    expect(mendedText(path, text)).toBe(text);
  });
});

test.each([
  ['Thanos', 'query.yml', '- http_config: {bearer_token_file: a, tls_config: {ca_file: a}}\n  static_configs: [a:1]\n'],
  [
    'a discovery that gives it no type',
    'prometheus.yml',
    job('    aws_sd_configs: [{role: ec2, bearer_token_file: a}]'),
  ],
])('there is nothing to say where a token has no other form: %s', (_, path, text) => {
  const { before } = mendedFiles({ [path]: text }, 'safe');
  expect(before.files.seen).toBe(1);
  expect(before.findings.filter(({ ruleId }) => ruleId === 'deprecated-bearer-token')).toEqual([]);
});

test('what another mapping merges in is moved on demand alone, since that may set another way', () => {
  const before = merged('bearer_token_file: b');
  expect(mendedText('prometheus.yml', before)).toBe(before);
  expect(mendedText('prometheus.yml', before, 'all')).toBe(merged('authorization:\n      credentials_file: b'));
});

test.each([
  ['kubernetes_sd_configs', 'role: pod, api_server: "https://a.internal", tls_config: {ca_file: a}', 'safe'],
  ['http_sd_configs', 'url: "https://a.internal", tls_config: {ca_file: a}', 'all'],
] as const)('a token of %s moves where every version gives it its type, else on demand', (field, settings, choice) => {
  const text = (token: string): string => job(`    ${field}: [{${settings}, ${token}}]`);
  const before = text('bearer_token_file: b');
  const after = text('authorization: {credentials_file: b}');
  expect(mendedText('prometheus.yml', before)).toBe(choice === 'safe' ? after : before);
  expect(mendedText('prometheus.yml', before, 'all')).toBe(after);
});
