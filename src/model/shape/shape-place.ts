import { spanOf, type YamlNode, type YamlPair } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import { itemName, pathBelow } from '../walk.ts';
import { shownKey } from './field-words.ts';
import { entryOf } from './plain-value.ts';
import type { ShapeRoot } from './shape-root.ts';

/** A place below a root. */
export interface ShapePlace {
  /** Absent where nothing is written behind the key. */
  readonly node?: YamlNode;
  /** The entry that the place is the value of; absent for the root and for items of lists. */
  readonly pair?: YamlPair;
  /** The entry that leads to the place, or to the outermost of the lists that do. */
  readonly entry?: YamlPair;
  readonly path: string;
  /** The keys that lead here from the document on. */
  readonly keys: readonly string[];
}

/**
 * The place that pieces of a pointer lead to, or, where nothing is written there, the last one on the way that there is.
 *
 * @param number the reading that was taken: see `plainReadingOf`.
 */
export function placeAt(root: ShapeRoot, pieces: readonly (string | number)[], number: number): ShapePlace {
  let place: ShapePlace = { node: root.node, path: root.path, keys: root.keys };
  for (const piece of pieces) {
    const below = placeBelow(place, String(piece), number);
    if (below === undefined) break;
    place = below;
  }
  return place;
}

function placeBelow(place: ShapePlace, piece: string, number: number): ShapePlace | undefined {
  const { node } = place;
  switch (node?.kind) {
    case 'list': {
      const item = node.items[Number(piece)];
      return item === undefined ? undefined : placeOfItem(item, place);
    }
    case 'map': {
      const pair = entryOf(node, piece, number);
      return pair === undefined ? undefined : placeOfPair(pair, place);
    }
    default:
      return undefined;
  }
}

/** The place of an item of the list at a place. */
export function placeOfItem(node: YamlNode, { entry, path, keys }: ShapePlace): ShapePlace {
  const name = nameOf(node, keys.at(-1) ?? '');
  return { node, ...(entry === undefined ? {} : { entry }), path: `${path}[${name}]`, keys };
}

const NAMES = new WeakMap<YamlNode, string>();

/** Worked out once, since all faults of an item ask for it. */
function nameOf(item: YamlNode, list: string): string {
  let name = NAMES.get(item);
  if (name === undefined) {
    name = itemName(item, list);
    NAMES.set(item, name);
  }
  return name;
}

/** The place of the value of an entry of the mapping at a place. */
export function placeOfPair(pair: YamlPair, { path, keys }: ShapePlace): ShapePlace {
  const { key, value } = pair;
  return {
    ...(value === undefined ? {} : { node: value }),
    pair,
    entry: pair,
    path: pathBelow(path, shownKey(key.text)),
    keys: [...keys, key.text],
  };
}

/** Where a block is said to begin: its key, or of an item of a list its first. */
export function spanOfBlock({ node, pair, entry }: ShapePlace): Span | undefined {
  if (pair !== undefined) return spanOf(pair.key);
  const [first] = node?.kind === 'map' ? node.pairs : [];
  const marked = first?.key ?? node;
  return marked !== undefined && marked.end > marked.start ? spanOf(marked) : entry && spanOf(entry.key);
}

/** Where a value stands: itself, or its key where it is long or nothing is written. */
export function spanOfValue(place: ShapePlace): Span | undefined {
  const { node } = place;
  return node?.kind === 'scalar' && node.end > node.start ? spanOf(node) : spanOfBlock(place);
}
