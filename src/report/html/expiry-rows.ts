import type { ListedCertificate } from '../../findings/report.ts';
import { groupedBy } from '../../text/grouped.ts';
import { dayOf } from '../../text/days.ts';
import { cutTo } from '../cut.ts';
import { numbered } from '../summary.ts';

/** A row of the timeline: one certificate, or several that end in the same month or year. */
export interface ExpiryRow {
  readonly label: string;
  readonly certificates: readonly ListedCertificate[];
}

/** As many ends in the time that is drawn have a row each; of more, those of a month share one. */
const MAX_SINGLE_ROWS = 30;
/** What a picture can show and a reader still tell apart. */
const MAX_ROWS = 40;
const MAX_LABEL_LENGTH = 40;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The name of a month in UTC: `March 2027`. */
export function monthOf(moment: Date): string {
  return `${MONTHS[moment.getUTCMonth()] ?? ''} ${moment.getUTCFullYear()}`;
}

/**
 * The rows for certificates, which come in the order of their end. Those of a year share one where the time that is drawn
 * does not hold their end, which is the rest of the year where it holds others of it.
 *
 * @param isDrawn tells whether it holds a moment.
 */
export function expiryRows(
  certificates: readonly ListedCertificate[],
  isDrawn: (moment: Date) => boolean,
): readonly ExpiryRow[] {
  const drawn = certificates.filter(({ notAfter }) => isDrawn(notAfter));
  const isLong = drawn.length > MAX_SINGLE_ROWS;
  const drawnYears = new Set(drawn.map(({ notAfter }) => notAfter.getUTCFullYear()));
  const groups = groupedBy([...certificates.entries()], ([index, { notAfter }]) => {
    const year = notAfter.getUTCFullYear();
    if (!isDrawn(notAfter)) return drawnYears.has(year) ? `rest of ${year}` : String(year);
    return isLong ? monthOf(notAfter) : `certificate ${index}`;
  });
  const rows = [...groups].map(([period, entries]) =>
    rowOf(
      period,
      entries.map(([, certificate]) => certificate),
    ),
  );
  if (rows.length <= MAX_ROWS) return rows;
  const rest = rows.slice(MAX_ROWS - 1).flatMap(row => row.certificates);
  return [...rows.slice(0, MAX_ROWS - 1), rowOf('later', rest)];
}

function rowOf(period: string, certificates: readonly ListedCertificate[]): ExpiryRow {
  const [first, second] = certificates;
  if (first === undefined || second !== undefined) {
    return { label: `${period}: ${numbered(certificates.length, 'certificate')}`, certificates };
  }
  return { label: cutTo(MAX_LABEL_LENGTH, `${dayOf(first.notAfter)} ${first.subject}`), certificates };
}
