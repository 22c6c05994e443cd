import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitLine, gitOutput } from './output.ts';

const FETCH_MILLISECONDS = 120_000;
const FETCH = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', 'fetch', '--quiet', '--no-tags'];
const DEPTHS = [50, 500, 5000];

/** A commit, with its parents as it says itself: a shallow clone hides them from the rest of git. */
export interface Commit {
  /** In full. */
  readonly id: string;
  readonly parents: readonly string[];
}

/** A commit by any name that git knows; `undefined` where it is not there. */
export function commitNamed(top: string, name: string): Commit | undefined {
  // `<object> commit <size>`, its headers, an empty line, its message (git-cat-file(1), "BATCH OUTPUT").
  const output = gitLine(top, ['cat-file', '--batch'], { input: `${name.replaceAll('\n', ' ')}^{commit}\n` });
  const [head = ''] = (output ?? '').split('\n\n', 1);
  const id = /^([0-9a-f]+) commit \d+\n/.exec(head)?.[1];
  if (id === undefined) return undefined;
  return { id, parents: [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent) };
}

/** True where one commit is the other, or one of those before it. */
export function isAncestor(top: string, commit: string, other: string): boolean {
  return gitOutput(top, ['merge-base', '--is-ancestor', commit, other]) !== undefined;
}

/** True where all of the commits, which are in full, are there, fetched where they were not. */
export function haveCommits(top: string, commits: readonly string[]): boolean {
  const missing = missingOf(top, commits);
  if (missing.length === 0) return true;
  fetch(top, isShallow(top) ? ['--depth=1'] : [], missing);
  return missingOf(top, missing).length === 0;
}

/** The commits that are not there. */
export function missingOf(top: string, commits: readonly string[]): readonly string[] {
  const lines = gitLine(top, ['cat-file', '--batch-check'], { input: `${commits.join('\n')}\n` })?.split('\n') ?? [];
  return commits.filter((_, place) => !/^[0-9a-f]+ commit /.test(lines[place] ?? ''));
}

/** The commit at which two parted, with as much history fetched as it takes; `undefined` where they have none. */
export function mergeBaseOf(top: string, one: string, other: string): string | undefined {
  if (!isShallow(top)) return haveCommits(top, [one, other]) ? knownMergeBaseOf(top, one, other) : undefined;
  let found = knownMergeBaseOf(top, one, other);
  // A lower depth would take away what is there.
  const known = Number(gitLine(top, ['rev-list', '--count', one]) ?? 0);
  for (const depth of DEPTHS.filter(commits => commits > known)) {
    if (found !== undefined || !isShallow(top) || !fetch(top, [`--depth=${depth}`], [one, other])) break;
    found = knownMergeBaseOf(top, one, other);
  }
  return found;
}

/**
 * The same where it is there. In a shallow clone git may find one that it is not, since a way that leads to a later one is
 * cut off: it counts only where nothing is cut off above it.
 */
export function knownMergeBaseOf(top: string, one: string, other: string): string | undefined {
  const found = gitLine(top, ['merge-base', one, other]);
  if (found === undefined || !isShallow(top)) return found;
  const above = gitLine(top, ['rev-list', one, other, `^${found}`]);
  const cutOff = commitsCutOff(top);
  return above === undefined || linesOf(above).some(commit => cutOff.has(commit)) ? undefined : found;
}

/** The commits of a shallow clone whose parents are left out. */
function commitsCutOff(top: string): ReadonlySet<string> {
  const file = gitLine(top, ['rev-parse', '--git-path', 'shallow']);
  try {
    return new Set(file === undefined ? [] : linesOf(readFileSync(resolve(top, file), 'utf8')));
  } catch {
    return new Set();
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '');
}

function fetch(top: string, options: readonly string[], commits: readonly string[]): boolean {
  const words = [...FETCH, '--no-recurse-submodules', ...options, 'origin', ...commits];
  return gitOutput(top, words, { milliseconds: FETCH_MILLISECONDS }) !== undefined;
}

/** Where `.git` is a file, as in a worktree, git has to say where it keeps what it knows. */
function isShallow(top: string): boolean {
  const folder = join(top, '.git');
  if (existsSync(join(folder, 'HEAD'))) return existsSync(join(folder, 'shallow'));
  return gitLine(top, ['rev-parse', '--is-shallow-repository']) === 'true';
}
