import { isUnseen } from '../../documents/embedded/partial.ts';
import type { Facts, TypeFacts } from '../../documents/schema/facts.ts';
import { fieldFactsOf, withoutPrefix } from '../../documents/schema/field-facts.ts';
import { renamingEdit } from '../../parse/entry-edits.ts';
import { booleanOf, isNull, type YamlMap, type YamlNode, type YamlPair } from '../../parse/yaml-node.ts';
import { isSameWord, plainWord } from '../../text/same-word.ts';
import type { TextEdit } from '../../text/source.ts';
import { entriesOf, isMerge } from '../merge.ts';
import type { Mending } from '../mending.ts';
import { camelOf } from '../role.ts';
import { typeNamed } from './field-kind.ts';
import { shownKey } from './field-words.ts';
import { scalarValueOf } from './plain-value.ts';

/**
 * Gives an entry the name of the field that was meant, and to the entries in its value, where they are spelled in the same
 * other way, theirs. `undefined` where the program would then refuse something else: the field is set already, or the value
 * is none for it.
 *
 * @param block the mapping that the entry is found in. @param type what the mapping is.
 */
export function renamingOf(
  pair: YamlPair,
  field: string,
  block: YamlMap,
  type: TypeFacts,
  facts: Facts,
): Mending | undefined {
  // What is no name may hold a secret that a slip of the pen put there.
  const isName = shownKey(pair.key.text) === pair.key.text;
  const renaming = new Renaming(facts);
  if (!isName || !renaming.rename(pair, field, block, type)) return undefined;
  return { edits: renaming.edits, isCertain: isSameWord(pair.key.text, field) && !renaming.isWeaker };
}

const COUNTS = new WeakMap<YamlMap, ReadonlyMap<string, number>>();

/** How many entries a mapping has of a name, in whatever spelling. Counted once, since all faults of a mapping ask. */
function countOf(name: string, block: YamlMap): number {
  let counts = COUNTS.get(block);
  if (counts === undefined) {
    const counting = new Map<string, number>();
    for (const { key } of entriesOf(block, true)) {
      const word = plainWord(key.text);
      counting.set(word, (counting.get(word) ?? 0) + 1);
    }
    counts = counting;
    COUNTS.set(block, counts);
  }
  return counts.get(plainWord(name)) ?? 0;
}

const AUTHORITY = /^ca(?:_?file)?$/i;

class Renaming {
  readonly edits: TextEdit[] = [];
  /** True where settings of TLS count that did not before, and verify nothing or do not say with what. */
  isWeaker = false;
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Adds the edits; false where they would not do. */
  rename({ key, value }: YamlPair, field: string, block: YamlMap, type: TypeFacts): boolean {
    const isTaken = countOf(field, block) > (isSameWord(key.text, field) ? 1 : 0);
    const edit = isTaken ? undefined : renamingEdit(block, key, field);
    if (edit === undefined) return false;
    this.edits.push(edit);
    this.isWeaker ||= isWeak(camelOf(field), value);
    const count = this.edits.length;
    if (!this.#fits(value, fieldFactsOf(type.fields[field] ?? 'any').is)) return false;
    // Others refer to what an alias leads to.
    const isHere = value === undefined || (value.source === key.source && value.start >= key.end);
    return isHere || this.edits.length === count;
  }

  #fits(value: YamlNode | undefined, is: string): boolean {
    if (value === undefined || is === 'any' || isNull(value)) return true;
    const item = withoutPrefix(is, '[]');
    if (item !== undefined) return value.kind === 'list' && value.items.every(below => this.#fits(below, item));
    const entry = withoutPrefix(is, 'map ');
    if (entry !== undefined) return value.kind === 'map' && value.pairs.every(pair => this.#fits(pair.value, entry));
    const type = typeNamed(is, this.#facts);
    if (type !== undefined) return value.kind === 'map' && this.#fitsBlock(value, type);
    return value.kind === 'scalar' && fitsScalar(scalarValueOf(value), is);
  }

  #fitsBlock(block: YamlMap, type: TypeFacts): boolean {
    return block.pairs.every(pair => {
      if (isUnseen(pair)) return true;
      if (isMerge(pair)) return false;
      const { text } = pair.key;
      if (Object.hasOwn(type.fields, text)) return this.#fits(pair.value, fieldFactsOf(type.fields[text] ?? 'any').is);
      const meant = Object.keys(type.fields).find(field => isSameWord(field, text));
      return meant === undefined ? type.isOpen === true : this.rename(pair, meant, block, type);
    });
  }
}

function fitsScalar(value: unknown, is: string): boolean {
  if (is === 'bool') return typeof value === 'boolean';
  return is === 'int' || is === 'uint' || is === 'float' ? typeof value === 'number' : typeof value !== 'boolean';
}

function isWeak(field: string, value: YamlNode | undefined): boolean {
  if (field === 'insecureSkipVerify') return booleanOf(value) === true;
  return field === 'tlsConfig' && value?.kind === 'map' && !value.pairs.some(({ key }) => AUTHORITY.test(key.text));
}
