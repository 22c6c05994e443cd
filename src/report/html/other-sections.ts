import type { Report, RuleMetadata } from '../../findings/report.ts';
import { rulePageOf } from '../project.ts';
import { numbered, unreadByReason } from '../summary.ts';
import { html, type Html } from './markup.ts';
import { pathMarkup, type PlaceWriter } from './place.ts';
import { explanationMarkup, messageMarkup } from './prose.ts';

/** What ignore comments took out, with the reasons that they give. */
export function ignoredSection({ ignored }: Report, places: PlaceWriter): Html {
  if (ignored.length === 0) return html``;
  const items = ignored.map(
    ({ finding, reason, at }) =>
      html`<li>
        <p class="origin">
          <span class="severity ${finding.severity}">${finding.severity}</span>
          <a class="rule" href="#rule-${finding.ruleId}">${finding.ruleId}</a> ${places.place(finding.at)}
        </p>
        <p>${messageMarkup(finding.message)}</p>
        <p class="reason"><strong>Reason:</strong> ${reason} <span class="line">(${places.lineAndColumn(at)})</span></p>
      </li> `,
  );
  return html`<section id="ignored" aria-labelledby="ignored-title">
    <h2 id="ignored-title">Ignored</h2>
    <p class="lead">${numbered(ignored.length, 'finding')} taken out by comments, which give these reasons.</p>
    <ul class="plain">
      ${items}
    </ul>
  </section> `;
}

/** What might be of Prometheus and was not read, by reason. */
export function unreadSection({ unread }: Report): Html {
  if (unread.length === 0) return html``;
  const groups = [...unreadByReason(unread)].map(
    ([reason, entries]) =>
      html`<h3>${reason}</h3>
        <ul class="paths">
          ${entries.map(({ path }) => html`<li><code class="path">${pathMarkup(path)}</code></li> `)}
        </ul> `,
  );
  return html`<section id="unread" aria-labelledby="unread-title">
    <h2 id="unread-title">Not read</h2>
    <p class="lead">Nothing is known of what stands there.</p>
    ${groups}
  </section> `;
}

/** What the rules say that found something, and how often they did. */
export function rulesSection(report: Report): Html {
  const counts = new Map<string, number>();
  const shown = [...report.findings, ...report.ignored.map(({ finding }) => finding)];
  for (const { ruleId } of shown) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  const rules = report.rules.filter(({ id }) => counts.has(id));
  if (rules.length === 0) return html``;
  return html`<section id="rules" aria-labelledby="rules-title">
    <h2 id="rules-title">Rules</h2>
    <p class="lead">Why each of these matters, and what to do about it.</p>
    ${rules.map(rule => ruleDetails(rule, counts.get(rule.id) ?? 0))}
  </section> `;
}

/** The id stands inside of what is folded, since a browser unfolds what holds the target of a link. */
function ruleDetails({ id, severity, summary, explanation }: RuleMetadata, count: number): Html {
  return html`<details class="about">
    <summary>
      <h3>${id}</h3>
      <span class="counts">${numbered(count, 'finding')}</span> <span class="summary">${summary}</span>
    </summary>
    <div id="rule-${id}" tabindex="-1">
      ${explanationMarkup(explanation)}
      <p>By default: ${severity}. <a href="${rulePageOf(id)}" rel="noreferrer">Its page, with examples</a></p>
    </div>
  </details> `;
}
