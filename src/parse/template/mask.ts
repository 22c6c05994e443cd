import { DecodedTextBuilder, type Encoder } from '../../text/decoded.ts';
import type { SourceText } from '../../text/source.ts';
import { MaskedText, type DetachedAction } from './masked-text.ts';
import { outputColumnOf, startsLine } from './output-column.ts';
import { isBlanked, type Portion } from './portion.ts';
import { branchOpenedBy, firstAt } from './template-place.ts';
import type { Action, Template } from './template.ts';

/**
 * A template with its actions masked, so that what is written in it can be parsed as YAML.
 *
 * A line of nothing but actions becomes an empty one, since a block scalar could end at blanks. Actions that are all
 * there is of a value leave nothing, since their output may be a mapping that goes on in the next lines. Any other that
 * puts text in becomes a letter, and one that does not is left out.
 *
 * @param portion by default all of it.
 */
export function maskedText(source: SourceText, template: Template, portion?: Portion): MaskedText {
  const masking = new Masking(source, template, portion ?? { start: 0, end: source.text.length, omitted: [] });
  return masking.result();
}

/** Stands in masked text for an action that puts text in. */
export const PLACEHOLDER = 'x';
const BLANK = /^[ \t\r]*$/;
const BLANK_OR_COMMENT = /^[ \t\r]*(?:$|[ \t]#)/;
const COMMENT = /^[ \t]+#/;
const COMMENT_LINE = /^[ \t]*#/;
const ACTION = /\{[{%#]|[}%#]\}|<%|%>/;
/** Text in which no language of templates finds an action is left as it is. */
const withoutActions: Encoder = text => (ACTION.test(text) ? undefined : text);
/** How much of the text before an action says what it is to YAML. */
const LOOK_BEHIND = 200;
const VALUE = /(?::|^[ \t]*-|[ \t]-)[ \t]+(?:[&!][^\s]*[ \t]+)*$/;
const ENTRY_VALUE = /:[ \t]+$/;
const BARE_KEY = /[\w"']:$/;
const BLOCK_HEADER = /[:-][ \t]+(?:[&!][^\s]*[ \t]+)*[|>][-+\d]{0,2}[ \t]*$/;
const CLOSED = /["'}\]][ \t]*$/;

/** A block that stands where a value does, on one line. */
interface Inline {
  readonly start: number;
  readonly end: number;
  /** The place of its first action among those of the line. */
  readonly index: number;
}

/** Actions with nothing but blanks between them. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly actions: readonly Action[];
  /** The place of the first action behind it among those of the line. */
  readonly next: number;
}

/** Masks one portion, line by line. A line ends at a line break that no action holds. */
class Masking {
  readonly #source: SourceText;
  readonly #template: Template;
  readonly #portion: Portion;
  readonly #built: DecodedTextBuilder;
  readonly #detached: DetachedAction[] = [];

  constructor(source: SourceText, template: Template, portion: Portion) {
    this.#source = source;
    this.#template = template;
    this.#portion = portion;
    this.#built = new DecodedTextBuilder(source, portion.start);
  }

  result(): MaskedText {
    const { start, end } = this.#portion;
    // A search in the portion alone: there may be many of one long line.
    const text = this.#source.text.slice(start, end);
    let done = start;
    let actions: Action[] = [];
    let lineEnd = start;
    const finish = (): void => {
      const [first] = actions;
      if (first === undefined) return;
      const lineStart = start + text.lastIndexOf('\n', first.start - start - 1) + 1;
      this.#built.copy(done, Math.max(done, lineStart));
      this.#addLine(Math.max(done, lineStart), lineEnd, actions);
      done = lineEnd;
      actions = [];
    };
    for (const action of this.#actions()) {
      if (action.start > lineEnd) finish();
      actions.push(action);
      if (action.end > lineEnd) {
        const lineBreak = text.indexOf('\n', action.end - start);
        lineEnd = lineBreak === -1 ? end : start + lineBreak;
      }
    }
    finish();
    this.#built.copy(done, end);
    return new MaskedText(this.#built.build(withoutActions), this.#template, this.#detached);
  }

  /** The actions of the portion, and what is left out in the place of those in it. */
  *#actions(): Generator<Action> {
    const { start, end, omitted } = this.#portion;
    const { actions } = this.#template;
    let index = firstAt(actions, start);
    for (const omission of omitted) {
      yield* this.#actionsFrom(index, omission.start);
      yield omission;
      index = firstAt(actions, omission.end);
    }
    yield* this.#actionsFrom(index, end);
  }

  /** Those from an index on that lie before an offset. */
  *#actionsFrom(index: number, limit: number): Generator<Action> {
    const { actions } = this.#template;
    for (let next = index; ; next += 1) {
      const action = actions[next];
      if (action === undefined || action.end > limit) return;
      yield action;
    }
  }

  /** @param actions those of the line, at least one. */
  #addLine(start: number, end: number, actions: readonly Action[]): void {
    const inline = this.#inlineBlock(actions, end);
    if (inline === undefined) {
      this.#addRuns(start, end, actions);
      return;
    }
    this.#addRuns(start, inline.start, actions.slice(0, inline.index));
    this.#built.replace(inline.start, inline.end, PLACEHOLDER).copy(inline.end, end);
  }

  /** A block that is the value of an entry, with text in it: `scheme: {{ if .Values.tls }}https{{ else }}http{{ end }}`. */
  #inlineBlock(actions: readonly Action[], end: number): Inline | undefined {
    const last = actions.at(-1);
    if (last?.kind !== 'branch' || !BLANK_OR_COMMENT.test(this.#text(last.end, end))) return undefined;
    for (const [index, action] of actions.entries()) {
      const before = this.#textBefore(action.start, actions[index - 1]?.end ?? 0);
      if (action.kind !== 'branch' || !ENTRY_VALUE.test(before)) continue;
      const block = branchOpenedBy(this.#template, action)?.block;
      if (block?.branches[0]?.opening !== action || block.branches.at(-1)?.end !== last.start) continue;
      const inside = actions.slice(index);
      const holdsText = inside.some(
        ({ end: from }, place) => !BLANK.test(this.#text(from, inside[place + 1]?.start ?? from)),
      );
      return holdsText ? { index, start: action.start, end: last.end } : undefined;
    }
    return undefined;
  }

  /** Adds text and runs of actions, with nothing but blanks between them, in turn. */
  #addRuns(start: number, end: number, actions: readonly Action[]): void {
    const lead = this.#text(start, actions[0]?.start ?? end);
    const isComment = COMMENT_LINE.test(lead);
    let isAtStart = BLANK.test(lead);
    let done = start;
    for (const run of this.#runsOf(actions)) {
      const behind = this.#text(run.end, actions[run.next]?.start ?? end);
      const isAtEnd = COMMENT.test(behind) || (run.next === actions.length && BLANK.test(behind));
      if (isAtStart && isAtEnd) {
        for (const action of run.actions) this.#detach(action, run.start - start);
        done = BLANK.test(behind) ? end : run.end;
      } else {
        this.#built.copy(done, run.start);
        if (isAtEnd && !isComment) this.#addLastRun(run.actions, this.#textBefore(run.start, done));
        else this.#addRun(run.actions);
        done = isAtStart && this.#trimsBehind(run.end) ? run.end + blanksAtStartOf(behind) : run.end;
      }
      isAtStart = false;
    }
    this.#built.copy(done, end);
  }

  *#runsOf(actions: readonly Action[]): Generator<Run> {
    for (let index = 0; index < actions.length; ) {
      let next = index + 1;
      while (next < actions.length && BLANK.test(this.#text(endOf(actions[next - 1]), startOf(actions[next]))))
        next += 1;
      yield {
        actions: actions.slice(index, next),
        next,
        start: startOf(actions[index]),
        end: endOf(actions[next - 1]),
      };
      index = next;
    }
  }

  /** Actions behind which the line holds no more. */
  #addLastRun(run: readonly Action[], before: string): void {
    const isAll = VALUE.test(before) || BLOCK_HEADER.test(before);
    const isNextTo = CLOSED.test(before) || (BARE_KEY.test(before) && run.some(startsLine));
    for (const action of run) {
      if (isAll || isNextTo) this.#detach(action, Infinity);
      else if (startsLine(action)) this.#detach(action, 0);
      else this.#addRun([action]);
    }
  }

  #addRun(run: readonly Action[]): void {
    for (const { kind, start, end } of run) {
      if (kind === 'output') this.#built.replace(start, end, PLACEHOLDER);
    }
  }

  #detach(action: Action, column: number): void {
    if (action.kind !== 'output') return;
    const own = column === Infinity ? column : outputColumnOf(action, column);
    this.#detached.push({ action, column: isBlanked(action) ? this.#columnIn(action, column) : own });
  }

  /** The column of the first text in what is left out. */
  #columnIn({ start, end }: Action, column: number): number {
    const text = this.#text(start, end);
    const first = text.search(/\S/);
    const lineBreak = text.lastIndexOf('\n', Math.max(0, first));
    return lineBreak === -1 || first === -1 ? column + Math.max(0, first) : first - lineBreak - 1;
  }

  /** True for an action that takes the white space behind it off: `-}}`, `-%}`, `~}`. */
  #trimsBehind(end: number): boolean {
    const { text } = this.#source;
    return this.#template.language === 'terraform' ? text[end - 2] === '~' : text[end - 3] === '-';
  }

  #text(start: number, end: number): string {
    return this.#source.text.slice(start, end);
  }

  /** The text before an offset as far as what is before it on the line, and as far as it says what stands there. */
  #textBefore(offset: number, done: number): string {
    return this.#text(Math.max(done, offset - LOOK_BEHIND), offset);
  }
}

function startOf(action: Action | undefined): number {
  return action?.start ?? 0;
}

function endOf(action: Action | undefined): number {
  return action?.end ?? 0;
}

function blanksAtStartOf(text: string): number {
  return text.length - text.trimStart().length;
}
