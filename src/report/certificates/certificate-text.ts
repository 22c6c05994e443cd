import type { ListedCertificate, Report } from '../../findings/report.ts';
import type { Span } from '../../text/source.ts';
import { painterFor, type Paint } from '../color.ts';
import { rangeOf } from '../position.ts';
import { numbered } from '../summary.ts';
import { columnsOf, visibleText } from '../visible.ts';
import { dayOf, daysBetween } from '../../text/days.ts';
import { relativeDays } from './expiry.ts';

const SOON_DAYS = 30;

/** The certificates for a terminal, two lines each: the facts, and where it stands and what uses it. */
export function certificateText({ certificates, now }: Report, hasColor: boolean): string {
  if (certificates.length === 0) return 'no certificates\n';
  const paint = painterFor(hasColor);
  const rows = certificates.map(certificate => cellsOf(certificate, now));
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => widthOf(row[column] ?? ''))));
  const blocks = certificates.map((certificate, index) => {
    const cells = (rows[index] ?? []).map((cell, column) => padded(cell, widths[column] ?? 0));
    return [painted(cells, certificate, now, paint), ...placesOf(certificate).map(place => `    ${place}`)].join('\n');
  });
  return `${blocks.join('\n')}\n\n${countsOf(certificates, now)}\n`;
}

function cellsOf({ notAfter, kind, key, subject, names }: ListedCertificate, now: Date): readonly string[] {
  const others = names.filter(name => name !== subject).map(visibleText);
  const shown = others.length === 0 ? visibleText(subject) : `${visibleText(subject)} (${others.join(', ')})`;
  return [dayOf(notAfter), relativeDays(notAfter, now), kind, key, shown];
}

function painted(cells: readonly string[], { notAfter }: ListedCertificate, now: Date, paint: Paint): string {
  const [day = '', relative = '', ...rest] = cells;
  const head = `${day}  ${relative}`;
  const days = daysBetween(now, notAfter);
  const marked = notAfter < now ? paint('error', head) : days < SOON_DAYS ? paint('warning', head) : head;
  return [marked, ...rest].join('  ');
}

function placesOf({ at, block, blocks, usedBy }: ListedCertificate): readonly string[] {
  const which = blocks > 1 ? ` (block ${block} of ${blocks})` : '';
  return [`${placeOf(at)}${which}`, ...usedBy.map(use => `used by ${placeOf(use.at)} ${use.field}`)];
}

function placeOf(at: Span): string {
  return `${visibleText(at.file.path)}:${rangeOf(at).line}`;
}

function countsOf(certificates: readonly ListedCertificate[], now: Date): string {
  const expired = certificates.filter(({ notAfter }) => notAfter < now).length;
  const soon = certificates.filter(({ notAfter }) => notAfter >= now && daysBetween(now, notAfter) < SOON_DAYS).length;
  return `${numbered(certificates.length, 'certificate')}, ${expired} expired, ${soon} within ${SOON_DAYS} days`;
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
