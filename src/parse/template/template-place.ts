import type { Action, Branch, Template } from './template.ts';

/** Where another branch becomes the innermost one; `undefined` where none is left. */
interface Border {
  readonly at: number;
  readonly branch: Branch | undefined;
}

const borders = new WeakMap<Template, readonly Border[]>();
const effective = new WeakMap<Template, readonly Action[]>();

/** The innermost branch that an offset of the template's text lies in. */
export function branchAt(template: Template, offset: number): Branch | undefined {
  const known = borders.get(template) ?? bordersOf(template);
  borders.set(template, known);
  return known[lastBefore(known.length, index => (known[index]?.at ?? Infinity) <= offset)]?.branch;
}

/** True when from `start` to before `end` an action begins that puts text in or decides about text. */
export function holdsAction(template: Template, start: number, end: number): boolean {
  const known = effective.get(template) ?? template.actions.filter(({ kind }) => kind !== 'quiet');
  effective.set(template, known);
  const next = known[firstAt(known, start)];
  return next !== undefined && next.start < end;
}

/** The branch that an action opens. */
export function branchOpenedBy({ branches }: Template, action: Action): Branch | undefined {
  const last = branches[lastBefore(branches.length, index => (branches[index]?.start ?? Infinity) <= action.end)];
  return last?.opening === action ? last : undefined;
}

/** The index of the first of ordered things that begins at an offset or behind it. */
export function firstAt(ordered: readonly { readonly start: number }[], offset: number): number {
  return lastBefore(ordered.length, index => (ordered[index]?.start ?? Infinity) < offset) + 1;
}

/** The last index for which something is true that is true up to some index, and false from there on; else -1. */
export function lastBefore(count: number, isTrue: (index: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isTrue(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function bordersOf({ branches }: Template): readonly Border[] {
  // Of a branch without text both borders are at one place, and the second one counts: the order is kept.
  const unordered = branches.flatMap(branch => [
    { at: branch.start, branch },
    { at: branch.end, branch: branch.parent },
  ]);
  return unordered.sort((one, other) => one.at - other.at);
}
