import type { Finding, Ignored } from '../findings/finding.ts';
import { inBaselineOrder, inCodeUnitOrder, inOrderOfEnd, inReportOrder } from '../findings/order.ts';
import type {
  AppliedBaseline,
  ChangedFile,
  Comparison,
  ListedCertificate,
  Report,
  RuleMetadata,
} from '../findings/report.ts';
import type { SourceFile, Span } from '../text/source.ts';
import { ExcerptedFile } from './excerpted-file.ts';
import type {
  CertificateJson,
  ChangeJson,
  ComparisonJson,
  ExcerptJson,
  FindingJson,
  IgnoredJson,
  PlaceJson,
  ReportJson,
  ShownLineJson,
} from './json-shape.ts';
import { lineBoundsOf } from './position.ts';

/**
 * The report that was printed as JSON. Every reporter makes the same of it as of the report itself.
 *
 * @param json as read by `json-reading.ts`: all of its places are in its excerpts.
 * @param rules of which each rule of the report is one.
 */
export function rebuiltReport(json: ReportJson, rules: readonly RuleMetadata[]): Report {
  const { unread, files, withoutBase, repository, shard, configuration, comparison, baseline } = json;
  const places = new Places(json.excerpts);
  const ran = new Set(json.rules);
  return {
    findings: json.findings.map(finding => findingOf(finding, places)).sort(inReportOrder),
    ignored: json.ignored
      .map(ignored => ignoredOf(ignored, places))
      .sort((a, b) => inReportOrder(a.finding, b.finding)),
    unread: unread.toSorted((a, b) => inCodeUnitOrder(a.path, b.path)),
    rules: rules.filter(({ id }) => ran.has(id)),
    files: { seen: files.seen, documents: sortedByKey(files.documents) },
    certificates: json.certificates.map(certificate => certificateOf(certificate, places)).sort(inOrderOfEnd),
    ...(comparison === undefined ? {} : { comparison: comparisonOf(comparison) }),
    ...(withoutBase === undefined ? {} : { withoutBase }),
    ...(baseline === undefined ? {} : { baseline: baselineOf(baseline) }),
    ...(repository === undefined ? {} : { repository }),
    ...(shard === undefined ? {} : { shard }),
    ...(configuration === undefined ? {} : { judgedBy: configuration }),
    secrets: places.secrets,
    now: new Date(json.now),
  };
}

/** The places of a report, in files of which the excerpts are known. */
class Places {
  readonly secrets: readonly Span[];
  readonly #files: ReadonlyMap<string, SourceFile>;

  constructor(excerpts: readonly ExcerptJson[]) {
    this.#files = new Map(excerpts.map(excerpt => [excerpt.file, fileOf(excerpt)]));
    this.secrets = excerpts.flatMap(({ file, shown }) =>
      shown.flatMap(({ line, masked }) =>
        masked.map(({ column, endColumn }) => this.at({ file, line, column, endLine: line, endColumn, exact: true })),
      ),
    );
  }

  at({ file: path, line, column, endLine, endColumn, exact }: PlaceJson): Span {
    const file = this.#files.get(path);
    if (file === undefined) throw new Error('a place is in no excerpt');
    const start = lineBoundsOf(file, line).start + column - 1;
    return { file, start, end: lineBoundsOf(file, endLine).start + endColumn - 1, exact };
  }
}

function fileOf({ file, lines, byteOrderMark = false, shown }: ExcerptJson): SourceFile {
  let text = '';
  let at = 1;
  for (const line of shown) {
    text += '\n'.repeat(line.line - at) + lineText(line);
    at = line.line;
  }
  text += '\n'.repeat(lines - at);
  const hashes = shown.flatMap(({ line, hash }) => (hash === undefined ? [] : [[line, hash] as const]));
  return new ExcerptedFile(file, text, byteOrderMark, new Map(hashes));
}

/** The line with blanks for what of it is not known. */
function lineText({ length, parts }: ShownLineJson): string {
  let text = '';
  for (const { column, text: part } of parts.toSorted((a, b) => a.column - b.column)) {
    const start = column - 1;
    if (start > text.length) text += ' '.repeat(start - text.length);
    text += part.slice(text.length - start);
  }
  return text + ' '.repeat(length - text.length);
}

function findingOf(json: FindingJson, places: Places): Finding {
  const { rule, severity, message, subject, fingerprint, state, related, fix } = json;
  return {
    ruleId: rule,
    severity,
    message,
    at: places.at(json),
    subject,
    fingerprint,
    state,
    related: related.map(one => ({ message: one.message, at: places.at(one) })),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title,
            isSafe: fix.safe,
            edits: fix.edits.map(edit => ({ text: edit.text, at: places.at(edit) })),
          },
        }),
  };
}

function ignoredOf({ finding, reason, at }: IgnoredJson, places: Places): Ignored {
  return { finding: findingOf(finding, places), reason, at: places.at(at) };
}

function certificateOf(json: CertificateJson, places: Places): ListedCertificate {
  const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, block, blocks, usedBy } = json;
  return {
    subject,
    issuer,
    kind,
    names,
    notBefore: new Date(notBefore),
    notAfter: new Date(notAfter),
    key,
    fingerprint256,
    at: places.at(json),
    block,
    blocks,
    usedBy: usedBy.map(use => ({ field: use.field, at: places.at(use) })),
  };
}

function comparisonOf({ untouched, changes, shifts, ...known }: ComparisonJson): Comparison {
  const { scope, base, headCommit, fixed, policyChanges } = known;
  return {
    scope,
    base,
    ...(headCommit === undefined ? {} : { headCommit }),
    changes: new Map(changes.map(change => [change.file, changedFileOf(change)])),
    shifts: new Map(shifts.map(({ file, lines }) => [file, lines])),
    fixed,
    policyChanges,
    isUntouched: untouched,
  };
}

function changedFileOf({ file, previousFile, lines, deletedAfter, whole }: ChangeJson): ChangedFile {
  const previous = previousFile === undefined ? {} : { previousPath: previousFile };
  return { path: file, ...previous, lines, deletedAfter, isWhole: whole };
}

/** Of several files and shards, their entries stand in another order. */
function baselineOf({ file, fingerprint, stale }: AppliedBaseline): AppliedBaseline {
  return { file, fingerprint, stale: stale.toSorted(inBaselineOrder) };
}

function sortedByKey(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => inCodeUnitOrder(a, b)));
}
