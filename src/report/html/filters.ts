import type { Finding } from '../../findings/finding.ts';
import { SEVERITIES } from '../../findings/finding.ts';
import { countsOf } from '../../findings/report.ts';
import { numbered } from '../summary.ts';
import type { FileFindings } from './findings-section.ts';
import { html, type Html } from './markup.ts';
import { pathMarkup } from './place.ts';

/** What narrows the findings down. It is hidden until a script runs, without which it would do nothing. */
export function filterForm(findings: readonly Finding[]): Html {
  const counts = countsOf(findings);
  const severities = SEVERITIES.filter(severity => counts[severity] > 0).map(severity =>
    checkbox('severity', severity, counts[severity], html`<span class="severity ${severity}">${severity}</span>`),
  );
  const isCompared = new Set(findings.map(({ state }) => state)).size > 1;
  const states = (['new', 'existing'] as const).map(state => {
    const count = findings.filter(finding => finding.state === state).length;
    return checkbox('state', state, count, html`${state === 'new' ? 'new' : 'not new'}`);
  });
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  return html`<form id="filters" role="search" aria-label="Filter the findings" hidden>
    <fieldset>
      <legend>Severity</legend>
      ${severities}
    </fieldset>
    ${isCompared
      ? html`<fieldset>
          <legend>State</legend>
          ${states}
        </fieldset> `
      : undefined}<label class="field"
      >Rule
      <select name="rule">
        <option value="">all rules</option>
        ${rules.map(id => html`<option>${id}</option>`)}
      </select></label
    >
    <label class="field"
      >File <input name="file" type="search" placeholder="part of a path" autocomplete="off" spellcheck="false"
    /></label>
    <label class="field"
      >Text
      <input name="text" type="search" placeholder="words" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"
    /></label>
    <button type="reset">Show all</button>
    <output id="shown" aria-live="polite">${numbered(findings.length, 'finding')}</output>
  </form> `;
}

function checkbox(name: string, value: string, count: number, label: Html): Html {
  return html`<label class="choice"
    ><input type="checkbox" name="${name}" value="${value}" checked /> ${label}
    <span class="count">${count}</span></label
  >`;
}

/** Links to the files that have findings. */
export function fileList(files: readonly FileFindings[]): Html {
  if (files.length < 2) return html``;
  const items = files.map(
    ({ id, path, findings }) =>
      html`<li><a href="#${id}">${pathMarkup(path)}</a> <span class="count">${findings.length}</span></li> `,
  );
  return html`<nav class="files" aria-labelledby="files-title">
    <h2 id="files-title">Files</h2>
    <ol>
      ${items}
    </ol>
  </nav> `;
}
