import type { Finding } from '../findings/finding.ts';
import type { Span } from '../text/source.ts';
import { textAfter } from '../text/text-edit.ts';
import { lineBoundsOf, rangeOf } from './position.ts';
import type { Secrets } from './secrets.ts';
import { isSeen } from './visible.ts';

/** How many lines, and how much text in UTF-16 units, are looked at for one replacement: beyond that nobody reviews it. */
const MOST_LINES = 50;
const MOST_TEXT = 2000;

/** Text for what stands at a place: all that a fix does, in one piece. */
export interface Replacement {
  readonly at: Span;
  readonly text: string;
}

/**
 * What a replacement for a finding is made of: from the start of the line in which its fix begins to where the fix ends.
 * Nothing where there is no safe fix, where it does not stay in the file of the finding, and where that is many lines.
 */
export function reviewedPart({ at, fix }: Finding): Span | undefined {
  const [first] = fix?.edits ?? [];
  if (fix === undefined || first === undefined || !fix.isSafe) return undefined;
  if (fix.edits.some(edit => edit.at.file.path !== at.file.path || !edit.at.exact)) return undefined;
  const { file } = first.at;
  const begin = Math.min(...fix.edits.map(edit => edit.at.start));
  const end = Math.max(...fix.edits.map(edit => edit.at.end));
  const { line, endLine } = rangeOf(file.span(begin, end));
  return endLine - line < MOST_LINES ? file.span(lineBoundsOf(file, line).start, end) : undefined;
}

/** True where all of a part is shown, and not only how long its lines are. */
export function isShort({ start, end }: Span): boolean {
  return end - start <= MOST_TEXT;
}

/** What a safe fix does in the file of the finding; nothing where a secret or something unseen would have to be shown. */
export function replacementOf(finding: Finding, secrets: Secrets): Replacement | undefined {
  const part = reviewedPart(finding);
  if (part === undefined || !isShort(part) || secrets.within(part.file.path, part.start, part.end).length > 0)
    return undefined;
  const edits = finding.fix?.edits ?? [];
  const { file, end } = part;
  const begin = Math.min(...edits.map(({ at }) => at.start));
  const shifted = edits.map(({ at, text }) => ({ text, at: { ...at, start: at.start - begin, end: at.end - begin } }));
  const text = textAfter(file.text.slice(begin, end), shifted);
  return isSeen(text) ? { at: file.span(begin, end), text } : undefined;
}
