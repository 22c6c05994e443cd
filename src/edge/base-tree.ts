import { reshapedBy } from '../documents/chart.ts';
import type { BaseSide } from '../lint/compare.ts';
import type { Base } from './base.ts';
import type { DiskTree } from './tree.ts';

/**
 * The files of a base: those of the head where nothing has changed, and what the base has of the others. What is named
 * in the head is named here too, under the name that it had.
 */
export function baseSideOf(head: DiskTree, base: Base): BaseSide {
  const inHead = new Set(base.changes.flatMap(({ path }) => path ?? []));
  const inBase = new Set(base.changes.flatMap(({ basePath }) => basePath ?? []));
  const listed = new Set(head.paths);
  const pairs = base.changes.flatMap(({ path, basePath }) => {
    const isOurs = basePath !== undefined && (head.covers(basePath) || (path !== undefined && listed.has(path)));
    return isOurs ? [{ path: path ?? basePath, basePath }] : [];
  });
  const basePathsOf = (isMeant: (path: string) => boolean): readonly string[] =>
    pairs.filter(({ path, basePath }) => isMeant(path) || isMeant(basePath)).map(({ basePath }) => basePath);
  const named = new Set([...head.named, ...basePathsOf(path => head.named.has(path))]);
  const isReshaped = reshapedBy([...inHead, ...inBase]);
  const isHere = (path: string): boolean => inBase.has(path) || !inHead.has(path);
  return {
    files: {
      paths: [...new Set([...head.paths.filter(isHere), ...basePathsOf(() => true)])].sort(),
      named,
      belowNamed: new Set([...head.belowNamed, ...basePathsOf(head.isBelowNamed)]),
      has: path => inBase.has(path) || (!inHead.has(path) && head.has(path)),
      read(path) {
        if (inBase.has(path)) return base.contentOf(path);
        return inHead.has(path) ? undefined : head.read(path);
      },
    },
    isSame: path => !inHead.has(path) && !inBase.has(path) && !isReshaped(path),
  };
}
