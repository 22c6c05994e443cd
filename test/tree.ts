import type { FileTree } from '../src/text/file-tree.ts';

/** Files by path, as bytes or as text that is written in UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A tree of files in memory, its paths in the order of the object. */
export function treeOf(files: Files): FileTree {
  return {
    paths: Object.keys(files),
    named: new Set(),
    belowNamed: new Set(),
    has: path => path in files,
    read: path => {
      const content = files[path];
      if (content === undefined) return undefined;
      return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
    },
  };
}
