import { INTERNAL_ERROR } from '../findings/engine-rules.ts';
import { isAtLeast } from '../findings/finding.ts';
import { holdsNothing, type Report } from '../findings/report.ts';
import { numbered } from '../report/summary.ts';
import type { Configuration } from '../policy/configuration.ts';

/** What a run comes to: 0 nothing that counts, 1 findings, 2 our own failure. */
export type ExitStatus = 0 | 1 | 2;

/** What a verdict depends on besides the report. */
export type Thresholds = Pick<Configuration, 'failOn' | 'noFiles'>;

/** The exit status that a report calls for: what the base has already is no failure. */
export function exitStatusOf(report: Report, { failOn, noFiles }: Thresholds): ExitStatus {
  if (report.findings.some(finding => finding.ruleId === INTERNAL_ERROR.id)) return 2;
  const counting = report.findings.filter(({ state }) => state === 'new');
  const isFailing = failOn !== 'never' && counting.some(({ severity }) => isAtLeast(severity, failOn));
  return isFailing || (noFiles === 'fail' && holdsNothing(report)) ? 1 : 0;
}

/** What to say where nothing of ours was found and the user wants to know. */
export function noFilesMessage(report: Report, { noFiles }: Thresholds): string | undefined {
  if (noFiles === 'pass' || !holdsNothing(report)) return undefined;
  const files = numbered(report.files.seen, 'file');
  return `no Prometheus configuration was found in ${files}; check the path and what is excluded, or set no-files to pass`;
}
