import { createHash } from 'node:crypto';
import type { Finding } from '../../findings/finding.ts';
import { filesOf, type ListedCertificate, type Report } from '../../findings/report.ts';
import { dayOf, daysBetween } from '../../text/days.ts';
import { groupedBy } from '../../text/grouped.ts';
import { SOON_DAYS, subjectText } from '../markdown-certificates.ts';
import { placeWriter, type PlaceWriter } from '../markdown-place.ts';
import { markdownCode, markdownLink, markdownMessage, markdownText, rowsWithin } from '../markdown-text.ts';
import { mostSevereFirst } from '../order.ts';
import { rulePageOf, TOOL_NAME } from '../project.ts';
import { countsText, numbered } from '../summary.ts';
import { changeSince, recordIn, recordLine, type AuditChange, type RecordedFinding } from './audit-record.ts';
import type { Whereabouts } from './comment.ts';
import { markerOf, MAX_BODY_LENGTH } from './marker.ts';

/** What the issue of an audit is to be. */
export interface Audit {
  /** A name of what it says, which stays as long as that does: neither the commit nor the day is part of it. */
  readonly content: string;
  /** In Markdown. */
  readonly body: string;
  readonly isClean: boolean;
  /** What is new and fixed since the body before, in Markdown, for those who follow the issue; absent where nothing is. */
  readonly news?: string;
}

/** What an audit is made of. */
export interface AuditSource {
  readonly report: Report;
  readonly whereabouts: Whereabouts;
  /** Tells the issue of one audit from that of another. */
  readonly step: string;
}

/** The parts of the whole that lists besides that of the findings may take. */
const SHARES = { certificates: 1 / 4, fixed: 1 / 20 } as const;

const FINDINGS_HEAD = '| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';
const CERTIFICATES_HEAD = '| Ends | Certificate | Place |\n| --- | --- | --- |\n';

/**
 * What the issue of an audit says: the findings by file, the worst file first, the certificates by date, and what came and
 * went since the body that the issue has.
 *
 * @param before that body, where there is an issue.
 */
export function auditOf({ report, whereabouts, step }: AuditSource, before: string | undefined): Audit {
  const { findings } = report;
  const known = before === undefined ? undefined : recordIn(before);
  const change = known && changeSince(known, findings);
  const content = createHash('sha256').update(contentText(report, placeWriter(report, undefined), Infinity));
  const name = content.digest('hex').slice(0, 16);
  const place = placeWriter(report, whereabouts.files);
  const [head, foot] = [`${markerOf('audit', step, name)}\n`, footer(whereabouts) + recordLine(findings)];
  const room = MAX_BODY_LENGTH - Buffer.byteLength(head + foot);
  const isClean = findings.length === 0;
  const news = before === undefined ? undefined : newsText(change, report, place, whereabouts.run);
  return {
    content: name,
    body: head + contentText(report, place, room, change) + foot,
    isClean,
    ...(news === undefined ? {} : { news }),
  };
}

/** All of the body that may be other in the next one. @param room for it, in bytes of UTF-8. */
function contentText(report: Report, place: PlaceWriter, room: number, change?: AuditChange): string {
  const { findings, ignored, unread } = report;
  const files = filesOf(findings).length;
  const where = files > 0 ? ` in ${numbered(files, 'file')}` : '';
  const head = `## ${TOOL_NAME}: ${countsText(findings)}${where}\n${changeParagraph(change, report.now)}`;
  const rest = [
    ...(ignored.length > 0 ? [`${numbered(ignored.length, 'finding')} ignored by comments`] : []),
    ...(unread.length > 0 ? [`${numbered(unread.length, 'file')} not read`] : []),
  ];
  const tail = [
    fixedSection(change?.fixed ?? [], room * SHARES.fixed),
    certificatesSection(report, place, room * SHARES.certificates),
    rest.length === 0 ? '' : `\nBesides: ${rest.join(', ')}.\n`,
  ].join('');
  return head + findingsSection(findings, place, room - Buffer.byteLength(head + tail), change?.brought) + tail;
}

function changeParagraph(change: AuditChange | undefined, now: Date): string {
  const text = change === undefined ? '' : changeText(change);
  return text === '' ? '' : `\nThe last change, of ${dayOf(now)}: ${text}.\n`;
}

/** `2 new, 1 fixed`; nothing where nothing is. */
function changeText({ brought, fixed }: AuditChange): string {
  return [
    ...(brought.size > 0 ? [`${brought.size} new`] : []),
    ...(fixed.length > 0 ? [`${fixed.length} fixed`] : []),
  ].join(', ');
}

/** A table for each file, as far as they fit: the first row of a file has its head with it. */
function findingsSection(
  findings: readonly Finding[],
  place: PlaceWriter,
  budget: number,
  brought: ReadonlySet<Finding> = new Set(),
): string {
  const files = groupedBy(mostSevereFirst(findings), ({ at }) => at.file.path);
  const rows = [...files].flatMap(([path, ofFile]) =>
    ofFile.map((finding, index) => {
      const head = index === 0 ? `\n### ${markdownCode(path)}\n\n${FINDINGS_HEAD}` : '';
      return head + findingRow(finding, place, brought.has(finding));
    }),
  );
  return rowsWithin(budget, rows, count => `\n… ${numbered(count, 'more finding')}\n`);
}

function findingRow(finding: Finding, place: PlaceWriter, isNew: boolean): string {
  const messages = [
    lastingMessage(finding.message),
    ...finding.related.map(({ at, message }) => `${place(at)}: ${lastingMessage(message)}`),
  ];
  const severity = isNew ? `**new** ${finding.severity}` : finding.severity;
  return `| ${severity} | ${ruleLink(finding.ruleId)} | ${place(finding.at)} | ${messages.join('<br>')} |\n`;
}

/** An issue is read on other days than it was written on. How long it is until a day is left out: the day is there too. */
function lastingMessage(message: string): string {
  return markdownMessage(message.replace(/, in (?:\d+ days?|less than a day)(?=[;,]|$)/, ''));
}

function fixedSection(fixed: readonly RecordedFinding[], budget: number): string {
  if (fixed.length === 0) return '';
  const list = rowsWithin(budget, fixed.map(fixedRow), more);
  return `\n<details><summary>${numbered(fixed.length, 'finding')} fixed</summary>\n\n${list}\n</details>\n`;
}

function fixedRow({ ruleId, path }: RecordedFinding): string {
  return `- fixed: ${ruleLink(ruleId)} in ${markdownCode(path)}\n`;
}

function certificatesSection({ certificates, now }: Report, place: PlaceWriter, budget: number): string {
  if (certificates.length === 0) return '';
  const rows = certificates.map(certificate => certificateRow(certificate, place, now));
  const title = `\n### ${numbered(certificates.length, 'certificate')}\n\n`;
  return title + CERTIFICATES_HEAD + rowsWithin(budget, rows, count => `\n… ${count} more\n`);
}

function certificateRow(certificate: ListedCertificate, place: PlaceWriter, now: Date): string {
  const { notAfter, at, block, blocks } = certificate;
  const where = blocks > 1 ? `${place(at)}<br>block ${block} of ${blocks}` : place(at);
  return `| ${endText(notAfter, now)} | ${subjectText(certificate)} | ${where} |\n`;
}

/** The day, and no count of days, for which the body would have to change each day. */
function endText(notAfter: Date, now: Date): string {
  const day = dayOf(notAfter);
  if (notAfter < now) return `**${day}, over**`;
  return daysBetween(now, notAfter) < SOON_DAYS ? `**${day}**` : day;
}

function footer({ files, run }: Whereabouts): string {
  const commit = files.slice(files.lastIndexOf('/') + 1);
  const link = markdownLink(markdownCode(commit.slice(0, 7)), files.replace('/blob/', '/tree/'));
  const care = `${TOOL_NAME} closes this issue when nothing is left, and opens it again when something is`;
  return `\nAs of ${link}; [the run](${run}) says more. ${care}.\n`;
}

/** What is new and what is fixed; where that is not known, that nothing is left, if that is so. */
function newsText(
  change: AuditChange | undefined,
  { findings }: Report,
  place: PlaceWriter,
  run: string,
): string | undefined {
  const title = change && changeText(change);
  const end = findings.length === 0 ? 'Nothing is left' : undefined;
  if (title === '' || (title ?? end) === undefined) return undefined;
  const brought = findings.filter(finding => change?.brought.has(finding));
  const rows = [
    ...mostSevereFirst(brought).map(finding => newsRow(finding, place)),
    ...(change?.fixed ?? []).map(fixedRow),
  ];
  const head = [title, end].filter(part => part !== undefined).join('. ');
  return `${head}. [The run](${run}) says more.\n\n${rowsWithin(MAX_BODY_LENGTH / 4, rows, more)}`;
}

function newsRow(finding: Finding, place: PlaceWriter): string {
  const { severity, ruleId, at, message } = finding;
  return `- new ${severity}: ${ruleLink(ruleId)} at ${place(at)}: ${lastingMessage(message)}\n`;
}

function ruleLink(ruleId: string): string {
  return `[${markdownText(ruleId)}](${rulePageOf(ruleId)})`;
}

function more(count: number): string {
  return `- … ${count} more\n`;
}
