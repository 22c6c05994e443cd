/** How long a day takes, in milliseconds. */
export const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Whole days from one moment to another, towards zero: negative where the other comes first. */
export function daysBetween(from: Date, to: Date): number {
  // `|| 0`: what was less than a day ago is no negative zero.
  return Math.trunc((to.getTime() - from.getTime()) / DAY_MILLISECONDS) || 0;
}

/** The day of a moment in UTC: `2027-01-31`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
