import { expect, test } from '@jest/globals';
import { commandFrom } from '../../src/edge/cli/arguments.ts';
import { showsColor } from '../../src/edge/cli/terminal.ts';
import { EXPIRING_CERTIFICATE } from '../../src/rules/example-certificates.ts';
import { INSECURE } from './documents.ts';
import { folderWith } from './folder.ts';
import { findingsIn, runIn } from './recorded-run.ts';

const wrong: readonly (readonly [readonly string[], string])[] = [
  [['--formt', 'json'], 'there is no option --formt; did you mean --format?'],
  [['--fail-onn=error'], 'there is no option --fail-onn; did you mean --fail-on?'],
  [['--nonsense'], 'there is no option --nonsense; see --help'],
  [['--constructor'], 'there is no option --constructor; see --help'],
  [['--__proto__'], 'there is no option --__proto__; see --help'],
  [['--format'], '--format needs a value; see --help'],
  [['--output', '--verbose'], '--output needs a value; see --help'],
  [['--pedantic=yes'], '--pedantic takes no value; see --help'],
  [['-x'], 'there is no option -x; see --help'],
  [['--format', 'jsno'], '--format does not take jsno; did you mean json?'],
  [
    ['--format', 'xml'],
    '--format does not take xml; use text, json, sarif, github, markdown, html, junit, checkstyle, gitlab, rdjson',
  ],
  [
    ['--format='],
    '--format does not take ; use text, json, sarif, github, markdown, html, junit, checkstyle, gitlab, rdjson',
  ],
  [['--fail-on', 'warn'], '--fail-on does not take warn; did you mean warning?'],
  [['--fail-on='], '--fail-on does not take ; use error, warning, note, never'],
  [['--config', 'a.yml', '--no-config'], '--config and --no-config exclude each other; keep one'],
  [['rules', '--format', 'json'], 'rules takes no --format; it is for lint, merge, certificates'],
  [['files', '--output', 'files.txt'], 'files takes no --output; it is for lint, merge, certificates, baseline'],
  [['--cost', '12'], 'lint takes no --cost; it is for hash'],
  [['--now', 'tomorrow'], '--now does not take tomorrow; write a day such as 2027-01-31'],
  [['--now', '2027-02-29'], '--now does not take 2027-02-29; write a day such as 2027-01-31'],
  [['--now', '2027-1-31'], '--now does not take 2027-1-31; write a day such as 2027-01-31'],
  [['--now', '2027-01-31T25:00Z'], '--now does not take 2027-01-31T25:00Z; write a day such as 2027-01-31'],
  [['--now', '2027-02-30T12:00Z'], '--now does not take 2027-02-30T12:00Z; write a day such as 2027-01-31'],
  [['--now', '1800000000'], '--now does not take 1800000000; write a day such as 2027-01-31'],
];

test.each(wrong)('%j is wrong usage', async (words, complaint) => {
  expect(await runIn(folderWith({ 'prometheus.yml': INSECURE }), words)).toEqual({
    status: 2,
    output: '',
    complaints: [complaint],
  });
});

test('help names every option and command', async () => {
  const { status, output, complaints } = await runIn(folderWith(), ['--help']);
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  const options = [
    'format',
    'output',
    'config',
    'no-config',
    'baseline',
    'prune',
    'fail-on',
    'pedantic',
    'scope',
    'base',
    'now',
    'shard',
    'repository',
    'verbose',
    'color',
    'no-color',
  ];
  for (const word of [
    ...options.map(option => `--${option}`),
    'merge',
    'files',
    'explain',
    'rules',
    'baseline',
    '--version',
  ]) {
    expect(output).toContain(word);
  }
  for (const words of [['-h'], ['lint', '--help'], ['explain', '--help']]) {
    expect((await runIn(folderWith(), words)).output).toBe(output);
  }
});

test('options may stand before, between and behind the paths, and a word behind -- is a path', () => {
  const want = { name: 'lint', words: ['a', 'b'], format: 'json', isVerbose: true };
  expect(commandFrom(['--verbose', 'lint', 'a', '--format=json', 'b'])).toMatchObject(want);
  expect(commandFrom(['a', 'b', '--format', 'json', '--verbose'])).toMatchObject(want);
  expect(commandFrom(['--', '--verbose'])).toMatchObject({ words: ['--verbose'], isVerbose: false });
});

const moments: readonly (readonly [string, string])[] = [
  ['2026-11-20', '2026-11-20T00:00:00.000Z'],
  ['2028-02-29', '2028-02-29T00:00:00.000Z'],
  ['2026-11-20T12:30Z', '2026-11-20T12:30:00.000Z'],
  ['2026-11-20T00:30:00+01:00', '2026-11-19T23:30:00.000Z'],
];

test.each(moments)('--now %s is %s', (text, moment) => {
  expect(commandFrom(['--now', text]).now?.toISOString()).toBe(moment);
});

test('dates are compared with --now, and else with the clock of the terminal', async () => {
  const folder = folderWith({ 'ca.pem': EXPIRING_CERTIFICATE });
  expect(await findingsIn(folder)).toEqual(['ca.pem:1 certificate-expiring']);
  expect(await findingsIn(folder, '--now', '2026-01-01')).toEqual([]);
  expect(await findingsIn(folder, '--now', '2027-01-01')).toEqual(['ca.pem:1 certificate-expired']);
});

test('colours are shown where the terminal has them, and the options beat that', async () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE });
  const hasEscapes = async (words: readonly string[], hasColor: boolean): Promise<boolean> =>
    (await runIn(folder, words, hasColor)).output.includes('\u001b[');
  expect(await hasEscapes([], true)).toBe(true);
  expect(await hasEscapes([], false)).toBe(false);
  expect(await hasEscapes(['--color'], false)).toBe(true);
  expect(await hasEscapes(['--no-color'], true)).toBe(false);
  expect(await hasEscapes(['--format', 'json'], true)).toBe(false);
});

interface Surroundings {
  readonly env: Readonly<Record<string, string>>;
  readonly isTerminal: boolean;
  readonly want: boolean;
}

const surroundings: readonly Surroundings[] = [
  { env: {}, isTerminal: true, want: true },
  { env: {}, isTerminal: false, want: false },
  { env: { NO_COLOR: '1' }, isTerminal: true, want: false },
  { env: { NO_COLOR: '' }, isTerminal: true, want: true },
  { env: { TERM: 'dumb' }, isTerminal: true, want: false },
  { env: { FORCE_COLOR: '1' }, isTerminal: false, want: true },
  { env: { FORCE_COLOR: '' }, isTerminal: false, want: true },
  { env: { FORCE_COLOR: '3', NO_COLOR: '1' }, isTerminal: false, want: true },
  { env: { FORCE_COLOR: '0' }, isTerminal: true, want: false },
  { env: { FORCE_COLOR: 'false' }, isTerminal: true, want: false },
];

test.each(surroundings)(
  'with $env and a terminal ($isTerminal), colours are shown: $want',
  ({ env, isTerminal, want }) => {
    expect(showsColor(env, isTerminal)).toBe(want);
  },
);
