import type { YamlMap, YamlNode, YamlPair } from '../parse/yaml-node.ts';

const MERGE = '<<';

/** The entries of the same key that one mapping sets, among all that are merged. */
interface Setting {
  readonly from: object;
  readonly pairs: YamlPair[];
}

/**
 * The entries of a mapping with those that `<<` merges in. As go-yaml v2 reads them (decode.go, mappingStruct and merge),
 * and unlike YAML 1.1: in the order of the text, so that a `<<` overrides the entries before it, and of a list of
 * mappings the first counts.
 *
 * @param isDeep true where go-yaml decodes into fields, as Prometheus lets it: a mapping in a field is then laid over the
 * one that is merged in, and not put in its place (seen on `/api/v1/status/config` of Prometheus 2.42).
 */
export function entriesOf(node: YamlMap, isDeep: boolean): readonly YamlPair[] {
  if (!node.pairs.some(isMerge)) return node.pairs;
  const settings = new Map<string, Setting>();
  for (const { pair, from } of entriesInOrder(node)) {
    const earlier = settings.get(pair.key.text);
    if (earlier?.from === from) earlier.pairs.push(pair);
    else settings.set(pair.key.text, { from, pairs: [isDeep ? laidOver(earlier?.pairs.at(-1), pair) : pair] });
  }
  return [...settings.values()].flatMap(({ pairs }) => pairs);
}

/** An entry with the mapping of an earlier one merged into its own, where both have one. */
function laidOver(earlier: YamlPair | undefined, pair: YamlPair): YamlPair {
  const { value } = pair;
  if (earlier?.value?.kind !== 'map' || value?.kind !== 'map') return pair;
  const merge = { key: { ...earlier.key, style: 'plain', text: MERGE } as const, value: earlier.value };
  return { ...pair, value: { ...value, pairs: [merge, ...value.pairs] } };
}

/**
 * Every entry that is set, also one that another overrides later, with something that is the same for the entries of
 * one mapping.
 */
export function* entriesInOrder(node: YamlMap): Generator<{ readonly pair: YamlPair; readonly from: object }> {
  const open = [{ pairs: node.pairs.values(), from: {} }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value: pair, done } = top.pairs.next();
    if (done === true) open.pop();
    else if (!isMerge(pair)) yield { pair, from: top.from };
    // Taken from the end of the list, where the first is.
    else for (const { pairs } of nodesMergedBy(pair).filter(isMap)) open.push({ pairs: pairs.values(), from: {} });
  }
}

function isMap(node: YamlNode): node is YamlMap {
  return node.kind === 'map';
}

/** True for `<<`, which merges the entries of its value into the mapping that it stands in. */
export function isMerge({ key }: YamlPair): boolean {
  return key.text === MERGE && key.style === 'plain';
}

/** What a `<<` merges in. */
export function nodesMergedBy({ value }: YamlPair): readonly YamlNode[] {
  return value === undefined ? [] : value.kind === 'list' ? value.items : [value];
}
