import type { Browser } from './browser.ts';
import { FAINT_TEXTS, OVERHANGING, SEEN_FINDINGS } from './in-page.ts';
import { keyboardChecks } from './keyboard-checks.ts';
import { unnamedIn } from './names.ts';
import { fieldOf, opened, type Page, type View } from './page.ts';
import { MANY, type SamplePage } from './pages.ts';

/** Something that has to hold: where it does, there are no faults. */
export interface Check {
  readonly name: string;
  faults(): Promise<readonly string[]>;
}

const DESK: View = { width: 1280 };
const PHONE: View = { width: 360, height: 740 };
/** How long the page of many findings may take, on a machine that does much else. */
const PATIENCE_MILLISECONDS = 30_000;

/** All checks, of which each opens its own tab. */
export function everyCheck(browser: Browser, pages: readonly SamplePage[], large: SamplePage): readonly Check[] {
  return [
    ...pages.flatMap(page => checksOf(browser, page)),
    ...keyboardChecks(browser, pages),
    {
      name: `${large.name} open and can be searched`,
      async faults() {
        const begin = Date.now();
        const page = await opened(browser, large.html, DESK);
        const faults = await expected(page, SEEN_FINDINGS, MANY);
        await page.press('/');
        await page.type('team-77/');
        await page.value('new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))');
        const took = Date.now() - begin;
        return [
          ...faults,
          ...(await expected(page, SEEN_FINDINGS, 20)),
          ...(took > PATIENCE_MILLISECONDS ? [`it took ${took} ms`] : []),
          ...page.complaints(),
        ];
      },
    },
  ];
}

function checksOf(browser: Browser, { name, html, report }: SamplePage): readonly Check[] {
  const within = (what: string, view: View, faults: (page: Page) => Promise<readonly string[]>): Check => ({
    name: `${name}: ${what}`,
    faults: async () => faults(await opened(browser, html, view)),
  });
  const { length } = report.findings;
  return [
    within('opens without an error, a violation of its policy or a request', DESK, async page => [
      ...(await expected(page, SEEN_FINDINGS, length)),
      ...(await expected(page, 'getComputedStyle(document.body).margin', '0px')),
      ...page.complaints(),
    ]),
    within('shows everything without scripts', { ...DESK, hasScript: false }, async page => [
      ...(await expected(page, SEEN_FINDINGS, length)),
      ...(await expected(page, 'document.querySelector("form")?.checkVisibility() ?? false', false)),
    ]),
    within('needs no scrolling sideways on a phone', PHONE, page => listed(page, OVERHANGING)),
    within('needs no scrolling sideways on a screen', DESK, page => listed(page, OVERHANGING)),
    within('has text with enough contrast in light', DESK, page => listed(page, FAINT_TEXTS)),
    within('has text with enough contrast in dark', { ...DESK, scheme: 'dark' }, page => listed(page, FAINT_TEXTS)),
    within('has a name for everything that is used or looked for', DESK, unnamedIn),
    within('prints all findings, dark on white', { ...DESK, scheme: 'dark' }, page => printFaults(page, length)),
  ];
}

/** What is wrong with it on paper. A PDF has an outline of the headings, of which each finding is one. */
async function printFaults(page: Page, findings: number): Promise<readonly string[]> {
  const headings = await page.value('document.querySelectorAll("h1, h2, h3, h4").length');
  const hidden = await page.value('document.querySelectorAll("nav h2").length');
  const settings = { preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true };
  const { data } = await page.tab.call('Page.printToPDF', settings);
  const pdf = Buffer.from(String(data), 'base64').toString('latin1');
  const titles = [...pdf.matchAll(/\/Title\b/g)].length;
  await page.tab.call('Emulation.setEmulatedMedia', {
    media: 'print',
    features: [{ name: 'prefers-color-scheme', value: 'dark' }],
  });
  return [
    // One title is that of the document.
    ...(titles - 1 === Number(headings) - Number(hidden) ? [] : [`${titles} titles for ${String(headings)} headings`]),
    ...(await expected(page, SEEN_FINDINGS, findings)),
    ...(await expected(page, 'getComputedStyle(document.body).backgroundColor', 'rgb(255, 255, 255)')),
    ...(await listed(page, FAINT_TEXTS)),
  ];
}

/** Empty where an expression gives a value, else what it gives. */
export async function expected(page: Page, expression: string, value: unknown): Promise<readonly string[]> {
  const actual = await page.value(expression);
  return actual === value
    ? []
    : [`${JSON.stringify(actual)} and not ${JSON.stringify(value)}: ${expression.slice(0, 100)}`];
}

async function listed(page: Page, expression: string): Promise<readonly string[]> {
  const list = await page.value(expression);
  return Array.isArray(list) ? list.map(String) : [`no list: ${String(fieldOf(list, 'description'))}`];
}
