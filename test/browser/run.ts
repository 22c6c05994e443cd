// Opens HTML reports in headless Chromium and proves that they can be read and used: with and without scripts, by
// keyboard alone, on a phone, in both colour schemes and on paper. Then a page that imports the library lints, as it does in
// Node. The last line is `N passed, N failed`.
//
//   npm run test:browser
import { Browser } from './browser.ts';
import { everyCheck } from './checks.ts';
import { libraryChecks } from './library-checks.ts';
import { largePage, samplePages } from './pages.ts';

try {
  process.exitCode = (await failures()) === 0 ? 0 : 1;
} catch (error) {
  print(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
  process.exitCode = 1;
}

/** How many checks fail; prints each, and the counts. */
async function failures(): Promise<number> {
  const browser = new Browser();
  let [passed, failed] = [0, 0];
  try {
    const checks = [...everyCheck(browser, await samplePages(), largePage()), ...libraryChecks(browser)];
    for (const { name, faults } of checks) {
      const found = await faults().catch((error: unknown) => [String(error)]);
      if (found.length === 0) passed += 1;
      else failed += 1;
      print(found.length === 0 ? `passed: ${name}` : [`FAILED: ${name}`, ...found.slice(0, 10)].join('\n  '));
    }
  } finally {
    await browser.close();
  }
  print(`${passed} passed, ${failed} failed`);
  return failed;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
