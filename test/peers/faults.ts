import type { Kind } from './kind.ts';
import type { Sampler } from './sampler.ts';
import { VALUES_OF_EVERY_KIND } from './scalars.ts';
import { list, mapping, withoutKey, type Entry, type Yaml } from './yaml-sketch.ts';

/** A mapping of a type, and what is done to it. */
interface Fault {
  readonly fault: string;
  readonly entries: readonly Entry[];
  /** The fields in which it is done. */
  readonly fields?: readonly string[];
}

/** Every kind of fault, and good values: all that is tried in each field, and each two fields together. */
export function* faultsOf(sampler: Sampler, type: string): Generator<Fault> {
  yield* faultsOfNames(sampler, type);
  yield* faultsOfNeeds(sampler, type);
  for (const field of fieldsOf(sampler, type)) {
    yield* faultsOfSpelling(sampler, type, field);
    yield* faultsOfValues(sampler, type, field);
  }
  yield* pairsOf(sampler, type);
}

function fieldsOf(sampler: Sampler, type: string): readonly string[] {
  return Object.keys(sampler.typeOf(type).fields);
}

/** Names that are wrong, or come twice. */
function* faultsOfNames(sampler: Sampler, type: string): Generator<Fault> {
  const smallest = sampler.smallest(type);
  yield { fault: 'nothing', entries: [] };
  yield { fault: 'the least', entries: smallest };
  yield { fault: 'an unknown field', entries: [...smallest, ['unknown_field', 'text']] };
  yield { fault: 'an unknown field that is null', entries: [...smallest, ['unknown_field', 'null']] };
  for (const field of fieldsOf(sampler, type)) {
    const [whole, good, fields] = [sampler.with(type, field), sampler.good(type, field), [field]];
    yield { fault: 'as it has to be', entries: whole, fields };
    yield { fault: 'misspelt', entries: [...smallest, [misspelt(field), good]], fields };
    yield { fault: 'twice', entries: [...whole, [field, good]], fields };
  }
}

/** Fields without what they need. */
function* faultsOfNeeds(sampler: Sampler, type: string): Generator<Fault> {
  const smallest = sampler.smallest(type);
  for (const [key] of smallest) yield { fault: 'left out', entries: withoutKey(smallest, key), fields: [key] };
  for (const field of fieldsOf(sampler, type)) {
    yield { fault: 'alone', entries: [[field, sampler.good(type, field)]], fields: [field] };
    for (const needed of sampler.typeOf(type).required ?? []) {
      if (needed.with?.includes(field) !== true) continue;
      const entries = withoutKey(sampler.with(type, field), needed.field);
      yield { fault: `without ${needed.field}`, entries, fields: [field] };
    }
  }
}

function* faultsOfSpelling(sampler: Sampler, type: string, field: string): Generator<Fault> {
  const [whole, good, fields] = [sampler.with(type, field), sampler.good(type, field), [field]];
  const merge: Entry = ['<<', mapping([field, good])];
  yield { fault: 'in other letters', entries: [...sampler.smallest(type), [otherLetters(field), good]], fields };
  yield { fault: 'merged', entries: [merge, ...withoutKey(whole, field)], fields };
  yield { fault: 'merged and set', entries: [merge, ...whole], fields };
}

/** Values in a field: collections as they are, and scalars in all that the field takes them in, too. */
function* faultsOfValues(sampler: Sampler, type: string, field: string): Generator<Fault> {
  const kind = sampler.kindOf(type, field);
  const scalars = [...VALUES_OF_EVERY_KIND, ...sampler.tried(type, field)].flatMap(scalar => wrappings(kind, scalar));
  for (const value of [...COLLECTIONS, ...scalars, ...wrappingsOfNothing(kind, sampler.good(type, field))]) {
    yield { fault: oneLine(value), entries: sampler.with(type, field, value), fields: [field] };
  }
}

/** Each two fields, with each value of those that have few. */
function* pairsOf(sampler: Sampler, type: string): Generator<Fault> {
  const fields = fieldsOf(sampler, type);
  for (const [index, one] of fields.entries()) {
    for (const value of sampler.goods(type, one)) {
      for (const other of fields.slice(index + 1)) {
        for (const otherValue of sampler.goods(type, other)) {
          const fault = `${oneLine(value)} with ${other}: ${oneLine(otherValue)}`;
          const entries = sampler.added(sampler.with(type, one, value), type, other, otherValue);
          yield { fault, entries, fields: [one, other] };
        }
      }
    }
  }
}

const COLLECTIONS: readonly Yaml[] = [
  list(),
  mapping(),
  list('text'),
  list('null'),
  mapping(['a_key', 'text']),
  list(list()),
];

/** A scalar as it is, and as an item or entry where the field takes those. */
function wrappings(kind: Kind, scalar: Yaml): readonly Yaml[] {
  if (kind.is === 'list') return [scalar, ...wrappings(kind.of, scalar).map(inner => list(inner))];
  if (kind.is === 'map') return [scalar, ...wrappings(kind.of, scalar).map(inner => mapping(['a_key', inner]))];
  return [scalar];
}

/** Items and entries with nothing in them, beside a good one. */
function wrappingsOfNothing(kind: Kind, good: Yaml): readonly Yaml[] {
  if (typeof good === 'string') return [];
  if (kind.is === 'list' && 'items' in good)
    return [list(...good.items, 'null'), list(...good.items, mapping()), list(...good.items, ...good.items)];
  if (kind.is === 'map' && 'entries' in good) {
    return ['null', mapping(), list()].map(nothing => mapping(...good.entries, ['another_key', nothing]));
  }
  return [];
}

function misspelt(name: string): string {
  const middle = Math.floor(name.length / 2);
  return `${name.slice(0, middle)}${name.slice(middle + 1)}x`;
}

/** `ca_file` as `caFile`, and `caFile` as `ca_file`. */
function otherLetters(name: string): string {
  const camel = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return camel === name ? name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`).toUpperCase() : camel;
}

function oneLine(value: Yaml): string {
  if (typeof value === 'string') return value;
  if ('items' in value) return `[${value.items.map(oneLine).join(', ')}]`;
  return `{${value.entries.map(([key, inner]) => `${key}: ${oneLine(inner)}`).join(', ')}}`;
}
