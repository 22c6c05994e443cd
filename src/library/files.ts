import { textOf } from '../parse/encoding.ts';
import type { FileTree } from '../text/file-tree.ts';

/** Files by their path from the top of the repository, with `/`: text, or the bytes of a file. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Files that are read when they are asked for, most of them never: what is no configuration is told by its name. */
export interface LazyFiles {
  /** The paths of all files from the top of the repository, with `/`. */
  readonly paths: Iterable<string>;
  /** The text of a file or its bytes; `undefined` where it cannot be had. */
  read(path: string): string | Uint8Array | undefined;
}

/**
 * The tree that files make.
 *
 * @throws TypeError for a path that is not one from the top of the repository.
 */
export function treeOf(files: Files | LazyFiles): FileTree {
  const lazy = lazily(files);
  const known = new Set(lazy.paths);
  for (const path of known) checkPath(path);
  return {
    paths: [...known].sort(),
    named: new Set(),
    belowNamed: new Set(),
    has: path => known.has(path),
    read(path) {
      const content = known.has(path) ? lazy.read(path) : undefined;
      return content === undefined ? undefined : { bytes: bytesOf(content) };
    },
  };
}

/** The content of a file as it was given: as text where that was text. @param bytes the content of now. */
export function asGiven(files: Files | LazyFiles, path: string, bytes: Uint8Array): string | Uint8Array {
  if (typeof lazily(files).read(path) !== 'string') return bytes;
  const decoding = textOf(bytes);
  return 'reason' in decoding ? bytes : `${decoding.hasByteOrderMark ? '\uFEFF' : ''}${decoding.text}`;
}

function isLazy(files: Files | LazyFiles): files is LazyFiles {
  return typeof files['read'] === 'function';
}

function lazily(files: Files | LazyFiles): LazyFiles {
  if (isLazy(files)) return files;
  return { paths: Object.keys(files), read: path => (Object.hasOwn(files, path) ? files[path] : undefined) };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function checkPath(path: string): void {
  const isPlain = path !== '' && !path.includes('\\') && path.split('/').every(name => !['', '.', '..'].includes(name));
  if (!isPlain) throw new TypeError(`${JSON.stringify(path)} is no path from the top of a repository, with /`);
}
