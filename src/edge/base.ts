import type { ChangedFile, LineShift } from '../findings/report.ts';
import type { FileContent } from '../text/file-tree.ts';

/** A file that is not on both sides what it is on the other. Paths are relative to the top of the repository, with `/`. */
export interface FileChange {
  /** Where it is in the head; absent for one that is deleted there. */
  readonly path?: string;
  /** Where it is in the base; absent for one that is not there. */
  readonly basePath?: string;
}

/** What a run is compared with: the base, told by what differs from the head. */
export interface Base {
  /** For people: `HEAD^1 (1a2b3c4)`. */
  readonly words: string;
  /** The commit that GitHub shows results on, in full, where it is known. */
  readonly headCommit?: string;
  /** Every file that differs, once. */
  readonly changes: readonly FileChange[];
  /** The content of a file of the base that differs; `undefined` for what is no file: a link, a submodule. */
  contentOf(basePath: string): FileContent | undefined;
  /** What changed in files of the head, by their paths; of those that do not differ nothing. */
  linesOf(paths: readonly string[]): ReadonlyMap<string, ChangedFile>;
  /** What leads from the lines of files of the head to those of `headCommit`, by path; only of those that shift. */
  shiftsOf(paths: readonly string[]): ReadonlyMap<string, readonly LineShift[]>;
}

/** Why there is no base: a clause in lower case. */
export interface NoBase {
  readonly reason: string;
}

/**
 * Gets a base in another way than from git objects. `undefined` where that fails too.
 *
 * @param commits the base and the head to compare, in full; the base may be the tip of a branch that has moved on, and
 * what counts is where the head left it.
 * @param isWanted tells the path of a file of the base whose content is asked for later.
 */
export type FetchBase = (
  commits: { readonly base: string; readonly head: string },
  isWanted: (path: string) => boolean,
) => Promise<Base | undefined>;
