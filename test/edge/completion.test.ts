import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, OPTIONS } from '../../src/edge/cli/options.ts';
import { OFFERS, SHELLS } from '../../src/edge/cli/completion/offers.ts';
import { CERTIFICATE_FORMATS } from '../../src/report/certificates/certificate-formats.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { RULES } from '../../src/rules/index.ts';
import { checkoutWith, folderWith, git } from './folder.ts';
import { runIn } from './recorded-run.ts';

const { output: script } = await runIn('.', ['completion', 'bash']);
const folder = folderWith({ 'deploy/prometheus.yml': '', 'report 1.json': '', 'report.sarif': '' });

/** What bash offers for the last of the words, which it has parted where it does so. */
function offeredFor(words: readonly string[], where = folder): readonly string[] {
  const asked = `${script}
COMP_WORDS=(promsec "$@") COMP_CWORD=$#
_promsec
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['-c', asked, 'bash', ...words], { cwd: where, encoding: 'utf8' });
  return output.split('\n').filter(line => line !== '');
}

test.each([
  ['the first word', ['']],
  ['the first word behind an option', ['--pedantic', '']],
  ['the first word behind an option with a value', ['--format', 'json', '']],
])('bash offers commands and files for %s', (_name, words) => {
  expect(new Set(offeredFor(words))).toEqual(new Set([...COMMANDS, 'deploy', 'report 1.json', 'report.sarif']));
});

test.each([
  ['a command that is begun', ['me'], ['merge']],
  ['a format', ['--format', ''], FORMATS],
  ['a format that is begun', ['lint', '--format', 'j'], ['json', 'junit']],
  ['a format behind =', ['--format', '='], FORMATS],
  ['a format that is begun behind =', ['--format', '=', 'rd'], ['rdjson']],
  ['a format of the list of certificates', ['certificates', '--format', ''], CERTIFICATE_FORMATS],
  ['a threshold', ['--fail-on', ''], ['error', 'warning', 'note', 'never']],
  ['a scope', ['--scope', 'c'], ['changed-lines']],
  ['an option that is begun', ['deploy', '--no'], ['--no-config', '--now', '--no-color']],
  ['an option of a command', ['files', '--no'], ['--no-config', '--no-color']],
  ['an option of another command', ['files', '--co'], ['--config', '--color']],
  ['a date', ['--now', ''], []],
  ['a file to write', ['--output', 'report.'], ['report.sarif']],
  ['a path of a command', ['files', 'de'], ['deploy']],
  ['a file behind = of what may stand alone', ['--baseline', '=', 'report.'], ['report.sarif']],
  ['a value behind = of what may stand alone', ['--fix', '=', 'dry'], ['dry-run']],
  ['the word behind what may stand alone', ['--baseline', 'me'], ['merge']],
  [
    'the value of an option that has the name of a command',
    ['--output', 'merge', 'explain', 'weak-tls'],
    ['weak-tls-version'],
  ],
  ['a shell', ['completion', ''], SHELLS],
  ['what takes no word', ['rules', ''], []],
  ['what takes no path', ['hash', ''], []],
])('bash offers what fits for %s', (_name, words, want) => {
  expect(offeredFor(words)).toEqual(want);
});

test('bash offers every option and every rule', () => {
  const short = Object.values(OPTIONS).flatMap(option => ('short' in option ? [`-${option.short}`] : []));
  expect(offeredFor(['-'])).toEqual([...Object.keys(OPTIONS).map(name => `--${name}`), ...short]);
  expect(offeredFor(['explain', ''])).toEqual(expect.arrayContaining(RULES.map(({ id }) => id)));
});

test('bash offers revisions, and runs nothing that is in their names', () => {
  const checkout = checkoutWith({ 'a.yml': 'a: 1\n' });
  git(checkout, 'commit', '--quiet', '--message', 'one');
  for (const name of ['feature/tls', 'feature/$(touch${IFS}pwned)']) git(checkout, 'branch', name);
  expect(offeredFor(['--base', 'feature/'], checkout)).toEqual([
    String.raw`feature/\$\(touch\$\{IFS\}pwned\)`,
    'feature/tls',
  ]);
  expect(existsSync(join(checkout, 'pwned'))).toBe(false);
});

test('what bash offers outside of a checkout for a revision is nothing', () => {
  expect(offeredFor(['--base', ''])).toEqual([]);
});

test.each(SHELLS)('the completion for %s has every command, option and word', async shell => {
  const { status, output, complaints } = await runIn('.', ['completion', shell]);
  expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  const words = new Set(output.match(/[\w.-]+/g));
  const wanted = [
    ...OFFERS.commands,
    ...OFFERS.options.map(({ flag }) => (shell === 'fish' ? flag.slice(2) : flag)),
    ...OFFERS.options.flatMap(({ offers = [] }) => (typeof offers === 'string' ? [] : offers)),
    ...Object.values(OFFERS.words).flat(),
  ];
  expect(wanted.filter(word => !words.has(word))).toEqual([]);
});

test('all that is offered is words that no shell makes anything else of', () => {
  const words = [
    ...OFFERS.commands,
    ...OFFERS.options.flatMap(({ flag, short = '-h', offers = [] }) => [flag, short, ...offers]),
    ...Object.values(OFFERS.words).flat(),
    ...Object.values(OFFERS.special).flatMap(byFlag => Object.values(byFlag).flat()),
  ];
  expect(words.filter(word => !/^[\w.-]+$/.test(word))).toEqual([]);
});

test.each([
  [['completion'], 'completion takes the name of one shell; use bash, zsh, fish'],
  [['completion', 'bash', 'zsh'], 'completion takes the name of one shell; use bash, zsh, fish'],
  [['completion', 'fihs'], 'completion does not take fihs; did you mean fish?'],
])('%j is a wrong call', async (words, complaint) => {
  expect(await runIn('.', words)).toEqual({ status: 2, output: '', complaints: [complaint] });
});

test('bash can source it as ~/.bashrc does', () => {
  const file = join(folderWith(), 'completion.sh');
  writeFileSync(file, script);
  expect(execFileSync('bash', ['-euc', '. "$1" && complete -p promsec', 'bash', file], { encoding: 'utf8' })).toBe(
    'complete -F _promsec promsec\n',
  );
});
