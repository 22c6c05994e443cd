import type { Report } from '../../findings/report.ts';
import type { Configuration } from '../../policy/configuration.ts';
import { annotationPlanOf, type AnnotationSlots } from '../../report/annotations.ts';
import { countsText, whichCount } from '../../report/summary.ts';
import { noFilesMessage, type ExitStatus } from '../verdict.ts';

/** What the status of a step comes from, in a sentence of Markdown for the summary; `undefined` where nothing was found. */
export function verdictText(report: Report, configuration: Configuration, status: ExitStatus): string | undefined {
  const nothing = noFilesMessage(report, configuration);
  const because = `as \`fail-on\` is \`${configuration.failOn}\``;
  if (status === 2) return 'promsec itself broke on a part of it, which fails the step. What was found stands.';
  if (nothing !== undefined) return `${status === 1 ? 'This fails the step: ' : ''}${nothing}.`;
  if (status === 1) return `This fails the step, ${because}.`;
  return report.findings.some(({ state }) => state === 'new') ? `This does not fail the step, ${because}.` : undefined;
}

/** The error that fails a step, and so the last thing that a reader sees of it. */
export function failureText(
  report: Report,
  configuration: Configuration,
  status: Exclude<ExitStatus, 0>,
  slots: AnnotationSlots,
): string {
  if (status === 2) return 'promsec itself broke; the other findings stand';
  const nothing = noFilesMessage(report, configuration);
  if (nothing !== undefined) return nothing;
  const counting = report.findings.filter(({ state }) => state === 'new');
  const isWhole = annotationPlanOf(report, slots).shown.length === counting.length;
  const found = `promsec found ${countsText(counting, whichCount(report))}`;
  return isWhole ? found : `${found}; the summary of the job lists them`;
}
