import type { YamlMap, YamlNode, YamlPair } from '../../parse/yaml-node.ts';

const UNSEEN = '{{ }}';

/**
 * A tree with an entry in each of its mappings that stands for others which are not seen, as an action of a template
 * would: nothing is then concluded from what a mapping lacks.
 */
export function partial(root: YamlNode): YamlNode {
  return partialTree(root, true);
}

/** The same of what is laid over another tree and whose lists take the place of others: what stands in them is whole. */
export function partialButLists(root: YamlNode): YamlNode {
  return partialTree(root, false);
}

function partialTree(root: YamlNode, hasPartialLists: boolean): YamlNode {
  const made = new Map<YamlNode, YamlNode>();
  const partialOf = (node: YamlNode): YamlNode => {
    if (node.kind === 'list' && !hasPartialLists) return node;
    const earlier = made.get(node);
    if (earlier !== undefined) return earlier;
    const result = node.kind === 'list' ? { ...node, items: node.items.map(partialOf) } : partialMapOf(node);
    made.set(node, result);
    return result;
  };
  const partialMapOf = (node: Exclude<YamlNode, { readonly kind: 'list' }>): YamlNode => {
    if (node.kind === 'scalar') return node;
    const pairs = node.pairs.map(pair => (pair.value === undefined ? pair : { ...pair, value: partialOf(pair.value) }));
    return withUnseen({ ...node, pairs });
  };
  return partialOf(root);
}

/** A mapping with such an entry, and any other node as it is: the mappings in it are whole. */
export function withUnseen(root: YamlNode): YamlNode {
  return root.kind === 'map' ? { ...root, pairs: [...root.pairs, unseenIn(root)] } : root;
}

/** True of the entry that stands for others which are not seen. */
export function isUnseen({ key: { text, start, end } }: YamlPair): boolean {
  return start === end && text === UNSEEN;
}

function unseenIn({ source, start }: YamlMap): YamlPair {
  return { key: { kind: 'scalar', style: 'plain', text: UNSEEN, source, start, end: start } };
}
