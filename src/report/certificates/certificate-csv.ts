import type { ListedCertificate, Report } from '../../findings/report.ts';
import { rangeOf } from '../position.ts';
import { visibleText } from '../visible.ts';
import { daysBetween } from '../../text/days.ts';

const COLUMNS =
  'subject issuer kind names not_before not_after days key fingerprint_sha256 file line block used_by'.split(' ');

/** The certificates as CSV (RFC 4180) with a line of headings. Lists are parted by spaces. */
export function certificateCsv({ certificates, now }: Report): string {
  const rows = certificates.map(certificate => cellsOf(certificate, now));
  return [COLUMNS, ...rows].map(cells => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function cellsOf(certificate: ListedCertificate, now: Date): readonly string[] {
  const { subject, issuer, kind, names, notBefore, notAfter, key, fingerprint256, at, block, usedBy } = certificate;
  return [
    inert(subject),
    inert(issuer),
    kind,
    inert(names.join(' ')),
    notBefore.toISOString(),
    notAfter.toISOString(),
    String(daysBetween(now, notAfter)),
    key,
    fingerprint256,
    inert(at.file.path),
    String(rangeOf(at).line),
    String(block),
    inert(usedBy.map(use => `${use.at.file.path}:${rangeOf(use.at).line} ${use.field}`).join('; ')),
  ];
}

/** Text from a certificate or a path: a spreadsheet takes what begins like this for a formula, and runs it. */
function inert(text: string): string {
  const shown = visibleText(text);
  return /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
