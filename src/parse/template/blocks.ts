import type { Action, Block, Branch, Template, TemplateLanguage } from './template.ts';

/** An action as the lexer of its language found it. */
export interface LexedAction extends Omit<Action, 'kind'> {
  readonly step: Step;
}

/** What an action does to the text or to the blocks around it. */
export type Step =
  | { readonly does: 'output' }
  | { readonly does: 'quiet' }
  | { readonly does: 'open'; readonly keyword: Block['keyword']; readonly condition?: string }
  /** An `else`, with the condition of the branch that it opens. */
  | { readonly does: 'part'; readonly condition?: string }
  /** Ends the innermost block, or the innermost of a keyword and what was left open in it. */
  | { readonly does: 'end'; readonly keyword?: Block['keyword'] };

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface OpenBlock extends Writable<Block> {
  readonly branches: Writable<Branch>[];
}

/**
 * The blocks that actions make. What is left open ends with the text; an `else` or an end without a block is quiet.
 *
 * @param actions in the order of the text. @param textEnd the length of the text.
 */
export function templateOfActions(
  language: TemplateLanguage,
  actions: readonly LexedAction[],
  textEnd: number,
): Template {
  const blocks = new Blocks(textEnd);
  return {
    language,
    actions: actions.map(({ step, ...action }) => blocks.taken(action, step)),
    branches: blocks.branches,
  };
}

class Blocks {
  readonly branches: Branch[] = [];
  readonly #textEnd: number;
  readonly #open: { readonly block: OpenBlock; readonly branch: Writable<Branch> }[] = [];
  readonly #openByKeyword = { if: 0, with: 0, range: 0, define: 0 };

  constructor(textEnd: number) {
    this.#textEnd = textEnd;
  }

  /** The action with its kind, when it has opened, parted or ended what it does. */
  taken(written: Omit<Action, 'kind'>, step: Step): Action {
    if (step.does === 'output' || step.does === 'quiet') return { ...written, kind: step.does };
    const action: Action = { ...written, kind: 'branch' };
    if (step.does === 'open') {
      this.#begin({ keyword: step.keyword, branches: [], isExhaustive: false }, action, step.condition);
      return action;
    }
    const isTaken = step.does === 'part' ? this.#part(action, step.condition) : this.#finish(action, step);
    return isTaken ? action : { ...written, kind: 'quiet' };
  }

  #begin(block: OpenBlock, opening: Action, condition: string | undefined): void {
    const parent = this.#open.at(-1)?.branch;
    const branch: Writable<Branch> = {
      block,
      index: block.branches.length,
      ...(condition === undefined ? {} : { condition }),
      opening,
      start: opening.end,
      end: this.#textEnd,
      ...(parent === undefined ? {} : { parent }),
    };
    block.branches.push(branch);
    this.branches.push(branch);
    this.#open.push({ block, branch });
    this.#openByKeyword[block.keyword] += 1;
  }

  #part(action: Action, condition: string | undefined): boolean {
    const block = this.#open.at(-1)?.block;
    if (block === undefined || block.keyword === 'define') return false;
    this.#close(action.start);
    if (condition === undefined) block.isExhaustive = true;
    this.#begin(block, action, condition);
    return true;
  }

  #finish(action: Action, { keyword }: { readonly keyword?: Block['keyword'] }): boolean {
    // Counted, since many ends without a block would each look through all that is open.
    if (keyword !== undefined && this.#openByKeyword[keyword] === 0) return false;
    const ended = this.#open.findLastIndex(({ block }) => keyword === undefined || block.keyword === keyword);
    if (ended === -1) return false;
    while (this.#open.length > ended) this.#close(action.start);
    return true;
  }

  #close(end: number): void {
    const innermost = this.#open.pop();
    if (innermost === undefined) return;
    innermost.branch.end = end;
    this.#openByKeyword[innermost.block.keyword] -= 1;
  }
}
