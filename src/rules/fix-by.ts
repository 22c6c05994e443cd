import type { Fix } from '../findings/finding.ts';
import type { Mending } from '../model/mending.ts';

/** The fix that a mending is. @param title what it does, as an order in lower case. */
export function fixBy({ edits, isCertain }: Mending, title: string): Fix {
  return { title, edits, isSafe: isCertain };
}
