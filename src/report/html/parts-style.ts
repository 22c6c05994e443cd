/** How the parts of the page look that hold findings, certificates and rules. */
export const PARTS_STYLE = `
#filters { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; margin: 0 0 1rem; padding: .75rem 0; background: var(--page); border-bottom: 1px solid var(--line); font-size: .875rem; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0; padding: 0; border: 0; min-width: 0; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.choice { display: inline-flex; align-items: center; gap: .35rem; min-height: 1.75rem; cursor: pointer; }
.choice input { accent-color: var(--link); width: 1rem; height: 1rem; margin: 0; }
.field { display: inline-flex; align-items: center; gap: .4rem; color: var(--quiet); min-width: 0; }
.field input, .field select, button { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--strong-line); border-radius: 6px; padding: .25rem .5rem; min-width: 0; min-height: 2rem; }
.field input { width: 9.5rem; }
.field select { max-width: 13rem; }
.field input::placeholder { color: var(--quiet); opacity: 1; }
button { cursor: pointer; padding: .25rem .75rem; }
button:hover { background: var(--surface); }
#shown { color: var(--quiet); margin-left: auto; font-variant-numeric: tabular-nums; }
@media (max-width: 47.99rem), (max-height: 31.99rem) {
  #filters { position: static; }
}
@media (max-width: 47.99rem) {
  .field { flex: 1 1 100%; }
  .field input, .field select { flex: 1; width: auto; max-width: none; }
  header, .columns, footer { padding-left: 1rem; padding-right: 1rem; }
}
@media (min-width: 48rem) and (min-height: 32rem) {
  #findings :is(.file, .file a, .file summary) { scroll-margin-top: 6.5rem; }
}

.severity, .status { font-weight: 600; white-space: nowrap; }
.severity.error, .status.ended { color: var(--error); }
.severity.warning, .status.soon { color: var(--warning); }
.severity.note { color: var(--note); }
.status.later { color: var(--quiet); }
.severity::before, .status::before { display: inline-block; width: 1.15em; font-weight: 400; }
.severity.error::before, .status.ended::before { content: "\\2715"; content: "\\2715" / ""; }
.severity.warning::before, .status.soon::before { content: "\\25b2"; content: "\\25b2" / ""; }
.severity.note::before, .status.later::before { content: "\\25cf"; content: "\\25cf" / ""; }

.file { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.file > summary, .about > summary { display: grid; grid-template-columns: .75rem minmax(0, 1fr) auto; align-items: baseline; gap: .125rem .5rem; padding: .6rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\203a"; content: "\\203a" / ""; color: var(--quiet); font-size: 1.125rem; line-height: 1; text-align: center; }
[open] > summary::before { transform: rotate(90deg); }
.file > summary { background: var(--surface); border-radius: 7px; }
.file[open] > summary { border-radius: 7px 7px 0 0; border-bottom: 1px solid var(--line); }
summary h3 { font: 600 .9375rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.counts { color: var(--quiet); font-size: .875rem; }
.file ol, ul.plain { list-style: none; margin: 0; padding: 0; }
.finding, ul.plain > li { padding: 1rem; }
.finding + .finding, ul.plain > li + li { border-top: 1px solid var(--line); }
.finding h4 { font-size: 1rem; font-weight: 500; overflow-wrap: anywhere; }
.origin { display: flex; flex-wrap: wrap; gap: 0 .875rem; margin: 0 0 .2rem; font-size: .875rem; }
.line { color: var(--quiet); }
.frame { display: flex; margin: .6rem 0 0; padding: .5rem .75rem; background: var(--surface); border-radius: 6px; font-size: .8125rem; line-height: 1.6; tab-size: 4; }
.frame .number { flex: none; min-width: 2ch; padding-right: 1rem; text-align: right; color: var(--quiet); user-select: none; }
.frame code { font-size: inherit; white-space: pre-wrap; word-break: break-all; min-width: 0; }
mark { color: var(--text); background: var(--note-tint); border-radius: 2px; box-shadow: 0 2px 0 var(--note); }
mark:empty { padding-right: .5ch; }
.finding[data-severity="error"] > .frame mark { background: var(--error-tint); box-shadow: 0 2px 0 var(--error); }
.finding[data-severity="warning"] > .frame mark { background: var(--warning-tint); box-shadow: 0 2px 0 var(--warning); }
.related { list-style: none; margin: .75rem 0 0; padding: 0; font-size: .9375rem; overflow-wrap: anywhere; }
.related > li { margin-top: .5rem; }
.path { color: var(--quiet); font-size: .8125rem; overflow-wrap: anywhere; }
.fix { margin: .75rem 0 0; font-size: .9375rem; }
#existing .file { border-style: dashed; }

.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; }
.timeline { display: grid; grid-template-columns: 36% 64%; margin: 0 0 1rem; }
.timeline svg { display: block; width: 100%; grid-row: 1; grid-column: 2; font: .75rem/1 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.timeline .labels { grid-column: 1; overflow: visible; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.timeline text { fill: var(--text); stroke: var(--page); stroke-width: 4px; paint-order: stroke; }
.timeline text.month, .timeline text.today { fill: var(--quiet); text-anchor: middle; }
.timeline text.today { font-weight: 600; }
.timeline line { stroke-width: 2; stroke: var(--strong-line); }
.timeline line.month { stroke: var(--line); stroke-width: 1; }
.timeline line.today { stroke: var(--strong-line); stroke-width: 1; stroke-dasharray: 3 3; }
.timeline line.ended { stroke: var(--error); }
.timeline line.soon { stroke: var(--warning); }
.timeline use { fill: var(--strong-line); stroke: var(--page); stroke-width: 1.5; paint-order: stroke; }
.timeline use.soon { fill: var(--warning); }
.timeline use.ended, .timeline use[href="#mark-before"] { fill: none; stroke: var(--error); stroke-width: 2.5; }
.timeline use[href="#mark-beyond"] { fill: none; stroke: var(--strong-line); stroke-width: 2; }
@media screen and (max-width: 47.99rem) {
  .timeline { grid-template-columns: 100%; }
  .timeline svg, .timeline .labels { grid-column: 1; }
  .timeline .rows { transform: translateY(7px); }
  .timeline .labels text { transform: translateY(-8px); }
  .timeline text.quarter { display: none; }
}

table { width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45; }
th { text-align: left; font-weight: 600; color: var(--quiet); }
th, td { padding: .6rem 1rem .6rem 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
th:nth-child(2) { width: 32%; }
@media screen and (max-width: 47.99rem) {
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  td { padding: .15rem 0; border: 0; }
  tr { padding: .75rem 0; border-bottom: 1px solid var(--line); }
  td:first-child { display: flex; gap: .75rem; }
  td:first-child br { display: none; }
  td:nth-child(3)::before, td:nth-child(4)::before { color: var(--quiet); }
  td:nth-child(3)::before { content: "stands in "; }
  td:nth-child(4)::before { content: "used by "; }
}

.reason { overflow-wrap: anywhere; }
.paths { padding-left: 1.25rem; }
#unread h3 { font-size: 1rem; font-weight: 600; }
.about { border-bottom: 1px solid var(--line); }
.about > summary { padding: .6rem 0; }
.about .summary { grid-column: 2 / -1; color: var(--quiet); }
.about > div { scroll-margin-top: 5.5rem; max-width: 46rem; padding: 0 0 1rem 1.25rem; }
`;
