import { PARTS_STYLE } from './parts-style.ts';

/** Light is what paper gets too; dark is for screens of those who ask for it. Each pair of colours has a contrast of 4.5. */
const COLORS = `
:root {
  color-scheme: light dark;
  --page: #fff; --surface: #f6f7f9; --line: #d8dce2; --strong-line: #868e99;
  --text: #1a1e24; --quiet: #565e69; --link: #0a53be; --focus: #0a53be;
  --error: #b3261e; --error-tint: #fbe3e1; --warning: #7d4e00; --warning-tint: #fbedcb;
  --note: #0b5394; --note-tint: #deebf8; --good: #1b6b3a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #101317; --surface: #181c22; --line: #2e353f; --strong-line: #79838f;
    --text: #e4e7ec; --quiet: #9fa8b4; --link: #8ab8ff; --focus: #8ab8ff;
    --error: #ff9a90; --error-tint: #4a1d19; --warning: #f0bf66; --warning-tint: #42300b;
    --note: #8fc3f7; --note-tint: #15334f; --good: #7fd39b;
  }
}
`;

const PAGE = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
code, pre, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code { font-size: .875em; overflow-wrap: anywhere; }
h1, h2, h3, h4 { margin: 0; line-height: 1.3; text-wrap: pretty; }
p, ul, ol { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus { outline: none; }
header, .columns, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
footer { margin-top: 3rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--page); z-index: 2; }
.skip:focus { top: 1rem; }

header { padding-top: 2.5rem; }
.product { margin: 0 0 .5rem; color: var(--quiet); font-size: .875rem; }
.product strong { color: var(--text); }
h1 { font-size: clamp(1.75rem, 4vw, 2.5rem); letter-spacing: -.02em; font-weight: 650; }
h1.clean::before { content: "\\2713\\a0"; content: "\\2713\\a0" / ""; color: var(--good); }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; list-style: none; margin: 1.25rem 0; padding: 0; }
.tiles li { display: flex; align-items: baseline; gap: .5rem; }
.tiles li > strong { font-size: 1.75rem; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
.tiles li.zero, .tiles li.zero .severity { color: var(--quiet); }
.tiles .severity { font-size: .9375rem; }
header nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 1.5rem 0 0; padding: .75rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.count { color: var(--quiet); font-size: .875em; font-variant-numeric: tabular-nums; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.5rem; }
nav.files { display: none; }
@media (min-width: 64rem) {
  .columns:has(> nav.files) { grid-template-columns: 17rem minmax(0, 1fr); }
  nav.files { display: block; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2rem .5rem 2rem 2px; scrollbar-width: thin; }
}
nav.files h2 { font-size: .875rem; color: var(--quiet); font-weight: 600; }
nav.files ol { list-style: none; padding: 0; font-size: .8125rem; line-height: 1.4; }
nav.files li { display: flex; gap: .75rem; justify-content: space-between; padding: .25rem 0; }
nav.files a { overflow-wrap: anywhere; color: inherit; text-decoration: none; }
nav.files a:hover { text-decoration: underline; }
main > section { padding-top: 2rem; }
h2 { font-size: 1.375rem; letter-spacing: -.01em; margin-bottom: .25rem; }
.lead { color: var(--quiet); margin: .25rem 0 1rem; }
`;

const PAPER = `
@page { margin: 14mm 12mm; }
@media print {
  html { font-size: 9.5pt; }
  h2 { margin-bottom: .5rem; }
  .finding, ul.plain > li { padding: .75rem 1rem; }
  .file > summary, .about > summary { grid-template-columns: minmax(0, 1fr) auto; }
  summary::before { display: none; }
  .about .summary { grid-column: 1 / -1; }
  .about > div { padding-left: 0; }
  .about a::after { content: " (" attr(href) ")"; }
  header, .columns, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { padding-top: 0; }
  .columns, .columns:has(> nav.files) { display: block; }
  form, .skip, nav, nav.files { display: none !important; }
  .file { content-visibility: visible; }
  details::details-content { content-visibility: visible; block-size: auto; height: auto; opacity: 1; }
  .finding, tr, .about { break-inside: avoid; }
  .file > summary, h2, h3, h4, .origin, .lead, .key { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  mark, .frame { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** How the page looks: on a screen wide or narrow, light or dark, and on paper. */
export const STYLE = COLORS + PAGE + PARTS_STYLE + PAPER;
