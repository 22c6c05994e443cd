import type { ChangedFile } from '../findings/report.ts';
import type { Base } from './base.ts';

/**
 * A base of a repository that lies in a folder of the tree, with paths from the root of the tree.
 *
 * @param prefix the folder with a slash behind it.
 */
export function baseBelow(prefix: string, base: Base): Base {
  const inside = (paths: readonly string[]): readonly string[] =>
    paths.filter(path => path.startsWith(prefix)).map(path => path.slice(prefix.length));
  return {
    ...base,
    changes: base.changes.map(({ path, basePath }) => ({
      ...(path === undefined ? {} : { path: prefix + path }),
      ...(basePath === undefined ? {} : { basePath: prefix + basePath }),
    })),
    contentOf: basePath => base.contentOf(basePath.slice(prefix.length)),
    linesOf: paths => withPrefix(prefix, base.linesOf(inside(paths)), file => fileBelow(prefix, file)),
    shiftsOf: paths => withPrefix(prefix, base.shiftsOf(inside(paths)), shifts => shifts),
  };
}

function withPrefix<Value>(
  prefix: string,
  byPath: ReadonlyMap<string, Value>,
  valueBelow: (value: Value) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...byPath].map(([path, value]) => [prefix + path, valueBelow(value)]));
}

function fileBelow(prefix: string, file: ChangedFile): ChangedFile {
  const previous = file.previousPath === undefined ? {} : { previousPath: prefix + file.previousPath };
  return { ...file, path: prefix + file.path, ...previous };
}
