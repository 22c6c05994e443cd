import type { Program } from './departure.ts';
import { itemRoots, placesIn, type ShapePlace, type ShapeRoot } from './shape-root.ts';

const OF_VMAGENT = /vmagent/;

/** What becomes of the items of a list, by the key that a role writes it under. */
const LISTS: ReadonlyMap<string, readonly [Program, string]> = new Map([
  ['scrape_configs', ['prometheus', 'ScrapeConfig']],
  ['remote_write', ['prometheus', 'RemoteWriteConfig']],
  ['remote_read', ['prometheus', 'RemoteReadConfig']],
  ['alertmanagers', ['prometheus', 'AlertmanagerConfig']],
  ['receivers', ['alertmanager', 'Receiver']],
]);

/**
 * The lists of jobs, receivers and the like, and the modules, in the variables of an owner, which roles write out as they
 * are (prometheus-community/ansible of 2026-07, roles/{prometheus,alertmanager,blackbox_exporter}/templates). Of other
 * variables roles make something else.
 */
export function ansibleRoots(owner: ShapePlace): readonly ShapeRoot[] {
  if (OF_VMAGENT.test(owner.keys.at(-1) ?? '')) return [];
  return placesIn(owner).flatMap(place => [place, ...placesIn(place)].flatMap(rootsAt));
}

function rootsAt(place: ShapePlace): readonly ShapeRoot[] {
  const key = place.keys.at(-1) ?? '';
  const list = LISTS.get(key);
  if (list !== undefined) return itemRoots(...list, place);
  return key === 'modules' ? placesIn(place).map(module => ({ ...module, program: 'blackbox', type: 'Module' })) : [];
}
