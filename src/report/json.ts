import type { Finding, Fix } from '../findings/finding.ts';
import { inCodeUnitOrder } from '../findings/order.ts';
import type { Comparison, ListedCertificate, Report, Reporter } from '../findings/report.ts';
import { countsOf } from '../findings/report.ts';
import type { Span } from '../text/source.ts';
import { excerptsOf, pathsIn } from './json-excerpts.ts';
import type { CertificateJson, ComparisonJson, FindingJson, FixJson, PlaceJson, ReportJson } from './json-shape.ts';
import { jsonText } from './json-text.ts';
import { rangeOf } from './position.ts';
import { TOOL_NAME } from './project.ts';

/**
 * The whole report as JSON, with all that the other reporters need of it; `json-schema.ts` describes it.
 *
 * @param version of promsec.
 */
export function jsonReporter(version: string): Reporter {
  return report => jsonText(reportJson(report, version));
}

/** The report as the object that is printed. @param version of promsec. */
export function reportJson(report: Report, version: string): ReportJson {
  const { comparison, withoutBase, baseline, repository, shard, judgedBy } = report;
  return {
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
    ...(comparison === undefined ? {} : { comparison: comparisonJson(comparison, pathsIn(report)) }),
    ...(withoutBase === undefined ? {} : { withoutBase }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(repository === undefined ? {} : { repository }),
    ...(shard === undefined ? {} : { shard: { index: shard.index, count: shard.count } }),
    ...(judgedBy === undefined ? {} : { configuration: judgedBy }),
    rules: report.rules.map(({ id }) => id),
    certificates: report.certificates.map(certificateJson),
    excerpts: excerptsOf(report),
  };
}

/** @param paths the files that the report speaks of: of what changed in others nobody asks. */
function comparisonJson(comparison: Comparison, paths: ReadonlySet<string>): ComparisonJson {
  const { scope, base, headCommit, fixed, policyChanges, isUntouched, changes, shifts } = comparison;
  const inOrder = [...paths].sort(inCodeUnitOrder);
  return {
    scope,
    base,
    ...(headCommit === undefined ? {} : { headCommit }),
    fixed,
    policyChanges,
    untouched: isUntouched,
    changes: inOrder.flatMap(path => {
      const change = changes.get(path);
      if (change === undefined) return [];
      const { previousPath, lines, deletedAfter, isWhole } = change;
      const previous = previousPath === undefined ? {} : { previousFile: previousPath };
      return [{ file: path, ...previous, lines, deletedAfter, whole: isWhole }];
    }),
    shifts: inOrder.flatMap(path => {
      const lines = shifts.get(path);
      return lines === undefined ? [] : [{ file: path, lines }];
    }),
  };
}

/** A finding as it is in that object. */
export function findingJson(finding: Finding): FindingJson {
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

function fixJson({ title, isSafe, edits }: Fix): FixJson {
  return { title, safe: isSafe, edits: edits.map(({ at, text }) => ({ text, ...placeJson(at) })) };
}

/** A certificate as it is in that object. */
export function certificateJson(certificate: ListedCertificate): CertificateJson {
  const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, at, block, blocks, usedBy } =
    certificate;
  return {
    subject,
    issuer,
    kind,
    names,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    key,
    fingerprint256,
    ...placeJson(at),
    block,
    blocks,
    usedBy: usedBy.map(use => ({ field: use.field, ...placeJson(use.at) })),
  };
}

function placeJson(span: Span): PlaceJson {
  return { file: span.file.path, ...rangeOf(span), exact: span.exact };
}
