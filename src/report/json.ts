import type { Finding, Fix } from '../findings/finding.ts';
import type { Comparison, Reporter } from '../findings/report.ts';
import { countsOf } from '../findings/report.ts';
import type { Span } from '../text/source.ts';
import { jsonText } from './json-text.ts';
import { rangeOf } from './position.ts';
import { TOOL_NAME } from './project.ts';

/** The whole report as JSON; `json-schema.ts` describes it. @param version of promsec. */
export function jsonReporter(version: string): Reporter {
  return report =>
    jsonText({
      version: 1,
      tool: { name: TOOL_NAME, version },
      now: report.now.toISOString(),
      findings: report.findings.map(findingJson),
      ignored: report.ignored.map(({ finding, reason, at }) => ({
        finding: findingJson(finding),
        reason,
        at: placeJson(at),
      })),
      unread: report.unread.map(({ path, reason }) => ({ path, reason })),
      files: { seen: report.files.seen, documents: report.files.documents },
      counts: countsOf(report.findings),
      ...(report.comparison === undefined ? {} : { comparison: comparisonJson(report.comparison) }),
      ...(report.withoutBase === undefined ? {} : { withoutBase: report.withoutBase }),
    });
}

function comparisonJson({ scope, base, headCommit, fixed, policyChanges, isUntouched }: Comparison): object {
  return {
    scope,
    base,
    ...(headCommit === undefined ? {} : { headCommit }),
    fixed,
    policyChanges,
    untouched: isUntouched,
  };
}

function findingJson(finding: Finding): object {
  return {
    rule: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    ...placeJson(finding.at),
    subject: { path: finding.subject.path, kind: finding.subject.kind },
    fingerprint: finding.fingerprint,
    state: finding.state,
    related: finding.related.map(({ at, message }) => ({ message, ...placeJson(at) })),
    ...(finding.fix === undefined ? {} : { fix: fixJson(finding.fix) }),
  };
}

function fixJson({ title, isSafe, edits }: Fix): object {
  return { title, safe: isSafe, edits: edits.map(({ at, text }) => ({ text, ...placeJson(at) })) };
}

function placeJson(span: Span): object {
  return { file: span.file.path, ...rangeOf(span), exact: span.exact };
}
