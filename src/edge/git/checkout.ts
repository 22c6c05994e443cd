import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitList } from './output.ts';

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
  return gitList(top, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders]);
}

/**
 * The files of a checkout that git has never seen: those that are not ignored, and of those that are named the ignored
 * ones too.
 */
export function untrackedFilesOf(top: string, named: readonly string[]): readonly string[] {
  const others = ['ls-files', '-z', '--others'];
  const ofNamed = named.length === 0 ? [] : gitList(top, [...others, '--', ...named]);
  return [...(gitList(top, [...others, '--exclude-standard']) ?? []), ...(ofNamed ?? [])];
}

/**
 * The files of a checkout in whose content one of several texts stands; `undefined` where git cannot tell.
 *
 * @param texts without line feeds.
 */
export function filesMentioning(top: string, texts: readonly string[]): ReadonlySet<string> | undefined {
  const patterns = texts.flatMap(text => ['-e', text]);
  const search = ['grep', '-l', '-z', '-F', '--no-textconv', '--no-color', '--full-name'];
  const found = gitList(top, [...search, ...patterns], { isSearch: true });
  return found && new Set(found);
}
