import type { Fix } from '../findings/finding.ts';
import { isSameWord } from '../text/same-word.ts';
import type { Located } from '../text/written.ts';

/** Writes a word as it is known; `undefined` where none is the same but for case and signs, or it is written with escapes. */
export function respellingOf({ value, span }: Located<string>, known: readonly string[]): Fix | undefined {
  const word = known.find(one => isSameWord(one, value));
  const start = span.start + span.file.text.slice(span.start, span.end).indexOf(value);
  if (word === undefined || !span.exact || value === '' || start < span.start) return undefined;
  const at = { ...span, start, end: start + value.length };
  return { title: `write ${word}`, edits: [{ at, text: word }], isSafe: true };
}
