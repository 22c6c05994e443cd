import type { Report } from '../../findings/report.ts';
import { markdownReporter } from '../markdown.ts';
import { MAX_BODY_LENGTH } from './marker.ts';

/** Where on GitHub what a comment speaks of is. */
export interface Whereabouts {
  /** The files at the commit that results are shown on: `https://github.com/owner/name/blob/<sha>`. */
  readonly files: string;
  /** The run of the workflow, with its log and summary. */
  readonly run: string;
}

/** What of a report concerns those who look at a pull request, in Markdown: the verdict and the findings that count. */
export function commentText(report: Report, { files, run }: Whereabouts): string {
  const findings = report.findings.filter(({ state }) => state === 'new');
  const concerning: Report = { ...report, findings, ignored: [], unread: [], certificates: [] };
  const rest = `\n[The whole report](${run})\n`;
  return markdownReporter({ commit: files, maxBytes: MAX_BODY_LENGTH - rest.length })(concerning) + rest;
}
