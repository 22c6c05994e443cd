import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/edge/cli/main.ts';
import { treeOf } from '../../src/edge/tree.ts';
import { exitStatusOf } from '../../src/edge/verdict.ts';
import { VERSION } from '../../src/report/version.ts';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { inlineSecret } from '../../src/rules/inline-secret.ts';
import { CLEAN, INSECURE, WEAK } from './documents.ts';
import { folderWith } from './folder.ts';
import { runIn } from './recorded-run.ts';

const TOP = join(import.meta.dirname, '../../..');

test('the version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')) as { version: string };
  expect(VERSION).toBe(version);
  expect(await runIn(TOP, ['--version'])).toEqual({ status: 0, output: `promsec ${version}\n`, complaints: [] });
});

const statuses: readonly (readonly [string, string, readonly string[], number])[] = [
  ['nothing wrong', CLEAN, [], 0],
  ['an error', INSECURE, [], 1],
  ['an error, where nothing fails', INSECURE, ['--fail-on', 'never'], 0],
  ['a warning', WEAK, [], 0],
  ['a warning, where one fails', WEAK, ['--fail-on', 'warning'], 1],
  ['a warning, where a note fails', WEAK, ['--fail-on=note'], 1],
  ['an error, where a warning fails', INSECURE, ['--fail-on', 'warning'], 1],
  ['no YAML in a file of that name', 'a: [', [], 1],
  ['wrong usage', INSECURE, ['--fail-on', 'sometimes'], 2],
];

test.each(statuses)('%s ends with its status', async (_, text, words, status) => {
  const name = text === WEAK ? 'web.yml' : 'prometheus.yml';
  expect((await runIn(folderWith({ [name]: text }), words)).status).toBe(status);
});

test('a rule that breaks is status 2, whatever fails, and the other findings stand', () => {
  const broken = { ...inlineSecret, check: fail };
  const files = treeOf([], folderWith({ 'prometheus.yml': INSECURE }));
  const report = lint({ files, configuration: DEFAULT_CONFIGURATION, now: new Date(0), rules: [broken] });
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['internal-error']);
  expect(exitStatusOf(report, { ...DEFAULT_CONFIGURATION, failOn: 'never' })).toBe(2);
});

function fail(): never {
  throw new TypeError('the password is s3cr3t');
}

test('our own failure is status 2, and shows where it happened but not the message, which may quote a file', async () => {
  const complaints: string[] = [];
  const terminal = {
    folder: folderWith(),
    now: new Date(0),
    hasColor: false,
    print: fail,
    emit: fail,
    complain: (line: string) => void complaints.push(line),
  };
  expect(await run([], terminal)).toBe(2);
  expect(complaints[0]).toBe('promsec broke (TypeError); please report it with these lines');
  expect(complaints[1]).toMatch(/^ {4}at .*fail\b/);
  expect(complaints.join('\n')).not.toContain('s3cr3t');
});

test('results go to standard output, and all else to standard error', async () => {
  const folder = folderWith({ '.promsec.yml': 'version: 1\nno-files: warn' });
  expect(await runIn(folder, [])).toEqual({
    status: 0,
    output: 'no findings (1 file seen, none read)\n',
    complaints: [
      'no Prometheus configuration was found in 1 file; check the path and what is excluded, or set no-files to pass',
    ],
  });
});

test.each([
  ['pass', 0, 0],
  ['warn', 0, 1],
  ['fail', 1, 1],
])('where nothing is found and no-files is %s, the status is %d', async (noFiles, status, complaints) => {
  const outcome = await runIn(folderWith({ '.promsec.yml': `version: 1\nno-files: ${noFiles}` }), []);
  expect([outcome.status, outcome.complaints.length]).toEqual([status, complaints]);
});

test('what is excluded is nothing, and not listed as unread', async () => {
  const folder = folderWith({ '.promsec.yml': 'version: 1\nno-files: fail\nexclude: ["*.yml"]', 'web.yml': '' });
  const { status, output } = await runIn(folder, ['--verbose']);
  expect([status, output]).toEqual([1, 'no findings (2 files seen, none read)\n']);
});

test('a file of ours that cannot be read is not nothing', async () => {
  const folder = folderWith({
    '.promsec.yml': 'version: 1\nno-files: fail\nrules: { unreadable-file: note }',
    'web.yml': 'a: [',
  });
  expect(await runIn(folder, [])).toMatchObject({ status: 0, complaints: [] });
});

test('the report goes to a file, without colours, and nothing to standard output', async () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE });
  mkdirSync(join(folder, 'below'));
  expect(await runIn(folder, ['--output', 'below/report.txt'], true)).toEqual({
    status: 1,
    output: '',
    complaints: [],
  });
  const report = readFileSync(join(folder, 'below/report.txt'), 'utf8');
  expect(report).toContain('prometheus.yml:4:29');
  expect(report).not.toContain('\u001b');
});

test.each(['nowhere/report.txt', '.'])('a report that cannot be written (%s) is status 2', async path => {
  const outcome = await runIn(folderWith({ 'prometheus.yml': INSECURE }), ['--output', path]);
  expect(outcome).toEqual({
    status: 2,
    output: '',
    complaints: [`${path} cannot be written; check the folder and its permissions`],
  });
});

test('explain prints the page of a rule', async () => {
  const { status, output, complaints } = await runIn(folderWith(), ['explain', 'inline-secret']);
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  expect(output).toMatch(/^# inline-secret\n/);
});

test('explain says what an error means, who asks that host, and what is wrong there, with and without quotes', async () => {
  const folder = folderWith({
    'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    static_configs: [{ targets: ['node1.internal:9100'] }]
  - job_name: other
    scheme: https
    static_configs: [{ targets: ['other.internal:9100'] }]
`,
  });
  const error = 'Get "https://node1.internal:9100/metrics": x509: certificate signed by unknown authority';
  const { status, output, complaints } = await runIn(folder, ['explain', error]);
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  expect(output).toContain('- prometheus.yml:4:34: scrape job "node" asks node1.internal');
  expect(output).toMatch(
    /1\. No ca_file is set[^]*Rules: missing-ca-file[^]*- prometheus\.yml:3:13: warning\[missing-ca-file\]/,
  );
  expect(output).not.toContain('"other"');
  expect(await runIn(folder, ['explain', ...error.split(' ')])).toMatchObject({ output });
});

test.each([
  [['explain'], 'name a rule, or quote an error of Prometheus; promsec rules lists the rules'],
  [
    ['explain', 'a', 'b'],
    'no error that promsec knows is in this text; paste the line of the targets page or of the log, in quotes',
  ],
  [['explain', 'inline-secrets'], 'there is no rule inline-secrets; did you mean inline-secret?'],
  [['explain', 'nonsense'], 'there is no rule nonsense; promsec rules lists them'],
  [['rules', 'web.yml'], 'rules takes no path; for a folder of that name say ./rules'],
])('%j is wrong usage', async (words, complaint) => {
  expect(await runIn(folderWith(), words)).toEqual({ status: 2, output: '', complaints: [complaint] });
});

test('files says of each file what it is read as, or why it is not', async () => {
  const folder = folderWith({
    '.promsec.yml': 'version: 1\nexclude: [old/]',
    'prometheus.yml': CLEAN,
    'web.yml': 'a: "',
    'old/prometheus.yml': CLEAN,
    'README.md': '',
    'moved\u001b[2J/prometheus.yml': CLEAN,
  });
  const { status, output } = await runIn(folder, ['files']);
  expect(status).toBe(0);
  expect(output.split('\n')).toEqual([
    'moved\\u{1b}[2J/prometheus.yml: prometheus',
    'old/prometheus.yml: not read: the configuration excludes it',
    'prometheus.yml: prometheus',
    expect.stringMatching(/^web\.yml: not read: a quote/),
    '2 other files not read: excluded, or nothing in them is for promsec',
    '',
  ]);
});

const shadows: readonly (readonly [string, readonly string[], boolean])[] = [
  ['rules', ['rules'], true],
  ['rules', ['--no-color', 'rules'], true],
  ['rules', ['lint', 'rules'], false],
  ['rules', ['./rules'], false],
  ['lint', ['lint'], true],
  ['files', ['rules'], false],
];

test.each(shadows)('beside a folder named %s, %j is said to be the command: %j', async (name, words, isSaid) => {
  const { status, complaints } = await runIn(
    folderWith({ [`${name}/prometheus.yml`]: CLEAN, 'rules/web.yml': '' }),
    words,
  );
  const said = `${name} is a command and also a folder here; for the folder say ./${name}`;
  expect(status).toBe(0);
  expect(complaints.includes(said)).toBe(isSaid);
});

test('the word of a command is the command, and a path to a folder of that name is the folder', async () => {
  const folder = folderWith({ 'rules/prometheus.yml': INSECURE });
  expect((await runIn(folder, ['rules'])).output).toMatch(/^[a-z-]+ +(?:error|warning)/);
  expect((await runIn(folder, ['lint', 'rules'])).status).toBe(1);
  expect((await runIn(folder, ['./rules'])).status).toBe(1);
});
