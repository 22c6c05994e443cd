import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { commandsIn } from '../report/workflow-commands.ts';
import { CLEAN, INSECURE } from './documents.ts';
import { checkoutWith, folderWith } from './folder.ts';

const COMMAND = join(import.meta.dirname, '../../src/index.js');

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as its own process, by way of a shell: `$promsec` stands for it. */
function shell(folder: string, script: string, env: Readonly<Record<string, string>> = {}): Ended {
  return spawnSync('/bin/sh', ['-c', script.replaceAll('$promsec', '"$NODE" "$COMMAND"')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE: process.execPath, COMMAND, ...env },
    timeout: 20_000,
  });
}

/** So much output that no pipe holds it. */
const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`a${index}/prometheus.yml`, INSECURE]));

test('the exit status is that of the findings, and standard error is empty', () => {
  expect(shell(folderWith({ 'prometheus.yml': CLEAN }), '$promsec')).toMatchObject({ status: 0, stderr: '' });
  expect(shell(folderWith({ 'prometheus.yml': INSECURE }), '$promsec lint .')).toMatchObject({ status: 1, stderr: '' });
});

test('complaints are lines on standard error that begin with our name', () => {
  expect(shell(folderWith(), '$promsec --formt json')).toEqual(
    expect.objectContaining({
      status: 2,
      stdout: '',
      stderr: 'promsec: there is no option --formt; did you mean --format?\n',
    }),
  );
});

test('what a complaint quotes moves no cursor, and is no command to a workflow', () => {
  const { stderr } = shell(folderWith(), String.raw`$promsec "$(printf 'a\033[2J\n::error::b ##[error]c')"`);
  expect(stderr).toBe('promsec: there is no file or folder a\\u{1b}[2J\\u{a}::error::b # #[error]c\n');
});

test('in the log of a workflow nothing of a file is a command, and annotations are ones', () => {
  const secretive = 'scrape_configs:\n  - job_name: a\n    bearer_token: b8d2f4e1 # ##[set-output name=passed]true\n';
  const folder = folderWith({ 'prometheus.yml': secretive, '::error::x.yml': secretive });
  const env = { GITHUB_ACTIONS: 'true', FORCE_COLOR: '1' };
  for (const script of ['$promsec', '$promsec --format markdown', '$promsec files', '$promsec --format json']) {
    expect({ script, commands: commandsIn(shell(folder, script, env).stdout) }).toEqual({ script, commands: [] });
  }
  expect(commandsIn(shell(folder, '$promsec --format github', env).stdout)).toHaveLength(2);
  expect(commandsIn(shell(folder, '$promsec').stdout)).not.toEqual([]);
});

test('the whole report arrives in a pipe', () => {
  const folder = folderWith(many);
  const { status, stdout } = shell(folder, '$promsec --format json | cat; exit 0');
  expect(status).toBe(0);
  expect((JSON.parse(stdout) as { findings: readonly unknown[] }).findings).toHaveLength(300);
});

test('a reader that stops early is no failure', () => {
  const script = '{ $promsec; echo "status $?" >&2; } | head -n 1';
  const { stdout, stderr } = shell(folderWith(many), script);
  expect(stdout).toMatch(/^error\[insecure-skip-verify\][^\n]*\n$/);
  expect(stderr).toBe('status 1\n');
});

test('output that cannot be written is status 2, since findings are lost', () => {
  expect(shell(folderWith({ 'prometheus.yml': CLEAN }), '$promsec > /dev/full')).toEqual(
    expect.objectContaining({ status: 2, stderr: 'promsec: the output cannot be written (ENOSPC)\n' }),
  );
});

test('standard output and error that are closed are no failure', () => {
  expect(shell(folderWith({ 'prometheus.yml': INSECURE }), '$promsec >&- 2>&-').status).toBe(1);
});

test('in a pipe there are no colours unless they are forced', () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE });
  expect(shell(folder, '$promsec').stdout).not.toContain('\u001b');
  expect(shell(folder, '$promsec', { FORCE_COLOR: '1' }).stdout).toContain('\u001b[');
  expect(shell(folder, '$promsec --no-color', { FORCE_COLOR: '1' }).stdout).not.toContain('\u001b');
  expect(shell(folder, '$promsec --color', { NO_COLOR: '1' }).stdout).toContain('\u001b[');
});

test('with arguments it is the command, also where a workflow has set an input', () => {
  const folder = folderWith({ 'prometheus.yml': INSECURE });
  const { status, stdout } = shell(folder, '$promsec .', { INPUT_PATH: 'elsewhere', GITHUB_ACTIONS: 'true' });
  expect(status).toBe(1);
  expect(stdout).not.toContain('::error');
  expect(stdout).toContain('prometheus.yml:4:29');
});

test('a configuration may come from another command', () => {
  const script = `printf 'version: 1\\nfail-on: never\\n' | $promsec --config /dev/stdin`;
  expect(shell(folderWith({ 'prometheus.yml': INSECURE }), script)).toMatchObject({ status: 0, stderr: '' });
});

test('no network, home or git is needed', () => {
  const top = checkoutWith({ 'prometheus.yml': INSECURE });
  expect(shell(top, '$promsec', { PATH: '/nowhere', HOME: '/nowhere' })).toMatchObject({ status: 1, stderr: '' });
});

test('in a hook of another repository the checkout at hand is listed', () => {
  const other = checkoutWith({ 'other/prometheus.yml': INSECURE });
  const top = checkoutWith({ 'prometheus.yml': INSECURE });
  const env = { GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git/index'), GIT_WORK_TREE: other };
  const { stdout } = shell(top, '$promsec --format json', env);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [{ file: 'prometheus.yml' }], files: { seen: 1 } });
});
