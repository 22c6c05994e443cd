// Compares the handshake engine with a running Prometheus, which scrapes TLS servers on this machine, one for each
// situation: the observed cases, more of them, and random ones. The last line is `N passed, N failed`.
//
//   npm run test:live -- [--seed N] [--count N] [--mutations N] [--verbose]
//
// --count combines chains, pools, names and dates at random. --mutations changes bytes of certificates and edits PEM
// files, so many of each; since keys are new in each run, so is what some of the changes mean.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { profileOf, type Profile } from '../../src/trust/profile.ts';
import { bookOf } from '../trust/recipes.ts';
import { isForetold } from './agreement.ts';
import { moreSituations } from './more-situations.ts';
import { observedSituations, type ObservedCase } from './observed-situations.ts';
import { mutatedFiles } from './mutated-files.ts';
import { mutatedSituations } from './mutated-situations.ts';
import { predictedOutcome } from './prediction.ts';
import { folderOf, installedPrometheus, outcomesOf } from './prometheus.ts';
import { randomSituations } from './random-situations.ts';
import { outcomeText, type Situation } from './situation.ts';

const { values: given } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '0' },
    mutations: { type: 'string', default: '0' },
    verbose: { type: 'boolean', default: false },
  },
});

try {
  const { version, go } = installedPrometheus();
  const profile = profileOf(version);
  if (profile === undefined) throw new Error(`nothing is known of Prometheus ${version}`);
  print(`Prometheus ${version}, built with Go 1.${go}`);
  // Debian and Ubuntu build without modules, and so with the GODEBUG of Go 1.20, whatever the Go.
  const built = { ...profile, go, refusesSmallRsa: false, refusesNegativeSerial: false };
  process.exitCode = (await failures(built)) === 0 ? 0 : 1;
} catch (error) {
  print(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
  process.exitCode = 1;
}

/** How many situations end otherwise than foretold; prints each, and the counts. */
async function failures(profile: Profile): Promise<number> {
  const now = new Date();
  const rows: { cases: readonly ObservedCase[] } = JSON.parse(
    readFileSync('test/trust/fixtures/tls-cases.json', 'utf8'),
  );
  const situations: readonly Situation[] = [
    ...observedSituations(rows.cases, now, profile),
    ...moreSituations(now),
    ...randomSituations(Number(given.seed), Number(given.count), now),
    ...mutatedFiles(Number(given.seed), Number(given.mutations), now),
    ...mutatedSituations(Number(given.seed), Number(given.mutations), now),
  ];
  const systemRoots = bookOf(now).certificate('rootB');
  const outcomes = await outcomesOf(situations, systemRoots.pem);
  let failed = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const situation = situations[index];
    if (situation === undefined) continue;
    const foretold = predictedOutcome(situation, {
      folder: folderOf(index),
      now,
      systemRoots: [systemRoots.der],
      profile,
    });
    if (isForetold(outcome, situation, foretold)) {
      if (given.verbose) print(`passed: ${situation.name}: ${outcomeText(outcome)}`);
      continue;
    }
    failed += 1;
    print(
      `FAILED: ${situation.name}\n  foretold: ${situation.answer === undefined ? outcomeText(foretold) : situation.answer}\n  happened: ${outcomeText(outcome)}`,
    );
  }
  print(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
