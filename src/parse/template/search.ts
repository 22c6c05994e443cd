/** Gives the next place of a word, from an offset on; -1 where there is none. */
export type Search = (from: number) => number;

/**
 * Looks for a word again and again in a text, from offsets that grow, and goes through the text once for all of them.
 */
export function searchIn(text: string, word: string): Search {
  let found = text.indexOf(word);
  return from => {
    if (found !== -1 && found < from) found = text.indexOf(word, from);
    return found;
  };
}
