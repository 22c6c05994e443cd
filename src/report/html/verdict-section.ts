import type { Severity } from '../../findings/finding.ts';
import { SEVERITIES } from '../../findings/finding.ts';
import type { Comparison, Report } from '../../findings/report.ts';
import { countsOf, filesOf, holdsNothing } from '../../findings/report.ts';
import { dayOf } from '../../text/days.ts';
import { staleText } from '../baseline-text.ts';
import { TOOL_NAME } from '../project.ts';
import { numbered, whichCount } from '../summary.ts';
import { html, type Html } from './markup.ts';

/** The head of the page: what the run came to, what it was compared with, and where the rest is. */
export function verdictSection(report: Report, version: string): Html {
  const { findings, comparison, repository, now } = report;
  const counting = findings.filter(({ state }) => state === 'new');
  const worst = SEVERITIES.find(severity => counting.some(finding => finding.severity === severity));
  const whose = repository === undefined ? undefined : html`, ${repository}`;
  return html`<header>
    <p class="product">
      <strong>${TOOL_NAME}</strong> ${version}, <time datetime="${now.toISOString()}">${dayOf(now)}</time>${whose}
    </p>
    <h1 class="${worst ?? (holdsNothing(report) ? 'blank' : 'clean')}">${headline(report)}</h1>
    ${worst === undefined ? undefined : tiles(countsOf(counting))}
    ${comparison && comparisonText(comparison)}${caveats(report)}${policyList(comparison)}${contents(report)}
  </header>`;
}

/** What a reader has to know who takes the page for the whole, or for what is new. */
function caveats(report: Report): Html {
  const { withoutBase, shard, baseline, files } = report;
  const nothing =
    holdsNothing(report) && html`<p>No Prometheus configuration was found in ${numbered(files.seen, 'file')}.</p> `;
  const gone = baseline && staleText(baseline);
  const recorded =
    baseline && html`<p>What <code>${baseline.file}</code> has does not count.${gone && ` ${gone}.`}</p> `;
  const all = withoutBase && html`<p>Everything counts, what stood there before too: ${withoutBase}.</p> `;
  const part =
    shard && html`<p>This is part ${shard.index} of ${shard.count}: other files are in the other parts.</p> `;
  return html`${nothing || undefined}${recorded}${all}${part}`;
}

function headline(report: Report): string {
  const counting = report.findings.filter(({ state }) => state === 'new');
  const which = whichCount(report);
  if (counting.length === 0 && holdsNothing(report)) return 'Nothing to judge';
  if (counting.length === 0) return `No ${which}findings`;
  return `${numbered(counting.length, `${which}finding`)} in ${numbered(filesOf(counting).length, 'file')}`;
}

function tiles(counts: Readonly<Record<Severity, number>>): Html {
  const items = SEVERITIES.map(severity => {
    const count = counts[severity];
    return html`<li class="${count > 0 ? severity : 'zero'}">
      <strong>${count}</strong> <span class="severity ${severity}">${severity}${count === 1 ? '' : 's'}</span>
    </li> `;
  });
  return html`<ul class="tiles" aria-label="Findings by severity">
    ${items}
  </ul> `;
}

function comparisonText({ scope, base, fixed, isUntouched }: Comparison): Html {
  if (isUntouched)
    return html`<p>Nothing that ${TOOL_NAME} reads is other than in ${base}, so that nothing was judged.</p> `;
  const what = scope === 'new' ? 'what is not in' : 'what stands on lines that are other than in';
  const gone = fixed > 0 ? ` ${numbered(fixed, 'finding')} of the base ${fixed === 1 ? 'is' : 'are'} gone.` : '';
  return html`<p>Only ${what} <code>${base}</code> counts.${gone}</p> `;
}

function policyList(comparison: Comparison | undefined): Html | undefined {
  if (comparison === undefined || comparison.policyChanges.length === 0) return undefined;
  return html`<p>The change alters what counts:</p>
    <ul>
      ${comparison.policyChanges.map(change => html`<li>${change}</li>`)}
    </ul> `;
}

function contents({ findings, certificates, ignored, unread }: Report): Html {
  const existing = findings.filter(({ state }) => state === 'existing').length;
  const parts = [
    ['findings', 'Findings', findings.length - existing],
    ['existing', 'Not new', existing],
    ['certificates', 'Certificates', certificates.length],
    ['ignored', 'Ignored', ignored.length],
    ['unread', 'Not read', unread.length],
    [
      'rules',
      'Rules',
      new Set([...findings, ...ignored.map(({ finding }) => finding)].map(({ ruleId }) => ruleId)).size,
    ],
  ] as const;
  const links = parts
    .filter(([, , count]) => count > 0)
    .map(([id, name, count]) => html`<li><a href="#${id}">${name}</a> <span class="count">${count}</span></li> `);
  if (links.length === 0) return html``;
  return html`<nav aria-label="Contents">
    <ul>
      ${links}
    </ul>
  </nav> `;
}
