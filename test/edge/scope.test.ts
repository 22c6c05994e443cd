import { expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, INSECURE } from './documents.ts';
import { checkoutWith, folderWith, git, write } from './folder.ts';
import { checkoutOf, commit, findingsOf, pullRequestWith, reportIn, runOn } from './git/pull-request.ts';
import { runIn } from './recorded-run.ts';

/** A checkout with a branch `main` and a commit on another one that adds a finding to one that is there. */
function branched(): string {
  const top = checkoutWith({ 'prometheus.yml': INSECURE, 'notes.txt': 'a\n' });
  git(top, 'commit', '--quiet', '--message', 'one');
  git(top, 'checkout', '--quiet', '-b', 'change');
  commit(top, { files: { 'eu/prometheus.yml': INSECURE } });
  git(top, 'checkout', '--quiet', 'main');
  commit(top, { files: { 'us/prometheus.yml': INSECURE } });
  git(top, 'checkout', '--quiet', 'change');
  return top;
}

/** The findings that a command prints, with their state. */
async function statesIn(folder: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { output, complaints } = await runIn(folder, ['--format', 'json', ...words]);
  if (output === '') throw new Error(complaints.join('\n'));
  // Our own format, which `test/report/` compares with its schema.
  const { findings } = JSON.parse(output) as { findings: readonly { file: string; line: number; state: string }[] };
  return findings.map(({ file, line, state }) => `${file}:${line} ${state}`);
}

test('with --base what is new since the branch began counts', async () => {
  const top = branched();
  expect(await statesIn(top, '--base', 'main')).toEqual(['eu/prometheus.yml:4 new', 'prometheus.yml:4 existing']);
  expect((await runIn(top, ['--base', 'main'])).status).toBe(1);
});

test('what is not committed yet counts', async () => {
  const top = branched();
  write(top, { 'prometheus.yml': CLEAN, 'new/prometheus.yml': INSECURE.replace('node', 'db') });
  rmSync(join(top, 'eu/prometheus.yml'));
  expect(await statesIn(top, '--base', 'main')).toEqual(['new/prometheus.yml:4 new']);
  expect(await statesIn(top, '--base', 'HEAD')).toEqual(['new/prometheus.yml:4 new']);
});

test('where nothing new is found the exit status is 0', async () => {
  const top = branched();
  expect((await runIn(top, ['--base', 'HEAD'])).status).toBe(0);
  write(top, { 'eu/prometheus.yml': `# a comment\n${INSECURE}` });
  const { status, output } = await runIn(top, ['--base', 'HEAD']);
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('no new findings') });
});

test('a file that git ignores counts as new where it is named', async () => {
  const top = branched();
  write(top, { '.gitignore': 'out\n', 'out/prometheus.yml': INSECURE });
  git(top, 'add', '--all');
  git(top, 'commit', '--quiet', '--message', 'ignore');
  expect(await statesIn(top, '--base', 'HEAD', 'out/prometheus.yml')).toEqual(['out/prometheus.yml:4 new']);
});

test('only what lies below the paths is compared', async () => {
  const top = branched();
  expect(await statesIn(join(top, 'eu'), '--base', 'main', '.')).toEqual(['eu/prometheus.yml:4 new']);
  expect(await statesIn(top, '--base', 'main', 'prometheus.yml')).toEqual(['prometheus.yml:4 existing']);
});

test('by changed lines a finding counts where it stands on one, though it was there before', async () => {
  const top = checkoutWith({ 'prometheus.yml': INSECURE, 'web/prometheus.yml': INSECURE });
  git(top, 'commit', '--quiet', '--message', 'one');
  write(top, {
    'prometheus.yml': INSECURE.replace('true', 'true # as before'),
    'web/prometheus.yml': `#\n${INSECURE}`,
  });
  const want = ['prometheus.yml:4 new', 'web/prometheus.yml:5 existing'];
  expect(await statesIn(top, '--base', 'HEAD', '--scope', 'changed-lines')).toEqual(want);
});

test('where the history does not say where a branch began everything counts, and that is said', async () => {
  const top = branched();
  git(top, 'checkout', '--quiet', '--orphan', 'other');
  git(top, 'commit', '--quiet', '--allow-empty', '--message', 'alone');
  const { status, output } = await runIn(top, ['--base', 'main']);
  expect(status).toBe(1);
  expect(output).toContain('git does not know where HEAD parted from main');
});

const wrong: readonly (readonly [words: readonly string[], complaint: RegExp])[] = [
  [['--base', 'nowhere'], /^--base does not take nowhere; name a commit that git knows$/],
  [['--base', '--upload-pack=x'], /^--base needs a value; see --help$/],
  [['--scope', 'new'], /^--scope new needs a --base, such as --base origin\/main$/],
  [['--scope', 'changed-lines'], /^--scope changed-lines needs a --base/],
  [['--scope', 'all', '--base', 'main'], /^--scope all compares with nothing; leave out --base$/],
  [['--scope', 'mine', '--base', 'main'], /^--scope does not take mine; use all, new, changed-lines$/],
];

test.each(wrong)('%j is wrong usage', async (words, complaint) => {
  const { status, complaints } = await runIn(branched(), words);
  expect({ status, complaints }).toEqual({ status: 2, complaints: [expect.stringMatching(complaint)] });
});

test('a revision that begins with a hyphen is no option of git', async () => {
  const { complaints } = await runIn(branched(), ['--base=--output=x']);
  expect(complaints).toEqual(['--base does not take --output=x; name a commit that git knows']);
});

test('outside of a checkout there is no base', async () => {
  const { status, complaints } = await runIn(folderWith({ 'prometheus.yml': INSECURE }), ['--base', 'main']);
  expect({ status, complaints }).toEqual({ status: 2, complaints: [expect.stringMatching(/needs a git checkout/)] });
});

test('a change of the policy is told', async () => {
  const base = { 'prometheus.yml': INSECURE, 'eu/prometheus.yml': INSECURE, '.promsec.yml': 'version: 1\n' };
  const ignoring = INSECURE.replace('true', 'true # promsec-ignore: insecure-skip-verify the lab');
  const pullRequest = pullRequestWith(base, [
    { files: { 'prometheus.yml': ignoring, '.promsec.yml': 'version: 1\nexpiry-days: 20\n' } },
    { renames: { 'eu/prometheus.yml': 'us.yml' } },
  ]);
  const report = await reportIn(checkoutOf(pullRequest.origin, pullRequest.merge, 2), runOn(pullRequest));
  expect(report.comparison?.policyChanges).toEqual([
    '.promsec.yml is changed',
    '1 ignore comment is added: prometheus.yml:4',
  ]);
  expect(findingsOf(report, 'new')).toEqual([]);
});

test('a change of what the configuration file links to is told', async () => {
  const origin = { 'prometheus.yml': INSECURE, 'config/promsec.yml': 'version: 1\n' };
  const pullRequest = pullRequestWith(origin, [
    { links: { '.promsec.yml': 'config/promsec.yml' } },
    { files: { 'config/promsec.yml': 'version: 1\npedantic: true\n' } },
  ]);
  const report = await reportIn(checkoutOf(pullRequest.origin, pullRequest.merge, 2), runOn(pullRequest));
  expect(report.comparison?.policyChanges).toEqual(['.promsec.yml is added', 'config/promsec.yml is changed']);
});

test('an ignore comment that was there, or moves with its file, is no change of the policy', async () => {
  const ignoring = INSECURE.replace('true', 'true # promsec-ignore: insecure-skip-verify the lab');
  const pullRequest = pullRequestWith({ 'prometheus.yml': ignoring }, [
    { renames: { 'prometheus.yml': 'eu.yml' }, files: { 'us/prometheus.yml': CLEAN } },
  ]);
  const report = await reportIn(checkoutOf(pullRequest.origin, pullRequest.merge, 2), runOn(pullRequest));
  expect(report.comparison?.policyChanges).toEqual([]);
  expect(report.ignored).toHaveLength(1);
});

test('of many ignore comments ten are named', async () => {
  const ignoring = INSECURE.replace('true', 'true # promsec-ignore: insecure-skip-verify the lab');
  const names = Array.from({ length: 12 }, (_, index) => `f${String(index).padStart(2, '0')}.yml`);
  const pullRequest = pullRequestWith(Object.fromEntries(names.map(name => [name, INSECURE])), [
    { files: Object.fromEntries(names.map(name => [name, ignoring])) },
  ]);
  const report = await reportIn(checkoutOf(pullRequest.origin, pullRequest.merge, 2), runOn(pullRequest));
  const named = names.slice(0, 10).map(name => `${name}:4`);
  expect(report.comparison?.policyChanges).toEqual([`12 ignore comments are added: ${named.join(', ')}, and 2 more`]);
});
