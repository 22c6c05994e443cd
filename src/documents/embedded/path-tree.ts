import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../../parse/yaml-node.ts';

/** A value that is set by a path to it: `a.b[0].c` of Helm, `/a/b/0/c` of a JSON patch. */
export interface PathEntry {
  readonly path: readonly PathStep[];
  readonly value: YamlNode;
  /** What the path is written in: the keys of the tree stand there. */
  readonly at: YamlScalar;
}

/** A key of a mapping, or the index of an item in a list, `undefined` for a new one at its end. */
export type PathStep = { readonly key: string } | { readonly index: number | undefined };

// No configuration is as deep as a parser of YAML goes.
const MAX_STEPS = 100;

/** What stands below a step so far; a leaf has a value alone. */
interface Branching {
  readonly at: YamlScalar;
  readonly keys: Map<string, Branching>;
  readonly items: Map<number, Branching>;
  value: YamlNode | undefined;
}

/**
 * The mapping that values by their paths make together, later ones over earlier ones; `undefined` where none has a key
 * to begin with. Items that no path speaks of are left out of lists.
 */
export function treeOf(entries: Iterable<PathEntry>): YamlMap | undefined {
  let root: Branching | undefined;
  for (const { path, value, at } of entries) {
    const [first] = path;
    if (first === undefined || !('key' in first) || path.length > MAX_STEPS) continue;
    root ??= branchingAt(at);
    let step = root;
    for (const next of path) step = below(step, next, at);
    step.value = value;
    step.keys.clear();
    step.items.clear();
  }
  const tree = root && nodeOf(root);
  return tree?.kind === 'map' ? tree : undefined;
}

function branchingAt(at: YamlScalar): Branching {
  return { at, keys: new Map(), items: new Map(), value: undefined };
}

/** What is below a step, made where it is not there yet. */
function below(parent: Branching, step: PathStep, at: YamlScalar): Branching {
  if ('key' in step) return foundOrMade(parent.keys, step.key, at);
  // Below zero there is no index that another path could mean.
  return foundOrMade(parent.items, step.index ?? -1 - parent.items.size, at);
}

function foundOrMade<Step>(steps: Map<Step, Branching>, step: Step, at: YamlScalar): Branching {
  const found = steps.get(step) ?? branchingAt(at);
  steps.set(step, found);
  return found;
}

/** What is set below a value that is set as a whole is laid over it, where it is a mapping. */
function nodeOf({ at, keys, items, value }: Branching): YamlNode | undefined {
  const { source, start, end } = at;
  if (keys.size > 0) {
    const pairs = [...keys].map(([key, step]): YamlPair => pairOf({ ...at, text: key }, nodeOf(step)));
    const before = value?.kind === 'map' ? value.pairs.filter(pair => !keys.has(pair.key.text)) : [];
    return { kind: 'map', source, start, end, pairs: [...before, ...pairs] };
  }
  if (items.size === 0) return value;
  const before = value?.kind === 'list' ? value.items.filter((_, index) => !items.has(index)) : [];
  const nodes = [...items.values()].flatMap(item => nodeOf(item) ?? []);
  return { kind: 'list', source, start, end, items: [...before, ...nodes] };
}

function pairOf(key: YamlScalar, value: YamlNode | undefined): YamlPair {
  return value === undefined ? { key } : { key, value };
}
