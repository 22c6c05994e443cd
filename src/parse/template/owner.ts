import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml-node.ts';
import type { YamlPiece } from '../yaml-stream.ts';
import type { DetachedAction } from './masked-text.ts';
import { branchAt, lastBefore } from './template-place.ts';
import type { Action } from './template.ts';
import { isFlow, valueIn, writtenIn, type TreePlace } from './tree-place.ts';

/** What an action puts something into: entries, items, the value of an entry or of an item, or a part of a text. */
type Owner = YamlMap | YamlList | YamlPair | YamlScalar;

/** What is put into each part of a tree, in the order of the text. */
export type Owners = ReadonlyMap<Owner, readonly Action[]>;

/** Where the output of each action belongs that puts whole lines, or all of a value, into a document. */
export function ownersOf(root: YamlNode, place: TreePlace, piece: Pick<YamlPiece, 'start' | 'end'>): Owners {
  const { detached } = place.masked;
  const { start } = place.outer({ start: contentStart(root, piece), end: piece.end });
  const end = place.endOf(piece);
  const margin = place.isDecoded ? place.column(root) : 0;
  const first = lastBefore(detached.length, index => (detached[index]?.action.start ?? Infinity) < start) + 1;
  const placing = new Placing(place);
  for (let index = first; index < detached.length; index += 1) {
    const next = detached[index];
    if (next === undefined || next.action.start > end) break;
    // What stands behind the last colon of a string is within it, and what begins a line there is behind it.
    if (next.action.start === end && next.column !== Infinity) break;
    if (next.column >= margin) placing.add(next, root);
  }
  return placing.owners;
}

/** Behind the marker that begins the document. */
function contentStart(root: YamlNode, { start }: Pick<YamlPiece, 'start' | 'end'>): number {
  const { text } = root.source;
  const marker = text.slice(start, root.start).lastIndexOf('\n---');
  return marker === -1 ? start : start + marker + 1;
}

const LOOK_BEHIND = 100;

/** Finds the owners of detached actions, one after the other in the order of the text. */
class Placing {
  readonly owners = new Map<Owner, Action[]>();
  readonly #place: TreePlace;
  readonly #reached = new Map<YamlMap | YamlList, number>();

  constructor(place: TreePlace) {
    this.#place = place;
  }

  add(detached: DetachedAction, root: YamlNode): void {
    for (const owner of this.#ownersIn(root, detached)) {
      const known = this.owners.get(owner);
      if (known === undefined) this.owners.set(owner, [detached.action]);
      else known.push(detached.action);
    }
  }

  /** Several where it could be either: an entry of a mapping, or an item of the list at the same column above. */
  #ownersIn(node: YamlNode, detached: DetachedAction): readonly Owner[] {
    if (node.kind === 'scalar' || isFlow(node)) return [node];
    return node.kind === 'map' ? this.#ownersInMap(node, detached) : this.#ownersInList(node, detached);
  }

  #ownersInMap(map: YamlMap, detached: DetachedAction): readonly Owner[] {
    const { action, column } = detached;
    const { pairs } = map;
    const pair = pairs[this.#lastBefore(map, action, index => pairs[index]?.key)];
    if (pair === undefined) return [map];
    const own = this.#place.column(map);
    const value = valueIn(pair);
    if (value === undefined) {
      if (column > own) return [pair];
      if (column !== own || this.owners.has(pair)) return [map];
      return this.#areApartTogether(pair, action, map) ? [pair] : [pair, map];
    }
    if (this.#isWithin(value, action)) return this.#ownersIn(value, detached);
    if (column > own) return this.#continues(value, detached) ? this.#ownersIn(value, detached) : [map];
    const isListBeside = value.kind === 'list' && column === own && !isFlow(value) && this.#place.column(value) === own;
    return isListBeside ? [map, value] : [map];
  }

  /** True where a key and an action are in one branch, and its mapping is around that: they are there for each other. */
  #areApartTogether({ key }: YamlPair, action: Action, map: YamlMap): boolean {
    const { template } = this.#place.masked;
    const branch = branchAt(template, action.start);
    const [first] = map.pairs;
    if (branch === undefined || branchAt(template, this.#place.outerStart(key.start)) !== branch) return false;
    return first !== undefined && this.#place.outerStart(first.key.start) < branch.start;
  }

  #ownersInList(list: YamlList, detached: DetachedAction): readonly Owner[] {
    const { action, column } = detached;
    const { items } = list;
    const before = this.#lastBefore(list, action, index => items[index]);
    const item = items[before];
    const next = items[before + 1];
    const isWithin = item !== undefined && this.#isWithin(item, action);
    // The rest of its item is in the next lines.
    if (next !== undefined && !isWithin && column === Infinity && this.#isBehindDash(action, item)) {
      return this.#ownersIn(next, detached);
    }
    if (item === undefined) return [list];
    const isDeeper = column > this.#place.column(list);
    const value = writtenIn(item);
    if (value === undefined) return isDeeper && item.kind === 'scalar' ? [item] : [list];
    if (isWithin) return this.#ownersIn(value, detached);
    return isDeeper && this.#continues(value, detached) ? this.#ownersIn(value, detached) : [list];
  }

  /** True where lines at the column of an action still belong to what stands above them. */
  #continues(value: YamlNode, { column }: DetachedAction): boolean {
    if (value.kind !== 'scalar') return !isFlow(value);
    if (value.style !== 'literal' && value.style !== 'folded') return false;
    return column >= (this.#place.bodyColumn(value) ?? 0);
  }

  /** The last part of a collection that begins before an action, from the one on that was found last; else -1. */
  #lastBefore(node: YamlMap | YamlList, action: Action, partAt: (index: number) => YamlNode | undefined): number {
    let index = this.#reached.get(node) ?? -1;
    while (this.#startsBefore(partAt(index + 1), action)) index += 1;
    this.#reached.set(node, index);
    return index;
  }

  #startsBefore(node: YamlNode | undefined, action: Action): boolean {
    if (node === undefined) return false;
    // Where nothing is written, what comes next does not say where the node stands: its indicator does.
    const start = writtenIn(node) === undefined ? Math.max(0, node.start - 1) : node.start;
    return this.#place.outerStart(start) < action.end;
  }

  /** True where a dash is all that stands before an action, and that of no item that is known to be empty. */
  #isBehindDash({ start }: Action, item: YamlNode | undefined): boolean {
    if (item !== undefined && writtenIn(item) === undefined) return false;
    return /-[ \t]+$/.test(this.#place.masked.outer.text.slice(Math.max(0, start - LOOK_BEHIND), start));
  }

  #isWithin(node: YamlNode, action: Action): boolean {
    return action.start < this.#place.contentOf(node).end;
  }
}
