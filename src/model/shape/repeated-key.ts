import type { Facts } from '../../documents/schema/facts.ts';
import type { YamlMap, YamlPair } from '../../parse/yaml-node.ts';
import { entriesInOrder, entriesOf, isMerge } from '../merge.ts';
import { kindAt, typeNamed } from './field-kind.ts';
import { repetitionsIn } from './repetition.ts';
import { placeAt, placeOfItem, placeOfPair, type ShapePlace } from './shape-place.ts';
import type { ShapeRoot } from './shape-root.ts';

/** A key that a mapping has once more. */
interface RepeatedKey {
  readonly place: ShapePlace;
  readonly first: YamlPair;
  /** From the root to the mapping. */
  readonly pieces: readonly string[];
}

/** The keys below a root that come twice in a mapping, where a template does not put them in by turns. */
export function repeatedKeysIn(root: ShapeRoot, facts: Facts): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const look = (place: ShapePlace, pieces: readonly string[]): void => {
    const { node } = place;
    if (node?.kind === 'list') {
      for (const [index, item] of node.items.entries()) look(placeOfItem(item, place), [...pieces, String(index)]);
    }
    if (node?.kind !== 'map') return;
    for (const { first, pair } of repetitionsIn(entriesSetIn(node, pieces))) {
      repeated.push({ place: placeOfPair(pair, place), first, pieces });
    }
    for (const pair of entriesOf(node, true)) look(placeOfPair(pair, place), [...pieces, pair.key.text]);
  };
  /**
   * go-yaml v2, decode.go: what is merged into fields may be set once more, what is merged into a mapping of any keys may
   * not. The API server and go-yaml v3 take both.
   */
  const entriesSetIn = (map: YamlMap, pieces: readonly string[]): readonly YamlPair[] => {
    if (!map.pairs.some(isMerge)) return map.pairs;
    const kind = OF_YAML_V2.has(root.program) ? kindAt(pieces, root.type, facts) : undefined;
    const isOfAnyKeys = kind !== undefined && typeNamed(kind.is, facts) === undefined;
    if (!isOfAnyKeys) return map.pairs.filter(pair => !isMerge(pair));
    const read =
      kind.field.isReadAnew === true ? map.pairs.filter(pair => !isMerge(pair) || isWritten(pair)) : map.pairs;
    return [...entriesInOrder({ ...map, pairs: read })].map(({ pair }) => pair);
  };
  look(placeAt(root, [], 0), []);
  return repeated;
}

const OF_YAML_V2: ReadonlySet<string> = new Set(['prometheus', 'web', 'alertmanager']);

/** True for an entry that stands there, and not for the `<<` with which `entriesOf` lays a mapping over another. */
function isWritten({ key }: YamlPair): boolean {
  return key.source.text.slice(key.start, key.end) === key.text;
}
