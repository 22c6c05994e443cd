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
 * The files below folders of a checkout: tracked ones, and untracked ones that are not ignored. Folders and files are
 * relative to the top level. `undefined` where git cannot tell: it is not installed, or the checkout is broken.
 */
export function gitFilesOf(top: string, folders: readonly string[]): readonly string[] | undefined {
  // The owner of the checkout differs in a container job, and git refuses such a folder unless it is told that it is
  // safe; which it is without the one program that a listing would run for the checkout.
  const settings = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false'];
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders];
  try {
    // Here and not above: a run on single files needs no git, and loading this takes a while.
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    const output = execFileSync('git', [...settings, '-C', top, '--literal-pathspecs', ...listing], {
      encoding: 'utf8',
      env: environmentOfNoCheckout(),
      maxBuffer: LISTING_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.split('\0').filter(path => path !== '');
  } catch {
    return undefined;
  }
}

/** Without what git tells its hooks (`GIT_DIR`, `GIT_INDEX_FILE` ...), which would be about another checkout. */
function environmentOfNoCheckout(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
}
