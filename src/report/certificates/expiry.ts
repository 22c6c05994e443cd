import { daysBetween } from '../../text/days.ts';
import { numbered } from '../summary.ts';

/** `in 12 days`, `12 days ago`, `today`. */
export function relativeDays(moment: Date, now: Date): string {
  const days = daysBetween(now, moment);
  if (days === 0) return moment < now ? 'just ended' : 'in hours';
  return days > 0 ? `in ${numbered(days, 'day')}` : `${numbered(-days, 'day')} ago`;
}
