/** A line that a diff shows of the new side of a file. */
export interface DiffLine {
  /** Without its LF; the CR of a CRLF is part of it. */
  readonly text: string;
  /** Which hunk shows it, from 1. What reaches from one hunk into another cannot be commented on. */
  readonly hunk: number;
}

/**
 * The lines of the new side, changed ones and those around them, by their numbers from 1. GitHub takes a comment on these
 * alone.
 *
 * @param patch the hunks of one file in unified format, as GitHub's list of a pull request's files has them.
 */
export function diffLinesOf(patch: string): ReadonlyMap<number, DiffLine> {
  const lines = new Map<number, DiffLine>();
  let hunk = 0;
  let number = 0;
  for (const line of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)?.[1];
    if (start !== undefined) {
      hunk += 1;
      number = Number(start);
    } else if (/^[ +]/.test(line)) {
      lines.set(number, { text: line.slice(1), hunk });
      number += 1;
    }
  }
  return lines;
}
