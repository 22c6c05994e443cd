import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { nodeAt } from '../dialect.ts';
import { isReadWithValues } from '../helm-values.ts';
import type { CarrierReader, Embedded } from './embedded.ts';

// A block; a string in quotes that goes on in the next line, has a line break in it or flow collections; a resource.
const SIGN = /[|>][-+\d]*[ \t]*(?:#[^\n]*)?\r?(?:\n|$)|["'][^"'\n]*(?:\\n|[{[]|\n|$)|kind["']?:/;
// What makes a mapping a resource, and no values.
const TYPE = /^(?:apiVersion|kind):/;
const RESOURCE = ['apiVersion', 'kind'];

/**
 * What values of a Helm chart hold for its templates to put somewhere: whole files in strings, under whatever key, and
 * whole resources (`extraObjects`, `extraManifests`).
 */
export const valuesStrings: CarrierReader = {
  isPossibleAt: ({ isValues }) => isValues,
  sign: SIGN,
  mayNeed: (entry, mayHoldOurs) => (mayHoldOurs && SIGN.test(entry)) || TYPE.test(entry),
  *embeddedIn(root) {
    if (!isResource(root)) yield* carriedBy(root);
  },
};

interface Step {
  readonly keys: readonly string[];
  readonly node: YamlNode;
}

/** In the order of the text. What aliases repeat is looked at once. */
function* carriedBy(root: YamlMap): Generator<Embedded> {
  const seen = new Set<YamlNode>();
  const open: Step[] = [{ keys: [], node: root }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { keys, node } = step;
    if (seen.has(node)) continue;
    seen.add(node);
    const within = { kind: 'string', key: keys.at(-1) ?? '' } as const;
    if (node.kind === 'scalar') {
      if (!isReadWithValues(within.key)) yield { scalar: node, encoding: 'none', keys, ...nameIn(within.key), within };
    } else if (node.kind === 'list') {
      for (const item of node.items.toReversed()) open.push({ keys, node: item });
    } else if (isResource(node)) {
      yield { node, keys, within };
    } else {
      for (const { key, value } of node.pairs.toReversed()) {
        if (value !== undefined) open.push({ keys: [...keys, key.text], node: value });
      }
    }
  }
}

function isResource(map: YamlMap): boolean {
  return RESOURCE.every(key => nodeAt(map, key) !== undefined);
}

const FILE_NAME = /\.\w+$/;

function nameIn(key: string): { readonly fileName?: string } {
  return FILE_NAME.test(key) ? { fileName: key } : {};
}
