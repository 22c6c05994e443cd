import { expect, test } from '@jest/globals';
import { CERTIFICATES, trustingFix } from './trusting-fix.ts';

const PATH = 'prometheus.yml';
const CA = 'tls_config: { ca_file: certs/ca.pem }';
const HOME = { pathMappings: {} };

/** A job with settings behind its name. */
function job(settings: readonly string[], target = 'node.example:9100'): string {
  const lines = ['job_name: node', ...settings, `static_configs: [{ targets: ['${target}'] }]`];
  return `scrape_configs:\n  - ${lines.join('\n    ')}\n`;
}

const safe: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a scheme becomes https', job(['scheme: http # for now', CA]), job(['scheme: https # for now', CA])],
  ['a scheme in quotes too', job(['scheme: "http"', CA]), job(['scheme: https', CA])],
  ['a scheme that is missing is set behind the name', job([CA]), job(['scheme: https', CA])],
  [
    'the authority that verifies is set along with it',
    job([]),
    job(['scheme: https', 'tls_config:\n      ca_file: certs/ca.pem']),
  ],
  [
    'the name that verifies too',
    job(['scheme: http', CA], 'node:9100'),
    job(['scheme: https', 'tls_config: { ca_file: certs/ca.pem, server_name: node.example }'], 'node:9100'),
  ],
  [
    'a URL begins with https',
    'remote_write:\n  - url: "http://node.example:9100/api/v1/write" # ours\n    tls_config: { ca_file: certs/ca.pem }\n',
    'remote_write:\n  - url: "https://node.example:9100/api/v1/write" # ours\n    tls_config: { ca_file: certs/ca.pem }\n',
  ],
  [
    'in braces it stays on its line',
    `scrape_configs: [{ job_name: node, ${CA}, static_configs: [{ targets: ['node.example:9100'] }] }]\n`,
    `scrape_configs: [{ job_name: node, scheme: https, ${CA}, static_configs: [{ targets: ['node.example:9100'] }] }]\n`,
  ],
];

test.each(safe)('where the target certainly speaks TLS and is accepted, %s', (_, before, after) => {
  const { fix, text, faults } = trustingFix(PATH, before, CERTIFICATES, HOME);
  expect(text).toBe(after);
  expect(faults).toEqual([]);
  expect(fix?.isSafe).toBe(true);
});

const unsafe: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'what a target speaks is not known',
    job(['scheme: http', CA], 'other.example:9100'),
    job(['scheme: https', CA], 'other.example:9100'),
  ],
  [
    'one target of two is not known',
    job([CA], "node.example:9100', 'other.example:9100"),
    job(['scheme: https', CA], "node.example:9100', 'other.example:9100"),
  ],
  [
    'the port is that of the scheme',
    'remote_write:\n  - url: http://node.example/write\n    tls_config: { ca_file: certs/ca.pem }\n',
    'remote_write:\n  - url: https://node.example/write\n    tls_config: { ca_file: certs/ca.pem }\n',
  ],
  [
    'the authority is not in the repository',
    job(['scheme: http', 'tls_config: { ca_file: elsewhere/ca.pem, server_name: node }']),
    job(['scheme: https', 'tls_config: { ca_file: elsewhere/ca.pem, server_name: node }']),
  ],
  [
    'credentials go to whom nobody knows',
    'remote_write:\n  - url: http://example.com/write\n    basic_auth: { username: a, password_file: b }\n',
    'remote_write:\n  - url: https://example.com/write\n    basic_auth: { username: a, password_file: b }\n',
  ],
  [
    'traces are sent in clear',
    'tracing:\n  endpoint: example.com:4317\n  insecure: true\n  headers: { authorization: "Bearer {{ token }}" }\n  tls_config: { ca_file: certs/ca.pem }\n',
    'tracing:\n  endpoint: example.com:4317\n  insecure: false\n  headers: { authorization: "Bearer {{ token }}" }\n  tls_config: { ca_file: certs/ca.pem }\n',
  ],
];

test.each(unsafe)('where %s, it is not safe', (_, before, after) => {
  const { fix, text } = trustingFix(PATH, before, CERTIFICATES, HOME);
  expect(text).toBe(after);
  expect(fix?.isSafe).toBe(false);
});

const scrapeConfig = (scheme: string): string =>
  `apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata: { name: node }\nspec:\n  staticConfigs:\n    - targets: ['example.com:9100']\n${scheme}  basicAuth: { username: { name: a, key: b }, password: { name: a, key: c } }\n`;

test('a client without a value on a line gets a scheme behind what it has', () => {
  expect(trustingFix('node.yaml', scrapeConfig('')).text).toBe(scrapeConfig('  scheme: https\n'));
});

const probing = (settings: string): string =>
  `modules:\n  queue:\n    prober: tcp\n    tcp: { ${settings}, tls_config: { ca_file: /etc/ca.pem } }\n`;

test.each([
  ['tls: false', 'tls: true'],
  ['preferred_ip_protocol: ip4', 'preferred_ip_protocol: ip4, tls: true'],
])('a module of the blackbox exporter with %s is to encrypt', (before, after) => {
  const { fix, text: mended } = trustingFix('blackbox.yml', probing(before));
  expect([mended, fix?.isSafe]).toEqual([probing(after), false]);
});

const withScheme = (scheme: string): string =>
  `apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata: { name: node }\nspec:\n  scheme: ${scheme}\n  staticConfigs: [{ targets: ['example.com:9100'] }]\n  basicAuth: { username: { name: a, key: b }, password: { name: a, key: c } }\n`;

test('a resource that says HTTP is to say HTTPS', () => {
  expect(trustingFix('node.yaml', withScheme('HTTP')).text).toBe(withScheme('HTTPS'));
});

const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml]
    volumes: ['./:/etc/prometheus:ro']
`;
const PLAIN = { 'compose.yml': COMPOSE, 'web.yml': 'http_server_config: { http2: true }\n' };

test('a server that speaks no TLS is asked in clear, which is not safe', () => {
  const before = job(['scheme: https'], 'localhost:9090');
  const { ruleId, fix, text, faults } = trustingFix(PATH, before, PLAIN, HOME);
  expect([ruleId, text, fix?.isSafe]).toEqual(['self-scrape-mismatch', job(['scheme: http'], 'localhost:9090'), false]);
  expect(faults).toEqual([]);
});

test.each<[string, string]>([
  ['settings that would have no effect', CA],
  ['credentials that anybody could read', 'authorization: { credentials_file: token }'],
])('nobody is told to ask in clear beside %s', (_, setting) => {
  const { ruleId, fix } = trustingFix(PATH, job(['scheme: https', setting], 'localhost:9090'), PLAIN, HOME);
  expect([ruleId, fix]).toEqual([undefined, undefined]);
});

test('a target that certainly speaks no TLS is not asked over https', () => {
  const { fix } = trustingFix(PATH, job([CA], 'localhost:9090'), PLAIN, HOME);
  expect(fix).toBeUndefined();
});
