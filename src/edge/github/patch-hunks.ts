import type { Hunk } from '../git/hunk.ts';

/**
 * The places where two versions of a file differ, without the lines around them.
 *
 * @param patch the hunks of one file in unified format, with any number of lines around them, as GitHub gives them.
 */
export function patchHunks(patch: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let next = 0;
  let isWithin = false;
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (header !== null) {
      // A new version without lines has its hunk at line 0, behind which the first would be.
      next = Number(header[1]) + (header[2] === '0' ? 1 : 0);
      isWithin = false;
    } else if (line.startsWith('+') || line.startsWith('-')) {
      const last = isWithin ? hunks.pop() : undefined;
      hunks.push(grown(last ?? { oldCount: 0, start: next - 1, count: 0 }, line.startsWith('+')));
      if (line.startsWith('+')) next += 1;
      isWithin = true;
    } else if (line.startsWith(' ')) {
      next += 1;
      isWithin = false;
    }
  }
  return hunks;
}

/** As git counts: the first line of the new version, and where there is none the one before. */
function grown({ oldCount, start, count }: Hunk, isNewLine: boolean): Hunk {
  if (!isNewLine) return { oldCount: oldCount + 1, start, count };
  return { oldCount, start: count === 0 ? start + 1 : start, count: count + 1 };
}
