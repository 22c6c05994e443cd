import type { Finding } from '../findings/finding.ts';
import type { AppliedBaseline, Comparison, Report, Reporter, Unread } from '../findings/report.ts';
import { filesOf } from '../findings/report.ts';
import { staleEntryText, staleText } from './baseline-text.ts';
import { certificatesTable, certificatesTitle, hasUrgentCertificate } from './markdown-certificates.ts';
import { findingsTable, ignoredRow } from './markdown-findings.ts';
import { placeWriter, type PlaceWriter } from './markdown-place.ts';
import { markdownCode, markdownText, rowsWithin } from './markdown-text.ts';
import { TOOL_NAME } from './project.ts';
import { countsText, filesText, numbered, unreadByReason, whichCount } from './summary.ts';

/** Bytes of UTF-8. GitHub drops the whole summary of a step that is over 1 MiB. */
export const MAX_SUMMARY_BYTES = 900 * 1024;

/** The part of the whole that one list besides the findings may take. */
const LIST_SHARE = 1 / 9;

/** How a summary is written. */
export interface MarkdownOptions {
  /** What places are linked to: `https://github.com/o/r/blob/SHA`. */
  readonly commit?: string;
  /** What the findings lead to, a sentence in Markdown. */
  readonly verdict?: string;
  /** Bytes of UTF-8 that it may take. */
  readonly maxBytes?: number;
}

/**
 * The job summary: the verdict, what is changed of the policy, the findings that count, worst first, and folded away those
 * that do not, the certificates by their end, and what was read, not read and ignored.
 */
export function markdownReporter({ commit, verdict, maxBytes = MAX_SUMMARY_BYTES }: MarkdownOptions = {}): Reporter {
  return report => {
    const place = placeWriter(report, commit);
    const budget = Math.floor(maxBytes * LIST_SHARE);
    const [counting, existing] = ['new', 'existing'].map(state => report.findings.filter(f => f.state === state));
    const head = headline(report, counting ?? [], verdict) + policySection(report.comparison, budget);
    const tail = [
      existingSection(existing ?? [], place, budget),
      staleSection(report.baseline, budget),
      certificatesSection(report, place, budget),
      unreadSection(report.unread, budget),
      ignoredSection(report, place, budget),
      `\n${markdownText(filesText(report.files))}\n`,
    ].join('');
    if (counting === undefined || counting.length === 0) return head + tail;
    return head + findingsTable(counting, place, maxBytes - Buffer.byteLength(head + tail)) + tail;
  };
}

function headline(report: Report, counting: readonly Finding[], verdict: string | undefined): string {
  const files = filesOf(counting).length;
  const where = files > 0 ? ` in ${numbered(files, 'file')}` : '';
  const { comparison, withoutBase, baseline } = report;
  const title = `## ${TOOL_NAME}: ${countsText(counting, whichCount(report))}${where}\n`;
  const paragraphs = [
    verdict,
    comparison && comparisonText(comparison),
    baseline && `What ${markdownCode(baseline.file)} has does not count.`,
    withoutBase && `Everything counts, what stood there before too: ${markdownText(withoutBase)}.`,
  ];
  return [title, ...paragraphs.filter(text => text !== undefined).map(text => `${text}\n`)].join('\n');
}

function comparisonText({ scope, base, fixed, isUntouched }: Comparison): string {
  const than = markdownText(base);
  if (isUntouched) return `Nothing that ${TOOL_NAME} reads is other than in ${than}, so that nothing was judged.`;
  const gone = fixed > 0 ? ` ${numbered(fixed, 'finding')} of the base ${fixed === 1 ? 'is' : 'are'} gone.` : '';
  const what = scope === 'new' ? 'what is not in' : 'what stands on lines that are other than in';
  return `Only ${what} ${than} counts.${gone}`;
}

function policySection(comparison: Comparison | undefined, budget: number): string {
  const rows = (comparison?.policyChanges ?? []).map(change => `- ${markdownText(change)}\n`);
  if (rows.length === 0) return '';
  return `\n**The change alters what counts:**\n\n${rowsWithin(budget, rows, more)}`;
}

function existingSection(findings: readonly Finding[], place: PlaceWriter, budget: number): string {
  if (findings.length === 0) return '';
  return folded(`Not new: ${countsText(findings)}`, findingsTable(findings, place, budget));
}

function staleSection(baseline: AppliedBaseline | undefined, budget: number): string {
  const title = baseline && staleText(baseline);
  if (title === undefined) return '';
  const rows = (baseline?.stale ?? []).map(entry => {
    return `- ${markdownCode(entry.file)}: ${markdownText(staleEntryText(entry))}\n`;
  });
  return foldedList(title, rows, budget);
}

function certificatesSection(report: Report, place: PlaceWriter, budget: number): string {
  if (report.certificates.length === 0) return '';
  const table = `\n${certificatesTable(report, place, budget)}`;
  // What ends is news in an audit, and beside the point of a pull request.
  return folded(certificatesTitle(report), table, report.comparison === undefined && hasUrgentCertificate(report));
}

function unreadSection(unread: readonly Unread[], budget: number): string {
  const rows = [...unreadByReason(unread)].flatMap(([reason, entries]) =>
    entries.map(({ path }) => `- ${markdownCode(path)}: ${markdownText(reason)}\n`),
  );
  return foldedList(`${rows.length} not read`, rows, budget);
}

function ignoredSection({ ignored }: Report, place: PlaceWriter, budget: number): string {
  const rows = ignored.map(one => ignoredRow(one, place));
  return foldedList(`${numbered(rows.length, 'finding')} ignored by comments`, rows, budget);
}

function foldedList(title: string, rows: readonly string[], budget: number): string {
  return rows.length > 0 ? folded(title, `\n${rowsWithin(budget, rows, more)}`) : '';
}

function more(count: number): string {
  return `- … ${count} more\n`;
}

/** A part that is closed until a reader opens it. @param content begins with an empty line, as Markdown in HTML has to. */
function folded(title: string, content: string, isOpen = false): string {
  return `\n<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n${content}\n</details>\n`;
}
