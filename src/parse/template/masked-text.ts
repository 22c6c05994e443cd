import type { DecodedText } from '../../text/decoded.ts';
import type { DerivedText, SourceFile, SourceText, Span, TextEdit } from '../../text/source.ts';
import type { Action, Template } from './template.ts';

/** An action that puts whole lines, or the whole of a value, in, and of which nothing stands in the masked text. */
export interface DetachedAction {
  readonly action: Action;
  /** The column at which its output begins, from 0. Infinity where it is all that stands behind a colon or a dash. */
  readonly column: number;
}

/**
 * A part of a template in which the actions are masked, so that YAML can parse it. Each character knows where it was
 * written, as in decoded text.
 */
export class MaskedText implements DerivedText {
  readonly file: SourceFile;
  readonly text: string;
  readonly outer: SourceText;
  /** That of the whole of `outer`: its offsets are those of `outer.text`. */
  readonly template: Template;
  /** In the order of the text. */
  readonly detached: readonly DetachedAction[];
  readonly #decoded: DecodedText;

  constructor(decoded: DecodedText, template: Template, detached: readonly DetachedAction[]) {
    this.file = decoded.file;
    this.text = decoded.text;
    this.outer = decoded.outer;
    this.template = template;
    this.detached = detached;
    this.#decoded = decoded;
  }

  span(start: number, end: number): Span {
    return this.#decoded.span(start, end);
  }

  edit(start: number, end: number, text: string): TextEdit | undefined {
    return this.#decoded.edit(start, end, text);
  }

  outerRange(start: number, end: number): { readonly start: number; readonly end: number } {
    return this.#decoded.outerRange(start, end);
  }
}
