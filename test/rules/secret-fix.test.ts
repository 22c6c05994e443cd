import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint } from '../../src/lint/lint.ts';
import { mended } from '../../src/lint/mended.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { faultsOfFix } from '../fixes.ts';
import { treeOf, type Files } from '../tree.ts';

const SECRET = '8f1c3a52d0b94f7e';

const inputFor = (files: Files) => ({
  files: treeOf(files),
  configuration: { ...DEFAULT_CONFIGURATION, rules: { 'plaintext-credentials': 'off' as const } },
  now: EXAMPLE_NOW,
});

function reportOn(files: Files): Report {
  return lint(inputFor(files));
}

function mendable(files: Files): readonly Finding[] {
  return reportOn(files).findings.filter(({ fix }) => fix !== undefined);
}

/** A file with the fixes of all findings made in it, beside others. */
function after(path: string, text: string, others: Files = {}): string | undefined {
  return mended(inputFor({ [path]: text, ...others }), 'all').files.find(file => file.path === path)?.after;
}

function job(settings: string, name = 'node'): string {
  return `  - job_name: ${name}\n    ${settings.replaceAll('\n', '\n    ')}\n`;
}

function resource(kind: string, spec: string): string {
  return `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata:\n  name: main\nspec:\n  ${spec.replaceAll('\n', '\n  ')}\n`;
}

const PROMETHEUS = 'prometheus.yml';
const WRITING = 'remote_write:\n  - url: https://metrics.example.com/api/v1/write\n    ';
const replaced: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
  [
    'a password',
    PROMETHEUS,
    `scrape_configs:\n${job(`basic_auth:\n  username: a\n  password: '${SECRET}' # ours`)}`,
    `scrape_configs:\n${job('basic_auth:\n  username: a\n  password_file: secrets/node-password # ours')}`,
  ],
  [
    'a password that everybody knows',
    PROMETHEUS,
    `scrape_configs:\n${job('basic_auth: { username: guest, password: guest }')}`,
    `scrape_configs:\n${job('basic_auth: { username: guest, password_file: secrets/node-password }')}`,
  ],
  [
    'a bearer token, into the block that takes its place',
    PROMETHEUS,
    `scrape_configs:\n${job(`bearer_token: ${SECRET}`, '"Web Shop"')}`,
    `scrape_configs:\n${job('authorization:\n  credentials_file: secrets/web-shop-bearer-token', '"Web Shop"')}`,
  ],
  [
    'a token of a section without a name',
    PROMETHEUS,
    `${WRITING}authorization: {"credentials": "${SECRET}"}\n`,
    `${WRITING}authorization: {"credentials_file": "secrets/remote-write-token"}\n`,
  ],
  [
    'the value of a header',
    PROMETHEUS,
    `${WRITING}http_headers:\n      X-Api-Key:\n        values: [${SECRET}]\n`,
    `${WRITING}http_headers:\n      X-Api-Key:\n        files: [secrets/remote-write-api-key]\n`,
  ],
  [
    'a header in clear, by one that reads files',
    PROMETHEUS,
    `${WRITING}headers:\n      X-Api-Key: ${SECRET}\n`,
    `${WRITING}http_headers:\n      X-Api-Key:\n        files: [secrets/remote-write-api-key]\n`,
  ],
  [
    'a header among others',
    PROMETHEUS,
    `${WRITING}headers:\n      X-Scope-OrgID: one # ours\n      X-Api-Key: ${SECRET} # theirs\n`,
    `${WRITING}headers:\n      X-Scope-OrgID: one # ours\n    http_headers:\n      X-Api-Key:\n        files: [secrets/remote-write-api-key]\n`,
  ],
  [
    'a header among others in braces',
    PROMETHEUS,
    `${WRITING}headers: { X-Api-Key: ${SECRET}, X-Scope-OrgID: one }\n`,
    `${WRITING}headers: { X-Scope-OrgID: one }\n    http_headers:\n      X-Api-Key:\n        files: [secrets/remote-write-api-key]\n`,
  ],
  [
    'the user and the password of a URL',
    PROMETHEUS,
    `remote_write:\n  - url: "https://writer:${SECRET}@metrics.example.com/api/v1/write" # ours\n`,
    'remote_write:\n  - url: "https://metrics.example.com/api/v1/write" # ours\n    basic_auth:\n      username: writer\n      password_file: secrets/remote-write-password\n',
  ],
  [
    'the password of a data source, by what Grafana puts a file in for',
    'grafana/provisioning/datasources/main.yml',
    `apiVersion: 1\ndatasources:\n  - name: Main\n    type: prometheus\n    url: https://prometheus.example.com\n    secureJsonData:\n      basicAuthPassword: ${SECRET}\n`,
    "apiVersion: 1\ndatasources:\n  - name: Main\n    type: prometheus\n    url: https://prometheus.example.com\n    secureJsonData:\n      basicAuthPassword: '$__file{/run/secrets/main-password}'\n",
  ],
  [
    'a path that starts from the working directory is absolute',
    'alertmanager.yml',
    `receivers:\n  - name: team\n    pagerduty_configs:\n      - routing_key: ${SECRET}${SECRET}\n`,
    'receivers:\n  - name: team\n    pagerduty_configs:\n      - routing_key_file: /run/secrets/team-routing-key\n',
  ],
  [
    'a token in a resource, by a key of a Secret',
    'main.yaml',
    resource('Prometheus', `remoteWrite:\n  - url: https://metrics.example.com\n    bearerToken: ${SECRET}`),
    resource(
      'Prometheus',
      'remoteWrite:\n  - url: https://metrics.example.com\n    authorization:\n      credentials:\n        name: main-bearer-token\n        key: bearer-token',
    ),
  ],
  [
    'a password in a resource in braces',
    'main.yaml',
    resource('ServiceMonitor', `endpoints:\n  - port: web\n    basicAuth: { password: ${SECRET} }`),
    resource(
      'ServiceMonitor',
      'endpoints:\n  - port: web\n    basicAuth: { password: { name: main-password, key: password } }',
    ),
  ],
  [
    'a token in a string of another document',
    'map.yaml',
    `apiVersion: v1\nkind: ConfigMap\ndata:\n  prometheus.yml: "scrape_configs:\\n  - job_name: node\\n    bearer_token: ${SECRET}\\n"\n`,
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  prometheus.yml: "scrape_configs:\\n  - job_name: node\\n    authorization:\\n      credentials_file: /run/secrets/node-bearer-token\\n"\n',
  ],
];

test.each(replaced)('%s', (_, path, before, wanted) => {
  expect(after(path, before)).toBe(wanted);
  expect(mendable({ [path]: before }).map(({ fix }) => fix?.isSafe)).toEqual([false]);
});

test.each(replaced)(
  '%s: the fix mends what it says, and neither it nor its title holds the secret',
  (_, path, text) => {
    const files = { [path]: text };
    const report = reportOn(files);
    expect(report.findings.flatMap(finding => faultsOfFix(finding, files, report, reportOn))).toEqual([]);
    expect(
      JSON.stringify(mendable(files).map(({ fix }) => [fix?.title, fix?.edits.map(edit => edit.text)])),
    ).not.toMatch(/8f1c3a52d0b94f7e|guest/);
  },
);

test('a folder of private keys is no folder of secrets', () => {
  const settings = 'tls_config: { cert_file: /etc/tls/a.crt, key_file: /etc/tls/a.key }\nbasic_auth:\n  username: a\n';
  const text = (password: string): string => `scrape_configs:\n${job(`${settings}  ${password}`)}`;
  expect(after(PROMETHEUS, text(`password: ${SECRET}`))).toBe(text('password_file: secrets/node-password'));
});

function titlesIn(path: string, text: string): readonly (string | undefined)[] {
  return mendable({ [path]: text }).map(({ fix }) => fix?.title);
}

test('the title says which file to make, where, and with what', () => {
  expect(titlesIn(PROMETHEUS, replaced[0]?.[2] ?? '')).toEqual([
    'read the password from secrets/node-password; make that file beside prometheus.yml on deployment, with the new password and nothing else in it',
  ]);
  expect(titlesIn('main.yaml', replaced.find(([name]) => name.startsWith('a token in a resource'))?.[2] ?? '')).toEqual(
    [
      'take the bearer token from the Secret "main-bearer-token"; make it in the namespace of the resource, with the new bearer token under the key bearer-token',
    ],
  );
});

function threeJobs(one: string, two: string, three: string): string {
  return `scrape_configs:\n${job(`authorization:\n  ${one}`)}${job(`authorization:\n  ${two}`, 'again')}${job(`http_headers:\n  A-Token:\n    ${three}`)}`;
}

test('files are put where the document has others, each with a name of its own', () => {
  const own = 'credentials_file: /etc/prometheus/tokens/again-token';
  expect(after(PROMETHEUS, threeJobs(`credentials: ${SECRET}`, own, `values: [${SECRET}]`))).toBe(
    threeJobs(
      'credentials_file: /etc/prometheus/tokens/node-token',
      own,
      'files: [/etc/prometheus/tokens/node-token-2]',
    ),
  );
});

test('a name that is another with a number is not given twice', () => {
  const auth = `authorization:\n  credentials: ${SECRET}`;
  const text = `scrape_configs:\n${job(auth)}${job(`http_headers:\n  A-Token:\n    values: [${SECRET}]`)}${job(auth, 'node-token 2')}`;
  const paths = after(PROMETHEUS, text)?.match(/secrets\/[\w-]+/g);
  expect(paths).toHaveLength(3);
  expect(new Set(paths).size).toBe(3);
});

test('a file of that name that the repository has for something else is left alone', () => {
  const text = `scrape_configs:\n${job(`authorization:\n  credentials: ${SECRET}`)}`;
  expect(after('deploy/prometheus.yml', text, { 'deploy/secrets/node-token': 'a list of tokens\n' })).toContain(
    'credentials_file: secrets/node-token-2\n',
  );
});

test('a long name of a job is cut from its begin', () => {
  const text = `scrape_configs:\n${job(`authorization:\n  credentials: ${SECRET}`, `${'a-'.repeat(40)}node`)}`;
  expect(after(PROMETHEUS, text)).toMatch(/ secrets\/[a-z][a-z-]{40,58}-node-token\n/);
});

test('a job that is called like its password does not give it away', () => {
  const [finding] = mendable({
    [PROMETHEUS]: `scrape_configs:\n${job(`authorization:\n  credentials: ${SECRET}`, SECRET)}`,
  });
  expect(finding?.fix?.title).toMatch(/^read the token from secrets\/token; /);
});

test.each<[string, string, string]>([
  [
    'beside a file that is named already',
    PROMETHEUS,
    `scrape_configs:\n${job(`basic_auth:\n  password_file: a\n  password: ${SECRET}`)}`,
  ],
  [
    'of a field without a form that reads files',
    PROMETHEUS,
    `scrape_configs:\n${job(`params:\n  token: [${SECRET}]`)}`,
  ],
  [
    'in a URL beside credentials of another kind',
    PROMETHEUS,
    `remote_write:\n  - url: https://writer:${SECRET}@metrics.example.com/write\n    authorization: { credentials_file: a }\n`,
  ],
  [
    'with credentials of another kind beside it',
    PROMETHEUS,
    `scrape_configs:\n${job(`basic_auth: { username: a, password_file: b }\nbearer_token: ${SECRET}`)}`,
  ],
  [
    'in base64',
    'map.yaml',
    `apiVersion: v1\nkind: Secret\ndata:\n  prometheus.yml: ${Buffer.from(`scrape_configs:\n${job(`bearer_token: ${SECRET}`)}`).toString('base64')}\n`,
  ],
])('a secret %s is left to people', (_, path, text) => {
  const { findings } = reportOn({ [path]: text });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.flatMap(({ fix }) => fix ?? [])).toEqual([]);
});

test('of a thousand secrets of one job, each has the next name, without those before it being tried', () => {
  const text = `scrape_configs:\n- job_name: a\n  http_sd_configs:\n${`  - {url: "https://a", basic_auth: {username: a, password: ${SECRET}}}\n`.repeat(1000)}`;
  const input = inputFor({ [PROMETHEUS]: text });
  let asked = 0;
  const has = (path: string): boolean => {
    asked += 1;
    return input.files.has(path);
  };
  const titles = lint({ ...input, files: { ...input.files, has } }).findings.flatMap(({ fix }) => fix?.title ?? []);
  expect(titles).toHaveLength(1000);
  expect(titles.at(-1)).toMatch(/^read the password from secrets\/\S+-1000;/);
  expect(asked).toBeLessThan(5000);
});
