import type { SourceFile, Span } from '../text/source.ts';
import type { Finding, Ignored, Severity } from './finding.ts';

/** What a reporter needs to know of a rule. */
export interface RuleMetadata {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  /** Why it matters and what to do: Markdown, paragraphs parted by an empty line. */
  readonly explanation: string;
}

/** A file, or a part of one, that might be ours and was not read. */
export interface Unread {
  readonly path: string;
  /** Lower case, without a full stop; never quotes the file. */
  readonly reason: string;
}

/** What was looked at. */
export interface FileCounts {
  /** All files of the tree, also those that cannot matter. */
  readonly seen: number;
  /** Documents per dialect, dialects in alphabetical order. */
  readonly documents: Readonly<Record<string, number>>;
}

/** The outcome of a run, all that a reporter gets. Findings are sorted by file, place and rule. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  readonly unread: readonly Unread[];
  /** Every rule that ran, whether it found something or not, and the engine's own. */
  readonly rules: readonly RuleMetadata[];
  readonly files: FileCounts;
  /** Where secrets stand: a frame or a snippet masks what lies in one of these. */
  readonly secrets: readonly Span[];
  /** The moment that dates were compared with. */
  readonly now: Date;
}

/** The report as text. Pure: the same report gives the same bytes. */
export type Reporter = (report: Report) => string;

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** The files that findings, in their order, stand in. */
export function filesOf(findings: readonly Finding[]): readonly SourceFile[] {
  return [...new Set(findings.map(finding => finding.at.file))];
}
