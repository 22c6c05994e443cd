import { lineInHeadCommit, nearestChangedLine } from '../findings/changed-lines.ts';
import type { Comparison } from '../findings/report.ts';
import type { Span } from '../text/source.ts';
import { shownRangeOf } from './position.ts';

/** Where GitHub can show something beside the changes of a pull request. */
export interface Anchor {
  /** From 1, in the commit that the pull request is shown at. */
  readonly line: number;
  /** True where the place itself is not shown among the changes, so that this is the nearest line that is. */
  readonly isElsewhere: boolean;
}

/** How many unchanged lines GitHub shows on either side of a change. */
const CONTEXT = 3;

/**
 * The anchor of a place: its own first line where that or one close to it is changed, else the nearest changed line of
 * its file. `undefined` where the file is not changed at all.
 */
export function anchorOf(at: Span, comparison: Comparison): Anchor | undefined {
  const { path } = at.file;
  const change = comparison.changes.get(path);
  if (change === undefined) return undefined;
  const { line } = shownRangeOf(at);
  const nearest = nearestChangedLine(change, line);
  const isElsewhere = Math.abs(nearest - line) > CONTEXT;
  return { line: lineInHeadCommit(comparison, path, isElsewhere ? nearest : line), isElsewhere };
}

/** The first line of a place, from 1, in the commit that people see: what was linted, or the head of the pull request. */
export function seenLineOf(at: Span, comparison: Comparison | undefined): number {
  const { line } = shownRangeOf(at);
  return comparison === undefined ? line : lineInHeadCommit(comparison, at.file.path, line);
}
