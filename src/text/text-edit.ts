import type { Span, TextEdit } from './source.ts';

export type { TextEdit } from './source.ts';

/**
 * A text with edits made in it. They may come in any order, and none may reach into another.
 *
 * @param edits of this text alone.
 */
export function textAfter(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const { at, text: replacement } of edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    if (!at.exact || at.start < end) throw new Error('an edit is not exact, or reaches into another');
    result += text.slice(end, at.start) + replacement;
    end = at.end;
  }
  return result + text.slice(end);
}

/**
 * Where the characters of a place stand once edits are made in its file; `undefined` where an edit reaches across an end of
 * the place. What is put in at an end of it is no part of it.
 */
export function placeAfter(
  { start, end }: Pick<Span, 'start' | 'end'>,
  edits: readonly TextEdit[],
): Pick<Span, 'start' | 'end'> | undefined {
  let [before, within] = [0, 0];
  for (const { at, text } of edits) {
    const growth = text.length - (at.end - at.start);
    if (at.end <= start) before += growth;
    else if (at.start >= start && at.end <= end && at.start < end) within += growth;
    else if (at.start < end) return undefined;
  }
  return { start: start + before, end: end + before + within };
}
