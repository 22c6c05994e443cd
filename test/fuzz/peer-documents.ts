import { readFileSync } from 'node:fs';
import type { Facts } from '../../src/documents/schema/facts.ts';
import { withInlinedFields } from '../../src/documents/schema/inlined.ts';
import { casesOf } from '../peers/cases.ts';
import { FIXTURES } from '../peers/fixtures.ts';
import { FILE_NAMES, type Compared } from '../peers/peer.ts';
import { placesOf } from '../peers/places.ts';
import { Sampler } from '../peers/sampler.ts';

/** A document that the facts of a program make. */
export interface PeerDocument {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

const COMPARED: readonly Compared[] = ['prometheus', 'web', 'alertmanager', 'blackbox'];
// Together they have hundreds of thousands, each like its neighbours: of the places one of so many, and of their documents.
const ONE_PLACE_OF = 20;
const ONE_DOCUMENT_OF = 50;

/** Some of the documents that the checks of the programs themselves are compared with. */
export function peerDocuments(): readonly PeerDocument[] {
  return COMPARED.flatMap(program => {
    const facts: Facts = JSON.parse(readFileSync(`src/documents/schema/facts/${program}.json`, 'utf8'));
    const sampler = new Sampler(withInlinedFields(facts), FIXTURES[program]);
    const places = facts.roots.slice(0, 1).flatMap(root => placesOf(sampler, root, new Set()));
    const some = places.filter((_, index) => index % ONE_PLACE_OF === 0);
    return [...casesOf(sampler, some)]
      .filter((_, index) => index % ONE_DOCUMENT_OF === 0)
      .map(({ at, fault, text }) => ({ name: `${program}: ${at} ${fault}`, path: FILE_NAMES[program], text }));
  });
}
