import type { LexedAction, Step } from './blocks.ts';
import { jinjaDelimitersOf, type Delimiters } from './jinja-delimiters.ts';
import { searchIn, type Search } from './search.ts';

const WORD = /^[a-z]+\b/;
const NAME = /^[\w.]+/;
const END_OF_RAW = /\s*endraw\s*[-+]?/y;
// With a filter before the sign, or without a sign, `set` takes all up to its end.
const ASSIGNMENT = /^set\b[^=|]*=/;
const KEYWORDS: ReadonlyMap<string, 'if' | 'range' | 'define'> = new Map([
  ['if', 'if'],
  ['for', 'range'],
  ['macro', 'define'],
  ['block', 'define'],
  ['call', 'define'],
  ['set', 'define'],
]);
const OUTPUT: Step = { does: 'output' };
const QUIET: Step = { does: 'quiet' };

/**
 * The actions of a Jinja template, in the order of the text, as Jinja 3.1 finds them (jinja2/lexer.py): what stands
 * between `raw` and `endraw` is text, and strings and brackets may hold delimiters. A first line with which Ansible
 * changes the delimiters is obeyed. What is not closed is text.
 */
export function jinjaActionsOf(text: string): readonly LexedAction[] {
  const { delimiters, bodyStart } = jinjaDelimitersOf(text);
  return new JinjaLexer(text, delimiters).actions(bodyStart);
}

class JinjaLexer {
  readonly #text: string;
  readonly #delimiters: Delimiters;
  readonly #nextOpening: readonly { readonly kind: keyof Delimiters; readonly next: Search }[];
  readonly #nextCommentEnd: Search;

  constructor(text: string, delimiters: Delimiters) {
    this.#text = text;
    this.#delimiters = delimiters;
    this.#nextOpening = (['block', 'comment', 'variable'] as const).map(kind => ({
      kind,
      next: searchIn(text, delimiters[kind].start),
    }));
    this.#nextCommentEnd = searchIn(text, delimiters.comment.end);
  }

  actions(from: number): readonly LexedAction[] {
    const actions: LexedAction[] = [];
    for (let opening = this.#openingFrom(from); opening !== undefined; ) {
      const { kind, at } = opening;
      const action = kind === 'comment' ? this.#commentAt(at) : this.#expressionAt(at, kind);
      if (action !== undefined) actions.push(action);
      if (kind === 'block' && action?.code === 'raw') {
        const end = this.#rawEnd(action.end);
        if (end === undefined) break;
        actions.push(end);
        opening = this.#openingFrom(end.end);
      } else {
        opening = this.#openingFrom(action?.end ?? at + 1);
      }
    }
    return actions;
  }

  /** The next delimiter that opens something; the longest where several begin at one place. */
  #openingFrom(from: number): { readonly kind: keyof Delimiters; readonly at: number } | undefined {
    let first: { readonly kind: keyof Delimiters; readonly at: number } | undefined;
    for (const { kind, next } of this.#nextOpening) {
      const at = next(from);
      if (at === -1 || (first !== undefined && at > first.at)) continue;
      const isLonger =
        first !== undefined && this.#delimiters[kind].start.length > this.#delimiters[first.kind].start.length;
      if (first === undefined || at < first.at || isLonger) first = { kind, at };
    }
    return first;
  }

  #contentStart(start: number, kind: keyof Delimiters): number {
    const begin = start + this.#delimiters[kind].start.length;
    return '-+'.includes(this.#text[begin] ?? ' ') ? begin + 1 : begin;
  }

  #commentAt(start: number): LexedAction | undefined {
    const close = this.#nextCommentEnd(start + this.#delimiters.comment.start.length);
    if (close === -1) return undefined;
    return { start, end: close + this.#delimiters.comment.end.length, code: '', step: QUIET };
  }

  /**
   * Ends in vain at what is in no valid expression: another opening delimiter or a backslash outside of strings. So the
   * searches that begin at several delimiters never go the same way twice.
   */
  #expressionAt(start: number, kind: 'block' | 'variable'): LexedAction | undefined {
    const content = this.#contentStart(start, kind);
    let depth = 0;
    for (let at = content; at < this.#text.length; at += 1) {
      if (depth === 0 && this.#text.startsWith(this.#delimiters[kind].end, at)) {
        const code = this.#text
          .slice(content, at)
          .replace(kind === 'block' ? /[-+]$/ : /-$/, '')
          .trim();
        const step = kind === 'variable' ? (code === '' ? QUIET : OUTPUT) : stepOf(code);
        return { start, end: at + this.#delimiters[kind].end.length, code, step };
      }
      const character = this.#text[at] ?? '';
      if (character === '\\' || this.#isOpening(at)) return undefined;
      if ('([{'.includes(character)) depth += 1;
      else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
      else if (character === '"' || character === "'") {
        const close = this.#quoteEnd(at + 1, character);
        if (close === undefined) return undefined;
        at = close;
      }
    }
    return undefined;
  }

  #isOpening(at: number): boolean {
    return this.#nextOpening.some(({ kind }) => this.#text.startsWith(this.#delimiters[kind].start, at));
  }

  #quoteEnd(from: number, quote: string): number | undefined {
    for (let at = from; at < this.#text.length; at += 1) {
      const character = this.#text[at];
      if (character === quote) return at;
      if (character === '\\') at += 1;
    }
    return undefined;
  }

  #rawEnd(from: number): LexedAction | undefined {
    const { start, end } = this.#delimiters.block;
    for (let at = this.#text.indexOf(start, from); at !== -1; at = this.#text.indexOf(start, at + 1)) {
      const content = this.#contentStart(at, 'block');
      END_OF_RAW.lastIndex = content;
      if (END_OF_RAW.test(this.#text) && this.#text.startsWith(end, END_OF_RAW.lastIndex)) {
        return { start: at, end: END_OF_RAW.lastIndex + end.length, code: 'endraw', step: QUIET };
      }
    }
    return undefined;
  }
}

function stepOf(code: string): Step {
  const word = WORD.exec(code)?.[0] ?? '';
  const rest = code.slice(word.length).trim();
  if (word === 'else') return { does: 'part' };
  if (word === 'elif') return { does: 'part', condition: rest };
  if (word === 'include') return OUTPUT;
  const keyword = KEYWORDS.get(word.replace(/^end/, ''));
  if (keyword === undefined || ASSIGNMENT.test(code)) return QUIET;
  if (word.startsWith('end')) return { does: 'end', keyword };
  return { does: 'open', keyword, condition: keyword === 'define' ? (NAME.exec(rest)?.[0] ?? rest) : rest };
}
