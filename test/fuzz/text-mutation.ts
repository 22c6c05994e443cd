import type { Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A change of a text; where there is nothing to change the text stays as it is. */
export type TextMutation = (text: string, random: Random, vocabulary: Vocabulary) => string;

/** A text with other characters from `start` to before `end`. */
export function spliced(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
