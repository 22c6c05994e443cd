import type { SourceText, Span } from '../text/source.ts';
import type { Branch } from './template/template.ts';
import { decodedScalar, type ScalarStyle } from './scalar.ts';
import type { DecodedText } from '../text/decoded.ts';

/** A node of a YAML document. An alias is the very node that its anchor marks, with the place of that node. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

interface Placed {
  readonly source: SourceText;
  /** Offsets in `source`: quotes and block headers belong to the node, white space around it does not. */
  readonly start: number;
  readonly end: number;
  /** The tag as written, resolved against its handle: `tag:yaml.org,2002:bool`, `!vault`. */
  readonly tag?: string;
}

/** A mapping. Pairs are kept as written, also several with one key; keys that are no scalars are left out. */
export interface YamlMap extends Placed {
  readonly kind: 'map';
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlScalar;
  /** Absent where nothing is written behind the colon, and where an alias leads nowhere. */
  readonly value?: YamlNode;
  /** The innermost branch of a template that the entry stands in. */
  readonly under?: Branch;
}

export interface YamlList extends Placed {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlScalar extends Placed {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The decoded text; no type is read into it. Where a template puts something in, what is written there. */
  readonly text: string;
  /** The decoded text with the actions of the template masked, where there are some in it. */
  readonly masked?: string;
}

/** True for a mapping in braces. */
export function isInBraces({ source, start }: YamlMap): boolean {
  return source.text[start] === '{';
}

/** The place of a node in the committed file. */
export function spanOf(node: YamlNode): Span {
  return node.source.span(node.start, node.end);
}

/** The text of a scalar with the way back to each character, for what is written inside it. */
export function decodedText(scalar: YamlScalar): DecodedText | undefined {
  return decodedScalar(scalar.source, scalar.style, scalar.start, scalar.end, scalar.masked ?? scalar.text);
}

// go-yaml v2 resolve.go: these spellings and no others, and only of plain scalars.
const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const CORE_TAG = 'tag:yaml.org,2002:';

/**
 * The boolean that go-yaml v2 reads, which is YAML 1.1's: `yes`, `on`, `True` ... `undefined` for anything else,
 * `"true"` too.
 */
export function booleanOf(node: YamlNode | undefined): boolean | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const isPlain = node.style === 'plain' && node.tag === undefined;
  if (!isPlain && node.tag !== `${CORE_TAG}bool`) return undefined;
  if (TRUE.has(node.text)) return true;
  return FALSE.has(node.text) ? false : undefined;
}

// More than what go-yaml v2 takes for numbers and dates.
const SPECIAL_NUMBER = /^[-+]?\.(?:inf|nan)$/i;
const NUMBER = /^[-+]?\.?\d/;

/** True for a word that is a text even without quotes, and no boolean, null or number. */
export function readsAsText(word: string): boolean {
  return !TRUE.has(word) && !FALSE.has(word) && !NULL.has(word) && !NUMBER.test(word) && !SPECIAL_NUMBER.test(word);
}

/** True for no value at all and for the spellings of null that go-yaml v2 knows. */
export function isNull(node: YamlNode | undefined): boolean {
  if (node === undefined) return true;
  if (node.kind !== 'scalar') return false;
  return node.tag === `${CORE_TAG}null` || (node.tag === undefined && node.style === 'plain' && NULL.has(node.text));
}
