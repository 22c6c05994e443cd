import type { ChangedFile } from '../../findings/report.ts';
import { mayMatter } from '../../lint/matter.ts';
import type { Base, NoBase } from '../base.ts';
import { Blobs } from './blobs.ts';
import { untrackedFilesOf } from './checkout.ts';
import { changedFilesSince, differencesFrom, shiftsTo, type Difference } from './difference.ts';

/** A commit to compare the working tree with. */
export interface BaseCommit {
  /** In full. */
  readonly commit: string;
  /** For people, without the commit itself: `HEAD^1`. */
  readonly name: string;
  /** The commit that GitHub shows results on, in full, where it is known. */
  readonly headCommit?: string;
}

const SHORT_NAME = 7;

/**
 * What a commit of a checkout is to its working tree.
 *
 * @param top the top level of the checkout.
 * @param named files below it that count though git ignores them.
 */
export function gitBase(
  top: string,
  { commit, name, headCommit }: BaseCommit,
  named: readonly string[],
): Base | NoBase {
  const tracked = differencesFrom(top, commit);
  if (tracked === undefined) return { reason: `git cannot compare the files with ${name}` };
  const untracked = untrackedFilesOf(top, named).map<Difference>(path => ({ path, isRenamed: false }));
  const changes = [...tracked, ...untracked];
  const byPath = new Map(changes.map(change => [change.path, change]));
  const blobs = new Map(tracked.map(({ basePath, blob }) => [basePath, blob]));
  const lines = new Map<string, ChangedFile>();
  const linesOf: Base['linesOf'] = paths => {
    const unknown = paths.flatMap(path => (lines.has(path) ? [] : (byPath.get(path) ?? [])));
    for (const [path, file] of changedFilesSince(top, commit, unknown)) lines.set(path, file);
    return new Map(paths.flatMap(path => entryOf(lines, path)));
  };
  let contents: Blobs | undefined;
  return {
    words: `${name} (${commit.slice(0, SHORT_NAME)})`,
    ...(headCommit === undefined ? {} : { headCommit }),
    changes,
    contentOf(basePath) {
      if (contents === undefined) {
        // A clone without blobs gets those that a patch needs with one request, and else each with one of its own.
        linesOf(changes.flatMap(({ path }) => (path !== undefined && mayMatter(path) ? path : [])));
        contents = new Blobs(top, expectedIn(changes));
      }
      const blob = blobs.get(basePath);
      return blob === undefined ? undefined : contents.contentOf(blob);
    },
    linesOf,
    shiftsOf: paths => (headCommit === undefined ? new Map() : shiftsTo(top, headCommit, paths)),
  };
}

function entryOf<Value>(map: ReadonlyMap<string, Value>, key: string): readonly (readonly [string, Value])[] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function expectedIn(changes: readonly Difference[]): readonly string[] {
  return changes.flatMap(({ basePath, blob }) =>
    blob !== undefined && basePath !== undefined && mayMatter(basePath) ? [blob] : [],
  );
}
