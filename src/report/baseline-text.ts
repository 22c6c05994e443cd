import type { AppliedBaseline, BaselineEntry } from '../findings/report.ts';
import { numbered } from './summary.ts';

/** How many findings of a baseline are gone, and what to do about it; `undefined` where none is. */
export function staleText({ stale }: AppliedBaseline): string | undefined {
  const count = stale.reduce((sum, entry) => sum + entry.count, 0);
  if (count === 0) return undefined;
  const [are, them] = count === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${numbered(count, 'finding')} of the baseline ${are} gone: promsec --baseline --prune drops ${them}`;
}

/** What is gone, as a list has it: `3 errors of inline-secret`. */
export function staleEntryText({ rule, severity, count }: BaselineEntry): string {
  return `${numbered(count, severity)} of ${rule}`;
}
