import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatted, lint, mended, type Files, type Input } from '../../src/library/index.ts';
import { bringPlatform } from '../../src/parse/current-platform.ts';
import { nodePlatform } from '../../src/parse/node-platform.ts';
import { FORMATS } from '../../src/report/format-names.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { groupedBy } from '../../src/text/grouped.ts';
import { writtenLibrary } from '../library/written-library.ts';
import { scenarioFiles } from '../scenario.ts';
import type { Browser } from './browser.ts';
import type { Check } from './checks.ts';
import { fieldOf, valueIn } from './page.ts';

const PAGE = '<!doctype html><title>promsec</title><script type="module" src="page.js"></script>';
/** Nothing from elsewhere, no code that is made of text, and nothing written into the page. */
const POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";
const SCRIPT = `import * as promsec from './index.js';
globalThis.promsec = promsec;
globalThis.bytesOf = base64 => Uint8Array.from(atob(base64), character => character.charCodeAt(0));
`;
const SERVED: ReadonlyMap<string, string> = new Map([
  ['/', PAGE],
  ['/page.js', SCRIPT],
]);

/** Something to lint, with a name. */
interface Sample extends Input {
  readonly name: string;
}

/** What a page with the library gives for an expression. */
type Evaluation = (expression: string) => Promise<unknown>;

/** The library in a browser, held against what it says in Node. */
export function libraryChecks(browser: Browser): readonly Check[] {
  // Of a browser nobody knows which authorities it trusts.
  bringPlatform({ ...nodePlatform, publicRoots: () => [] });
  const samples = [...scenarioSamples(), encodedSample()];
  const withLibrary = (name: string, faults: (evaluation: Evaluation) => Promise<readonly string[]>): Check => ({
    name: `the library in a browser: ${name}`,
    faults: () => inPage(browser, faults),
  });
  return [
    withLibrary('there is nothing of Node, and nothing is left on the page', async evaluation => {
      const found = await evaluation(`['process', 'Buffer', 'require'].filter(name => name in globalThis).join()`);
      return found === '' ? [] : [String(found)];
    }),
    withLibrary(`${samples.length} repositories have the report that they have in Node`, async evaluation => {
      const faults: string[] = [];
      for (const sample of samples) {
        const expected = JSON.stringify(await lint(sample));
        const actual = String(await evaluation(`promsec.lint(${sourceOf(sample)}).then(JSON.stringify)`));
        if (actual !== expected) faults.push(`${sample.name}: ${firstDifference(actual, expected)}`);
      }
      return faults;
    }),
    withLibrary('every format is what it is in Node', async evaluation => {
      const faults: string[] = [];
      const report = await lint(sampleNamed('handshakes-compose', samples));
      for (const format of FORMATS) {
        const actual = String(await evaluation(`promsec.formatted(${JSON.stringify(report)}, '${format}')`));
        const expected = await formatted(report, format);
        if (actual !== expected) faults.push(`${format}: ${firstDifference(actual, expected)}`);
      }
      return faults;
    }),
    withLibrary('fixes are those of Node', async evaluation => {
      const sample = sampleNamed('handshakes-compose', samples);
      const actual = String(await evaluation(`promsec.mended(${sourceOf(sample)}, 'all').then(JSON.stringify)`));
      const outcome = await mended(sample, 'all');
      const expected = JSON.stringify(outcome);
      return [
        ...(outcome.made.length === 0 ? ['nothing is mended'] : []),
        ...(actual === expected ? [] : [firstDifference(actual, expected)]),
      ];
    }),
  ];
}

function* scenarioSamples(): Generator<Sample> {
  const folders = groupedBy(Object.entries(scenarioFiles()), ([path]) => path.slice(0, path.indexOf('/')));
  for (const [name, files] of folders) {
    const below: Files = Object.fromEntries(files.map(([path, text]) => [path.slice(name.length + 1), text]));
    const configuration = below['.promsec.yml'];
    const configured = typeof configuration === 'string' ? { configuration } : {};
    yield { name, files: below, now: EXAMPLE_NOW, ...configured };
  }
}

/** What is no plain text: containers, of which some are encrypted, what is compressed in a Secret, and UTF-16. */
function encodedSample(): Sample {
  const { containers }: { readonly containers: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync('test/model/fixtures/containers.json', 'utf8'),
  );
  const stores = Object.entries(containers).map(([name, base64]) => [
    `certs/${name}.p12`,
    Buffer.from(base64, 'base64'),
  ]);
  const configuration = 'scrape_configs: [{ job_name: a, tls_config: { insecure_skip_verify: true } }]\n';
  const compressed = gzipSync(configuration).toString('base64');
  const files: Files = {
    ...Object.fromEntries(stores),
    'secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { prometheus.yml.gz: ${compressed} }\n`,
    'prometheus.yml': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(configuration, 'utf16le').swap16()]),
    'latin/prometheus.yml': Buffer.from('# caf\xe9\n', 'latin1'),
  };
  return { name: 'what is no plain text', files, now: EXAMPLE_NOW };
}

function sampleNamed(name: string, samples: readonly Sample[]): Sample {
  const sample = samples.find(one => one.name === name);
  if (sample === undefined) throw new Error(`there is no scenario ${name}`);
  return sample;
}

/** An input as an expression of JavaScript. */
function sourceOf({ files, configuration, now }: Input): string {
  const entries = Object.entries(files).map(([path, content]) => {
    const bytes = content instanceof Uint8Array ? Buffer.from(content).toString('base64') : undefined;
    return `${JSON.stringify(path)}: ${bytes === undefined ? JSON.stringify(content) : `bytesOf('${bytes}')`}`;
  });
  const configured = configuration === undefined ? '' : `configuration: ${JSON.stringify(configuration)}, `;
  return `{ files: { ${entries.join(', ')} }, ${configured}now: new Date(${now.getTime()}) }`;
}

function firstDifference(actual: string, expected: string): string {
  let at = 0;
  while (at < expected.length && actual[at] === expected[at]) at += 1;
  const near = (text: string): string => text.slice(Math.max(0, at - 40), at + 60);
  return `${JSON.stringify(near(actual))} and not ${JSON.stringify(near(expected))}`;
}

/** Opens a page that imports the library, and adds to the faults what it complains of. */
async function inPage(
  browser: Browser,
  faults: (evaluation: Evaluation) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const folder = writtenLibrary();
  const server = createServer(({ url = '' }, response) => {
    const isScript = url.endsWith('.js');
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(SERVED.get(url) ?? (isScript ? readFileSync(join(folder, url)) : ''));
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  try {
    const { port } = server.address() as AddressInfo; // it listens on a port
    const tab = await browser.tab();
    for (const domain of ['Page', 'Runtime', 'Log']) await tab.call(`${domain}.enable`);
    const loaded = tab.next('Page.loadEventFired');
    await tab.call('Page.navigate', { url: `http://127.0.0.1:${port}/` });
    await loaded;
    const found = await faults(expression => valueIn(tab, expression));
    const complaints = tab.events.filter(({ method }) =>
      ['Runtime.exceptionThrown', 'Log.entryAdded'].includes(method),
    );
    return [...found, ...complaints.map(({ method, params }) => `${method}: ${String(fieldOf(params, 'entry'))}`)];
  } finally {
    server.close();
  }
}
