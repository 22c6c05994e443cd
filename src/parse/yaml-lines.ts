import type { SourceText } from '../text/source.ts';
import { lineBlockScalarAt } from './yaml-line-block-scalar.ts';
import { lineCollectionAt } from './yaml-line-flow.ts';
import {
  BAR,
  codeAt,
  COLON,
  DASH,
  DOT,
  GREATER,
  HASH,
  isBlank,
  LINE_FEED,
  lineEnd,
  lineScalarAt,
  OPEN_BRACE,
  OPEN_BRACKET,
  scalarNode,
  SPACE,
  spacesEnd,
  type Passage,
} from './yaml-line-scalar.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml-node.ts';
import type { YamlPiece } from './yaml-stream.ts';
import { excessLength, excessToken, LIMITS, type Stop } from './yaml-syntax.ts';

/**
 * The root of a document that is written in the plainest way, read from its lines without tokens, several times faster
 * than npm `yaml` does: block collections of entries `key: value` and `- item`, each key and each scalar on one line
 * apart from block scalars; or that such a document has too many tokens. `undefined` for every other document and for
 * every other error: the library then decides.
 *
 * Mirrors `parse/*` and `compose/*` of npm `yaml` 2.9, for what is accepted here and for where it begins and ends.
 */
export function linesRootOf(source: SourceText, { start, end }: YamlPiece): YamlMap | YamlList | Stop | undefined {
  const text = source.text.slice(start, end);
  if (text.includes('\r') || excessLength(text) !== undefined) return undefined;
  const reader = new LinesReader({ source, text: source.text, end });
  const root = reader.rootFrom(start);
  if (root === undefined || reader.mostTokens < LIMITS.tokens) return root;
  return excessToken(text) ?? root;
}

// YAML 1.2.2, 7.4.2: an implicit key is limited to 1024 characters.
const LONGEST_KEY = 1024;
/** How many tokens the library makes at most of an entry with a scalar, of another line, of a character. */
const TOKENS = { entry: 12, line: 4, character: 2 };
/** The column of what follows where nothing does. */
const NONE = -1;

/**
 * Reads block collections. Each method that reads a node begins at `#at` and leaves that at the next content, which is
 * in another line; it gives `undefined` where what it reads is not plain.
 */
class LinesReader {
  /** How many tokens the library makes at most of what has been read. */
  mostTokens = 0;
  readonly #passage: Passage;
  #at = 0;
  /** The indentation of the content at `#at`. */
  #column = NONE;
  /** Where the white space and the comments end that belong to the node that was read last. */
  #behind = 0;
  /** The most that a comment is indented of those behind them; `NONE` without any. */
  #trail = NONE;

  constructor(passage: Passage) {
    this.#passage = passage;
  }

  rootFrom(start: number): YamlMap | YamlList | undefined {
    const { text } = this.#passage;
    this.#passLines(start, NONE);
    const isMarker = this.#column === 0 && text.startsWith('---', this.#at);
    if (isMarker && !this.#passGap(this.#at + 3, NONE)) return undefined;
    const root = this.#block(0);
    return this.#column === NONE ? root : undefined;
  }

  /** @param depth how many collections it stands in. */
  #block(depth: number): YamlMap | YamlList | undefined {
    const column = this.#column;
    if (column === NONE) return undefined;
    if (this.#isAtDash()) return this.#list(column, depth);
    const key = this.#key();
    return key === undefined ? undefined : this.#map(key, column, depth);
  }

  /** A mapping, from behind the colon of its first key. */
  #map(first: YamlScalar, column: number, depth: number): YamlMap | undefined {
    if (depth >= LIMITS.depth) return undefined;
    const pairs: YamlPair[] = [];
    let key = first;
    for (;;) {
      const value = this.#value(column, depth);
      if (value === undefined) return undefined;
      pairs.push({ key, value });
      if (this.#column !== column) break;
      const next = this.#key();
      if (next === undefined) return undefined;
      key = next;
    }
    if (this.#column > column) return undefined;
    const end = this.#behind;
    this.#close(column);
    return { kind: 'map', source: this.#passage.source, start: first.start, end, pairs };
  }

  #list(column: number, depth: number): YamlList | undefined {
    if (depth >= LIMITS.depth) return undefined;
    const start = this.#at;
    // Comments before the first dash are of no item.
    this.#trail = NONE;
    const items: YamlNode[] = [];
    do {
      const item = this.#item(column, depth);
      if (item === undefined) return undefined;
      items.push(item);
    } while (this.#column === column && this.#isAtDash());
    if (this.#column > column) return undefined;
    const end = this.#behind;
    this.#close(column);
    return { kind: 'list', source: this.#passage.source, start, end, items };
  }

  /** Ends a collection. Comments that are indented as it is stay in it, though behind what it holds. */
  #close(column: number): void {
    if (column === 0 || this.#trail < column) return;
    this.#behind = this.#at;
    this.#trail = NONE;
  }

  #key(): YamlScalar | undefined {
    const passage = this.#passage;
    const start = this.#at;
    const code = codeAt(passage, start);
    if ((code === DASH || code === DOT) && MARKERS.has(passage.text.slice(start, start + 3))) return undefined;
    const key = lineScalarAt(passage, start, false);
    if (key === undefined || !this.#isKey(key)) return undefined;
    this.#at = key.end + 1;
    return key;
  }

  #isKey({ start, end }: YamlScalar): boolean {
    const passage = this.#passage;
    return codeAt(passage, end) === COLON && end - start <= LONGEST_KEY && isBlank(codeAt(passage, end + 1));
  }

  /** The value of an entry, from behind its colon. */
  #value(column: number, depth: number): YamlNode | undefined {
    this.mostTokens += TOKENS.entry;
    const passage = this.#passage;
    const at = spacesEnd(passage, this.#at);
    this.#at = at;
    const code = codeAt(passage, at);
    if (code === LINE_FEED || code === HASH) return this.#below(column, depth, false);
    return this.#besideIndicator(code, column, depth);
  }

  /** An item of a list, from its dash. */
  #item(column: number, depth: number): YamlNode | undefined {
    this.mostTokens += TOKENS.entry;
    const passage = this.#passage;
    const at = spacesEnd(passage, this.#at + 1);
    const inner = column + at - this.#at;
    this.#at = at;
    const code = codeAt(passage, at);
    if (code === LINE_FEED || code === HASH) return this.#below(column, depth, true);
    if (this.#isAtDash()) return this.#list(inner, depth + 1);
    if (isSpecial(code)) return this.#besideIndicator(code, column, depth);
    const scalar = lineScalarAt(passage, at, false);
    if (scalar === undefined) return undefined;
    if (!this.#isKey(scalar)) return this.#passGap(scalar.end, column) ? scalar : undefined;
    this.#at = scalar.end + 1;
    return this.#map(scalar, inner, depth + 1);
  }

  /** A value that begins on the line of its indicator, in a collection of a column. */
  #besideIndicator(code: number, column: number, depth: number): YamlNode | undefined {
    const passage = this.#passage;
    if (code === BAR || code === GREATER) {
      const scalar = lineBlockScalarAt(passage, this.#at, column);
      if (scalar === undefined) return undefined;
      this.#behind = scalar.end;
      this.#passLines(scalar.end, Infinity);
      return scalar;
    }
    if (!isSpecial(code)) {
      const scalar = lineScalarAt(passage, this.#at, false);
      return scalar !== undefined && this.#passGap(scalar.end, column) ? scalar : undefined;
    }
    const collection = lineCollectionAt(passage, this.#at, depth + 1);
    if (collection === undefined) return undefined;
    this.mostTokens += TOKENS.character * (collection.end - collection.start);
    return this.#passGap(collection.end, column) ? collection : undefined;
  }

  /**
   * What stands below an indicator with nothing beside it: a block collection, or the nothing behind the spaces there,
   * to which comments belong, apart from those behind an empty line that lead up to the next entry of a mapping.
   */
  #below(column: number, depth: number, isItem: boolean): YamlNode | undefined {
    const passage = this.#passage;
    const place = this.#at;
    // Comments before the dash of an empty item count too.
    let hasComment = isItem && this.#trail !== NONE;
    let breaks = 0;
    // The second line break behind the last comment that is indented more, and whether comments stand before it.
    let secondBreak = place;
    let hasCommentBefore = false;
    let at = place;
    let indentation = column;
    for (;;) {
      const code = codeAt(passage, at);
      if (code === HASH) {
        if (indentation > column) breaks = 0;
        hasComment = true;
        if (breaks < 2) hasCommentBefore = true;
        at = lineEnd(passage, at);
      }
      if (at >= passage.end) break;
      if (code !== LINE_FEED && code !== HASH) break;
      breaks += 1;
      if (breaks === 2) secondBreak = at;
      this.mostTokens += TOKENS.line;
      const lineStart = at + 1;
      at = spacesEnd(passage, lineStart);
      indentation = at - lineStart;
    }
    this.#at = at;
    this.#column = at < passage.end ? indentation : NONE;
    this.#trail = NONE;
    const isSibling = this.#column === column && !isItem;
    if (this.#column > column || (isSibling && this.#isAtDash())) return this.#block(depth + 1);
    if (isSibling && breaks > 1) this.#behind = hasCommentBefore ? secondBreak : place;
    else this.#behind = hasComment ? at : place;
    return scalarNode(passage.source, place, place, 'plain', '');
  }

  /** Passes the rest of the line behind a value, and the lines up to the next content; false where there is more. */
  #passGap(start: number, column: number): boolean {
    const passage = this.#passage;
    let at = spacesEnd(passage, start);
    const code = codeAt(passage, at);
    if (code === HASH && at > start) at = lineEnd(passage, at);
    else if (code !== LINE_FEED) return false;
    this.#behind = Math.min(at + 1, passage.end);
    this.#passLines(this.#behind, column);
    return true;
  }

  /**
   * Passes empty lines and comments up to the next content. The first comments that are indented more than a column
   * belong to the value before them.
   */
  #passLines(start: number, column: number): void {
    const passage = this.#passage;
    let isOfValue = true;
    this.#trail = NONE;
    for (let lineStart = start; ; ) {
      const at = spacesEnd(passage, lineStart);
      const indentation = at - lineStart;
      this.#at = at;
      this.#column = at < passage.end ? indentation : NONE;
      const code = codeAt(passage, at);
      if (this.#column === NONE || (code !== LINE_FEED && code !== HASH)) return;
      lineStart = Math.min(code === HASH ? lineEnd(passage, at) + 1 : at + 1, passage.end);
      this.mostTokens += TOKENS.line;
      if (code === LINE_FEED) continue;
      isOfValue &&= indentation > column;
      if (isOfValue) this.#behind = lineStart;
      else this.#trail = Math.max(this.#trail, indentation);
    }
  }

  #isAtDash(): boolean {
    const passage = this.#passage;
    if (codeAt(passage, this.#at) !== DASH) return false;
    const next = codeAt(passage, this.#at + 1);
    return next === SPACE || next === LINE_FEED;
  }
}

// These end a document, or begin another one, where they stand at the margin.
const MARKERS = new Set(['---', '...']);

/** True for what begins a block scalar or a flow collection. */
function isSpecial(code: number): boolean {
  return code === BAR || code === GREATER || code === OPEN_BRACE || code === OPEN_BRACKET;
}
