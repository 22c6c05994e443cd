import { describe, expect, test } from '@jest/globals';
import { lint } from '../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../src/policy/configuration.ts';
import { FORMATS, type Format } from '../src/report/format-names.ts';
import { reporterFor } from '../src/report/format.ts';
import type { Report } from '../src/findings/report.ts';
import { EXAMPLE_NOW } from '../src/rules/rule.ts';
import type { FileContent } from '../src/text/file-tree.ts';
import { reportOn } from './linted.ts';
import { treeOf } from './tree.ts';

// Stands in every hostile file, and in no output.
const SECRET = 'hunter2';
const GOOD = `scrape_configs:\n- {job_name: a, tls_config: {insecure_skip_verify: true}, basic_auth: {password: ${SECRET}}}\n`;
const GOOD_FINDINGS = ['insecure-skip-verify', 'inline-secret'];
const SECONDS = 1000;
const ALIASES = 'its aliases stand for more than 1,000,000 values';

interface Row {
  readonly name: string;
  readonly path?: string;
  readonly content: () => string | Uint8Array;
  /** How often each rule speaks of the file. */
  readonly found: Readonly<Record<string, number>>;
  /** Why it cannot be read, if it cannot. */
  readonly unread?: string;
}

const NAMES = `scrape_configs:
- constructor: {tls_config: {insecure_skip_verify: true}, to_string: a, valueOf: b, constructor: c}
  __proto__: {tls_config: {insecure_skip_verify: true}}
  hasOwnProperty: [{basic_auth: {password: ${SECRET}, __proto__: d}}]
`;
const CONTROLS = `scrape_configs:
- job_name: "a\\0\\e[31m\\u202e\\ud800\\n::error::b"
  "\\a\\ud83d": {tls_config: {insecure_skip_verify: true}, password: ${SECRET}}
`;

const ROWS: readonly Row[] = [
  { name: 'nothing', content: () => '', found: {} },
  { name: 'a byte order mark', content: () => '\uFEFF', found: {} },
  {
    name: 'bytes that are no text',
    content: () => Uint8Array.of(0x7f, 0x45, 0, 0xff),
    ...unreadable('it is a binary file'),
  },
  {
    name: 'bytes of another encoding',
    content: () => Uint8Array.of(0x61, 0xe9),
    ...unreadable('it is not valid UTF-8'),
  },
  {
    name: 'JSON of 2 MB on a line',
    content: () => `{"scrape_configs": [${'{"job_name":"a"},'.repeat(12e4)}{}]}`,
    ...unreadable('it has a line of flow YAML or JSON longer than 1 MiB'),
  },
  {
    name: '100,000 brackets',
    content: () => `scrape_configs: ${'['.repeat(1e5)}`,
    ...unreadable('it is nested more than 100 levels deep'),
  },
  {
    name: '50,000 lists in lists',
    content: () => `scrape_configs:\n${'- '.repeat(5e4)}a`,
    ...unreadable('it is nested more than 100 levels deep'),
  },
  {
    name: 'millions of tokens',
    content: () => `scrape_configs:\n${'- []\n'.repeat(1e6)}`,
    ...unreadable('the document has more than 1,000,000 tokens'),
  },
  {
    name: 'millions of bad escapes',
    content: () => `scrape_configs: "${'\\x'.repeat(3e6)}"`,
    ...unreadable('a double-quoted string has an escape that YAML does not know'),
  },
  {
    name: 'aliases of aliases',
    content: () => bomb(level => `[*a${level}, *a${level}]`, '*a40'),
    ...unreadable(ALIASES),
  },
  {
    name: 'merges of merges',
    content: () => bomb(level => `{<<: [*a${level}, *a${level}]}`, '[{tls_config: *a40}]'),
    ...unreadable(ALIASES),
  },
  {
    name: 'lists of clients of lists of clients',
    content: () => bomb(level => `{x: [*a${level}, *a${level}]}`, '[*a40]'),
    ...unreadable(ALIASES),
  },
  {
    name: 'a chain of 20,000 merges',
    content: () => `scrape_configs:\n${lines(2e4, index => `- &a${index + 1} {<<: *a${index}, k${index}: 1}`)}`,
    ...unreadable(ALIASES),
  },
  {
    name: 'a chain of 300 merges',
    content: () => `scrape_configs:\n${lines(300, index => `- &a${index + 1} {<<: *a${index}, k${index}: 1}`)}`,
    found: { 'missing-field': 300, 'unknown-field': 300 },
  },
  {
    name: '2,000 anchors and aliases',
    content: () =>
      `scrape_configs:\n${lines(2e3, index => `- &a${index} {ca_file: a}`)}${lines(2e3, index => `- *a${index}`)}`,
    found: { 'missing-field': 2000, 'unknown-field': 2000 },
  },
  {
    name: 'aliases to themselves',
    content: () => 'scrape_configs: &a\n- *a\n- &b {tls_config: *b, <<: *b, job_name: *b}\n- &c [*c]\n',
    found: { 'invalid-value': 1, 'missing-field': 1 },
  },
  {
    name: 'aliases to nothing',
    content: () => 'scrape_configs:\n- {<<: *a, tls_config: *b, job_name: *c}\n- *d\n',
    found: { 'missing-field': 1 },
  },
  {
    name: 'a mapping with 100,000 keys',
    content: () => `global:\n  external_labels:\n${lines(1e5, index => `    k${index}: a`)}rule_files: []\n`,
    found: {},
  },
  {
    name: '2,000 fields that nobody knows',
    content: () => `scrape_configs:\n- job_name: a\n${lines(2e3, index => `  k${index}: ${SECRET}`)}`,
    found: { 'unknown-field': 2000 },
  },
  {
    name: 'a key that comes 2,000 times',
    content: () => `scrape_configs:\n- job_name: a\n${'  scheme: https\n'.repeat(2e3)}`,
    found: { 'duplicate-key': 1999 },
  },
  {
    name: '10,000 documents',
    path: 'a.yaml',
    content: () =>
      lines(
        1e4,
        index =>
          `---\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a${index}}\nspec: {endpoints: [{tlsConfig: {insecureSkipVerify: true}}]}`,
      ),
    found: { 'insecure-skip-verify': 1e4 },
  },
  { name: 'a million markers', content: () => '---\n'.repeat(1e6), found: {} },
  {
    name: '10,000 users',
    path: 'web.yml',
    content: () => `basic_auth_users:\n${lines(1e4, index => `  u${index}: ${SECRET}`)}`,
    found: { 'invalid-bcrypt-hash': 1e4, 'web-without-tls': 1 },
  },
  {
    name: '10,000 ignore comments',
    content: () =>
      `scrape_configs:\n${lines(1e4, index => `- {job_name: j${index}, tls_config: {insecure_skip_verify: true}} # promsec-ignore: insecure-skip-verify why`)}`,
    found: {},
  },
  {
    name: 'an ignore comment without end',
    content: () => `scrape_configs: [] # promsec-ignore: a, ${'until '.repeat(2e5)}${'- '.repeat(2e5)}`,
    found: { 'unused-ignore': 2 },
  },
  {
    name: 'a truncated key',
    path: 'tls.key',
    content: () => `-----BEGIN PRIVATE KEY-----\n${SECRET}\n`,
    found: { 'unreadable-file': 1 },
    unread: 'the block has no END line',
  },
  {
    name: 'names that every object has',
    content: () => NAMES,
    found: { 'insecure-skip-verify': 2, 'inline-secret': 1, 'missing-field': 1, 'unknown-field': 3 },
  },
  {
    name: 'control characters and lone surrogates',
    content: () => CONTROLS,
    found: { 'insecure-skip-verify': 1, 'unknown-field': 1 },
  },
];

function unreadable(unread: string): Pick<Row, 'found' | 'unread'> {
  return { found: { 'unreadable-file': 1 }, unread };
}

/** Forty anchors, each of them made of the one before. */
function bomb(level: (below: number) => string, jobs: string): string {
  const start = `a0: &a0 {insecure_skip_verify: true, password: ${SECRET}}\n`;
  return `${start}${lines(40, index => `a${index + 1}: &a${index + 1} ${level(index)}`)}scrape_configs: ${jobs}\n`;
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

describe('of a file that holds', () => {
  test.each(ROWS)(
    '$name, one clear thing is said, or nothing, and all of another file',
    ({ path = 'prometheus.yml', content, found, unread }) => {
      const report = reportOn({ [path]: content(), 'z/prometheus.yml': GOOD });
      expect(countsIn(report, path)).toEqual(found);
      expect(report.unread).toEqual(unread === undefined ? [] : [{ path, reason: unread }]);
      expect(Object.keys(countsIn(report, 'z/prometheus.yml')).sort()).toEqual(GOOD_FINDINGS.toSorted());
      for (const output of outputsOf(report)) expect(output.includes(SECRET)).toBe(false);
    },
    20 * SECONDS,
  );

  // Hashing the lines for SARIF is slow within Jest, which sandboxes each use of a global.
  const quick = FORMATS.filter(format => format !== 'sarif');

  test.each([
    ['a line of 50 MB', () => `scrape_configs: ${'x'.repeat(50e6)}`],
    ['JSON of 50 MB on a line', () => `{"scrape_configs": [${'{"job_name":"a"},'.repeat(3e6)}{}]}`],
  ])(
    '%s, its size is told',
    (_name, content) => {
      const report = reportOn({ 'prometheus.yml': content() });
      expect(report.unread).toEqual([{ path: 'prometheus.yml', reason: 'the document is larger than 8 MiB' }]);
      for (const output of outputsOf(report, quick)) expect(output.length).toBeLessThan(30_000);
    },
    20 * SECONDS,
  );

  test.each([
    'change-me ',
    'a-',
    '{{',
    '${',
    '((a',
    '$a',
    'A_KEY_',
    'x',
    '-',
    '<',
    'AgA',
    '$2y$10$',
    './',
    'ENC[',
    '://a:b@',
    '?token=',
  ])(
    'a megabyte of %j in the place of a secret, a host and a name, at most each of them is said something of',
    unit => {
      const huge = JSON.stringify(unit.repeat(2 ** 20 / unit.length));
      const job = `scrape_configs:\n- job_name: ${huge}\n  basic_auth: {password: ${huge}}\n`;
      const target = `  scheme: https\n  static_configs: [{targets: [${huge}]}]\n  tls_config: {insecure_skip_verify: on}\n`;
      const report = reportOn({ 'prometheus.yml': job + target, 'web.yml': `basic_auth_users: {a: ${huge}}\n` });
      const counts = { ...countsIn(report, 'prometheus.yml'), ...countsIn(report, 'web.yml') };
      expect(counts).toMatchObject({ 'insecure-skip-verify': 1 });
      expect(Object.keys(counts)).not.toContain('internal-error');
      for (const output of outputsOf(report, quick)) expect(output.length).toBeLessThan(50_000);
    },
    20 * SECONDS,
  );
});

test.each<readonly [string, FileContent | undefined, readonly string[]]>([
  ['vanishes', undefined, []],
  ['cannot be opened', { reason: 'permission denied' }, ['permission denied']],
])('a file that %s costs nothing of another', (_name, content, reasons) => {
  const tree = treeOf({ 'prometheus.yml': '', 'z/prometheus.yml': GOOD });
  const files = { ...tree, read: (path: string) => (path === 'prometheus.yml' ? content : tree.read(path)) };
  const report = lint({ files, configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW });
  expect(report.unread.map(({ reason }) => reason)).toEqual(reasons);
  expect(countsIn(report, 'z/prometheus.yml')).toEqual({ 'insecure-skip-verify': 1, 'inline-secret': 1 });
});

test('a tree that throws in one file is our mistake, said once, and costs nothing of another', () => {
  const tree = treeOf({ 'prometheus.yml': SECRET, 'z/prometheus.yml': GOOD });
  const read = (path: string): FileContent | undefined => {
    if (path === 'prometheus.yml') throw new RangeError(SECRET);
    return tree.read(path);
  };
  const report = lint({ files: { ...tree, read }, configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW });
  expect(countsIn(report, 'prometheus.yml')).toEqual({ 'internal-error': 1 });
  expect(countsIn(report, 'z/prometheus.yml')).toEqual({ 'insecure-skip-verify': 1, 'inline-secret': 1 });
  for (const output of outputsOf(report)) expect(output.includes(SECRET)).toBe(false);
});

function countsIn({ findings }: Report, path: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { at, ruleId } of findings) if (at.file.path === path) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}

function outputsOf(report: Report, formats: readonly Format[] = FORMATS): readonly string[] {
  return formats.map(format => reporterFor(format, { version: '1.0.0', color: false, verbose: true })(report));
}
