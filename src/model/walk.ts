import type { YamlDocument } from '../documents/document.ts';
import { printable } from '../text/printable.ts';
import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import { entriesOf, isMerge, nodesMergedBy } from './mapping.ts';

/** A mapping somewhere in a document. */
export interface Place {
  readonly map: YamlMap;
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
}

const KEYS_OF_A_NODE = 8;

interface Step extends Omit<Place, 'map'> {
  readonly node: YamlNode;
}

/**
 * Every mapping below the parts of a document, in the order of the text. What an alias or `<<` repeats is met once for
 * each key that it stands under, since the key says what it is, but not for endless keys, so that aliases of aliases
 * cost nothing.
 */
export function* placesOf(document: YamlDocument): Generator<Place> {
  const seen = new Map<YamlNode, readonly string[]>();
  for (const part of document.parts) {
    const path = [document.name, part.keys.map(printable).join('.')].filter(piece => piece !== '').join(': ');
    const names = part.keys.map(() => undefined);
    const open: Step[] = [{ node: part.node, path, keys: part.keys, names, isItem: false }];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const key = step.keys.at(-1) ?? '';
      const earlier = seen.get(step.node) ?? [];
      if (earlier.length === KEYS_OF_A_NODE || earlier.includes(key)) continue;
      seen.set(step.node, [...earlier, key]);
      if (step.node.kind === 'map') yield { ...step, map: step.node };
      // One by one: an argument list has a limit that a long list is over.
      for (const below of stepsBelow(step).toReversed()) open.push(below);
    }
  }
}

function stepsBelow({ node, path, keys, names }: Step): Step[] {
  if (node.kind === 'list') {
    return node.items.map(item => {
      const name = itemName(item, keys.at(-1) ?? '');
      return { node: item, path: `${path}[${name}]`, keys, names: [...names.slice(0, -1), name], isItem: true };
    });
  }
  if (node.kind !== 'map') return [];
  const steps: Step[] = [];
  for (const pair of node.pairs) {
    const { key, value } = pair;
    if (value === undefined || value.kind === 'scalar') continue;
    if (isMerge(pair)) {
      for (const merged of nodesMergedBy(pair)) steps.push({ node: merged, path, keys, names, isItem: false });
      continue;
    }
    const step = { keys: [...keys, key.text], names: [...names, undefined], isItem: false };
    steps.push({ ...step, node: value, path: pathBelow(path, key.text) });
  }
  return steps;
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
function itemName(node: YamlNode, list: string): string {
  if (node.kind !== 'map') return '';
  const entries = entriesOf(node, false);
  const textOf = (field: string): string => {
    const value = entries.find(({ key }) => key.text === field)?.value;
    return value?.kind === 'scalar' ? value.text : '';
  };
  const firstOf = (fields: readonly string[]): string => fields.map(textOf).find(text => text !== '') ?? '';
  const name = firstOf(NAMING);
  const isEndpoint = name === '' && ENDPOINT_LISTS.has(list);
  return printable(isEndpoint ? `${firstOf(ENDPOINT_NAMING)} ${textOf('path')}` : name);
}
