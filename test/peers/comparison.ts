import { readFileSync } from 'node:fs';
import type { Facts } from '../../src/documents/schema/facts.ts';
import { withInlinedFields } from '../../src/documents/schema/inlined.ts';
import { casesOf, type Case } from './cases.ts';
import { Excepted, type Difference, type ExceptedDifference } from './excepted.ts';
import type { Exception } from './exceptions.ts';
import { FIXTURES } from './fixtures.ts';
import { FILE_NAMES, type Compared, type Peer } from './peer.ts';
import { longForm } from './kind.ts';
import { placesOf } from './places.ts';
import { promsecVerdicts } from './promsec.ts';
import { Sampler } from './sampler.ts';
import { isAtLeast } from './version.ts';

/** How many documents both sides are given at once. */
const BATCH = 500;

/** What came of a comparison. */
interface Comparison {
  /** How many documents both sides say the same of. */
  readonly agreed: number;
  readonly excepted: readonly ExceptedDifference[];
  readonly differences: readonly Difference[];
  /** Exceptions that no document needs. */
  readonly notNeeded: readonly string[];
}

/**
 * Gives both sides every document that the facts of a program make.
 * @param words documents alone whose path or fault has them
 */
export async function comparisonOf(
  compared: Compared,
  peer: Peer,
  exceptions: readonly Exception[],
  words = '',
): Promise<Comparison> {
  const excepted = new Excepted(exceptions);
  const unknown = exceptions.filter(({ peer: does }) => does === 'knows no field').flatMap(({ at }) => at);
  const cases = documentsOf(compared, peer.version, unknown).filter(({ at, path, fault }) =>
    `${path} ${at} ${fault}`.includes(words),
  );
  let agreed = 0;
  const differences: Difference[] = [];
  const justified: ExceptedDifference[] = [];
  for (let start = 0; start < cases.length; start += BATCH) {
    const batch = cases.slice(start, start + BATCH);
    const files = Object.fromEntries(batch.map(({ text }, index) => [`${index}/${FILE_NAMES[compared]}`, text]));
    // The peer runs meanwhile.
    const asked = peer.verdictsOf(batch.map(({ text }) => text));
    const ours = promsecVerdicts(files, Object.keys(files), peer.version);
    const theirs = await asked;
    for (const [index, one] of batch.entries()) {
      const [promsec, said] = [ours[index], theirs[index]];
      if (promsec === undefined || said === undefined) throw new Error(`nothing is said of document ${index}`);
      const difference = { case: one, peer: said, promsec };
      if (said.isRefused === promsec.isRefused) {
        agreed += 1;
        continue;
      }
      const exception = excepted.for(difference);
      if (exception === undefined) differences.push(difference);
      else justified.push({ ...difference, exception });
    }
  }
  return { agreed, excepted: justified, differences, notNeeded: words === '' ? excepted.notNeeded() : [] };
}

/** Each document once. Of a field that the peer does not know it refuses each for the same reason: one has to do. */
function documentsOf(compared: Compared, version: string, unknown: readonly string[]): readonly Case[] {
  const written: Facts = JSON.parse(readFileSync(`src/documents/schema/facts/${compared}.json`, 'utf8'));
  const [root] = written.roots;
  if (root === undefined) throw new Error(`the facts of ${compared} have no root`);
  const facts = withInlinedFields(written);
  const leftOut = new Set([...unknown, ...(isToldVersions(compared) ? fieldsNewerThan(version, facts) : [])]);
  const sampler = new Sampler(facts, FIXTURES[compared]);
  const byText = new Map<string, Case>();
  for (const one of casesOf(sampler, placesOf(sampler, root, leftOut))) {
    const isTelling = one.fault === 'as it has to be' || !one.meets.some(place => leftOut.has(place));
    if (isTelling && !byText.has(one.text)) byText.set(one.text, one);
  }
  return [...byText.values()];
}

/** True where promsec is told the version, and refuses what is newer as the peer does. */
function isToldVersions(compared: Compared): boolean {
  return compared === 'prometheus' || compared === 'web';
}

function fieldsNewerThan(version: string, { types }: Facts): readonly string[] {
  return Object.entries(types).flatMap(([type, { fields }]) =>
    Object.entries(fields).flatMap(([field, stated]) => {
      const { since } = longForm(stated);
      return since === undefined || isAtLeast(version, since) ? [] : [`${type}.${field}`];
    }),
  );
}
