import { expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import {
  ConfigurationError,
  formatted,
  lint,
  mended,
  rules,
  type Files,
  type Input,
  type Report,
} from '../../src/library/index.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { reporterFor } from '../../src/report/format.ts';
import { VERSION } from '../../src/report/version.ts';
import { EXAMPLE_NOW as NOW } from '../../src/rules/rule.ts';
import { scenarioAt } from '../scenario.ts';

const SECRET = 'Gannet-Ledge-41';
const SCENARIOS = [
  'certificates',
  'handshakes-compose',
  'kube-prometheus',
  'leaks',
  'path-mappings',
  'self-scrape-flat',
  'shape-charts',
].map(scenarioAt);
const FILES = {
  'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    basic_auth: { username: scraper, password: ${SECRET} }
    tls_config:
      insecure_skip_verify: true # want
    static_configs: [{ targets: ['node1.corp.example:9100'] }]
`,
};
async function placesIn(input: Partial<Input>): Promise<readonly string[]> {
  const { findings } = await lint({ files: FILES, now: NOW, ...input });
  return findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

const IN_FILES = ['prometheus.yml:4:48 inline-secret', 'prometheus.yml:6:29 insecure-skip-verify'];

test('files that are given as text, as bytes, or when they are asked for are linted', async () => {
  const bytes = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, Buffer.from(text)]));
  class Store {
    readonly paths = Object.keys(FILES);
    readonly #texts = new Map(Object.entries(FILES));
    read(path: string): string | undefined {
      return this.#texts.get(path);
    }
  }
  expect(await placesIn({})).toEqual(IN_FILES);
  expect(await placesIn({ files: bytes })).toEqual(IN_FILES);
  expect(await placesIn({ files: new Store() })).toEqual(IN_FILES);
});

test('a file whose name says that it is nothing of ours is not asked for', async () => {
  const asked: string[] = [];
  const read = (path: string): undefined => void asked.push(path);
  await lint({ files: { paths: ['src/main.go', 'prometheus.yml', 'logo.png'], read }, now: NOW });
  expect(asked).toEqual(['prometheus.yml']);
});

test('a report shows no secret, however it is printed', async () => {
  const report = await lint({ files: FILES, now: NOW });
  const printed = [inspect(report, { depth: null }), JSON.stringify(report)];
  expect(report.findings.map(({ rule }) => rule)).toContain('inline-secret');
  expect(printed.filter(text => text.includes(SECRET))).toEqual([]);
});

test('a report formatted is what the command prints of scenarios', async () => {
  const differing: string[] = [];
  for (const { name, report: expected } of SCENARIOS) {
    const options = { color: false, verbose: false, version: VERSION };
    const json: Report = JSON.parse(reporterFor('json', options)(expected));
    for (const format of FORMATS) {
      const isSame = (await formatted(json, format)) === reporterFor(format, options)(expected);
      if (!isSame) differing.push(`${name} as ${format}`);
    }
  }
  expect(differing).toEqual([]);
});

test('scenarios have the same report as with the command, with passwords compared too', async () => {
  const differing: string[] = [];
  for (const { name, files, report } of SCENARIOS) {
    const configuration = files['.promsec.yml'];
    const actual = await lint({ files, now: NOW, ...(configuration === undefined ? {} : { configuration }) });
    const expected: Report = JSON.parse(
      reporterFor('json', { color: false, verbose: false, version: VERSION })(report),
    );
    if (!isDeeplyEqual(actual, expected)) differing.push(name);
  }
  expect(differing).toEqual([]);
});

function isDeeplyEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const LENIENT = [
  ['text', 'version: 1\nrules:\n  inline-secret: off\n'],
  ['an object', { rules: { 'inline-secret': 'off' } }],
] as const;

test.each(LENIENT)('a configuration as %s counts', async (_, configuration) => {
  expect(await placesIn({ configuration })).toEqual(IN_FILES.slice(1));
});

test('a configuration that cannot be meant is refused, with every mistake and its place', async () => {
  const linting = lint({ files: FILES, now: NOW, configuration: 'version: 1\nexpiry-dys: 3\npedantic: maybe\n' });
  await expect(linting).rejects.toThrow(ConfigurationError);
  await expect(linting).rejects.toMatchObject({
    mistakes: [
      { line: 2, column: 1, message: 'there is no key "expiry-dys"; did you mean expiry-days?' },
      { line: 3, column: 11, message: 'pedantic has to be true or false' },
    ],
  });
});

test('a mistake in an object has no place', async () => {
  const linting = lint({ files: FILES, now: NOW, configuration: { 'expiry-days': -1 } });
  await expect(linting).rejects.toMatchObject({
    message: 'expiry-days is too small; use 0 or more',
    mistakes: [{ message: 'expiry-days is too small; use 0 or more' }],
  });
});

test.each(['/etc/prometheus.yml', './prometheus.yml', 'a/../web.yml', 'a\\web.yml', 'a//web.yml', ''])(
  '%j is no path of a repository',
  async path => {
    await expect(lint({ files: { [path]: '' }, now: NOW })).rejects.toThrow(TypeError);
  },
);

test('fixes are made in copies of the files, each of the kind that it was given as', async () => {
  const scenario = SCENARIOS.find(({ name }) => name === 'handshakes-compose');
  const files: Files = scenario?.files ?? {};
  const finding = scenario?.report.findings.find(({ fix }) => fix?.isSafe === true);
  const { path = '', text = '' } = finding?.fix?.edits[0]?.at.file ?? {};
  const ofText = await mended({ files, now: NOW });
  const after = ofText.files[path];
  expect(ofText.made.map(({ fingerprint }) => fingerprint)).toContain(finding?.fingerprint);
  expect(ofText.report.findings.map(({ fingerprint }) => fingerprint)).not.toContain(finding?.fingerprint);
  expect([typeof after, after === text, files[path] === text]).toEqual(['string', false, true]);
  const ofBytes = await mended({ files: { ...files, [path]: inUtf16(text) }, now: NOW });
  expect(ofBytes.files).toEqual({ ...ofText.files, [path]: inUtf16(String(after)) });
  expect(await mended({ files: { ...files, ...ofText.files }, now: NOW })).toMatchObject({ files: {}, made: [] });
});

function inUtf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

test('a format that there is not is refused with those that there are', async () => {
  const report = await lint({ files: {}, now: NOW });
  const wanted: string = 'pdf';
  // Safe: that it is none of them is what is tested.
  await expect(formatted(report, wanted as 'text')).rejects.toThrow(/^there is no format "pdf"; use text, json, sarif/);
});

test('the rules can be listed before anything is linted', async () => {
  const known = await rules();
  expect(known.find(({ id }) => id === 'insecure-skip-verify')).toMatchObject({ severity: 'error', isPedantic: false });
  expect(known.find(({ id }) => id === 'deprecated-bearer-token')).toMatchObject({ isPedantic: true });
  expect(known.find(({ id }) => id === 'unreadable-file')).toMatchObject({ severity: 'error', isPedantic: false });
});
