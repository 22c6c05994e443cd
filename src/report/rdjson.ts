import type { Finding, Severity } from '../findings/finding.ts';
import type { Reporter } from '../findings/report.ts';
import { jsonText } from './json-text.ts';
import { markdownMessage } from './markdown-text.ts';
import { messageLines } from './message-lines.ts';
import { linesOf } from './position.ts';
import { PROJECT_URL, rulePageOf, TOOL_NAME } from './project.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** What makes more of a comment than characters, once it was read as Markdown. Underscores within words do not. */
const MARKUP = /[<>&@#$|[\]\\*~]|:\/\/|www\.|GH-\d|:[\w+-]+:/i;

/**
 * Diagnostics as reviewdog reads them (`proto/rdf/reviewdog.proto`, the message `DiagnosticResult`). What is not new is
 * there too, since reviewdog picks what stands on changed lines by itself; what is ignored is not.
 *
 * Ranges are of whole lines, which is what a comment stands at: columns would be in bytes there.
 */
export function rdjsonReporter(): Reporter {
  return ({ findings }) =>
    jsonText({ source: { name: TOOL_NAME, url: PROJECT_URL }, diagnostics: findings.map(diagnostic) });
}

function diagnostic(finding: Finding): object {
  const { at, severity, ruleId } = finding;
  const { first, last } = linesOf(at);
  return {
    message: messageLines(finding).split('\n').map(commentText).join('\n'),
    location: { path: at.file.path, range: { start: { line: first }, end: { line: last } } },
    severity: SEVERITIES[severity],
    code: { value: ruleId, url: rulePageOf(ruleId) },
  };
}

/** Most reporters of reviewdog show plain text, and some a comment in Markdown: only what would be markup is escaped. */
function commentText(message: string): string {
  const parts = message.split(/`([^`]+)`/);
  const isPlain = parts.every((part, index) => index % 2 === 1 || !(part.includes('`') || MARKUP.test(part)));
  return isPlain ? message : markdownMessage(message);
}
