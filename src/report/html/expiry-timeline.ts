import type { ListedCertificate } from '../../findings/report.ts';
import { DAY_MILLISECONDS, dayOf } from '../../text/days.ts';
import { statusOf } from './certificate-status.ts';
import { expiryRows, monthOf, type ExpiryRow } from './expiry-rows.ts';
import { html, type Html } from './markup.ts';

/** How far the axis reaches, in days from now: back only where a certificate has ended. */
const DAYS_BACK = 92;
const DAYS_BACK_AT_LEAST = 15;
const DAYS_AHEAD = 366;
/** In pixels. Places along the axis are parts of a hundred, so that text keeps its size on a phone. */
const ROW_HEIGHT = 30;
const AXIS_HEIGHT = 34;

/** The part of the time that is drawn. */
interface Axis {
  readonly from: number;
  readonly to: number;
  /** Where a moment is, in percent of the width; what lies beyond is at the edge. */
  at(moment: Date): number;
  covers(moment: Date): boolean;
}

/** A picture of when certificates end. The table beside it says the same in words. */
export function expiryTimeline(certificates: readonly ListedCertificate[], now: Date): Html {
  const axis = axisAround(now, certificates[0]?.notAfter ?? now);
  const rows = expiryRows(certificates, moment => axis.covers(moment));
  const height = AXIS_HEIGHT + rows.length * ROW_HEIGHT;
  const days = [axis.from, axis.to].map(moment => dayOf(new Date(moment))).join(' to ');
  return html`<div class="timeline">
    <svg role="img" aria-labelledby="timeline-title" height="${height}">
      <title id="timeline-title">When certificates end, ${days}. The table below says the same in words.</title>
      <defs>
        <path id="mark-ended" d="M-5-5 5 5M5-5-5 5" />
        <path id="mark-soon" d="M0-6 6 5H-6Z" />
        <circle id="mark-later" r="4" />
        <path id="mark-beyond" d="M-4-5 3 0-4 5" />
        <path id="mark-before" d="M4-5-3 0 4 5" />
      </defs>
      ${months(axis, height)}
      <line class="today" x1="${axis.at(now)}%" x2="${axis.at(now)}%" y1="16" y2="${height}" />
      <text class="today" x="${axis.at(now)}%" y="11">today</text>
      <g class="rows">${rows.map((row, index) => track(row, middleOf(index), axis, now))}</g>
    </svg>
    <svg class="labels" aria-hidden="true" height="${height}">
      ${rows.map(({ label }, index) => html`<text y="${middleOf(index) + 4}">${label}</text> `)}
    </svg>
  </div> `;
}

function axisAround(now: Date, firstEnd: Date): Axis {
  const back = firstEnd < now ? DAYS_BACK : DAYS_BACK_AT_LEAST;
  const from = now.getTime() - back * DAY_MILLISECONDS;
  const to = now.getTime() + DAYS_AHEAD * DAY_MILLISECONDS;
  const within = (moment: Date): number => Math.min(Math.max(moment.getTime(), from), to);
  return {
    from,
    to,
    at: moment => Math.round((2 + (96 * (within(moment) - from)) / (to - from)) * 100) / 100,
    covers: moment => moment.getTime() >= from && moment.getTime() <= to,
  };
}

function middleOf(row: number): number {
  return AXIS_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2;
}

/** A line at the begin of each month, and the name of each third. */
function months({ from, to, at }: Axis, height: number): Html {
  const first = new Date(from);
  const lines: Html[] = [];
  for (let month = first.getUTCMonth() + 1; ; month += 1) {
    const begin = new Date(Date.UTC(first.getUTCFullYear(), month, 1));
    if (begin.getTime() > to) break;
    const x = at(begin);
    lines.push(html`<line class="month" x1="${x}%" x2="${x}%" y1="${AXIS_HEIGHT - 4}" y2="${height}" /> `);
    if (begin.getUTCMonth() % 3 === 0) {
      const which = begin.getUTCMonth() % 6 === 0 ? 'month' : 'month quarter';
      const [name = '', year = ''] = monthOf(begin).split(' ');
      lines.push(html`<text class="${which}" x="${x}%" y="${AXIS_HEIGHT - 8}">${name.slice(0, 3)} ${year}</text> `);
    }
  }
  return html`${lines}`;
}

/** From today to the last end of a row, with a mark at each end. */
function track({ certificates }: ExpiryRow, y: number, axis: Axis, now: Date): Html {
  const last = certificates.at(-1);
  if (last === undefined) return html``;
  const farthest = last.notAfter < now ? (certificates[0] ?? last) : last;
  const marks = new Map(
    certificates.map(certificate => {
      const x = axis.at(certificate.notAfter);
      const status = statusOf(certificate, now);
      return [`${status} ${x}`, { x, status, shape: shapeFor(certificate, status, axis) }] as const;
    }),
  );
  return html`<line
      class="${statusOf(farthest, now)}"
      x1="${axis.at(now)}%"
      x2="${axis.at(farthest.notAfter)}%"
      y1="${y}"
      y2="${y}"
    />
    ${[...marks.values()].map(
      ({ x, status, shape }) => html`<use class="${status}" href="#mark-${shape}" x="${x}%" y="${y}" /> `,
    )}`;
}

function shapeFor({ notAfter }: ListedCertificate, status: string, axis: Axis): string {
  if (axis.covers(notAfter)) return status;
  return notAfter.getTime() < axis.from ? 'before' : 'beyond';
}
