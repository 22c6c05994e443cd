import type { Fault } from '../documents/document.ts';
import type { Guard } from '../documents/guard.ts';
import type { Unread } from '../findings/report.ts';
import type { Meaning } from '../model/build.ts';
import type { RuleProblem } from '../policy/judge.ts';
import type { Selection } from '../policy/selection.ts';
import type { FileTree } from '../text/file-tree.ts';
import { meaningOrMistake } from './check.ts';
import { readingsOf } from './read.ts';

/** What the files of a tree mean, each by itself. */
export interface Lowered {
  readonly meanings: readonly Meaning[];
  readonly faults: readonly Fault[];
  /** The branches of templates that parts of documents stand under. */
  readonly guards: readonly Guard[];
  readonly unread: readonly Unread[];
  /** Where a reader broke by our own mistake. */
  readonly mistakes: readonly RuleProblem[];
}

/**
 * Reads the files one after the other, and lets go of the content of each before the next: only what it means is kept.
 */
export function lowered(files: FileTree, selection: Selection): Lowered {
  const meanings: Meaning[] = [];
  const faults: Fault[] = [];
  const guards: Guard[] = [];
  const unread: Unread[] = [];
  const mistakes: RuleProblem[] = [];
  for (const reading of readingsOf(files, selection)) {
    for (const document of reading.documents) {
      const result = meaningOrMistake(document);
      if ('mistake' in result) mistakes.push(result.mistake);
      else meanings.push(result.meaning);
    }
    // One by one: an argument list has a limit that a long list is over.
    for (const fault of reading.faults) faults.push(fault);
    for (const guard of reading.guards ?? []) guards.push(guard);
    if (reading.mistake !== undefined) mistakes.push(reading.mistake);
    if (reading.unread !== undefined && reading.isExcluded !== true)
      unread.push({ path: reading.path, reason: reading.unread });
  }
  return { meanings, faults, guards, unread, mistakes };
}
