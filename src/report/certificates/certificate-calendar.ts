import type { ListedCertificate, Report } from '../../findings/report.ts';
import { daysBetween } from '../../text/days.ts';
import { groupedBy } from '../../text/grouped.ts';
import { rangeOf } from '../position.ts';
import { visibleText } from '../visible.ts';

const LINE_OCTETS = 75;
const LEAF_DAYS = 30;
const AUTHORITY_DAYS = 90;

/**
 * The certificates as a calendar (iCalendar, RFC 5545): an event on the day on which each ends, with a reminder a third of
 * its life before, at most 30 days, or 90 for an authority. A certificate that stands in several files is one event, and
 * keeps its identity from run to run, so that a calendar that is subscribed to updates it.
 *
 * @param version of promsec.
 */
export function certificateCalendar({ certificates, now }: Report, version: string): string {
  const copies = groupedBy(certificates, certificate => certificate.fingerprint256);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//promsec//promsec ${version}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Certificates that end',
    ...[...copies.values()].flatMap(same => eventOf(same, now)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

function eventOf(copies: readonly ListedCertificate[], now: Date): readonly string[] {
  const [certificate] = copies;
  if (certificate === undefined) return [];
  const { subject, issuer, kind, key, notAfter, fingerprint256 } = certificate;
  const what = kind === 'leaf' ? 'Certificate' : 'CA certificate';
  const description = [
    `It ends at ${notAfter.toISOString()}.`,
    `Issued by ${issuer}, ${key}, SHA-256 ${fingerprint256}`,
    ...copies.flatMap(placesOf),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${fingerprint256.replaceAll(':', '').toLowerCase()}@promsec`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART;VALUE=DATE:${stampOf(notAfter).slice(0, 8)}`,
    `SUMMARY:${escaped(`${what} ${visibleText(subject)} expires`)}`,
    `DESCRIPTION:${description.map(line => escaped(visibleText(line))).join('\\n')}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(`${what} ${visibleText(subject)} expires soon`)}`,
    `TRIGGER:-P${reminderDays(certificate)}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function placesOf({ at, usedBy }: ListedCertificate): readonly string[] {
  return [
    `In ${at.file.path}, line ${rangeOf(at).line}`,
    ...usedBy.map(use => `Used by ${use.field} in ${use.at.file.path}, line ${rangeOf(use.at).line}`),
  ];
}

function reminderDays({ kind, notBefore, notAfter }: ListedCertificate): number {
  const third = Math.trunc(daysBetween(notBefore, notAfter) / 3);
  return Math.max(1, Math.min(third, kind === 'leaf' ? LEAF_DAYS : AUTHORITY_DAYS));
}

/** A moment as RFC 5545 has it, in UTC: `20270131T120000Z`. */
function stampOf(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** The value type TEXT of RFC 5545, section 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&');
}

/** Lines have at most 75 octets (RFC 5545, section 3.1); what goes on begins with a blank. No character is cut apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
