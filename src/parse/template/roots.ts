import type { YamlNode } from '../yaml-node.ts';
import type { Branch } from './template.ts';

/** With more documents in one, it is read as one. */
const MOST_ROOTS = 64;

/**
 * The documents that a restored root stands for: several where the branches of a template each have a `kind` of their
 * own, else that root alone. Each has the entries of its branch and those that stand in no other document's.
 */
export function rootsOf(root: YamlNode): readonly YamlNode[] {
  if (root.kind !== 'map') return [root];
  const kinds = root.pairs.filter(({ key }) => key.text === 'kind');
  if (kinds.length < 2 || kinds.length > MOST_ROOTS) return [root];
  const [first = [], ...others] = kinds.map(({ under }) => chainOf(under));
  const otherSets = others.map(chain => new Set(chain));
  const shared = new Set(first.filter(branch => otherSets.every(chain => chain.has(branch))));
  // What parts a document from the others: the outermost branch that not all of them stand in.
  const parting = new Set([first, ...others].flatMap(chain => chain.find(branch => !shared.has(branch)) ?? []));
  if (parting.size < 2) return [root];
  const partings = new Map<Branch, ReadonlySet<Branch>>();
  return [...parting].map(own => ({
    ...root,
    pairs: root.pairs.filter(({ under }) => isOnly(own, partingsAround(under, parting, partings))),
  }));
}

function isOnly(own: Branch, around: ReadonlySet<Branch>): boolean {
  return around.size === 0 || (around.size === 1 && around.has(own));
}

const NONE: ReadonlySet<Branch> = new Set();

/** Those of some branches that a branch is or stands in. @param known what was answered before; it is added to. */
function partingsAround(
  branch: Branch | undefined,
  parting: ReadonlySet<Branch>,
  known: Map<Branch, ReadonlySet<Branch>>,
): ReadonlySet<Branch> {
  const unknown: Branch[] = [];
  let around = NONE;
  for (let next = branch; next !== undefined; next = next.parent) {
    const answer = known.get(next);
    if (answer !== undefined) {
      around = answer;
      break;
    }
    unknown.push(next);
  }
  for (const next of unknown.toReversed()) {
    if (parting.has(next)) around = new Set([...around, next]);
    known.set(next, around);
  }
  return around;
}

/** A branch and those around it, outermost first. */
function chainOf(branch: Branch | undefined): readonly Branch[] {
  const chain: Branch[] = [];
  for (let next = branch; next !== undefined; next = next.parent) chain.push(next);
  return chain.toReversed();
}
