import type { Spelling } from '../documents/document.ts';
import { booleanOf, isNull, spanOf, type YamlMap, type YamlNode, type YamlPair } from '../parse/yaml-node.ts';
import type { Written } from '../text/written.ts';
import { holdsTemplate } from './secrets/secret.ts';

/** An entry with a value that is not null. */
type SetPair = YamlPair & { readonly value: YamlNode };

/**
 * A mapping read by field names. Fields are asked for as the operator spells them, in camel case, and found in the
 * spelling of the document; what `<<` merges in is found too. Each key stands once: see {@link mappingsOf}.
 */
export class Mapping {
  readonly node: YamlMap;
  readonly spelling: Spelling;
  readonly #pairs: ReadonlyMap<string, YamlPair>;

  /** @param pairs by key as written, without repetition. */
  constructor(node: YamlMap, spelling: Spelling, pairs: ReadonlyMap<string, YamlPair>) {
    this.node = node;
    this.spelling = spelling;
    this.#pairs = pairs;
  }

  /** The entry of a field; none where its value is null, which Go reads as not set. */
  pair(field: string): SetPair | undefined {
    const pair = this.spelling === 'snake' ? undefined : this.#pairNamed(field);
    return pair === undefined && this.spelling !== 'camel' ? this.#pairNamed(snakeOf(field)) : pair;
  }

  #pairNamed(name: string): SetPair | undefined {
    const pair = this.#pairs.get(name);
    return pair !== undefined && isSet(pair) ? pair : undefined;
  }

  has(field: string): boolean {
    return this.pair(field) !== undefined;
  }

  /** How the document spells a field, whether it is there or not. */
  spelled(field: string): string {
    const name = this.pair(field)?.key.text;
    return name ?? (this.#looksSnake() ? snakeOf(field) : field);
  }

  /** The text of a field, or the template in its place; `undefined` where it is absent or no scalar. */
  text(field: string): Written<string> | undefined {
    const value = this.pair(field)?.value;
    return value === undefined ? undefined : writtenText(value);
  }

  /** The boolean of a field as Go reads it, or the template in its place; `undefined` for anything else. */
  boolean(field: string): Written<boolean> | undefined {
    const value = this.pair(field)?.value;
    if (value?.kind !== 'scalar') return undefined;
    if (holdsTemplate(value.text)) return { template: value.text, span: spanOf(value) };
    const boolean = booleanOf(value);
    return boolean === undefined ? undefined : { value: boolean, span: spanOf(value) };
  }

  /** The mappings in a field: one, none, or several where keys of it come twice. */
  mappings(field: string): readonly Mapping[] {
    const value = this.pair(field)?.value;
    return value?.kind === 'map' ? mappingsOf(value, this.spelling) : [];
  }

  /** The mappings in the list of a field. */
  items(field: string): readonly Mapping[] {
    const value = this.pair(field)?.value;
    if (value?.kind !== 'list') return [];
    return value.items.flatMap(item => (item.kind === 'map' ? mappingsOf(item, this.spelling) : []));
  }

  /** The texts in the list of a field. */
  texts(field: string): readonly Written<string>[] {
    const value = this.pair(field)?.value;
    return value?.kind === 'list' ? value.items.flatMap(item => writtenText(item) ?? []) : [];
  }

  /** The keys, as written. */
  get keys(): readonly string[] {
    return [...this.#pairs.keys()];
  }

  /** True when any entry has a template for a key or stands for an unknown number of entries. */
  get isTemplated(): boolean {
    return this.keys.some(holdsTemplate);
  }

  /** This mapping with the entries of another in the place of its own. */
  withEntriesOf(other: Mapping): Mapping {
    return new Mapping(this.node, this.spelling, new Map([...this.#pairs, ...other.#pairs]));
  }

  #looksSnake(): boolean {
    if (this.spelling !== 'either') return this.spelling === 'snake';
    return this.keys.some(key => key.includes('_'));
  }
}

function isSet(pair: YamlPair): pair is SetPair {
  return !isNull(pair.value);
}

/** The text of a scalar, or the template in its place; `undefined` for other nodes. */
function writtenText(node: YamlNode): Written<string> | undefined {
  if (node.kind !== 'scalar') return undefined;
  const span = spanOf(node);
  return holdsTemplate(node.text) ? { template: node.text, span } : { value: node.text, span };
}

const MOST_READINGS = 16;
const MERGE = '<<';

/**
 * The readings of a mapping, each with every key once. A key that comes twice is an error to Prometheus, its last value
 * to Kubernetes, and two branches in a template: so the n-th reading takes the n-th entry of each key. There are at
 * most 16, the last of which takes the last entries.
 */
export function mappingsOf(node: YamlMap, spelling: Spelling): readonly Mapping[] {
  const entries = entriesOf(node, spelling === 'snake');
  const pairs = new Map<string, YamlPair>();
  for (const pair of entries) pairs.set(pair.key.text, pair);
  return pairs.size === entries.length ? [new Mapping(node, spelling, pairs)] : readingsOf(node, spelling, entries);
}

/** The readings of a mapping with keys that come twice. */
function readingsOf(node: YamlMap, spelling: Spelling, pairs: readonly YamlPair[]): readonly Mapping[] {
  const entries = new Map<string, YamlPair[]>();
  let readings = 1;
  for (const pair of pairs) {
    const same = entries.get(pair.key.text) ?? [];
    same.push(pair);
    entries.set(pair.key.text, same);
    readings = Math.min(Math.max(readings, same.length), MOST_READINGS);
  }
  return Array.from({ length: readings }, (_, reading) => {
    const chosen = new Map<string, YamlPair>();
    for (const [key, same] of entries) {
      const pair = reading === MOST_READINGS - 1 ? same.at(-1) : same[Math.min(reading, same.length - 1)];
      if (pair !== undefined) chosen.set(key, pair);
    }
    return new Mapping(node, spelling, chosen);
  });
}

/** The entries of the same key that one mapping sets, among all that are merged. */
interface Setting {
  readonly from: object;
  readonly pairs: YamlPair[];
}

/**
 * The entries of a mapping with those that `<<` merges in. As go-yaml v2 reads them (decode.go, mappingStruct and merge),
 * and unlike YAML 1.1: in the order of the text, so that a `<<` overrides the entries before it, and of a list of
 * mappings the first counts.
 *
 * @param isDeep true where go-yaml decodes into fields, as Prometheus lets it: a mapping in a field is then laid over the
 * one that is merged in, and not put in its place (seen on `/api/v1/status/config` of Prometheus 2.42).
 */
export function entriesOf(node: YamlMap, isDeep: boolean): readonly YamlPair[] {
  if (!node.pairs.some(isMerge)) return node.pairs;
  const settings = new Map<string, Setting>();
  for (const { pair, from } of entriesInOrder(node)) {
    const earlier = settings.get(pair.key.text);
    if (earlier?.from === from) earlier.pairs.push(pair);
    else settings.set(pair.key.text, { from, pairs: [isDeep ? laidOver(earlier?.pairs.at(-1), pair) : pair] });
  }
  return [...settings.values()].flatMap(({ pairs }) => pairs);
}

/** An entry with the mapping of an earlier one merged into its own, where both have one. */
function laidOver(earlier: YamlPair | undefined, pair: YamlPair): YamlPair {
  const { key, value } = pair;
  if (earlier?.value?.kind !== 'map' || value?.kind !== 'map') return pair;
  const merge = { key: { ...earlier.key, style: 'plain', text: MERGE } as const, value: earlier.value };
  return { key, value: { ...value, pairs: [merge, ...value.pairs] } };
}

/**
 * Every entry that is set, also one that another overrides later, with something that is the same for the entries of
 * one mapping.
 */
function* entriesInOrder(node: YamlMap): Generator<{ readonly pair: YamlPair; readonly from: object }> {
  const open = [{ pairs: node.pairs.values(), from: {} }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { value: pair, done } = top.pairs.next();
    if (done === true) open.pop();
    else if (!isMerge(pair)) yield { pair, from: top.from };
    // Taken from the end of the list, where the first is.
    else for (const { pairs } of nodesMergedBy(pair).filter(isMap)) open.push({ pairs: pairs.values(), from: {} });
  }
}

function isMap(node: YamlNode): node is YamlMap {
  return node.kind === 'map';
}

/** True for `<<`, which merges the entries of its value into the mapping that it stands in. */
export function isMerge({ key }: YamlPair): boolean {
  return key.text === MERGE && key.style === 'plain';
}

/** What a `<<` merges in. */
export function nodesMergedBy({ value }: YamlPair): readonly YamlNode[] {
  return value === undefined ? [] : value.kind === 'list' ? value.items : [value];
}

const SNAKE = new Map<string, string>();

/** `caFile` as `ca_file`. */
function snakeOf(field: string): string {
  let snake = SNAKE.get(field);
  if (snake === undefined) {
    snake = field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
    SNAKE.set(field, snake);
  }
  return snake;
}
