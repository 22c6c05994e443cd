import type { Fault } from '../documents/document.ts';
import type { Guard } from '../documents/guard.ts';
import type { Unread } from '../findings/report.ts';
import type { Meaning } from '../model/meaning.ts';
import type { Decipher } from '../parse/pkcs12.ts';
import type { RuleProblem } from '../policy/judge.ts';
import type { Selection } from '../policy/selection.ts';
import type { FileTree } from '../text/file-tree.ts';
import { meaningOrMistake } from './check.ts';
import { readingAt, type FileReading } from './read.ts';

/** What files mean, each by itself. */
interface Lowered {
  readonly meanings: readonly Meaning[];
  readonly faults: readonly Fault[];
  /** The branches of templates that parts of documents stand under. */
  readonly guards: readonly Guard[];
  readonly unread: readonly Unread[];
  /** Where a reader broke by our own mistake. */
  readonly mistakes: readonly RuleProblem[];
}

/** What the files of a tree mean, together and by path; those that hold nothing of ours are in no map. */
export interface LoweredTree extends Lowered {
  readonly byPath: ReadonlyMap<string, Lowered>;
}

/** A tree that was lowered before, and which of its files mean the same in the one at hand. */
interface LoweredBefore {
  readonly byPath: LoweredTree['byPath'];
  isSame(path: string): boolean;
}

const NOTHING_BEFORE: LoweredBefore = { byPath: new Map(), isSame: () => false };

/**
 * Reads the files one after the other, and lets go of the content of each before the next: only what it means is kept.
 *
 * @param before gives what files mean that have been read already.
 */
export function lowered(
  files: FileTree,
  selection: Selection,
  decipher?: Decipher,
  before = NOTHING_BEFORE,
): LoweredTree {
  const byPath = new Map<string, Lowered>();
  for (const path of files.paths) {
    const ofFile = before.isSame(path) ? before.byPath.get(path) : loweredAt(path, files, selection, decipher);
    if (ofFile !== undefined) byPath.set(path, ofFile);
  }
  const all = [...byPath.values()];
  return {
    byPath,
    meanings: all.flatMap(({ meanings }) => meanings),
    faults: all.flatMap(({ faults }) => faults),
    guards: all.flatMap(({ guards }) => guards),
    unread: all.flatMap(({ unread }) => unread),
    mistakes: all.flatMap(({ mistakes }) => mistakes),
  };
}

function loweredAt(
  path: string,
  files: FileTree,
  selection: Selection,
  decipher: Decipher | undefined,
): Lowered | undefined {
  const reading = readingAt(path, files, selection);
  return reading === undefined ? undefined : loweredFrom(reading, decipher);
}

function loweredFrom(reading: FileReading, decipher: Decipher | undefined): Lowered {
  const { path, documents, faults, guards = [], unread, isExcluded, mistake } = reading;
  const meanings: Meaning[] = [];
  const mistakes: RuleProblem[] = [];
  for (const document of documents) {
    const result = meaningOrMistake(document, decipher);
    if ('mistake' in result) mistakes.push(result.mistake);
    else meanings.push(result.meaning);
  }
  if (mistake !== undefined) mistakes.push(mistake);
  const isLeftOut = unread === undefined || isExcluded === true;
  return { meanings, faults, guards, unread: isLeftOut ? [] : [{ path, reason: unread }], mistakes };
}
