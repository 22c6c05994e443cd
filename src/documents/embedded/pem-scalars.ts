import { holdsPem } from '../../parse/pem.ts';
import type { YamlNode, YamlScalar } from '../../parse/yaml-node.ts';

/** A string with PEM in it, and the keys that lead to it. */
interface PemScalar {
  readonly scalar: YamlScalar;
  readonly keys: readonly string[];
}

/**
 * The strings below a node that hold certificates or keys, in the order of the text. One into which a template puts
 * something is none of them.
 */
export function* pemScalarsIn(root: YamlNode, rootKeys: readonly string[]): Generator<PemScalar> {
  const seen = new Set<YamlNode>();
  const open: { readonly node: YamlNode; readonly keys: readonly string[] }[] = [{ node: root, keys: rootKeys }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { node, keys } = step;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') {
      if (node.masked === undefined && holdsPem(node.text)) yield { scalar: node, keys };
    } else if (node.kind === 'list') {
      for (const item of node.items.toReversed()) open.push({ node: item, keys });
    } else {
      for (const { key, value } of node.pairs.toReversed()) {
        if (value !== undefined) open.push({ node: value, keys: [...keys, key.text] });
      }
    }
  }
}
