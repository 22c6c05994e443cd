import type { Browser } from './browser.ts';
import { expected, type Check } from './checks.ts';
import { FOCUSED, SEEN_FINDINGS } from './in-page.ts';
import { opened, type Page } from './page.ts';
import type { SamplePage } from './pages.ts';

const FRAME = 'new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 20)))';
const COUNT = 'document.getElementById("shown").value';

/** What can be done without a mouse, on the page of the examples. */
export function keyboardChecks(browser: Browser, pages: readonly SamplePage[]): readonly Check[] {
  const [examples] = pages;
  if (examples === undefined) throw new Error('there is no page to try the keyboard on');
  const { findings } = examples.report;
  const total = findings.length;
  const ofErrors = findings.filter(({ severity }) => severity === 'error').length;
  const byKeyboard = (name: string, faults: (page: Page) => Promise<readonly string[]>): Check => ({
    name: `by keyboard: ${name}`,
    faults: async () => {
      const page = await opened(browser, examples.html, { width: 1280 });
      return [...(await faults(page)), ...page.complaints()];
    },
  });
  return [
    byKeyboard('the first stop leads past everything to the findings', async page => {
      await page.press('Tab');
      const first = await expected(page, FOCUSED, 'a skip');
      await page.press('Enter');
      return [...first, ...(await expected(page, 'document.activeElement.id', 'content'))];
    }),
    byKeyboard('each stop is seen, and the filters come in their order', async page => {
      const stops = await stopsUntil(page, 'button');
      const filters = stops.filter(stop => /^(?:input|select|button)/.test(stop));
      const wanted = ['input severity=error', 'input severity=warning', 'input severity=note', 'select rule'];
      return [
        ...stops.filter(stop => stop.endsWith('(unseen)')),
        ...same(filters, [...wanted, 'input file', 'input text', 'button ']),
      ];
    }),
    byKeyboard('a severity is left out', async page => {
      await stopsUntil(page, 'input severity=error');
      await page.press(' ');
      await page.value(FRAME);
      return [
        ...(await expected(page, SEEN_FINDINGS, total - ofErrors)),
        ...(await expected(page, COUNT, `${total - ofErrors} of ${total} findings`)),
      ];
    }),
    byKeyboard('one rule is chosen', async page => {
      await stopsUntil(page, 'select rule');
      await page.press('a');
      await page.value(FRAME);
      const rule = String(await page.value('document.querySelector("select").value'));
      const ofRule = findings.filter(({ ruleId }) => ruleId === rule).length;
      return [...(rule === '' ? ['no rule is chosen'] : []), ...(await expected(page, SEEN_FINDINGS, ofRule))];
    }),
    byKeyboard('a slash leads to the search, a file is searched for, and all is shown again', async page => {
      await page.press('/');
      const focused = await expected(page, FOCUSED, 'input text');
      await page.type('bcrypt COST');
      await page.value(FRAME);
      const found = Number(await page.value(SEEN_FINDINGS));
      await page.press('Tab');
      await page.press('Enter');
      await page.value(FRAME);
      return [
        ...focused,
        ...(found > 0 && found < total ? [] : [`${found} findings are found`]),
        ...(await expected(page, SEEN_FINDINGS, total)),
        ...(await expected(page, COUNT, `${total} findings`)),
      ];
    }),
    byKeyboard('where nothing is like that, the page says so, and lists no file', async page => {
      await page.press('/');
      await page.type('nothing has these words');
      await page.value(FRAME);
      return [
        ...(await expected(page, SEEN_FINDINGS, 0)),
        ...(await expected(page, 'document.getElementById("none").checkVisibility()', true)),
        ...(await expected(
          page,
          '[...document.querySelectorAll("nav.files li")].some(item => item.checkVisibility())',
          false,
        )),
      ];
    }),
    byKeyboard('a file is folded, and a rule unfolds where its name is followed', async page => {
      await stopsUntil(page, 'summary');
      await page.press('Enter');
      const folded = await expected(page, 'document.activeElement.parentElement.open', false);
      await page.press('Enter');
      await stopsUntil(page, 'a rule');
      await page.press('Enter');
      await page.value(FRAME);
      return [
        ...folded,
        ...(await expected(page, 'document.querySelector(":target").checkVisibility()', true)),
        ...(await expected(page, 'document.querySelector(":target").closest("details").open', true)),
      ];
    }),
  ];
}

/** Presses Tab until what has the focus begins with a word, and gives all stops. */
async function stopsUntil(page: Page, word: string): Promise<readonly string[]> {
  const stops: string[] = [];
  while (stops.length < 200) {
    await page.press('Tab');
    const stop = String(await page.value(FOCUSED));
    stops.push(stop);
    if (stop.startsWith(word)) return stops;
  }
  throw new Error(`no stop is ${word}: ${stops.join(', ')}`);
}

function same(actual: readonly string[], wanted: readonly string[]): readonly string[] {
  return actual.join() === wanted.join() ? [] : [`${actual.join(', ')} and not ${wanted.join(', ')}`];
}
