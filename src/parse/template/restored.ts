import type { SourceText } from '../../text/source.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml-node.ts';
import type { YamlPiece } from '../yaml-stream.ts';
import { literalEntriesOf, UNREAD } from './blanking.ts';
import { PLACEHOLDER } from './mask.ts';
import { ownersOf, type Owners } from './owner.ts';
import { isBlanked } from './portion.ts';
import { branchAt, branchOpenedBy, firstAt, holdsAction } from './template-place.ts';
import type { Action, Branch } from './template.ts';
import { TreePlace, valueIn } from './tree-place.ts';

/**
 * A tree that was parsed from masked text, or from text decoded out of it, as if YAML knew templates: scalars with an
 * action in them have what is written for a text, an action that puts whole lines in is an entry with a templated key,
 * an item or a value, and entries know the branch that they stand under. A tree of no template is returned as it is.
 *
 * @param piece the document of the tree within `root.source`; by default all of that.
 */
export function restored(root: YamlNode, piece?: Pick<YamlPiece, 'start' | 'end'>): YamlNode {
  const place = TreePlace.of(root.source);
  if (place === undefined) return root;
  const range = piece ?? { start: 0, end: root.source.text.length };
  return new Restoring(place, ownersOf(root, place, range)).node(root);
}

/** Rebuilds a tree; a node that several aliases lead to stays one. */
class Restoring {
  readonly #place: TreePlace;
  readonly #source: SourceText;
  readonly #owners: Owners;
  readonly #known = new Map<YamlNode, YamlNode>();

  constructor(place: TreePlace, owners: Owners) {
    this.#place = place;
    this.#source = place.masked.outer;
    this.#owners = owners;
  }

  node(node: YamlNode): YamlNode {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const rebuilt =
      node.kind === 'map' ? this.#map(node) : node.kind === 'list' ? this.#list(node) : this.#scalar(node);
    if (rebuilt !== node) this.#known.set(node, rebuilt);
    return rebuilt;
  }

  #map(map: YamlMap): YamlMap {
    const pairs: YamlPair[] = [];
    for (const pair of map.pairs) this.#addPairs(pair, pairs);
    for (const action of this.#owners.get(map) ?? []) pairs.push(this.#entryOf(action));
    return { ...map, pairs };
  }

  #list(list: YamlList): YamlList {
    const items = list.items.map(item => this.node(item));
    for (const action of this.#owners.get(list) ?? []) {
      if (isBlanked(action)) items.push(...this.#literalsOf(action));
      else items.push(this.#scalarOf(action, action));
    }
    return { ...list, items };
  }

  #scalar(scalar: YamlScalar): YamlScalar {
    const own = this.#owners.get(scalar);
    const { template } = this.#place.masked;
    const { start, end } = this.#place.contentOf(scalar);
    const [first] = own ?? [];
    if (first === undefined && !holdsAction(template, start, end)) return scalar;
    if (first !== undefined && start === end) return this.#scalarOf(first, own?.at(-1) ?? first);
    const from = scalar.style === 'plain' ? start : start + 1;
    const written = this.#source.text.slice(from, Math.max(end, own?.at(-1)?.end ?? end));
    const isQuoted = scalar.style === 'single' || scalar.style === 'double';
    const text = isQuoted ? written.slice(0, -1) : scalar.style === 'plain' ? written : bodyOf(written);
    return { ...scalar, text: first !== undefined && isBlanked(first) ? UNREAD : text, masked: scalar.text };
  }

  /** Adds the entry, or one for each branch of a block that stands in the place of its value. */
  #addPairs(pair: YamlPair, pairs: YamlPair[]): void {
    const key = this.#scalar(pair.key);
    const under = branchAt(this.#place.masked.template, this.#place.outerStart(pair.key.start));
    const own = this.#owners.get(pair);
    const values = own === undefined ? this.#values(pair, under) : this.#put(own, under);
    for (const [value, branch] of values) {
      pairs.push({
        key,
        ...(value === undefined ? undefined : { value }),
        ...(branch === undefined ? undefined : { under: branch }),
      });
    }
  }

  #values(pair: YamlPair, under: Branch | undefined): readonly Placed[] {
    const { value } = pair;
    if (value === undefined) return [[undefined, under]];
    // An alias stands where its entry does, and not where its node is written.
    if (value.kind !== 'scalar' || valueIn(pair) === undefined) return [[this.node(value), under]];
    const alternatives = value.text === PLACEHOLDER ? this.#alternatives(value) : undefined;
    return (
      alternatives ?? [[this.node(value), branchAt(this.#place.masked.template, this.#place.outerStart(value.start))]]
    );
  }

  /** The texts of a block that is masked as a whole. */
  #alternatives(scalar: YamlScalar): readonly Placed[] | undefined {
    const { template } = this.#place.masked;
    const { start, end } = this.#place.outer(scalar);
    const opening = template.actions[firstAt(template.actions, start)];
    if (opening?.start !== start || opening.kind !== 'branch') return undefined;
    const branches = branchOpenedBy(template, opening)?.block.branches ?? [];
    const isWhole = branches.length > 0 && branches.every(branch => branch.end < end);
    return isWhole ? branches.map(branch => [this.#textOf(branch), branch]) : undefined;
  }

  /** What is written in a branch on one line. */
  #textOf(branch: Branch): YamlScalar | undefined {
    const written = this.#source.text.slice(branch.start, branch.end);
    const start = branch.start + written.length - written.trimStart().length;
    const end = branch.start + written.trimEnd().length;
    if (start >= end) return undefined;
    const text = this.#source.text.slice(start, end);
    const unquoted = QUOTED.exec(text)?.groups?.['text'];
    const isPlain = unquoted === undefined || holdsAction(this.#place.masked.template, start, end);
    const style = isPlain ? 'plain' : text.startsWith("'") ? 'single' : 'double';
    return { kind: 'scalar', source: this.#source, start, end, style, text: isPlain ? text : unquoted };
  }

  /** Actions that are all there is of a value: one for each branch, where each stands in one of its own. */
  #put(actions: readonly Action[], under: Branch | undefined): readonly Placed[] {
    const { template } = this.#place.masked;
    const [first] = actions;
    const last = actions.at(-1);
    if (first === undefined || last === undefined) return [[undefined, under]];
    const branches = actions.map(({ start }) => branchAt(template, start));
    const isEachApart = branches.every(branch => branch !== under) && new Set(branches).size === branches.length;
    if (isEachApart) return actions.map((action, index) => [this.#valueOf(action), branches[index]]);
    return [[first === last ? this.#valueOf(first) : this.#scalarOf(first, last), under]];
  }

  #entryOf(action: Action): YamlPair {
    const under = branchAt(this.#place.masked.template, action.start);
    const key = this.#scalarOf(action, action);
    const value = isBlanked(action) ? { value: this.#valueOf(action) } : {};
    return { key, ...value, ...(under === undefined ? {} : { under }) };
  }

  #valueOf(action: Action): YamlNode {
    if (!isBlanked(action)) return this.#scalarOf(action, action);
    const { start, end } = action;
    return { kind: 'list', source: this.#source, start, end, items: this.#literalsOf(action) };
  }

  #literalsOf(action: Action): readonly YamlMap[] {
    return literalEntriesOf(this.#source, this.#place.masked.template, action);
  }

  #scalarOf(first: Action, last: Action): YamlScalar {
    const { start } = first;
    const text = isBlanked(first) ? UNREAD : this.#source.text.slice(start, last.end);
    return { kind: 'scalar', source: this.#source, start, end: last.end, style: 'plain', text };
  }
}

type Placed = readonly [value: YamlNode | undefined, under: Branch | undefined];

const QUOTED = /^(?<quote>["'])(?<text>[^"'\\]*)\k<quote>$/;

/** What is written of a block scalar without its header. */
function bodyOf(written: string): string {
  return written.slice(written.indexOf('\n') + 1);
}
