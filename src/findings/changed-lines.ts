import type { ChangedFile, Comparison } from './report.ts';

/** The line of the head commit, where GitHub shows results, that a line of what was linted is. Both from 1. */
export function lineInHeadCommit({ shifts }: Comparison, path: string, line: number): number {
  const shift = shifts.get(path)?.findLast(({ start }) => start <= line);
  return Math.max(1, line + (shift?.offset ?? 0));
}

/** True when one of the lines from `line` to `endLine`, from 1 and inclusive, is changed. */
export function touchesChange({ isWhole, lines }: ChangedFile, line: number, endLine: number): boolean {
  return isWhole || lines.some(({ start, end }) => start <= endLine && line <= end);
}

/**
 * The changed line nearest to a line, of two that are as near the upper one; where lines were only taken out, the one
 * before them. The line itself where each counts as changed or no line is known.
 */
export function nearestChangedLine({ isWhole, lines, deletedAfter }: ChangedFile, line: number): number {
  if (isWhole) return line;
  const nearest = [
    ...lines.map(({ start, end }) => Math.min(Math.max(line, start), end)),
    ...deletedAfter.map(after => Math.max(1, after)),
  ].sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b);
  return nearest[0] ?? line;
}
