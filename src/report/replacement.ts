import type { Finding } from '../findings/finding.ts';
import type { Span } from '../text/source.ts';
import { textAfter } from '../text/text-edit.ts';
import { lineBoundsOf, rangeOf } from './position.ts';
import type { Secrets } from './secrets.ts';
import { visibleLines } from './visible.ts';

/** How much text is looked at for one replacement, in UTF-16 units: a longer line is nothing that a person reviews. */
const REACH = 2000;

/** Text for what stands at a place: all that a fix does, in one piece. */
export interface Replacement {
  readonly at: Span;
  readonly text: string;
}

/**
 * What a replacement for a finding is made of: from the start of the line in which its fix begins to where the fix ends.
 * Nothing where there is no safe fix, where it does not stay in the file of the finding, and where that is too much.
 */
export function reviewedPart({ at, fix }: Finding): Span | undefined {
  const [first] = fix?.edits ?? [];
  if (fix === undefined || first === undefined || !fix.isSafe) return undefined;
  if (fix.edits.some(edit => edit.at.file.path !== at.file.path || !edit.at.exact)) return undefined;
  const { file } = first.at;
  const begin = Math.min(...fix.edits.map(edit => edit.at.start));
  const { start } = lineBoundsOf(file, rangeOf(file.span(begin, begin)).line);
  const end = Math.max(...fix.edits.map(edit => edit.at.end));
  return end - start > REACH ? undefined : file.span(start, end);
}

/** What a safe fix does in the file of the finding; nothing where a secret or something unseen would have to be shown. */
export function replacementOf(finding: Finding, secrets: Secrets): Replacement | undefined {
  const part = reviewedPart(finding);
  if (part === undefined || secrets.within(part.file.path, part.start, part.end).length > 0) return undefined;
  const edits = finding.fix?.edits ?? [];
  const { file, end } = part;
  const begin = Math.min(...edits.map(({ at }) => at.start));
  const shifted = edits.map(({ at, text }) => ({ text, at: { ...at, start: at.start - begin, end: at.end - begin } }));
  const text = textAfter(file.text.slice(begin, end), shifted);
  const lines = text.replaceAll('\r\n', '\n');
  return visibleLines(lines) === lines ? { at: file.span(begin, end), text } : undefined;
}
