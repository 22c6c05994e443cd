import {
  booleanOf,
  isNull,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from '../../parse/yaml-node.ts';
import { entriesOf } from '../merge.ts';
import { repetitionsIn } from './repetition.ts';

/** The value of a node as JSON has it. What another tool puts in is null, as what is not set is. */
interface PlainReading {
  readonly value: unknown;
  /** How many entries of the same key one mapping has at most: each but the first needs a reading of its own. */
  readonly repetitions: number;
  /** True where a key comes twice in a mapping, or may, since others are merged into it. */
  readonly mayRepeatKeys: boolean;
}

/**
 * Reads a node as go-yaml v2 resolves it, `<<` and aliases followed.
 *
 * @param number which entry counts where a key comes several times: of each key the one of this number, or the last.
 * @param isTemplate true of a scalar into which another tool puts something.
 */
export function plainReadingOf(
  node: YamlNode,
  number: number,
  isTemplate: (scalar: YamlScalar) => boolean,
): PlainReading {
  const reader = new PlainReader(number, isTemplate);
  const value = reader.valueOf(node);
  return { value, repetitions: reader.repetitions, mayRepeatKeys: reader.hasMerges || reader.repeatsKeys };
}

/** The entry of a mapping that counts in the reading of a number. */
export function entryOf(map: YamlMap, key: string, number: number): YamlPair | undefined {
  const same = entriesByKey(map).get(key) ?? [];
  return same[Math.min(number, same.length - 1)];
}

const ENTRIES = new WeakMap<YamlMap, ReadonlyMap<string, readonly YamlPair[]>>();

function entriesByKey(map: YamlMap): ReadonlyMap<string, readonly YamlPair[]> {
  const known = ENTRIES.get(map);
  if (known !== undefined) return known;
  const entries = new Map<string, YamlPair[]>();
  for (const pair of entriesOf(map, true)) {
    const same = entries.get(pair.key.text);
    if (same === undefined) entries.set(pair.key.text, [pair]);
    else same.push(pair);
  }
  ENTRIES.set(map, entries);
  return entries;
}

class PlainReader {
  repetitions = 1;
  repeatsKeys = false;
  hasMerges = false;
  readonly #number: number;
  readonly #isTemplate: (scalar: YamlScalar) => boolean;

  constructor(number: number, isTemplate: (scalar: YamlScalar) => boolean) {
    this.#number = number;
    this.#isTemplate = isTemplate;
  }

  valueOf(node: YamlNode | undefined): unknown {
    switch (node?.kind) {
      case undefined:
        return null;
      case 'scalar':
        return this.#isTemplate(node) ? null : scalarValueOf(node);
      case 'list':
        return node.items.map(item => this.valueOf(item));
      case 'map':
        return this.#blockOf(node);
    }
  }

  #blockOf(map: YamlMap): object {
    const block: Record<string, unknown> = {};
    let counts: Map<string, number> | undefined;
    const entries = entriesOf(map, true);
    if (entries !== map.pairs) this.hasMerges = true;
    for (const { key, value } of entries) {
      const { text } = key;
      if (Object.hasOwn(block, text)) {
        if (counts === undefined) {
          counts = new Map();
          this.repeatsKeys ||= repetitionsIn(entries).next().done === false;
        }
        const earlier = counts.get(text) ?? 1;
        counts.set(text, earlier + 1);
        this.repetitions = Math.max(this.repetitions, earlier + 1);
        if (earlier > this.#number) continue;
      }
      if (this.#isTemplate(key)) continue;
      const plain = this.valueOf(value);
      if (text === '__proto__') Object.defineProperty(block, text, { value: plain, ...ORDINARY });
      else block[text] = plain;
    }
    return block;
  }
}

const ORDINARY = { enumerable: true, configurable: true, writable: true };
const CORE_TAG = 'tag:yaml.org,2002:';
const TEXT_TAG = `${CORE_TAG}str`;

/** The value of a scalar; null of what a tag leaves to another tool. */
export function scalarValueOf(scalar: YamlScalar): unknown {
  const { text, tag, style } = scalar;
  if (tag === undefined ? style !== 'plain' : tag === TEXT_TAG) return text;
  // A tag of another tool: what it makes of the text is not known.
  if (tag !== undefined && !tag.startsWith(CORE_TAG)) return null;
  if (isNull(scalar)) return null;
  return booleanOf(scalar) ?? numberIn(text) ?? text;
}

// resolve.go of go-yaml v2.4: what the first character says before anything else is tried, and the numbers.
const NUMERIC_START = /^[-+.0-9]/;
const WHOLE = /^[-+]?(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO][0-7]+|\d+)$/;
const OCTAL = /^([-+]?)0[oO]?([0-7]+)$/;
const FRACTION = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const INFINITE = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** The number that a plain text is; `undefined` for any other text. */
function numberIn(text: string): number | undefined {
  if (!NUMERIC_START.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  const octal = OCTAL.exec(digits);
  if (octal !== null) return Number.parseInt(`${octal[1] ?? ''}${octal[2] ?? ''}`, 8);
  if (WHOLE.test(digits)) return wholeNumber(digits);
  // What is too large for Go to read stays a text.
  if (FRACTION.test(text)) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (INFINITE.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(text) ? Number.NaN : undefined;
}

// The largest numbers of 64 bits are rounded up to the next power of two: what is below it stays below.
const LIMITS_OF_64_BITS = [2n ** 63n, 2n ** 64n];

function wholeNumber(digits: string): number {
  const unsigned = digits.replace(/^[-+]/, '');
  const rounded = Number(unsigned);
  const exact = Number.isSafeInteger(rounded) ? undefined : BigInt(unsigned);
  const limit = exact === undefined ? undefined : LIMITS_OF_64_BITS.find(power => exact < power && rounded >= power);
  const size = limit === undefined ? rounded : rounded * (1 - Number.EPSILON / 2);
  return digits.startsWith('-') ? -size : size;
}
