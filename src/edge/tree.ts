import { existsSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { groupedBy } from '../text/grouped.ts';
import { folderOf } from '../text/path.ts';
import type { FileTree } from '../text/file-tree.ts';
import { codeOf, contentOf, contentThroughLinks, filesBelow, liesIn } from './disk.ts';
import { gitFilesOf, gitTopOf } from './git/checkout.ts';
import { workload } from './late-optimization.ts';
import { UsageError } from './usage-error.ts';

/** A tree on disk. */
export interface DiskTree extends FileTree {
  /** The folder that its paths are relative to: the top level of the checkout, else the current folder. */
  readonly root: string;
  /** True for a path at which a file would be one of the tree. */
  covers(path: string): boolean;
  /** True for a path below a folder that was named. */
  isBelowNamed(path: string): boolean;
}

/** A path that was named and leads to nothing. */
export class NoSuchPath extends UsageError {
  readonly path: string;

  constructor(path: string) {
    super([`there is no file or folder ${path}`]);
    this.path = path;
  }
}

interface NamedPath {
  readonly asNamed: string;
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * The files to look at. In a checkout what git tracks or would add, with its content in the working tree; elsewhere all
 * files.
 *
 * @param paths files and folders as named; none for the whole checkout, or the current folder outside of one.
 * @throws UsageError where one is not there, or is neither a file nor a folder of the tree.
 */
export function treeOf(paths: readonly string[], current: string): DiskTree {
  const named = paths.map(path => namedPath(path, current));
  const [first] = named;
  const start = first === undefined ? current : first.isFolder ? first.path : dirname(first.path);
  const root = gitTopOf(start) ?? current;
  const prefix = root.endsWith(sep) ? root : root + sep;
  const namedFiles = new Set(named.filter(entry => !entry.isFolder).map(entry => shownPath(root, entry.path)));
  const namedFolders = new Set(named.filter(entry => entry.isFolder).map(entry => shownFolder(root, entry)));
  const isBelowNamed = (path: string): boolean => liesBelowOne(namedFolders, path);
  const folders = named.length === 0 ? [''] : [...namedFolders];
  // Listing takes a while, and whether anything of ours has changed can be told without it.
  let listing: readonly string[] | undefined;
  let below: ReadonlySet<string> | undefined;
  const work = workload();
  const pathsHere = (): readonly string[] => {
    if (listing === undefined) {
      listing = listed(root, folders, namedFiles);
      work.noteListed(listing.length);
    }
    return listing;
  };
  return {
    root,
    get paths() {
      return pathsHere();
    },
    named: namedFiles,
    get belowNamed() {
      return (below ??= new Set(namedFolders.size === 0 ? [] : pathsHere().filter(isBelowNamed)));
    },
    covers: path => folders.includes('') || namedFiles.has(path) || isBelowNamed(path),
    isBelowNamed,
    has: path => existsSync(prefix + path),
    read: path => {
      const content = namedFiles.has(path) ? contentOfNamed(root, path) : contentOf(prefix + path);
      if (content !== undefined && 'bytes' in content) work.noteRead(content.bytes.length);
      return content;
    },
  };
}

function listed(root: string, folders: readonly string[], files: ReadonlySet<string>): readonly string[] {
  return [...new Set([...filesOf(root, folders), ...files])].sort();
}

function namedPath(asNamed: string, current: string): NamedPath {
  if (asNamed === '') throw new UsageError(['an empty path leads nowhere; leave it out for the whole repository']);
  const path = resolve(current, asNamed);
  const stat = statOf(path, asNamed);
  if (!stat.isDirectory() && !stat.isFile()) throw new UsageError([`${asNamed} is neither a file nor a folder`]);
  return { asNamed, path, isFolder: stat.isDirectory() };
}

function statOf(path: string, asNamed: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new NoSuchPath(asNamed);
    throw new UsageError([`${asNamed} cannot be opened; check the path and its permissions`]);
  }
}

/**
 * The files below folders, which are relative to the root, as they are. Each folder is listed by the checkout that it
 * lies in.
 */
function filesOf(root: string, folders: readonly string[]): readonly string[] {
  const byTop = groupedBy(
    folders.map(folder => join(root, folder)),
    folder => gitTopOf(folder) ?? '',
  );
  return [...byTop].flatMap(([top, below]) => {
    const ofGit = top === '' ? undefined : gitFilesBelow(top, below);
    return (ofGit ?? below.flatMap(folder => [...filesBelow(folder)])).map(path => shownPath(root, path));
  });
}

function gitFilesBelow(top: string, folders: readonly string[]): readonly string[] | undefined {
  const asGitHasThem = folders.map(folder => relative(top, folder) || '.');
  return gitFilesOf(top, asGitHasThem)?.map(path => join(top, path));
}

/** The whole tree lies above every path, but who names it names nothing in it. */
function liesBelowOne(folders: ReadonlySet<string>, path: string): boolean {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) if (folders.has(folder)) return true;
  return false;
}

/** A folder that a link inside the tree leads to goes by its own name, since git looks at none through a link. */
function shownFolder(root: string, { asNamed, path }: NamedPath): string {
  if (!liesIn(root, path)) return shownPath(root, path);
  const [realRoot, real] = [realpathSync(root), realpathSync(path)];
  if (!liesIn(realRoot, real)) throw new UsageError([`${asNamed} is a symbolic link that leads out of the tree`]);
  return shownPath(realRoot, real);
}

/** What lies outside of the tree was meant to be read when it was named; a link in the tree may come from anybody. */
function contentOfNamed(root: string, path: string): ReturnType<typeof contentOf> {
  const onDisk = resolve(root, path);
  return contentThroughLinks(onDisk, liesIn(root, onDisk) ? root : sep);
}

/** A path on disk as the tree has it. */
export function shownPath(root: string, path: string): string {
  // Of nearly all paths it is plain to see, and there are many.
  const prefix = root.endsWith(sep) ? root : root + sep;
  const below = path.startsWith(prefix) && !path.endsWith(sep) ? path.slice(prefix.length) : relative(root, path);
  return sep === '/' ? below : below.split(sep).join('/');
}
