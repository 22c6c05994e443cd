import { isDerived, type DerivedText, type SourceText } from '../../text/source.ts';
import type { YamlNode, YamlPair, YamlScalar } from '../yaml-node.ts';
import { MaskedText } from './masked-text.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

const BLANKS = /\s*/y;

/** Where the nodes of a tree stand in the template that its text was made of. */
export class TreePlace {
  readonly masked: MaskedText;
  /** From the text of the tree to the masked text, without that. */
  readonly #derived: readonly DerivedText[];
  readonly #contents = new Map<YamlNode, Range>();

  constructor(masked: MaskedText, derived: readonly DerivedText[]) {
    this.masked = masked;
    this.#derived = derived;
  }

  /** `undefined` for text that comes of no template. */
  static of(source: SourceText): TreePlace | undefined {
    const derived: DerivedText[] = [];
    for (let text = source; isDerived(text); text = text.outer) {
      if (text instanceof MaskedText) return new TreePlace(text, derived);
      derived.push(text);
    }
    return undefined;
  }

  /** The place in the template of what stands in the text of the tree. */
  outer(range: Range): Range {
    const { start, end } = this.#inMasked(range);
    return this.masked.outerRange(start, end);
  }

  /** The place in the template of a character of the text of the tree. */
  outerStart(offset: number): number {
    return this.outer({ start: offset, end: offset }).start;
  }

  /** True for a tree that was parsed from text within a document of the template. */
  get isDecoded(): boolean {
    return this.#derived.length > 0;
  }

  /**
   * Where a document ends in the template. Of one within another the lines behind it that are empty, once masked, may
   * be its own: decoding takes them off.
   */
  endOf(piece: Range): number {
    const { end } = this.#inMasked(piece);
    const { text, outer } = this.masked;
    BLANKS.lastIndex = end;
    const next = this.isDecoded && BLANKS.test(text) ? BLANKS.lastIndex : end;
    return next < text.length ? this.masked.outerRange(next, next).start : outer.text.length;
  }

  /** The column in the masked text at which a node begins, from 0. */
  column(node: YamlNode): number {
    const { start } = this.#inMasked({ start: node.start, end: node.start });
    return start - (this.masked.text.lastIndexOf('\n', start - 1) + 1);
  }

  /** The column of the first text in the body of a block scalar; `undefined` where there is none. */
  bodyColumn(node: YamlNode): number | undefined {
    const { start, end } = this.#inMasked(node);
    const body = this.masked.text.slice(start, end);
    const header = body.indexOf('\n');
    const content = header === -1 ? -1 : body.slice(header).search(/\S/);
    return content === -1 ? undefined : content - 1 - body.lastIndexOf('\n', header + content) + header;
  }

  /** The place in the template of a node without what may stand behind it: comments, and the last lines of a block. */
  contentOf(node: YamlNode): Range {
    if (node.kind === 'scalar') return this.outer({ start: node.start, end: contentEnd(node) });
    if (isFlow(node)) return this.outer(node);
    const known = this.#contents.get(node);
    if (known !== undefined) return known;
    const last = node.kind === 'list' ? node.items.at(-1) : lastOf(node.pairs);
    const start = this.outerStart(node.start);
    const content = { start, end: last === undefined ? start : this.contentOf(last).end };
    this.#contents.set(node, content);
    return content;
  }

  #inMasked(given: Range): Range {
    let range = given;
    for (const text of this.#derived) range = text.outerRange(range.start, range.end);
    return range;
  }
}

/** Where the text of a scalar ends; the empty lines behind that of a block need not be its own. */
function contentEnd({ source, style, start, end }: YamlScalar): number {
  if (style !== 'literal' && style !== 'folded') return end;
  return start + source.text.slice(start, end).trimEnd().length;
}

function lastOf(pairs: readonly YamlPair[]): YamlNode | undefined {
  const pair = pairs.at(-1);
  return pair === undefined ? undefined : (valueIn(pair) ?? pair.key);
}

/** The value that is written in an entry: no alias, which leads to a place before it. */
export function valueIn({ key, value }: YamlPair): YamlNode | undefined {
  return value === undefined || value.start < key.end ? undefined : writtenIn(value);
}

/** The node, unless nothing is written there. */
export function writtenIn(node: YamlNode): YamlNode | undefined {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === '' ? undefined : node;
}

/** True for a collection in brackets or braces. */
export function isFlow({ source, start }: YamlNode): boolean {
  const first = source.text[start];
  return first === '{' || first === '[';
}
