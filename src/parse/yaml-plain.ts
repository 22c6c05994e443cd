import { CST } from 'yaml';
import type { SourceText } from '../text/source.ts';
import { SCALAR_STYLES, type ScalarStyle } from './scalar.ts';
import type { YamlMap, YamlList, YamlNode, YamlPair, YamlScalar } from './yaml-node.ts';

type Gap = readonly CST.SourceToken[];

/**
 * The root of a document that is written plainly, read from its syntax at half the cost of the composer of `yaml`:
 * block collections, with flow collections and scalars of any style in them, each with a simple key, no properties and
 * no tab between them. `undefined` for every other document and for every error: the composer then decides.
 *
 * Mirrors `compose/*` of npm `yaml` 2.9, for what is accepted here and for where it begins and ends.
 */
export function plainRootOf(syntax: readonly CST.Token[], source: SourceText, shift: number): YamlNode | undefined {
  let document: CST.Document | undefined;
  for (const token of syntax) {
    if (token.type === 'document' && document === undefined) document = token;
    else if (token.type !== 'comment' && token.type !== 'newline' && token.type !== 'space') return undefined;
  }
  if (document?.value?.type !== 'block-map' && document?.value?.type !== 'block-seq') return undefined;
  const { start, value, end = [] } = document;
  const isMarked = start.length > 0 && isGap(start, 'doc-start', true) && start.some(isNewline);
  const isPlain = (isMarked || isGap(start, undefined, true)) && isGap(end, undefined, true);
  return isPlain ? new PlainReader(source, shift).node(value) : undefined;
}

/** Reads plain syntax into our nodes; a method gives `undefined` where the syntax is not plain. */
class PlainReader {
  readonly #source: SourceText;
  readonly #shift: number;
  /** Where the white space and the comments end that belong to the node that was read last. */
  #behind = 0;

  constructor(source: SourceText, shift: number) {
    this.#source = source;
    this.#shift = shift;
  }

  node(token: CST.Token): YamlNode | undefined {
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.#scalar(token);
      case 'block-map':
        return this.#blockMap(token);
      case 'block-seq':
        return this.#blockList(token);
      case 'flow-collection':
        return token.start.source === '{' ? this.#flowMap(token) : this.#flowList(token);
      default:
        return undefined;
    }
  }

  #blockMap({ offset, indent, items }: CST.BlockMap): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    let behind = offset;
    let trail: number | undefined;
    for (const { start, key, sep, value } of items) {
      if (trail !== undefined || !isGap(start, undefined, true)) return undefined;
      const keyStart = gapEnd(start, behind);
      if (sep === undefined) {
        trail = keyStart;
        continue;
      }
      if (!isSimpleKey(key) || key.indent !== indent || !isGap(sep, 'map-value-ind', false)) return undefined;
      const [colon] = sep;
      if (colon?.type !== 'map-value-ind' || colon.offset - keyStart > LONGEST_KEY) return undefined;
      if (isBlock(value) && !sep.some(isNewline)) return undefined;
      const keyNode = this.#scalar(key);
      const valueNode = value === undefined ? this.#empty(sep) : this.node(value);
      if (keyNode === undefined || valueNode === undefined) return undefined;
      pairs.push({ key: keyNode, value: valueNode });
      behind = this.#behind;
    }
    this.#behind = trail ?? behind;
    return this.#map(offset, behind, pairs);
  }

  #blockList({ offset, items }: CST.BlockSequence): YamlList | undefined {
    const nodes: YamlNode[] = [];
    let behind = offset;
    let trail: number | undefined;
    for (const { start, value } of items) {
      if (trail !== undefined) return undefined;
      if (value === undefined && isGap(start, undefined, true)) {
        trail = gapEnd(start, behind);
        continue;
      }
      if (!isGap(start, 'seq-item-ind', true)) return undefined;
      const node = value === undefined ? this.#empty(start) : this.node(value);
      if (node === undefined) return undefined;
      nodes.push(node);
      behind = this.#behind;
    }
    this.#behind = trail ?? behind;
    return this.#list(offset, behind, nodes);
  }

  #flowMap({ offset, items, end }: CST.FlowCollection): YamlMap | undefined {
    const pairs: YamlPair[] = [];
    for (const [index, { start, key, sep, value }] of items.entries()) {
      if (sep === undefined) {
        if (value !== undefined || !isFlowTrail(start, index, items.length)) return undefined;
        continue;
      }
      const isPlain = isFlowGap(start, index) && isFlowScalar(key) && isGap(sep, 'map-value-ind', false);
      if (!isPlain || isBlock(value)) return undefined;
      const keyNode = this.#scalar(key);
      const valueNode = value === undefined ? this.#empty(sep) : this.node(value);
      if (keyNode === undefined || valueNode === undefined) return undefined;
      pairs.push({ key: keyNode, value: valueNode });
    }
    const close = this.#flowEnd(end, '}');
    return close === undefined ? undefined : this.#map(offset, close, pairs);
  }

  #flowList({ offset, items, end }: CST.FlowCollection): YamlList | undefined {
    const nodes: YamlNode[] = [];
    for (const [index, { start, sep, value }] of items.entries()) {
      if (sep !== undefined || isBlock(value)) return undefined;
      if (value === undefined) {
        if (!isFlowTrail(start, index, items.length)) return undefined;
        continue;
      }
      const node = isFlowGap(start, index) ? this.node(value) : undefined;
      if (node === undefined) return undefined;
      nodes.push(node);
    }
    const close = this.#flowEnd(end, ']');
    return close === undefined ? undefined : this.#list(offset, close, nodes);
  }

  /** Where a flow collection ends, with its bracket. */
  #flowEnd([bracket, ...gap]: Gap, expected: string): number | undefined {
    if (bracket?.source !== expected || !isGap(gap, undefined, false)) return undefined;
    const end = tokenEnd(bracket);
    this.#behind = gapEnd(gap, end);
    return end;
  }

  #scalar(token: CST.FlowScalar | CST.BlockScalar): YamlScalar | undefined {
    const { type, offset, source } = token;
    if (type !== 'scalar' || source.includes('\n')) return this.#resolved(token);
    const { end: gap = [] } = token;
    if (RESERVED.has(source.charAt(0)) || !isGap(gap, undefined, false)) return undefined;
    const end = offset + source.length;
    this.#behind = gapEnd(gap, end);
    return this.#scalarNode(offset, end, 'plain', source);
  }

  /** A scalar that is more than its source, as `yaml` decodes it. */
  #resolved(token: CST.FlowScalar | CST.BlockScalar): YamlScalar | undefined {
    const scalar = soundScalar(token);
    const style = SCALAR_STYLES[scalar?.type ?? ''];
    if (scalar === null || style === undefined) return undefined;
    const [start, end, behind] = scalar.range;
    this.#behind = behind;
    return this.#scalarNode(start, end, style, scalar.value);
  }

  /** The nothing behind an indicator. It stands behind the spaces there. */
  #empty(gap: Gap): YamlScalar {
    let at = 0;
    let isNextToIndicator = false;
    let hasComment = false;
    for (const token of gap) {
      if (token.type === 'newline' || token.type === 'comment') isNextToIndicator = false;
      else if (token.type !== 'space') isNextToIndicator = true;
      if (isNextToIndicator) at = tokenEnd(token);
      if (token.type === 'comment') hasComment = true;
    }
    this.#behind = hasComment ? gapEnd(gap, at) : at;
    return this.#scalarNode(at, at, 'plain', '');
  }

  #map(start: number, end: number, pairs: readonly YamlPair[]): YamlMap {
    return { kind: 'map', source: this.#source, start: start + this.#shift, end: end + this.#shift, pairs };
  }

  #list(start: number, end: number, items: readonly YamlNode[]): YamlList {
    return { kind: 'list', source: this.#source, start: start + this.#shift, end: end + this.#shift, items };
  }

  #scalarNode(start: number, end: number, style: ScalarStyle, text: string): YamlScalar {
    return { kind: 'scalar', source: this.#source, start: start + this.#shift, end: end + this.#shift, style, text };
  }
}

// YAML 1.2.2, 7.4.2: an implicit key is limited to 1024 characters.
const LONGEST_KEY = 1024;
// With these no plain scalar begins, to `compose/resolve-flow-scalar`.
const RESERVED = new Set(['\t', ',', '%', '|', '>', '@', '`']);

const UNSOUND = new Error('the first error is enough');

/** A scalar as `yaml` decodes it; null where it has errors, of which there may be millions. */
function soundScalar(token: CST.FlowScalar | CST.BlockScalar): ReturnType<typeof CST.resolveAsScalar> {
  try {
    return CST.resolveAsScalar(token, true, () => {
      throw UNSOUND;
    });
  } catch (error) {
    if (error === UNSOUND) return null;
    throw error;
  }
}

/**
 * True for white space without tabs and comments apart from what stands before them, with the indicator once, if one is
 * given.
 */
function isGap(tokens: Gap, indicator: CST.SourceToken['type'] | undefined, isLineStart: boolean): boolean {
  let isFound = indicator === undefined;
  let isBehindSpace = isLineStart;
  for (const { type, source } of tokens) {
    if (type === 'space') {
      if (source.includes('\t')) return false;
      isBehindSpace = true;
    } else if (type === 'newline') {
      isBehindSpace = true;
    } else if (type === 'comment') {
      if (!isBehindSpace) return false;
    } else {
      if (isFound || type !== indicator) return false;
      isFound = true;
      isBehindSpace = false;
    }
  }
  return isFound;
}

/** True for what may stand before an item of a flow collection. */
function isFlowGap(tokens: Gap, index: number): boolean {
  return isGap(tokens, index === 0 ? undefined : 'comma', false);
}

/** True for what may stand between the last item of a flow collection and its bracket. */
function isFlowTrail(tokens: Gap, index: number, count: number): boolean {
  return index === count - 1 && (isFlowGap(tokens, index) || isGap(tokens, undefined, false));
}

function isSimpleKey(token: CST.Token | null | undefined): token is CST.FlowScalar {
  return isFlowScalar(token) && token.end === undefined && !token.source.includes('\n');
}

function isFlowScalar(token: CST.Token | null | undefined): token is CST.FlowScalar {
  const type = token?.type;
  return type === 'scalar' || type === 'single-quoted-scalar' || type === 'double-quoted-scalar';
}

function isBlock(token: CST.Token | undefined): boolean {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function isNewline({ type }: CST.SourceToken): boolean {
  return type === 'newline';
}

function tokenEnd({ offset, source }: CST.SourceToken): number {
  return offset + source.length;
}

/** Where a gap ends that begins at an offset. */
function gapEnd(tokens: Gap, offset: number): number {
  const last = tokens.at(-1);
  return last === undefined ? offset : tokenEnd(last);
}
