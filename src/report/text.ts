import type { Finding } from '../findings/finding.ts';
import type { AppliedBaseline, Comparison, Report, Reporter } from '../findings/report.ts';
import { filesOf } from '../findings/report.ts';
import { staleEntryText, staleText } from './baseline-text.ts';
import type { Paint } from './color.ts';
import { painterFor } from './color.ts';
import { findingText } from './finding-text.ts';
import { TOOL_NAME } from './project.ts';
import { Secrets } from './secrets.ts';
import { countsText, filesText, numbered, unreadByReason, whichCount } from './summary.ts';
import { visibleText } from './visible.ts';

/** How the text report is written. */
export interface TextOptions {
  /** Whether ANSI colours are used. */
  readonly color: boolean;
  /** Whether each file that was not read is named, and what is not new is shown. */
  readonly verbose: boolean;
  /** Set where what is not new is shown apart: see {@link existingText}. */
  readonly leavesOutExisting?: boolean;
}

/** The report for people: each finding with its frame, an empty line after each, and what the run came to. */
export function textReporter(options: TextOptions): Reporter {
  const paint = painterFor(options.color);
  return report => {
    const secrets = new Secrets(report.secrets);
    const showsExisting = options.verbose && options.leavesOutExisting !== true;
    const shown = report.findings.filter(finding => showsExisting || finding.state === 'new');
    const findings = newFirst(shown).map(finding => `${findingText(finding, secrets, paint)}\n\n`);
    return `${findings.join('')}${closingLines(report, paint, options.verbose).join('\n')}\n`;
  };
}

/** What is not new, as the report for people has it; empty where there is nothing. */
export function existingText({ findings, secrets }: Report): string {
  const hidden = new Secrets(secrets);
  const existing = findings.filter(({ state }) => state === 'existing');
  return existing.map(finding => `${findingText(finding, hidden, painterFor(false))}\n\n`).join('');
}

function newFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => Number(a.state === 'existing') - Number(b.state === 'existing'));
}

function closingLines(report: Report, paint: Paint, verbose: boolean): readonly string[] {
  const { findings, ignored, unread, comparison, withoutBase, baseline } = report;
  const counting = findings.filter(finding => finding.state === 'new');
  const files = filesOf(counting).length;
  const which = whichCount(report);
  const counts = countsText(counting, which) + (files > 0 ? ` in ${numbered(files, 'file')}` : '');
  const seen = comparison?.isUntouched === true ? '' : ` (${filesText(report.files)})`;
  const lines = [`${paint('strong', counts)}${seen}`];

  const existing = findings.length - counting.length;
  if (comparison !== undefined) lines.push(...comparisonLines(comparison));
  if (baseline !== undefined) lines.push(...baselineLines(baseline, verbose));
  if (withoutBase !== undefined)
    lines.push(`everything counts, what stood there before too: ${visibleText(withoutBase)}`);
  if (existing > 0) lines.push(`not new: ${numbered(existing, 'finding')}${verbose ? '' : ' (--verbose shows them)'}`);
  if (ignored.length > 0) lines.push(`ignored by comments: ${numbered(ignored.length, 'finding')}`);
  if (unread.length > 0) lines.push(...(verbose ? unreadList(report) : [unreadLine(report)]));
  return lines;
}

function comparisonLines({ scope, base, fixed, policyChanges, isUntouched }: Comparison): readonly string[] {
  const than = visibleText(base);
  const what = scope === 'new' ? 'what is not in' : 'what stands on lines that are other than in';
  return [
    isUntouched
      ? `nothing that ${TOOL_NAME} reads is other than in ${than}, so that nothing was judged`
      : `only ${what} ${than} counts`,
    ...(fixed > 0 ? [`${numbered(fixed, 'finding')} of the base ${fixed === 1 ? 'is' : 'are'} gone`] : []),
    ...policyChanges.map(change => `the change alters what counts: ${visibleText(change)}`),
  ];
}

function baselineLines(baseline: AppliedBaseline, verbose: boolean): readonly string[] {
  const gone = staleText(baseline);
  const each = baseline.stale.map(entry => `  ${visibleText(entry.file)}: ${visibleText(staleEntryText(entry))}`);
  return [
    `what ${visibleText(baseline.file)} has does not count`,
    ...(gone === undefined ? [] : [gone, ...(verbose ? each : [])]),
  ];
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
