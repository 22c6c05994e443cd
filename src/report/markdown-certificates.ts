import type { ListedCertificate, Report } from '../findings/report.ts';
import { dayOf, daysBetween } from '../text/days.ts';
import { relativeDays } from './certificates/expiry.ts';
import { cutTo } from './cut.ts';
import type { PlaceWriter } from './markdown-place.ts';
import { markdownCode, markdownText, rowsWithin } from './markdown-text.ts';
import { numbered } from './summary.ts';

/** How many days before its end a certificate is said to end soon. */
export const SOON_DAYS = 90;

const HEAD = '| | Ends | Certificate | Place | Used by |\n| --: | --- | --- | --- | --- |\n';

/** How many names or uses of a certificate are shown. */
const MAX_SHOWN = 3;

/** What a picture can show and a reader still tell apart. */
const MAX_BARS = 20;
const MAX_BAR_DAYS = 365;
const MAX_LABEL_LENGTH = 60;

/** `12 certificates, 1 ended, 2 end within 90 days`. */
export function certificatesTitle({ certificates, now }: Report): string {
  const ended = certificates.filter(({ notAfter }) => notAfter < now).length;
  const ending = certificates.filter(certificate => certificate.notAfter >= now && endsSoon(certificate, now)).length;
  return [
    numbered(certificates.length, 'certificate'),
    ...(ended > 0 ? [`${ended} ended`] : []),
    ...(ending > 0 ? [`${ending} within ${SOON_DAYS} days of the end`] : []),
  ].join(', ');
}

/** True where a certificate ended lately or is about to. */
export function hasUrgentCertificate({ certificates, now }: Report): boolean {
  return certificates.some(certificate => endsSoon(certificate, now));
}

function endsSoon({ notAfter }: ListedCertificate, now: Date): boolean {
  return Math.abs(daysBetween(now, notAfter)) <= SOON_DAYS;
}

/** The certificates in the order of their end as a table of at most `budget` bytes, and beside it a picture of the first. */
export function certificatesTable({ certificates, now }: Report, place: PlaceWriter, budget: number): string {
  const rows = certificates.map((certificate, index) => certificateRow(certificate, index + 1, now, place));
  const picture = timeline(certificates, now);
  const rest = budget - HEAD.length - Buffer.byteLength(picture);
  return `${HEAD}${rowsWithin(rest, rows, count => `\n… ${count} more\n`)}${picture}`;
}

function certificateRow(certificate: ListedCertificate, number: number, now: Date, place: PlaceWriter): string {
  const { notAfter, at, block, blocks, usedBy } = certificate;
  const ends = `${dayOf(notAfter)}<br>${relativeDays(notAfter, now).replaceAll(' ', '&nbsp;')}`;
  const where = blocks > 1 ? `${place(at)}<br>block ${block} of ${blocks}` : place(at);
  const uses = usedBy.map(use => `${place(use.at)} ${markdownCode(use.field)}`);
  return `| ${number} | ${ends} | ${subjectText(certificate)} | ${where} | ${firstOf(uses, '<br>')} |\n`;
}

/** What it is called, what for, and by whom it was issued, as far as one does not follow from another. */
export function subjectText({ subject, names, kind, key, issuer }: ListedCertificate): string {
  const others = names.filter(name => name !== subject).map(markdownText);
  const also = others.length > 0 ? ` (${firstOf(others, ', ')})` : '';
  const by = kind === 'root' ? '' : `, issued by ${markdownText(issuer)}`;
  return `${markdownText(subject)}${also}<br>${kind}, ${markdownText(key)}${by}`;
}

function firstOf(items: readonly string[], separator: string): string {
  const more = items.length - MAX_SHOWN;
  return [...items.slice(0, MAX_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

/**
 * A Gantt chart of Mermaid with what is left of each certificate, or how long it has been over. It holds nothing that the
 * table does not, as not everything that shows Markdown shows it.
 */
function timeline(certificates: readonly ListedCertificate[], now: Date): string {
  const bars = certificates
    .map((certificate, index) => ({ certificate, number: index + 1 }))
    .filter(({ certificate }) => {
      const days = daysBetween(now, certificate.notAfter);
      return days >= -SOON_DAYS && days <= MAX_BAR_DAYS;
    })
    .slice(0, MAX_BARS)
    .map(({ certificate, number }) => `    ${number} ${barLabel(certificate)} ${bar(certificate, now)}\n`);
  if (bars.length === 0) return '';
  return `\n\`\`\`mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m-%d\n${bars.join('')}\`\`\`\n`;
}

/**
 * The name of a certificate with nothing in it that Mermaid gives a meaning to. The number before it keeps the first word
 * from being one of its own.
 */
function barLabel({ subject }: ListedCertificate): string {
  const plain = subject.replace(/[^\p{L}\p{N}._*-]+/gu, ' ').trim();
  return cutTo(MAX_LABEL_LENGTH, plain);
}

function bar(certificate: ListedCertificate, now: Date): string {
  const { notAfter } = certificate;
  const [from, to] = (notAfter < now ? [notAfter, now] : [now, notAfter]).map(dayOf);
  const tag = notAfter < now ? 'crit, ' : endsSoon(certificate, now) ? 'active, ' : '';
  // A bar of no days is not drawn.
  return `:${tag}${from}, ${from === to ? '1d' : to}`;
}
