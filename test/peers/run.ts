// Compares promsec with the checks of the programs whose configuration it reads: both are given every place that the
// facts know with every kind of fault, and without one. The last line is `N passed, N failed`.
//
//   npm run test:peers -- [--program NAME] [--words WORDS] [--verbose] [--server PATH]
//   npm run test:peers -- --program NAME --testdata FOLDER [--server PATH]
//
// --server asks a running Prometheus in the place of promtool, of any version; the exceptions are those of promtool in
// Debian 12. --testdata gives both sides the files of a folder, such as config/testdata of Prometheus.
import { parseArgs } from 'node:util';
import { groupedBy } from '../../src/text/grouped.ts';
import { FILES_BESIDE } from './beside.ts';
import { comparisonOf } from './comparison.ts';
import type { Difference, ExceptedDifference } from './excepted.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { installedPeer, runningPrometheus, type Beside, type Compared, type Peer } from './peer.ts';
import { verdictsOfPrometheus } from './process.ts';
import { verdictsOnFolder } from './testdata.ts';
import { isAtLeast } from './version.ts';

const ALL: readonly Compared[] = ['prometheus', 'web', 'alertmanager', 'blackbox'];

/** How many documents of an exception Prometheus itself is asked about. */
const ASKED_FOR_EACH = 20;

const { values: given } = parseArgs({
  options: {
    program: { type: 'string' },
    words: { type: 'string' },
    testdata: { type: 'string' },
    server: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

let passed = 0;
let failed = 0;
for (const compared of ALL) {
  if (given.program !== undefined && given.program !== compared) continue;
  try {
    if (given.testdata === undefined) await compareFacts(compared);
    else await compareFolder(compared, given.testdata);
  } catch (error) {
    fail(`${compared}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function compareFacts(compared: Compared): Promise<void> {
  const start = performance.now();
  const peer = peerOf(compared, FILES_BESIDE);
  const exceptions = given.server === undefined ? EXCEPTIONS.filter(({ program }) => program === compared) : [];
  const { agreed, excepted, differences, notNeeded } = await comparisonOf(compared, peer, exceptions, given.words);
  for (const difference of differences) {
    const { at, path, fault, text } = difference.case;
    fail(`${at} (${path}) ${fault}: ${whoRefuses(difference)}`);
    if (given.verbose) print(text);
  }
  for (const place of notNeeded) fail(`no document needs the exception ${place}`);
  await askPrometheus(compared, peer.version, excepted);
  passed += agreed + excepted.length;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  print(`${compared} and ${peer.name}: ${agreed} agreed, ${excepted.length} excepted, ${seconds} s`);
}

/** Where the check is blind, Prometheus itself has to refuse what its check takes. */
async function askPrometheus(compared: Compared, version: string, all: readonly ExceptedDifference[]): Promise<void> {
  const blind = all.filter(({ exception: { since } }) => since !== undefined && isAtLeast(version, since));
  const byException = groupedBy(blind, ({ exception }) => exception.reason);
  const asked = [...byException.values()].flatMap(differences => differences.slice(0, ASKED_FOR_EACH));
  if (asked.length === 0) return;
  const verdicts = await verdictsOfPrometheus(
    compared,
    asked.map(one => one.case.text),
    FILES_BESIDE,
  );
  for (const [
    index,
    {
      case: { at, path, fault },
      exception,
    },
  ] of asked.entries()) {
    if (verdicts[index]?.isRefused !== true)
      fail(`${at} (${path}) ${fault}: Prometheus takes it too: ${exception.reason}`);
  }
}

async function compareFolder(compared: Compared, folder: string): Promise<void> {
  for (const { name, peer, promsec } of await verdictsOnFolder(compared, folder, beside => peerOf(compared, beside))) {
    if (peer.isRefused === promsec.isRefused) passed += 1;
    else fail(`${name}: ${whoRefuses({ peer, promsec })}`);
  }
}

function peerOf(compared: Compared, beside: Beside): Peer {
  return given.server === undefined ? installedPeer(compared, beside) : runningPrometheus(given.server, beside);
}

function whoRefuses({ peer, promsec }: Pick<Difference, 'peer' | 'promsec'>): string {
  const words = peer.isRefused ? `the peer alone refuses: ${peer.said}` : `promsec alone refuses: ${promsec.said}`;
  return words.replaceAll(/\s*\n\s*/g, ' | ');
}

function fail(what: string): void {
  failed += 1;
  print(`FAILED: ${what}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
