import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FileTree } from '../text/file-tree.ts';
import { contentOf, filesBelow, realPathWithin } from './disk.ts';
import { gitFilesOf, gitTopOf } from './git.ts';

/** A tree on disk. */
export interface DiskTree extends FileTree {
  /** The folder that its paths are relative to: the top level of the checkout, else the current folder. */
  readonly root: string;
}

/** A path that was named and leads to nothing. */
export class NoSuchPath extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`there is no file or folder ${path}`);
    this.path = path;
  }
}

/**
 * The files to look at. In a checkout what git tracks or would add, with its content in the working tree; elsewhere all files.
 *
 * @param paths files and folders as named; none for the whole checkout, or the current folder outside of one.
 * @throws NoSuchPath where one is not there.
 */
export function treeOf(paths: readonly string[], current: string): DiskTree {
  const named = paths.map(path => ({ path: resolve(current, path), isFolder: isFolder(resolve(current, path), path) }));
  const [first] = named;
  const start = first === undefined ? current : first.isFolder ? first.path : dirname(first.path);
  const top = gitTopOf(start);
  const root = top ?? current;
  const folders = named.length === 0 ? [root] : named.filter(entry => entry.isFolder).map(entry => entry.path);
  const files = named.filter(entry => !entry.isFolder).map(entry => shownPath(root, entry.path));
  const below =
    folders.length === 0 ? [] : (gitFilesIn(top, folders) ?? folders.flatMap(folder => [...filesBelow(folder)]));
  // Naming the whole tree is naming nothing in it.
  const namedBelow = named.length === 0 ? [] : folders.filter(folder => folder !== root);
  return {
    root,
    paths: [...new Set([...below.map(path => shownPath(root, path)), ...files])].sort(),
    named: new Set([
      ...files,
      ...namedBelow.flatMap(folder => below.filter(path => isBelow(path, folder))).map(path => shownPath(root, path)),
    ]),
    has: path => existsSync(join(root, path)),
    read: path => {
      const onDisk = resolve(root, path);
      const isNamed = named.some(entry => entry.path === onDisk);
      const real = isNamed ? realPathWithin(root, onDisk) : onDisk;
      return real === undefined ? undefined : contentOf(real);
    },
  };
}

function gitFilesIn(top: string | undefined, folders: readonly string[]): readonly string[] | undefined {
  const isOutside = top === undefined || folders.some(folder => folder !== top && !isBelow(folder, top));
  if (isOutside) return undefined;
  const relativeFolders = folders.map(folder => relative(top, folder) || '.');
  return gitFilesOf(top, relativeFolders)?.map(path => join(top, path));
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder + sep);
}

function isFolder(path: string, asNamed: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new NoSuchPath(asNamed);
  return stat.isDirectory();
}

function shownPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
