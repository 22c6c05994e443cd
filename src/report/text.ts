import type { Report, Reporter } from '../findings/report.ts';
import { filesOf } from '../findings/report.ts';
import type { Paint } from './color.ts';
import { painterFor } from './color.ts';
import { findingText } from './finding-text.ts';
import { Secrets } from './secrets.ts';
import { countsText, filesText, numbered, unreadByReason } from './summary.ts';
import { visibleText } from './visible.ts';

/** How the text report is written. */
export interface TextOptions {
  /** Whether ANSI colours are used. */
  readonly color: boolean;
  /** Whether each file that was not read is named. */
  readonly verbose: boolean;
}

/** The report for people: each finding with its frame, an empty line after each, and what the run came to. */
export function textReporter(options: TextOptions): Reporter {
  const paint = painterFor(options.color);
  return report => {
    const secrets = new Secrets(report.secrets);
    const findings = report.findings.map(finding => `${findingText(finding, secrets, paint)}\n\n`);
    return `${findings.join('')}${closingLines(report, paint, options.verbose).join('\n')}\n`;
  };
}

function closingLines(report: Report, paint: Paint, verbose: boolean): readonly string[] {
  const { findings, ignored, unread } = report;
  const files = filesOf(findings).length;
  const counts = countsText(findings) + (files > 0 ? ` in ${numbered(files, 'file')}` : '');
  const lines = [`${paint('strong', counts)} (${filesText(report.files)})`];

  const existing = findings.filter(finding => finding.state === 'existing').length;
  if (existing > 0) lines.push(`not new: ${numbered(existing, 'finding')}`);
  if (ignored.length > 0) lines.push(`ignored by comments: ${numbered(ignored.length, 'finding')}`);
  if (unread.length > 0) lines.push(...(verbose ? unreadList(report) : [unreadLine(report)]));
  return lines;
}

function unreadLine(report: Report): string {
  const reasons = [...unreadByReason(report.unread)].map(
    ([reason, entries]) => `${entries.length} × ${visibleText(reason)}`,
  );
  return `not read: ${reasons.join('; ')} (--verbose names them)`;
}

function unreadList(report: Report): readonly string[] {
  return ['not read:', ...report.unread.map(({ path, reason }) => `  ${visibleText(path)}: ${visibleText(reason)}`)];
}
