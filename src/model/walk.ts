import type { Spelling, YamlDocument } from '../documents/document.ts';
import { printable } from '../text/printable.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair } from '../parse/yaml-node.ts';
import { mappingsOf, type Mapping } from './mapping.ts';
import { entriesOf, isMerge, nodesMergedBy } from './merge.ts';

/** Where a node stands in a document. */
interface Way {
  /** Keys joined by dots, list items by their name in brackets: `scrape_configs[node].tls_config`. */
  readonly path: string;
  /** The keys above the mapping, outermost first; lists add none. */
  readonly keys: readonly string[];
  /**
   * For each key the name of the list item below it that leads here: empty where the item has none, absent where it
   * leads to no list.
   */
  readonly names: readonly (string | undefined)[];
  /** True when the mapping is an item of the list under its last key. */
  readonly isItem: boolean;
  /** The entry that has the mapping for a value, and the mapping that this stands in; absent at roots and in lists. */
  readonly entry?: { readonly map: YamlMap; readonly pair: YamlPair } | undefined;
}

/** A mapping somewhere in a document. */
export class Place implements Way {
  readonly map: YamlMap;
  readonly path: string;
  readonly keys: readonly string[];
  readonly names: readonly (string | undefined)[];
  readonly isItem: boolean;
  readonly entry: Way['entry'];
  readonly #spelling: Spelling;
  #mappings: readonly Mapping[] | undefined;

  constructor(map: YamlMap, { path, keys, names, isItem, entry }: Way, spelling: Spelling) {
    this.map = map;
    this.path = path;
    this.keys = keys;
    this.names = names;
    this.isItem = isItem;
    this.entry = entry;
    this.#spelling = spelling;
  }

  /** The readings of the mapping, which several readers ask for. */
  get mappings(): readonly Mapping[] {
    return (this.#mappings ??= mappingsOf(this.map, this.#spelling));
  }
}

const KEYS_OF_A_NODE = 8;

type Collection = YamlMap | YamlList;

/** A collection on the way. */
interface Step extends Way {
  readonly node: Collection;
}

/**
 * Every mapping below the parts of a document, in the order of the text. What an alias or `<<` repeats is met once for
 * each key that it stands under, since the key says what it is, but not for endless keys, so that aliases of aliases
 * cost nothing.
 */
export function placesOf(document: YamlDocument): readonly Place[] {
  const places: Place[] = [];
  const seen = new Map<Collection, string[]>();
  for (const { node, keys } of document.parts) {
    if (!isCollection(node)) continue;
    const path = [document.name, keys.map(printable).join('.')].filter(piece => piece !== '').join(': ');
    // From the end of the text, so that the next one is the last.
    const open: Step[] = [{ node, path, keys, names: keys.map(() => undefined), isItem: false }];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      if (isFirstUnder(step.keys.at(-1) ?? '', step.node, seen)) addPlace(places, open, step, document.spelling);
    }
  }
  return places;
}

function addPlace(places: Place[], open: Step[], step: Step, spelling: Spelling): void {
  const { node } = step;
  if (node.kind === 'list') {
    openItems(open, step, node);
  } else {
    places.push(new Place(node, step, spelling));
    openEntries(open, step, node);
  }
}

/** True when a node was not met under a key before, nor under too many others. It has been from then on. */
function isFirstUnder(key: string, node: Collection, seen: Map<Collection, string[]>): boolean {
  const earlier = seen.get(node);
  if (earlier === undefined) seen.set(node, [key]);
  else if (earlier.length === KEYS_OF_A_NODE || earlier.includes(key)) return false;
  else earlier.push(key);
  return true;
}

function openItems(open: Step[], { path, keys, names }: Step, { items }: YamlList): void {
  const outerNames = names.slice(0, -1);
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const node = items[index];
    if (!isCollection(node)) continue;
    const name = itemName(node, keys.at(-1) ?? '');
    open.push({ node, path: `${path}[${name}]`, keys, names: [...outerNames, name], isItem: true });
  }
}

function openEntries(open: Step[], { path, keys, names }: Step, map: YamlMap): void {
  const { pairs } = map;
  for (let index = pairs.length - 1; index >= 0; index -= 1) {
    const pair = pairs[index];
    if (pair === undefined || !isCollection(pair.value)) continue;
    const { key, value } = pair;
    if (isMerge(pair)) {
      for (const node of nodesMergedBy(pair).toReversed()) {
        if (isCollection(node)) open.push({ node, path, keys, names, isItem: false });
      }
    } else {
      const below = pathBelow(path, key.text);
      open.push({
        node: value,
        path: below,
        keys: [...keys, key.text],
        names: [...names, undefined],
        isItem: false,
        entry: { map, pair },
      });
    }
  }
}

function isCollection(node: YamlNode | undefined): node is Collection {
  return node !== undefined && node.kind !== 'scalar';
}

/** The path of an entry of a mapping. */
export function pathBelow(path: string, key: string): string {
  return path === '' ? printable(key) : `${path}.${printable(key)}`;
}

// In the order in which they tell items apart best: jobs, everything with a name, endpoints, discovery.
const NAMING = ['job_name', 'jobName', 'name', 'role'];
// The endpoints of a monitor have a port for a name, which several of them can share, with other paths.
const ENDPOINT_LISTS = new Set(['endpoints', 'podMetricsEndpoints']);
const ENDPOINT_NAMING = ['port', 'targetPort', 'portNumber'];

/**
 * What an item of a list is called, by its own naming fields; empty where it has none. Never a URL, which can hold a
 * secret.
 *
 * @param list the key of the list.
 */
export function itemName(node: YamlNode, list: string): string {
  if (node.kind !== 'map') return '';
  const entries = entriesOf(node, false);
  const name = firstTextOf(NAMING, entries);
  const isEndpoint = name === '' && ENDPOINT_LISTS.has(list);
  return printable(isEndpoint ? `${firstTextOf(ENDPOINT_NAMING, entries)} ${textOf('path', entries)}` : name);
}

/** The first text that one of the fields has. */
function firstTextOf(fields: readonly string[], entries: readonly YamlPair[]): string {
  for (const field of fields) {
    const text = textOf(field, entries);
    if (text !== '') return text;
  }
  return '';
}

function textOf(field: string, entries: readonly YamlPair[]): string {
  const value = entries.find(({ key }) => key.text === field)?.value;
  return value?.kind === 'scalar' ? value.text : '';
}
