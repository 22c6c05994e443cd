import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type CST,
  type Document,
  type ErrorCode,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import type { SourceText, Span } from '../text/source.ts';
import type { ScalarStyle } from './scalar.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml-node.ts';
import type { YamlPiece } from './yaml-stream.ts';

/** Why a document could not be read, and where. The reason never quotes the text. */
export interface YamlFault {
  readonly reason: string;
  readonly at: Span;
}

/** What a document holds: a root (absent when it is empty), or the first thing that is wrong with it. */
export type YamlReading = { readonly root: YamlNode | undefined } | { readonly fault: YamlFault };

/** Limits of one document. They keep the cost of any input bounded. */
export const LIMITS = { documentUnits: 8 * 2 ** 20, depth: 100, flowLineUnits: 2 ** 20 } as const;

/**
 * Parses one document of a stream. Scalars stay text, since what a plain word means depends on who reads it; keys may come twice.
 *
 * @param source the whole stream. @param piece the document within it.
 */
export function readYaml(source: SourceText, piece: YamlPiece): YamlReading {
  const text = source.text.slice(piece.start, piece.end);
  const limit = brokenLimit(text);
  if (limit !== undefined) return { fault: { reason: limit, at: source.span(piece.start, piece.start) } };
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(text)) {
    const deep = offsetBelow(token, LIMITS.depth);
    if (deep !== undefined) {
      const at = source.span(piece.start + deep, piece.start + deep + 1);
      return { fault: { reason: `it is nested more than ${LIMITS.depth} levels deep`, at } };
    }
    tokens.push(token);
  }
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  // Only the first: what would follow it in a piece is an error, which the document carries.
  const [document] = composer.compose(tokens, true, text.length);
  const error = document?.errors[0];
  if (error !== undefined) {
    const start = Math.min(piece.start + error.pos[0], Math.max(piece.start, piece.end - 1));
    return { fault: { reason: reasonOf(error.code), at: source.span(start, Math.min(start + 1, piece.end)) } };
  }
  return { root: document === undefined ? undefined : new Converter(source, piece.start).rootOf(document) };
}

function brokenLimit(text: string): string | undefined {
  if (text.length > LIMITS.documentUnits) return 'the document is larger than 8 MiB';
  let start = 0;
  while (text.length - start > LIMITS.flowLineUnits) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > LIMITS.flowLineUnits && /^\s*(?:- +)*[[{]/.test(text.slice(start, start + 1000))) {
      return 'it has a line of flow YAML or JSON longer than 1 MiB';
    }
    start = end + 1;
  }
  return undefined;
}

/** The offset of the first collection that stands more than `depth` levels deep. Without recursion, since depth is the point. */
function offsetBelow(token: CST.Token, depth: number): number | undefined {
  const open: { readonly token: CST.Token; readonly level: number }[] = [{ token, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.level > depth) return next.token.offset;
    const level = next.level + 1;
    if (next.token.type === 'document') {
      if (next.token.value !== undefined) open.push({ token: next.token.value, level });
    } else if ('items' in next.token) {
      for (const item of next.token.items) {
        if (item.key && 'items' in item.key) open.push({ token: item.key, level });
        if (item.value && 'items' in item.value) open.push({ token: item.value, level });
      }
    }
  }
  return undefined;
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Turns the library's nodes into ours: aliases followed, offsets of the whole stream. */
class Converter {
  readonly #source: SourceText;
  readonly #shift: number;
  /** In document order, so that an alias finds the last definition before it. */
  readonly #anchors = new Map<string, YamlNode>();

  constructor(source: SourceText, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  rootOf(document: Document.Parsed): YamlNode | undefined {
    return document.contents === null ? undefined : this.#node(document.contents);
  }

  #node(node: ParsedNode): YamlNode | undefined {
    if (isAlias(node)) return this.#anchors.get(node.source);
    const place = {
      source: this.#source,
      start: node.range[0] + this.#shift,
      end: node.range[1] + this.#shift,
      ...(node.tag === undefined ? {} : { tag: node.tag }),
    };
    const converted = this.#converted(node, place);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, converted);
    return converted;
  }

  #converted(node: ParsedNode, place: Omit<YamlMap, 'kind' | 'pairs'>): YamlNode {
    if (isScalar(node)) return this.#scalar(node, place);
    const isUnquotedTemplate = this.#source.text.startsWith('{{', place.start);
    if (isUnquotedTemplate) {
      return { ...place, kind: 'scalar', style: 'plain', text: this.#source.text.slice(place.start, place.end) };
    }
    if (isSeq(node)) {
      const items: YamlNode[] = [];
      for (const item of node.items) {
        const converted = this.#node(item);
        if (converted !== undefined) items.push(converted);
      }
      return { ...place, kind: 'list', items };
    }
    const pairs: YamlPair[] = [];
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = this.#node(pair.key);
        const value = pair.value === null ? undefined : this.#node(pair.value);
        if (key?.kind === 'scalar') pairs.push(value === undefined ? { key } : { key, value });
      }
    }
    return { ...place, kind: 'map', pairs };
  }

  #scalar(node: Scalar.Parsed, place: Omit<YamlScalar, 'kind' | 'style' | 'text'>): YamlScalar {
    const text = typeof node.value === 'string' ? node.value : '';
    return { ...place, kind: 'scalar', style: STYLES[node.type ?? 'PLAIN'] ?? 'plain', text };
  }
}

const REASONS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'an alias has no name or names no anchor',
  BAD_DIRECTIVE: 'a YAML directive is malformed',
  BAD_DQ_ESCAPE: 'a double-quoted string has an escape that YAML does not know',
  BAD_INDENT: 'a line is indented wrongly',
  BAD_SCALAR_START: 'a plain value starts with a character that YAML reserves',
  BLOCK_AS_IMPLICIT_KEY: 'a nested mapping stands on the line of its key',
  BLOCK_IN_FLOW: 'a block collection stands inside brackets or braces',
  MISSING_CHAR: 'a quote, bracket, brace, comma or colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines, or a colon is missing',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a line is indented with a tab',
  TAG_RESOLVE_FAILED: 'a tag cannot be resolved',
  UNEXPECTED_TOKEN: 'something stands where YAML allows nothing',
};

/** Our own words: the library's quote the text, which may hold a secret. */
function reasonOf(code: ErrorCode): string {
  return REASONS[code] ?? 'it is not valid YAML';
}
