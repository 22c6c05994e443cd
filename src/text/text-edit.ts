import type { TextEdit } from './source.ts';

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
