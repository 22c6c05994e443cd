import type { YamlMap, YamlNode, YamlPair } from '../parse/yaml-node.ts';
import { entriesOf, type Fields, type YamlStyle } from '../parse/yaml-writing.ts';
import type { Mapping } from './mapping.ts';
import type { SourceText, Span, TextEdit } from '../text/source.ts';

export type { Fields } from '../parse/yaml-writing.ts';

// What aliases call a mapping stands right before it.
const ANCHOR = /&[^\s,[\]{}]+\s*$/;
const ANCHOR_UNITS = 200;
const COMMENT = /[ \t\n]#/;
const BLANK = /\s/;
const INDENTING = new Set([' ', '\t', '-']);
const INDENTATION = /^ *(?:- +)*$/;
const REST_OF_LINE = /^[ \t]*(?:[ \t]#.*)?$/;

/**
 * An entry that stands in a mapping itself, no alias and not merged in: a place at which entries can be written in the style
 * of the mapping. It keeps offsets alone, so that the tree can be let go of.
 */
export class OwnEntry {
  readonly #source: SourceText;
  readonly #isFlow: boolean;
  readonly #isQuoted: boolean;
  readonly #start: number;
  readonly #keyEnd: number;
  readonly #end: number;
  readonly #hasComments: boolean;
  readonly #mapStart: number;

  private constructor(map: YamlMap, { key, value }: Required<Pick<YamlPair, 'key' | 'value'>>) {
    this.#source = key.source;
    this.#isFlow = map.source.text[map.start] === '{';
    this.#isQuoted = key.style === 'double';
    this.#start = key.start;
    this.#keyEnd = key.end;
    this.#end = endOf(value);
    this.#hasComments = value.kind !== 'scalar' && COMMENT.test(key.source.text.slice(key.end, this.#end));
    this.#mapStart = map.start;
  }

  /** @param pair of the mapping, or merged into it. */
  static of(map: YamlMap, { key, value }: Pick<YamlPair, 'key' | 'value'>): OwnEntry | undefined {
    const isOwn = map.pairs.some(pair => pair.key === key) && key.source === map.source;
    if (!isOwn || value === undefined || value.source !== key.source || value.start < key.end) return undefined;
    return new OwnEntry(map, { key, value });
  }

  /**
   * The edits that put entries in the place of this one; a comment behind it stays on its line. `undefined` also where
   * comments within it would be lost.
   */
  replacedBy(fields: Fields): readonly TextEdit[] | undefined {
    const style = this.#style;
    const [first, ...others] = style === undefined ? [] : entriesOf(fields, style);
    if (style === undefined || first === undefined || this.#hasComments) return undefined;
    const end = this.#contentEnd;
    const isWhole = others.length === 0 || style.form !== 'block' || first.includes('\n');
    if (isWhole) return edits(this.#source.edit(this.#start, end, [first, ...others].join(style.separator)));
    return edits(this.#source.edit(this.#start, end, first), this.#behind(others, style));
  }

  /** Its key and its value. */
  get span(): Span {
    return this.#source.span(this.#start, this.#end);
  }

  /** The edits that put entries behind this one; `undefined` also where aliases may stand for the mapping. */
  followedBy(fields: Fields): readonly TextEdit[] | undefined {
    const style = this.#style;
    return this.#isShared ? undefined : style && edits(this.#behind(entriesOf(fields, style), style));
  }

  /** The edit that takes it out of its mapping with its line, which is to have other entries. */
  removed(): TextEdit | undefined {
    const { text } = this.#source;
    const end = this.#contentEnd;
    if (this.#isFlow) {
      const comma = this.#blanksEnd(end);
      if (text[comma] === ',') return this.#source.edit(this.#start, this.#blanksEnd(comma + 1), '');
      let previous = this.#start - 1;
      while (BLANK.test(text.charAt(previous))) previous -= 1;
      return text[previous] === ',' ? this.#source.edit(previous, end, '') : undefined;
    }
    const indentation = this.#indentation ?? '-';
    const lineEnd = this.#lineEnd(end);
    const lineBreak = this.#start - indentation.length - 1;
    const isAlone = indentation.trim() === '' && lineBreak > 0 && REST_OF_LINE.test(text.slice(end, lineEnd));
    // From the break before it, since what indents a line may be no part of this text.
    const edit = isAlone ? this.#source.edit(this.#lineEnd(lineBreak), lineEnd, '') : undefined;
    return edit && withReturn(edit);
  }

  #behind(entries: readonly string[], { form, separator }: YamlStyle): TextEdit | undefined {
    const text = entries.map(entry => separator + entry).join('');
    const end = this.#contentEnd;
    if (form !== 'block') return this.#source.edit(end, end, text);
    const lineEnd = this.#lineEnd(end);
    const isLast = REST_OF_LINE.test(this.#source.text.slice(end, lineEnd));
    return isLast ? this.#source.edit(lineEnd, lineEnd, text) : undefined;
  }

  /** True where the mapping has an anchor, so that aliases may stand for it. */
  get #isShared(): boolean {
    return ANCHOR.test(this.#source.text.slice(Math.max(0, this.#mapStart - ANCHOR_UNITS), this.#mapStart));
  }

  /** Where its text ends, without the line breaks behind a block. */
  get #contentEnd(): number {
    let end = this.#end;
    while (end > this.#keyEnd && BLANK.test(this.#source.text.charAt(end - 1))) end -= 1;
    return end;
  }

  /** What it is indented by, dashes too; `undefined` where something else of its line comes before it. */
  get #indentation(): string | undefined {
    const { text } = this.#source;
    let from = this.#start;
    // Not from the begin of the line, which may be long.
    while (INDENTING.has(text.charAt(from - 1))) from -= 1;
    return from === 0 || text[from - 1] === '\n' ? text.slice(from, this.#start) : undefined;
  }

  #blanksEnd(from: number): number {
    let end = from;
    while (BLANK.test(this.#source.text.charAt(end))) end += 1;
    return end;
  }

  #lineEnd(from: number): number {
    const { text } = this.#source;
    const lineBreak = text.indexOf('\n', from);
    const end = lineBreak === -1 ? text.length : lineBreak;
    return text[end - 1] === '\r' ? end - 1 : end;
  }

  /** How the mapping is written; `undefined` where no line of it can be added. */
  get #style(): YamlStyle | undefined {
    const before = this.#indentation;
    const isQuoted = this.#isQuoted;
    if (!this.#isFlow) {
      if (before === undefined || !INDENTATION.test(before)) return undefined;
      return { form: 'block', separator: `\n${' '.repeat(before.length)}`, colon: ': ', isQuoted };
    }
    const isCompact = isQuoted && /^:\S/.test(this.#source.text.slice(this.#keyEnd, this.#keyEnd + 2));
    return {
      form: isQuoted ? 'json' : 'flow',
      separator: before?.trim() === '' ? `,\n${before}` : isCompact ? ',' : ', ',
      colon: isCompact ? ':' : ': ',
      isQuoted,
    };
  }
}

/** The entry of a field that a mapping has itself. */
export function ownEntry(mapping: Mapping, field: string): OwnEntry | undefined {
  const pair = mapping.pair(field);
  return pair && OwnEntry.of(mapping.node, pair);
}

/** An entry of a mapping behind which others can be put: the first of some fields, else of all, that it has itself. */
export function entryBehind(mapping: Mapping, fields: readonly string[]): OwnEntry | undefined {
  const { node } = mapping;
  for (const pair of [...fields.flatMap(field => mapping.pair(field) ?? []), ...node.pairs]) {
    const entry = pair.under === undefined && !isBlockScalar(pair.value) ? OwnEntry.of(node, pair) : undefined;
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** True for a text whose last line breaks may be a part of it. */
function isBlockScalar(value: YamlNode | undefined): boolean {
  return value?.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded');
}

/** Where what is written of a node ends: a block ends with its last entry, and not with the comment behind that. */
function endOf(node: YamlNode): number {
  const isFlow = /[[{]/.test(node.source.text.charAt(node.start));
  const pair = node.kind === 'map' && !isFlow ? node.pairs.at(-1) : undefined;
  const last = node.kind === 'list' && !isFlow ? node.items.at(-1) : (pair?.value ?? pair?.key);
  // An alias is the node that stands elsewhere.
  const isWithin =
    last !== undefined && last.source === node.source && last.start >= node.start && last.end <= node.end;
  return isWithin ? endOf(last) : node.end;
}

/** An edit that takes a line break away, with the CR of it, which decoding leaves out. */
function withReturn({ at, text }: TextEdit): TextEdit {
  const isHalf = at.file.text[at.start] === '\n' && at.file.text[at.start - 1] === '\r';
  return { at: isHalf ? { ...at, start: at.start - 1 } : at, text };
}

function edits(...made: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const possible = made.filter(edit => edit !== undefined);
  return possible.length === made.length ? possible : undefined;
}
