import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { itemName, pathBelow } from '../walk.ts';
import type { Program } from './departure.ts';

/** A part of a document that a program reads as one of its types. */
export interface ShapeRoot {
  readonly program: Program;
  /** One of the `roots` of the facts of the program. */
  readonly type: string;
  readonly node: YamlNode;
  /** The path of the node, as that of a `Place`. */
  readonly path: string;
  /** The keys above the node, outermost first; lists add none. */
  readonly keys: readonly string[];
}

/** A node with the way to it, of which it is not yet said whose it is. */
export type ShapePlace = Pick<ShapeRoot, 'node' | 'path' | 'keys'>;

/** The items of a list, each as a root of its own. */
export function itemRoots(program: Program, type: string, { node, path, keys }: ShapePlace): readonly ShapeRoot[] {
  if (node.kind !== 'list') return [];
  return node.items.map(item => ({
    program,
    type,
    node: item,
    path: `${path}[${itemName(item, keys.at(-1) ?? '')}]`,
    keys,
  }));
}

/** The place of each value of a mapping, with its key last. */
export function placesIn({ node, path, keys }: ShapePlace): readonly ShapePlace[] {
  if (node.kind !== 'map') return [];
  return node.pairs.flatMap(({ key, value }) =>
    value === undefined ? [] : [{ node: value, path: pathBelow(path, key.text), keys: [...keys, key.text] }],
  );
}

/** A mapping without some of its entries. */
export function without(fields: ReadonlySet<string>, map: YamlMap): YamlMap {
  return { ...map, pairs: map.pairs.filter(({ key }) => !fields.has(key.text)) };
}
