import type { Spelling } from '../documents/document.ts';
import { booleanOf, isNull, spanOf, type YamlMap, type YamlNode, type YamlPair } from '../parse/yaml-node.ts';
import type { Written } from '../text/written.ts';
import { entriesOf } from './merge.ts';
import { holdsTemplate } from './secrets/secret.ts';
import { NOTHING_ASSUMED, type Assumption } from './template/assumption.ts';
import { branchReadingsOf, isStandIn } from './template/branch-reading.ts';

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
  readonly #assumed: Assumption;
  #below: Map<YamlMap, readonly Mapping[]> | undefined;

  /**
   * @param pairs by key as written, without repetition. @param assumed of a template, which holds for what is in the
   * mapping too.
   */
  constructor(
    node: YamlMap,
    spelling: Spelling,
    pairs: ReadonlyMap<string, YamlPair>,
    assumed: Assumption = NOTHING_ASSUMED,
  ) {
    this.node = node;
    this.spelling = spelling;
    this.#pairs = pairs;
    this.#assumed = assumed;
  }

  /** The entry of a field; none where its value is null, which Go reads as not set. */
  pair(field: string): SetPair | undefined {
    const pair = this.spelling === 'snake' ? undefined : setPair(this.#pairs.get(field));
    return pair === undefined && this.spelling !== 'camel' ? setPair(this.#pairs.get(snakeOf(field))) : pair;
  }

  has(field: string): boolean {
    return this.pair(field) !== undefined;
  }

  /** True where a branch decides whether a field is there, and this reading says nothing of that branch. */
  isOpen(field: string): boolean {
    const pair = this.pair(field);
    return pair !== undefined && isStandIn(pair.value);
  }

  /**
   * True where another branch has one of some fields that this reading is without, so that who writes the template
   * thought of it.
   */
  leavesOut(fields: readonly string[]): boolean {
    const branched = this.node.pairs.filter(({ under }) => under !== undefined);
    if (branched.length === 0) return false;
    const keys = new Set(branched.map(({ key }) => key.text));
    return fields.some(field => (keys.has(field) || keys.has(snakeOf(field))) && !this.has(field));
  }

  /** How the document spells a field, whether it is there or not. */
  spelled(field: string): string {
    const name = this.pair(field)?.key.text;
    return name ?? (looksSnake(this.spelling, this.#pairs.keys()) ? snakeOf(field) : field);
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

  /** The mappings in a field: one, none, or several where keys of it come twice, or stand under branches. */
  mappings(field: string): readonly Mapping[] {
    const value = this.pair(field)?.value;
    return value?.kind === 'map' ? this.readingsBelow(value) : [];
  }

  /** The mappings in the list of a field. */
  items(field: string): readonly Mapping[] {
    const value = this.pair(field)?.value;
    if (value?.kind !== 'list') return [];
    return value.items.flatMap(item => (item.kind === 'map' ? this.readingsBelow(item) : []));
  }

  /** The readings of a mapping that stands in this one, the same each time. */
  readingsBelow(node: YamlMap): readonly Mapping[] {
    this.#below ??= new Map();
    let readings = this.#below.get(node);
    if (readings === undefined) {
      readings = mappingsOf(node, this.spelling, this.#assumed);
      this.#below.set(node, readings);
    }
    return readings;
  }

  /** The texts in the list of a field. */
  texts(field: string): readonly Written<string>[] {
    const value = this.pair(field)?.value;
    return value?.kind === 'list' ? value.items.flatMap(item => (isNull(item) ? [] : (writtenText(item) ?? []))) : [];
  }

  /** The keys, as written. */
  get keys(): readonly string[] {
    return [...this.#pairs.keys()];
  }

  /** True when any entry has a template for a key or stands for an unknown number of entries. */
  get isTemplated(): boolean {
    for (const key of this.#pairs.keys()) if (holdsTemplate(key)) return true;
    return false;
  }

  /** This mapping with the entries of another in the place of its own. */
  withEntriesOf(other: Mapping): Mapping {
    return new Mapping(this.node, this.spelling, new Map([...this.#pairs, ...other.#pairs]), this.#assumed);
  }
}

function looksSnake(spelling: Spelling, keys: Iterable<string>): boolean {
  if (spelling !== 'either') return spelling === 'snake';
  for (const key of keys) if (key.includes('_')) return true;
  return false;
}

function setPair(pair: YamlPair | undefined): SetPair | undefined {
  return pair !== undefined && isSet(pair) ? pair : undefined;
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

/**
 * The readings of a mapping, each with every key once. In a template there is one for each branch that has entries of
 * the mapping. A key that comes twice all the same is an error to Prometheus and its last value to Kubernetes: so the
 * n-th reading takes the n-th entry of each key. There are at most 16, the last of which takes the last entries.
 *
 * @param assumed what the reading that leads here takes for given.
 */
export function mappingsOf(
  node: YamlMap,
  spelling: Spelling,
  assumed: Assumption = NOTHING_ASSUMED,
): readonly Mapping[] {
  const entries = entriesOf(node, spelling === 'snake');
  if (!entries.some(({ under }) => under !== undefined)) return repeatedReadings(node, spelling, entries, assumed);
  return branchReadingsOf(entries, assumed).flatMap(reading =>
    repeatedReadings(node, spelling, reading.pairs, reading.assumed),
  );
}

/** The readings of entries of which keys may come twice. */
function repeatedReadings(
  node: YamlMap,
  spelling: Spelling,
  pairs: readonly YamlPair[],
  assumed: Assumption,
): readonly Mapping[] {
  const last = new Map<string, YamlPair>();
  for (const pair of pairs) last.set(pair.key.text, pair);
  if (last.size === pairs.length) return [new Mapping(node, spelling, last, assumed)];
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
    return new Mapping(node, spelling, chosen, assumed);
  });
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
