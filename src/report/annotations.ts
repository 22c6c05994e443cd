import type { Finding, Severity } from '../findings/finding.ts';
import { SEVERITIES } from '../findings/finding.ts';
import type { Reporter } from '../findings/report.ts';
import { cutTo } from './cut.ts';
import { mostSevereFirst } from './order.ts';
import { rangeOf } from './position.ts';
import { rulePageOf } from './project.ts';
import { numbered } from './summary.ts';
import { visibleText } from './visible.ts';
import { workflowCommand } from './workflow-log.ts';

/**
 * How many annotations are written per severity. The runner keeps 10 of a level per step (actions/runner,
 * `ExecutionContext.cs`, `_maxCountPerIssueType`), and the error that fails the step takes one of them.
 */
export const ANNOTATION_LIMITS: Readonly<Record<Severity, number>> = { error: 9, warning: 10, note: 10 };

/** The runner cuts longer messages, in UTF-16 units (`ExecutionContext.cs`, `_maxIssueMessageLength`). */
export const MAX_ANNOTATION_LENGTH = 4096;

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands that the runner turns into annotations, worst first; then, in plain text, how many were left out.
 */
export const githubReporter: Reporter = report => {
  const lines: string[] = [];
  const leftOut: string[] = [];
  for (const severity of SEVERITIES) {
    const findings = mostSevereFirst(report.findings.filter(finding => finding.severity === severity));
    const limit = ANNOTATION_LIMITS[severity];
    lines.push(...findings.slice(0, limit).map(annotation));
    if (findings.length > limit) leftOut.push(numbered(findings.length - limit, severity));
  }
  if (leftOut.length > 0) {
    lines.push(`not shown as annotations: ${leftOut.join(', ')} (GitHub keeps 10 of a level per step)`);
  }
  return lines.map(line => `${line}\n`).join('');
};

function annotation(finding: Finding): string {
  return workflowCommand(
    COMMANDS[finding.severity],
    { file: finding.at.file.path, ...placeProperties(finding), title: finding.ruleId },
    messageText(finding),
  );
}

/**
 * Without an end line the runner takes the first line. Columns together with another end line would be dropped
 * (`ValidateLinesAndColumns`), and a range of lines would move the annotation to the last of them, so that a place of
 * several lines is its first line.
 */
function placeProperties({ at }: Finding): { line: number; col?: number; endColumn?: number } {
  const { line, column, endLine, endColumn } = rangeOf(at);
  return line === endLine ? { line, col: column, endColumn } : { line };
}

/** The message, the related places, and the rule's page; GitHub shows it as plain text. */
function messageText(finding: Finding): string {
  const related = finding.related.map(
    ({ at, message }) => `${visibleText(at.file.path)}:${rangeOf(at).line}: ${visibleText(message)}`,
  );
  const page = `\n${rulePageOf(finding.ruleId)}`;
  const text = [visibleText(finding.message), ...related].join('\n');
  return cutTo(MAX_ANNOTATION_LENGTH - page.length, text) + page;
}
