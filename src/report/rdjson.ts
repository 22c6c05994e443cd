import type { Finding, Severity } from '../findings/finding.ts';
import type { Reporter } from '../findings/report.ts';
import type { SourceFile } from '../text/source.ts';
import { jsonText } from './json-text.ts';
import { markdownMessage } from './markdown-text.ts';
import { messageLines } from './message-lines.ts';
import { lineBoundsOf, linesOf, rangeOf } from './position.ts';
import { PROJECT_URL, rulePageOf, TOOL_NAME } from './project.ts';
import { replacementOf, type Replacement } from './replacement.ts';
import { Secrets } from './secrets.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** What makes more of a comment than characters, once it was read as Markdown. Underscores within words do not. */
const MARKUP = /[<>&@#$|[\]\\*~]|:\/\/|www\.|GH-\d|:[\w+-]+:/i;

/**
 * Diagnostics as reviewdog reads them (`proto/rdf/reviewdog.proto`, the message `DiagnosticResult`). What is not new is
 * there too, since reviewdog picks what stands on changed lines by itself; what is ignored is not.
 *
 * A finding is at whole lines, which is what a comment stands at. What is suggested has columns, which are in bytes
 * there: of the file as it is committed, so that nothing is suggested where a byte order mark says that it may be UTF-16.
 */
export function rdjsonReporter(): Reporter {
  return ({ findings, secrets }) => {
    const hidden = new Secrets(secrets);
    const diagnostics = findings.map(finding => diagnostic(finding, hidden));
    return jsonText({ source: { name: TOOL_NAME, url: PROJECT_URL }, diagnostics });
  };
}

function diagnostic(finding: Finding, secrets: Secrets): object {
  const { at, severity, ruleId } = finding;
  const { first, last } = linesOf(at);
  const replacement = at.file.hasByteOrderMark ? undefined : replacementOf(finding, secrets);
  return {
    message: messageLines(finding).split('\n').map(commentText).join('\n'),
    location: { path: at.file.path, range: { start: { line: first }, end: { line: last } } },
    severity: SEVERITIES[severity],
    code: { value: ruleId, url: rulePageOf(ruleId) },
    ...(replacement === undefined ? {} : { suggestions: [suggestion(replacement)] }),
  };
}

function suggestion({ at, text }: Replacement): object {
  const { line, endLine } = rangeOf(at);
  return {
    range: {
      start: { line, column: byteColumnOf(at.file, line, at.start) },
      end: { line: endLine, column: byteColumnOf(at.file, endLine, at.end) },
    },
    text,
  };
}

/** From 1, in bytes of UTF-8. */
function byteColumnOf(file: SourceFile, line: number, offset: number): number {
  return Buffer.byteLength(file.text.slice(lineBoundsOf(file, line).start, offset)) + 1;
}

/** Most reporters of reviewdog show plain text, and some a comment in Markdown: only what would be markup is escaped. */
function commentText(message: string): string {
  const parts = message.split(/`([^`]+)`/);
  const isPlain = parts.every((part, index) => index % 2 === 1 || !(part.includes('`') || MARKUP.test(part)));
  return isPlain ? message : markdownMessage(message);
}
