import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { INSECURE } from '../edge/documents.ts';
import { checkoutWith, folderWith, git, write } from '../edge/folder.ts';

/** The one hook of this repository. */
interface Hook {
  readonly entry: string;
  readonly types_or: readonly string[];
}

// The file is ours, and pre-commit itself reads it in `npm run test:homes`.
const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly [Hook];
/** What pre-commit calls files by their ending (pre-commit/identify, `extensions.py`), as far as it is used here. */
const TYPES: Readonly<Record<string, string>> = { '.yml': 'yaml', '.yaml': 'yaml', '.pem': 'pem', '.crt': 'pem' };

const bin = folderWith({
  promsec: `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(join(import.meta.dirname, '../../src/index.js'))} "$@"\n`,
});
chmodSync(join(bin, 'promsec'), 0o755);

/**
 * Does what pre-commit does on a commit (`pre_commit/git.py`, `get_staged_files`; `languages/helpers.py`,
 * `run_xargs`): the staged files that are still there and of the types of the hook become the last words of its entry.
 */
function committed(folder: string): {
  readonly files: readonly string[];
  readonly status: number | null;
  readonly output: string;
} {
  const staged = git(folder, 'diff', '--staged', '--name-only', '--no-ext-diff', '-z', '--diff-filter=ACMRTUXB');
  const files = staged.split('\0').filter(path => hook.types_or.includes(TYPES[extname(path)] ?? ''));
  const { status, stdout, stderr } = spawnSync('xargs', ['-0', ...hook.entry.split(' ')], {
    cwd: folder,
    input: files.map(file => `${file}\0`).join(''),
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH']}` },
  });
  return { files, status, output: stdout + stderr };
}

/** A repository with a fault in each of its files. */
function repository(): string {
  const folder = checkoutWith({
    'a/prometheus.yml': INSECURE,
    'b/prometheus.yml': INSECURE,
    'c/prometheus.yml': INSECURE,
  });
  git(folder, 'commit', '--quiet', '--message', 'before');
  return folder;
}

test('a commit is judged by the files that it changes, and no other', () => {
  const folder = repository();
  write(folder, {
    'b/prometheus.yml': `# changed\n${INSECURE}`,
    'new file/prometheus.yml': INSECURE,
    'notes.txt': 'x',
  });
  git(folder, 'rm', '--quiet', 'c/prometheus.yml');
  git(folder, 'add', '--all');
  const { files, status, output } = committed(folder);
  expect(files).toEqual(['b/prometheus.yml', 'new file/prometheus.yml']);
  // xargs has 123 for a command that ended with 1 to 125.
  expect(status).toBe(123);
  expect(new Set([...output.matchAll(/^ +--> (.*?):/gm)].map(([, path]) => path))).toEqual(new Set(files));
});

test('a commit that mends the files that it changes is made, whatever is wrong elsewhere', () => {
  const folder = repository();
  write(folder, { 'b/prometheus.yml': 'scrape_configs: []\n' });
  git(folder, 'add', '--all');
  expect(committed(folder)).toMatchObject({ files: ['b/prometheus.yml'], status: 0 });
});

test('what a changed file refers to is known, though it is not changed', () => {
  const folder = checkoutWith({ 'prometheus.yml': 'scrape_configs: []\n', 'ca.pem': 'no certificate\n' });
  git(folder, 'commit', '--quiet', '--message', 'before');
  write(folder, {
    'prometheus.yml':
      'scrape_configs:\n  - job_name: a\n    scheme: https\n    tls_config: { ca_file: ca.pem }\n    static_configs: [{ targets: ["a.internal:1"] }]\n',
  });
  git(folder, 'add', '--all');
  const { files, output } = committed(folder);
  expect(files).toEqual(['prometheus.yml']);
  expect(output).toContain('error[ca-file-unusable]');
});
