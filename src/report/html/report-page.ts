import { sha256 } from '@noble/hashes/sha2.js';
import type { Report, Reporter } from '../../findings/report.ts';
import { dayOf } from '../../text/days.ts';
import { PROJECT_URL, TOOL_NAME } from '../project.ts';
import { countsText, filesText, whichCount } from '../summary.ts';
import { certificatesSection } from './certificates-section.ts';
import { fileList, filterForm } from './filters.ts';
import { FILTER_SCRIPT } from './filter-script.ts';
import { fileSections, findingsByFile, type FileFindings } from './findings-section.ts';
import { html, verbatim, type Html } from './markup.ts';
import { ignoredSection, rulesSection, unreadSection } from './other-sections.ts';
import { placeWriter, type PlaceWriter } from './place.ts';
import { STYLE } from './style.ts';
import { verdictSection } from './verdict-section.ts';

/** How a page is written. */
interface HtmlOptions {
  /** The version of promsec. */
  readonly version: string;
  /** What places are linked to: `https://github.com/o/r/blob/SHA`. */
  readonly commit?: string;
}

/**
 * One page that needs nothing else: no network, and no script to be read. The policy in it lets run only what is
 * here, so that nothing which a file says could.
 */
export function htmlReporter({ version, commit }: HtmlOptions): Reporter {
  return report => page(report, version, commit).markup;
}

function page(report: Report, version: string, commit: string | undefined): Html {
  const { findings, files, now, comparison } = report;
  const places = placeWriter(report, commit);
  const [counting, existing] = ['new', 'existing'].map(state => findings.filter(finding => finding.state === state));
  const ofNew = findingsByFile(counting ?? [], 'file');
  const ofExisting = findingsByFile(existing ?? [], 'file-before');
  return html`<!doctype html>
    <html lang="en">
      ${head(`${TOOL_NAME}: ${countsText(counting ?? [], whichCount(report))}`, version)}
      <body>
        <a class="skip" href="#content">Skip to the findings</a>
        ${verdictSection(report, version)}
        <div class="columns">
          ${fileList(ofNew)}
          <main id="content" tabindex="-1">
            ${findingsSection(ofNew, report, places)} ${existingSection(ofExisting, report, places)}
            ${certificatesSection(report, places)}${ignoredSection(report, places)}
            ${unreadSection(report)}${rulesSection(report)}
          </main>
        </div>
        <footer>
          <p>
            ${comparison?.isUntouched === true ? undefined : `${filesText(files)}. `}Dates are compared with
            ${dayOf(now)}. Made by <a href="${PROJECT_URL}">${TOOL_NAME} ${version}</a>.
          </p>
        </footer>
        ${verbatim('script', FILTER_SCRIPT)}
      </body>
    </html> `;
}

function head(title: string, version: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="generator" content="${TOOL_NAME} ${version}" />
    <title>${title}</title>
    ${verbatim('style', STYLE)}
  </head>`;
}

/** Nothing is loaded, and of styles and scripts only the two of this page count. */
function policy(): string {
  const [style, script] = [STYLE, FILTER_SCRIPT].map(
    text => `'sha256-${Buffer.from(sha256(Buffer.from(text))).toString('base64')}'`,
  );
  return `default-src 'none'; style-src ${style}; script-src ${script}; base-uri 'none'; form-action 'none'`;
}

/** What counts, and what narrows down all that is listed; nothing where nothing is. */
function findingsSection(files: readonly FileFindings[], report: Report, places: PlaceWriter): Html | undefined {
  const { findings } = report;
  if (findings.length === 0) return undefined;
  return html`<section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">${whichCount(report) === '' ? 'Findings' : 'New findings'}</h2>
    ${files.length === 0 ? html`<p class="lead">There are none.</p>` : undefined}${filterForm(findings)}
    ${fileSections(files, report, places)}
    <p id="none" hidden>No finding is like that.</p>
  </section>`;
}

function existingSection(files: readonly FileFindings[], report: Report, places: PlaceWriter): Html | undefined {
  if (files.length === 0) return undefined;
  return html`<section id="existing" aria-labelledby="existing-title">
    <h2 id="existing-title">Not new</h2>
    <p class="lead">These stood there before, and do not count.</p>
    ${fileSections(files, report, places)}
  </section>`;
}
