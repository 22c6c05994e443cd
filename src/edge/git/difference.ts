import type { ChangedFile, LineShift } from '../../findings/report.ts';
import type { FileChange } from '../base.ts';
import { hunksIn, type Hunk } from './hunk.ts';
import { gitList, gitOutput } from './output.ts';

/** A file that differs between a commit and the working tree, as git tells it. */
export interface Difference extends FileChange {
  /** The object of the base; absent for what is no file there: a link, a submodule, nothing. */
  readonly blob?: string;
  /** True where it is another file by name alone. */
  readonly isRenamed: boolean;
}

/** What the settings of a user could change otherwise. */
const PLAIN = ['--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
const HUNKS = ['-U0', '--inter-hunk-context=0', '--src-prefix=a/', '--dst-prefix=b/'];

/** Below what an argument list may hold (ARG_MAX of Linux is 2 MiB, of macOS 1 MiB, with the environment). */
const PATH_BYTES = 200_000;

const REGULAR_FILE = /^100/;
const NO_OBJECT = /^0+$/;

/** What differs between a commit and the working tree; `undefined` where git cannot tell. */
export function differencesFrom(top: string, commit: string): readonly Difference[] | undefined {
  const fields = gitList(top, ['diff', '--raw', '-z', '-M', '--no-abbrev', ...PLAIN, commit, '--']);
  return fields && [...differencesIn(fields)];
}

/** `:100644 100644 OLD NEW R090`, the path, and for a rename the new path (git-diff(1), "Raw output format"). */
function* differencesIn(fields: readonly string[]): Generator<Difference> {
  for (let at = 0; at < fields.length; ) {
    const [oldMode = '', , oldObject = '', , status = ''] = (fields[at] ?? '').slice(1).split(' ');
    const isRenamed = status.startsWith('R');
    const first = fields[at + 1] ?? '';
    const second = isRenamed ? (fields[at + 2] ?? '') : first;
    at += isRenamed ? 3 : 2;
    const isFile = REGULAR_FILE.test(oldMode) && !NO_OBJECT.test(oldObject);
    yield {
      ...(status === 'D' ? {} : { path: second }),
      ...(status === 'A' ? {} : { basePath: first }),
      ...(isFile ? { blob: oldObject } : {}),
      isRenamed: status === 'R100',
    };
  }
}

/** What changed in files of the working tree since a commit, by path. */
export function changedFilesSince(
  top: string,
  commit: string,
  differences: readonly Difference[],
): ReadonlyMap<string, ChangedFile> {
  const pairs = differences.flatMap(({ path, basePath }) =>
    path === undefined || basePath === undefined ? [] : [path === basePath ? [path] : [basePath, path]],
  );
  const hunks = hunksSince(top, commit, pairs, '-M');
  return new Map(
    differences.flatMap(({ path, basePath, isRenamed }) => {
      if (path === undefined) return [];
      const own = basePath === undefined ? undefined : (hunks.get(path) ?? (isRenamed ? [] : undefined));
      const previous = basePath === undefined || basePath === path ? {} : { previousPath: basePath };
      return [[path, { path, ...previous, ...linesChangedBy(own) }] as const];
    }),
  );
}

/** The lines that hunks change. @param hunks `undefined` where no lines can be told. */
export function linesChangedBy(
  hunks: readonly Hunk[] | undefined,
): Pick<ChangedFile, 'lines' | 'deletedAfter' | 'isWhole'> {
  const some = hunks ?? [];
  return {
    lines: some.filter(({ count }) => count > 0).map(({ start, count }) => ({ start, end: start + count - 1 })),
    deletedAfter: some.filter(({ count }) => count === 0).map(({ start }) => start),
    isWhole: hunks === undefined,
  };
}

/** What leads from lines of the working tree to those of a commit, by path; only of files that differ. */
export function shiftsTo(
  top: string,
  commit: string,
  paths: readonly string[],
): ReadonlyMap<string, readonly LineShift[]> {
  const hunks = hunksSince(
    top,
    commit,
    paths.map(path => [path]),
    '--no-renames',
  );
  return new Map([...hunks].map(([path, ofFile]) => [path, shiftsBehind(ofFile)]));
}

/** What leads from the lines of the new version behind each hunk to those of the old one. */
export function shiftsBehind(hunks: readonly Hunk[]): readonly LineShift[] {
  let offset = 0;
  return hunks.map(({ start, count, oldCount }) => {
    offset += oldCount - count;
    // Of a hunk without lines `start` is the line before it.
    return { start: start + Math.max(count, 1), offset };
  });
}

/** @param files the path of each, or the two of one that is renamed, without which git does not see that it is. */
function hunksSince(
  top: string,
  commit: string,
  files: readonly (readonly string[])[],
  renames: '-M' | '--no-renames',
): ReadonlyMap<string, readonly Hunk[]> {
  const all = new Map<string, readonly Hunk[]>();
  for (const paths of inPortions(files)) {
    const patch = gitOutput(top, ['diff', '-p', renames, ...HUNKS, ...PLAIN, commit, '--', ...paths]);
    if (patch === undefined) continue;
    for (const [path, hunks] of hunksIn(patch)) all.set(path, hunks);
  }
  return all;
}

function* inPortions(files: readonly (readonly string[])[]): Generator<readonly string[]> {
  let portion: string[] = [];
  let bytes = 0;
  for (const paths of files) {
    portion.push(...paths);
    for (const path of paths) bytes += Buffer.byteLength(path) + 1;
    if (bytes < PATH_BYTES) continue;
    yield portion;
    [portion, bytes] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}
