import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type CST,
  type Document,
  type ErrorCode,
  type ParsedNode,
} from 'yaml';
import type { SourceText, Span } from '../text/source.ts';
import { SCALAR_STYLES } from './scalar.ts';
import { linesRootOf } from './yaml-lines.ts';
import type { YamlNode, YamlPair } from './yaml-node.ts';
import { plainRootOf } from './yaml-plain.ts';
import type { YamlPiece } from './yaml-stream.ts';
import { LIMITS, syntaxOf, type Stop } from './yaml-syntax.ts';

/** Why a document could not be read, and where. The reason never quotes the text. */
export interface YamlFault extends Stop {
  /** In the text of the source that was handed over. */
  readonly offset: number;
  readonly at: Span;
}

/** What a document holds: a root (absent when it is empty), or the first thing that is wrong with it. */
export type YamlReading = { readonly root: YamlNode | undefined } | { readonly fault: YamlFault };

/**
 * Parses one document of a stream. Scalars stay text, since what a plain word means depends on who reads it; keys may
 * come twice.
 *
 * @param source the whole stream. @param piece the document within it.
 */
export function readYaml(source: SourceText, piece: YamlPiece): YamlReading {
  const root = linesRootOf(source, piece);
  if (root === undefined) return readByLibrary(source, piece);
  return 'reason' in root ? { fault: faultOf(root, source, piece) } : { root };
}

/** As `readYaml`, for what is not as plain as its own reader takes it. */
export function readByLibrary(source: SourceText, piece: YamlPiece): YamlReading {
  const text = source.text.slice(piece.start, piece.end);
  const syntax = syntaxOf(text);
  if ('reason' in syntax) return { fault: faultOf(syntax, source, piece) };
  const plain = plainRootOf(syntax, source, piece.start);
  if (plain !== undefined) return { root: plain };
  const composed = composedFrom(syntax, text.length);
  if (composed === undefined) return { root: undefined };
  if ('reason' in composed) return { fault: faultOf(composed, source, piece) };
  const converter = new Converter(source, piece.start);
  const root = converter.rootOf(composed);
  return converter.excess === undefined ? { root } : { fault: faultOf(converter.excess, source, piece) };
}

function faultOf(stop: Stop, source: SourceText, piece: YamlPiece): YamlFault {
  const place = Math.min(piece.start + stop.offset, Math.max(piece.start, piece.end - 1));
  const offset = characterStart(source.text, place);
  const end = offset + String.fromCodePoint(source.text.codePointAt(offset) ?? 0).length;
  return { ...stop, offset, at: source.span(offset, Math.min(end, piece.end)) };
}

/** Where the character begins that an offset is in, which may be two units wide. */
function characterStart(text: string, offset: number): number {
  const isWithin = offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return isWithin ? offset - 1 : offset;
}

/** The document that the syntax makes, `undefined` where it makes none, or the first error. */
function composedFrom(syntax: readonly CST.Token[], length: number): Document.Parsed | Stop | undefined {
  const composer = new Composer({
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const errors: Stop[] = [];
  // In the place of its own, which goes on: a bad escape costs an exception, and there may be millions.
  const onError = (at: ErrorPlace, code: ErrorCode, _message: string, isWarning?: boolean): void => {
    if (isWarning === true) return;
    errors.push({ reason: REASONS[code], offset: offsetOf(at) });
    throw new Error('the first error is enough');
  };
  Object.assign(composer, { onError });
  try {
    // Only the first document: there is no other in a piece.
    const [document] = composer.compose(syntax, true, length);
    const error = document?.errors[0];
    return error === undefined ? document : { reason: REASONS[error.code], offset: error.pos[0] };
  } catch (error) {
    const [first] = errors;
    if (first === undefined) throw error;
    return first;
  }
}

/** Where the composer of `yaml` says that an error is. */
type ErrorPlace = number | readonly [number, ...number[]] | { readonly offset: number };

function offsetOf(at: ErrorPlace): number {
  if (typeof at === 'number') return at;
  return 'offset' in at ? at.offset : at[0];
}

/** A node with an anchor, and how many nodes it is made of where the aliases in it are followed. */
interface Anchored {
  readonly node: YamlNode;
  readonly size: number;
}

/** Turns the library's nodes into ours: aliases followed, offsets of the whole stream. */
class Converter {
  /** The alias with which all together stand for too much. */
  excess: Stop | undefined;
  readonly #source: SourceText;
  readonly #shift: number;
  /** In document order, so that an alias finds the last definition before it. */
  readonly #anchors = new Map<string, Anchored>();
  /** How many nodes there are so far, aliases followed, and how many of them are repeated by aliases. */
  #size = 0;
  #repeated = 0;

  constructor(source: SourceText, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  rootOf(document: Document.Parsed): YamlNode | undefined {
    return document.contents === null ? undefined : this.#node(document.contents);
  }

  #node(node: ParsedNode): YamlNode | undefined {
    if (isAlias(node)) return this.#aliased(node);
    const sizeBefore = this.#size;
    this.#size += 1;
    const { anchor } = node;
    if (anchor === undefined) return this.#converted(node);
    // Within its own node an anchor leads nowhere, neither to that node nor to an earlier one.
    this.#anchors.delete(anchor);
    const converted = this.#converted(node);
    this.#anchors.set(anchor, { node: converted, size: this.#size - sizeBefore });
    return converted;
  }

  #aliased(alias: Alias.Parsed): YamlNode | undefined {
    const anchored = this.#anchors.get(alias.source);
    if (anchored === undefined) return undefined;
    this.#size += anchored.size;
    this.#repeated += anchored.size;
    if (this.#repeated > LIMITS.repeatedNodes) {
      this.excess ??= { reason: 'its aliases stand for more than 1,000,000 values', offset: alias.range[0] };
    }
    return anchored.node;
  }

  #converted(node: Exclude<ParsedNode, Alias.Parsed>): YamlNode {
    const source = this.#source;
    const start = node.range[0] + this.#shift;
    const end = node.range[1] + this.#shift;
    const { tag } = node;
    const converted = this.#untagged(node, source, start, end);
    return tag === undefined ? converted : { ...converted, tag };
  }

  #untagged(node: Exclude<ParsedNode, Alias.Parsed>, source: SourceText, start: number, end: number): YamlNode {
    if (isScalar(node)) {
      const text = typeof node.value === 'string' ? node.value : '';
      return { kind: 'scalar', source, start, end, style: SCALAR_STYLES[node.type ?? 'PLAIN'] ?? 'plain', text };
    }
    // A flow mapping within another, to YAML; a block mapping can start so too, with such a key.
    const isUnquotedTemplate = node.flow === true && source.text.startsWith('{{', start);
    if (isUnquotedTemplate) {
      return { kind: 'scalar', source, start, end, style: 'plain', text: source.text.slice(start, end) };
    }
    if (isSeq(node)) {
      const items: YamlNode[] = [];
      for (const item of node.items) {
        const converted = this.#node(item);
        if (converted !== undefined) items.push(converted);
      }
      return { kind: 'list', source, start, end, items };
    }
    const pairs: YamlPair[] = [];
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = this.#node(pair.key);
        const value = pair.value === null ? undefined : this.#node(pair.value);
        if (key?.kind === 'scalar') pairs.push(value === undefined ? { key } : { key, value });
      }
    }
    return { kind: 'map', source, start, end, pairs };
  }
}

/** Our own words: the library's quote the text, which may hold a secret. */
const REASONS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias has an anchor or a tag of its own',
  BAD_ALIAS: 'an anchor or an alias has no name, or one that ends in a colon',
  BAD_COLLECTION_TYPE: 'a tag does not fit what it stands before',
  BAD_DIRECTIVE: 'a YAML directive is malformed',
  BAD_DQ_ESCAPE: 'a double-quoted string has an escape that YAML does not know',
  BAD_INDENT: 'a line is indented wrongly',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'a plain value starts with a character that YAML reserves',
  BLOCK_AS_IMPLICIT_KEY: 'a nested mapping stands on the line of its key',
  BLOCK_IN_FLOW: 'a block collection stands inside brackets or braces',
  DUPLICATE_KEY: 'a key comes twice',
  IMPOSSIBLE: 'it is not valid YAML',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a quote, bracket, brace, comma, colon or line break is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines, or a colon is missing',
  MULTIPLE_ANCHORS: 'a value has several anchors',
  MULTIPLE_DOCS: 'it holds several documents',
  MULTIPLE_TAGS: 'a value has several tags',
  NON_STRING_KEY: 'a key is no string',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a line is indented with a tab',
  TAG_RESOLVE_FAILED: 'a tag cannot be resolved',
  UNEXPECTED_TOKEN: 'something stands where YAML allows nothing',
};
