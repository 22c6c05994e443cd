import { numbered } from '../summary.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Whole days from now to a moment, towards zero: negative where it is past. */
export function daysUntil(moment: Date, now: Date): number {
  // `|| 0`: what was less than a day ago is no negative zero.
  return Math.trunc((moment.getTime() - now.getTime()) / DAY) || 0;
}

/** The day of a moment in UTC: `2027-01-31`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** `in 12 days`, `12 days ago`, `today`. */
export function relativeDays(moment: Date, now: Date): string {
  const days = daysUntil(moment, now);
  if (days === 0) return moment < now ? 'just ended' : 'in hours';
  return days > 0 ? `in ${numbered(days, 'day')}` : `${numbered(-days, 'day')} ago`;
}
