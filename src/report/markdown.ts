import type { Finding, Ignored } from '../findings/finding.ts';
import type { FileCounts, Reporter, Unread } from '../findings/report.ts';
import { filesOf } from '../findings/report.ts';
import type { Span } from '../text/source.ts';
import { markdownCode, markdownText, rowsWithin } from './markdown-text.ts';
import { mostSevereFirst } from './order.ts';
import { rangeOf } from './position.ts';
import { TOOL_NAME, rulePageOf } from './project.ts';
import { countsText, dialectsRead, filesText, numbered, unreadByReason } from './summary.ts';

/** Bytes of UTF-8. GitHub drops the whole summary of a step that is over 1 MiB. */
export const MAX_SUMMARY_BYTES = 900 * 1024;

/** Bytes that one list below the findings may take. */
const MAX_LIST_BYTES = 100 * 1024;

/** The job summary: the verdict, a table of the findings, worst first, and what was read, not read and ignored. */
export const markdownReporter: Reporter = report => {
  const head = headline(report.findings);
  const tail = readSection(report.files) + unreadSection(report.unread) + ignoredSection(report.ignored);
  return head + findingsTable(report.findings, MAX_SUMMARY_BYTES - Buffer.byteLength(head + tail)) + tail;
};

function headline(findings: readonly Finding[]): string {
  const files = filesOf(findings).length;
  const existing = findings.filter(finding => finding.state === 'existing').length;
  const where = files > 0 ? ` in ${numbered(files, 'file')}` : '';
  const notNew = existing > 0 ? `\nNot new: ${numbered(existing, 'finding')}\n` : '';
  return `## ${TOOL_NAME}: ${countsText(findings)}${where}\n${notNew}`;
}

function findingsTable(findings: readonly Finding[], budget: number): string {
  if (findings.length === 0) return '';
  const head = '\n| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';
  const rows = mostSevereFirst(findings).map(findingRow);
  return head + rowsWithin(budget - head.length, rows, count => `\n… ${count} more\n`);
}

function findingRow(finding: Finding): string {
  const severity = finding.state === 'existing' ? `${finding.severity}, not new` : finding.severity;
  const messages = [
    markdownText(finding.message),
    ...finding.related.map(({ at, message }) => `${place(at)}: ${markdownText(message)}`),
  ];
  return `| ${severity} | ${ruleLink(finding)} | ${place(finding.at)} | ${messages.join('<br>')} |\n`;
}

function readSection(files: FileCounts): string {
  const rows = dialectsRead(files).map(([dialect, count]) => `- ${markdownText(dialect)}: ${count}\n`);
  return rows.length > 0 ? section(filesText(files), rows) : `\n${filesText(files)}\n`;
}

function unreadSection(unread: readonly Unread[]): string {
  const rows = [...unreadByReason(unread)].flatMap(([reason, entries]) =>
    entries.map(({ path }) => `- ${markdownCode(path)}: ${markdownText(reason)}\n`),
  );
  return rows.length > 0 ? section(`${rows.length} not read`, rows) : '';
}

function ignoredSection(ignored: readonly Ignored[]): string {
  const rows = ignored.map(
    ({ finding, reason }) => `- ${ruleLink(finding)} at ${place(finding.at)}: ${markdownText(reason)}\n`,
  );
  return rows.length > 0 ? section(`${numbered(rows.length, 'finding')} ignored by comments`, rows) : '';
}

function section(title: string, rows: readonly string[]): string {
  const list = rowsWithin(MAX_LIST_BYTES, rows, count => `- … ${count} more\n`);
  return `\n<details><summary>${title}</summary>\n\n${list}\n</details>\n`;
}

function ruleLink({ ruleId }: Finding): string {
  return `[${markdownText(ruleId)}](${rulePageOf(ruleId)})`;
}

function place(span: Span): string {
  return markdownCode(`${span.file.path}:${rangeOf(span).line}`);
}
