import type { Finding } from '../../findings/finding.ts';
import type { Report } from '../../findings/report.ts';
import { groupedBy } from '../../text/grouped.ts';
import { Secrets } from '../secrets.ts';
import { countsText } from '../summary.ts';
import { frameMarkup } from './frame-markup.ts';
import { html, type Html } from './markup.ts';
import { pathMarkup, type PlaceWriter } from './place.ts';
import { messageMarkup } from './prose.ts';

/** How many places that belong to a finding are shown. */
const MAX_RELATED = 20;

/** Findings of one file, and where the page has them. */
export interface FileFindings {
  readonly id: string;
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Findings by file, in their order. @param prefix makes the ids of one list other than those of another. */
export function findingsByFile(findings: readonly Finding[], prefix: string): readonly FileFindings[] {
  const groups = groupedBy(findings, finding => finding.at.file.path);
  return [...groups].map(([path, ofFile], index) => ({ id: `${prefix}-${index + 1}`, path, findings: ofFile }));
}

/** Findings with their frames, a part for each file. */
export function fileSections(files: readonly FileFindings[], report: Report, places: PlaceWriter): Html {
  const secrets = new Secrets(report.secrets);
  const sections = files.map(
    ({ id, path, findings }) =>
      html`<details class="file" id="${id}" data-path="${path}" open>
        <summary>
          <h3>${pathMarkup(path)}</h3>
          <span class="counts">${countsText(findings)}</span>
        </summary>
        <ol>
          ${findings.map(finding => findingItem(finding, secrets, places))}
        </ol>
      </details> `,
  );
  return html`${sections}`;
}

function findingItem(finding: Finding, secrets: Secrets, places: PlaceWriter): Html {
  const { ruleId, severity, state, message, at, fix } = finding;
  return html`<li class="finding" data-severity="${severity}" data-rule="${ruleId}" data-state="${state}">
    <p class="origin">
      <span class="severity ${severity}">${severity}</span> <a class="rule" href="#rule-${ruleId}">${ruleId}</a>
      <span class="line">${places.lineAndColumn(at)}</span>
    </p>
    <h4>${messageMarkup(message)}</h4>
    ${frameMarkup(at, secrets, places)}${relatedList(finding, secrets, places)}${fix &&
    html`<p class="fix"><strong>${fix.isSafe ? 'Fix' : 'Unsafe fix'}:</strong> ${messageMarkup(fix.title)}</p> `}
  </li> `;
}

function relatedList({ related }: Finding, secrets: Secrets, places: PlaceWriter): Html | undefined {
  if (related.length === 0) return undefined;
  const items = related
    .slice(0, MAX_RELATED)
    .map(
      ({ at, message }) =>
        html`<li>${messageMarkup(message)} ${places.place(at)} ${frameMarkup(at, secrets, places)}</li> `,
    );
  const rest = related.length - items.length;
  return html`<ul class="related">
    ${items}${rest > 0 ? html`<li>… ${rest} more</li> ` : undefined}
  </ul> `;
}
