import { afterAll } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What stands in a folder: paths with `/`, and contents. */
export type Contents = Readonly<Record<string, string>>;

const made: string[] = [];

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder, which is removed when the tests of the file have run. */
export function folderWith(contents: Contents = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'promsec-test-')));
  made.push(folder);
  write(folder, contents);
  return folder;
}

/** A new folder that is the top level of a git checkout, with all its files tracked. */
export function checkoutWith(contents: Contents = {}): string {
  const folder = folderWith(contents);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  return folder;
}

/** Adds files to a folder, and the folders that they need. */
export function write(folder: string, contents: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs git in a folder, with no settings but its own, and gives what it prints. */
export function git(folder: string, ...words: readonly string[]): string {
  const settings = ['user.name=A', 'user.email=a@example.org', 'protocol.file.allow=always'];
  const output = execFileSync('git', ['-C', folder, ...settings.flatMap(setting => ['-c', setting]), ...words], {
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return output.trimEnd();
}
