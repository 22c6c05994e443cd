import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LISTING_BYTES = 512 * 2 ** 20;

/** The top level of the git checkout that a folder lies in; `undefined` outside of one. Needs no git. */
export function gitTopOf(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here) return undefined;
  }
}

/**
 * The files below folders of a checkout: tracked ones, and untracked ones that are not ignored. Relative to the top level, sorted.
 * `undefined` where git cannot tell: it is not installed, or the checkout is broken.
 */
export function gitFilesOf(top: string, folders: readonly string[]): readonly string[] | undefined {
  // The owner of the checkout differs in a container job, and git refuses such a folder unless it is told that it is safe.
  const options = ['-c', `safe.directory=${top}`, '-c', 'core.quotePath=false', '-C', top];
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...folders];
  try {
    const output = execFileSync('git', [...options, '--literal-pathspecs', ...listing], {
      encoding: 'utf8',
      maxBuffer: LISTING_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output
      .split('\0')
      .filter(path => path !== '')
      .sort();
  } catch {
    return undefined;
  }
}
