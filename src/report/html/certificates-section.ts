import type { ListedCertificate, Report } from '../../findings/report.ts';
import { dayOf } from '../../text/days.ts';
import { relativeDays } from '../certificates/expiry.ts';
import { certificatesTitle, SOON_DAYS } from '../markdown-certificates.ts';
import { statusOf, type CertificateStatus } from './certificate-status.ts';
import { expiryTimeline } from './expiry-timeline.ts';
import { html, type Html } from './markup.ts';
import type { PlaceWriter } from './place.ts';

/** How many names or uses of a certificate are shown. */
const MAX_SHOWN = 5;

const WORDS: Readonly<Record<CertificateStatus, string>> = { ended: 'ended', soon: 'ends soon', later: 'ends later' };

/** The certificates by their end: a picture, and a table with all of it. */
export function certificatesSection(report: Report, places: PlaceWriter): Html {
  const { certificates, now } = report;
  if (certificates.length === 0) return html``;
  return html`<section id="certificates" aria-labelledby="certificates-title">
    <h2 id="certificates-title">Certificates</h2>
    <p class="lead">${certificatesTitle(report)}</p>
    <p class="key">
      <span class="status ended">ended</span> <span class="status soon">ends within ${SOON_DAYS} days</span>
      <span class="status later">ends later</span>
    </p>
    ${expiryTimeline(certificates, now)}
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">Ends</th>
          <th role="columnheader" scope="col">Certificate</th>
          <th role="columnheader" scope="col">Stands in</th>
          <th role="columnheader" scope="col">Used by</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${certificates.map(certificate => row(certificate, now, places))}
      </tbody>
    </table>
  </section> `;
}

function row(certificate: ListedCertificate, now: Date, places: PlaceWriter): Html {
  const { subject, names, kind, key, issuer, notAfter, at, block, blocks, usedBy } = certificate;
  const status = statusOf(certificate, now);
  const others = names.filter(name => name !== subject).map(name => html`<code>${name}</code>`);
  const uses = usedBy.map(use => html`${places.place(use.at)} <code>${use.field}</code>`);
  return html`<tr role="row">
    <td role="cell">
      <time datetime="${notAfter.toISOString()}">${dayOf(notAfter)}</time><br />${relativeDays(notAfter, now)}<br /><span
        class="status ${status}"
        >${WORDS[status]}</span
      >
    </td>
    <td role="cell">
      <strong>${subject}</strong><br />${kind},
      ${key}${kind === 'root' ? undefined : html`, issued by ${issuer}`}${others.length > 0
        ? html`<br />${firstOf(others, html`, `)}`
        : undefined}
    </td>
    <td role="cell">${places.place(at)}${blocks > 1 ? html`<br />block ${block} of ${blocks}` : undefined}</td>
    <td role="cell">${uses.length > 0 ? firstOf(uses, html`<br />`) : 'nothing here'}</td>
  </tr> `;
}

function firstOf(items: readonly Html[], separator: Html): Html {
  const rest = items.length - MAX_SHOWN;
  const shown = items.slice(0, MAX_SHOWN).flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
  return html`${shown}${rest > 0 ? html` and ${rest} more` : undefined}`;
}
