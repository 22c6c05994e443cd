import { firstAt } from './template-place.ts';
import type { Action, Block, Branch, Template } from './template.ts';

/** What of a template is masked. Offsets in its text. */
export interface Portion {
  readonly start: number;
  readonly end: number;
  /**
   * What is left out as if it were an action, in the order of the text and apart from each other: `quiet` what nothing
   * stands for, `output` what stands for something unknown.
   */
  readonly omitted: readonly Action[];
}

type Range = Pick<Action, 'start' | 'end'>;

/** What is left out of a template, in the place of an action. */
export function omissionOf({ start, end }: Range, kind: 'quiet' | 'output'): Action {
  return { start, end, kind, code: '' };
}

/** True for what is left out although it puts something in. No action of a template does that without any code. */
export function isBlanked({ kind, code }: Action): boolean {
  return kind === 'output' && code === '';
}

/** What is left out, in the order of the text, without what lies in other of it. */
export function together(omitted: readonly Action[]): readonly Action[] {
  const ordered = omitted.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: Action[] = [];
  for (const action of ordered) {
    if (action.start >= (kept.at(-1)?.end ?? 0)) kept.push(action);
  }
  return kept;
}

const MOST_WAYS = 8;
/** Of longer text, in UTF-16 units, there are two: each costs as much as to parse it. */
const LONG = 2 ** 20;

/**
 * The ways through the branches of a portion: in the n-th each block has its n-th branch, or its last one. Each branch
 * is in one of them, unless there are more than eight, or the portion is very long.
 */
export function waysThrough(template: Template, portion: Portion): readonly Portion[] {
  const { start, end, omitted } = portion;
  const { branches } = template;
  const inside = branches.slice(firstAt(branches, start), firstAt(branches, end));
  const blocks = new Map<Block, Branch[]>();
  for (const branch of inside) {
    if (branch.block.keyword === 'define') continue;
    const known = blocks.get(branch.block);
    if (known === undefined) blocks.set(branch.block, [branch]);
    else known.push(branch);
  }
  const count = [...blocks.values()].reduce((most, { length }) => Math.max(most, length), 1);
  const most = end - start > LONG ? 2 : MOST_WAYS;
  return Array.from({ length: Math.min(count, most) }, (_, way) => {
    const others = [...blocks.values()].flatMap(ours =>
      ours.filter((_branch, index) => index !== Math.min(way, ours.length - 1)),
    );
    const left = others.map(branch => omissionOf({ start: branch.start, end: Math.min(branch.end, end) }, 'quiet'));
    return { start, end, omitted: together([...omitted, ...left]) };
  });
}
