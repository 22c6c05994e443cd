import type { Finding, Severity } from '../findings/finding.ts';
import { SEVERITIES } from '../findings/finding.ts';
import type { FileCounts, Report, Unread } from '../findings/report.ts';
import { countsOf } from '../findings/report.ts';
import { groupedBy } from '../text/grouped.ts';

/** What kind of findings count: all of them, or those that are new where a base or a baseline has some already. */
export function whichCount({ comparison, baseline }: Pick<Report, 'comparison' | 'baseline'>): '' | 'new ' {
  return comparison === undefined && baseline === undefined ? '' : 'new ';
}

/** `3 errors, 1 warning`, or `no findings`. @param which what kind of them, with a space: `new `. */
export function countsText(findings: readonly Finding[], which: '' | 'new ' = ''): string {
  return severitiesText(countsOf(findings), which) || `no ${which}findings`;
}

/** `2 errors, 1 note`; nothing where there are none. */
export function severitiesText(counts: Readonly<Record<Severity, number>>, which: '' | 'new ' = ''): string {
  const some = SEVERITIES.filter(severity => counts[severity] > 0);
  return some.map(severity => numbered(counts[severity], `${which}${severity}`)).join(', ');
}

/** `120 files seen, 9 documents read: 4 prometheus, 5 servicemonitor`. */
export function filesText(files: FileCounts): string {
  const dialects = dialectsRead(files);
  const seen = `${numbered(files.seen, 'file')} seen`;
  if (dialects.length === 0) return `${seen}, none read`;
  const documents = dialects.reduce((sum, [, count]) => sum + count, 0);
  return `${seen}, ${numbered(documents, 'document')} read: ${dialects.map(([name, count]) => `${count} ${name}`).join(', ')}`;
}

/** The dialects that documents were read of, each with their number. */
function dialectsRead(files: FileCounts): readonly (readonly [dialect: string, count: number])[] {
  return Object.entries(files.documents).filter(([, count]) => count > 0);
}

/** What was not read by reason, the most frequent reason first, then by the alphabet. */
export function unreadByReason(unread: readonly Unread[]): ReadonlyMap<string, readonly Unread[]> {
  const groups = groupedBy(unread, entry => entry.reason);
  return new Map([...groups].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1)));
}

/** `1 error`, `2 errors`. */
export function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
