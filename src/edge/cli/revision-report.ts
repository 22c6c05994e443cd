import { comparedReport } from '../compared-report.ts';
import { baseAtRevision } from '../git/revision-base.ts';
import type { Judged, ReportRequest } from '../whole-report.ts';
import type { Command } from './arguments.ts';

/** What to compare with a revision that the user names. */
type RevisionComparison = NonNullable<Command['comparison']> & { readonly isWhole: boolean };

/** What comes of it. Most calls compare with nothing, and do not load this. */
export function revisionReport(
  request: ReportRequest,
  { scope, revision, isWhole }: RevisionComparison,
): Promise<Judged> {
  return comparedReport({
    ...request,
    comparison: { scope, isWhole, findBase: tree => baseAtRevision(tree, revision) },
  });
}
