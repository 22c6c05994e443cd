import type { Facts, TypeFacts } from '../../src/documents/schema/facts.ts';
import type { Fixtures } from './fixtures.ts';
import { kindOf, longForm, typeBehind, type Kind } from './kind.ts';
import { SCALARS } from './scalars.ts';
import { list, mapping, valueOf, withEntry, withoutKey, type Entry, type Yaml } from './yaml-sketch.ts';

interface Need {
  readonly fields: readonly string[];
  readonly with?: readonly string[];
}

/** Makes what a program takes of its facts: the smallest mapping of each type, and a value for each field. */
export class Sampler {
  readonly facts: Facts;
  readonly #fixtures: Fixtures;
  readonly #open = new Set<string>();

  constructor(facts: Facts, fixtures: Fixtures) {
    this.facts = facts;
    this.#fixtures = fixtures;
  }

  typeOf(name: string): TypeFacts {
    const type = this.facts.types[name];
    if (type === undefined) throw new Error(`the facts have no type ${name}`);
    return type;
  }

  kindOf(type: string, field: string): Kind {
    const facts = this.typeOf(type).fields[field];
    if (facts === undefined) throw new Error(`${type} has no field ${field}`);
    return kindOf(longForm(facts).is, this.facts.types);
  }

  /** The least that a mapping of the type has to hold. */
  smallest(type: string): readonly Entry[] {
    if (this.#open.has(type)) throw new Error(`${type} needs itself`);
    this.#open.add(type);
    try {
      let entries = this.#fixtures.smallest[type] ?? [];
      for (const need of this.#needsOf(type)) {
        if (need.with === undefined) entries = this.#completed(entries, type, need);
      }
      return entries;
    } finally {
      this.#open.delete(type);
    }
  }

  /** The smallest mapping with a field, what that needs, and nothing that it excludes. */
  with(type: string, field: string, value: Yaml = this.good(type, field)): readonly Entry[] {
    const exclusions = (this.typeOf(type).atMostOne ?? []).map(({ fields }) => fields);
    const excluding = [...exclusions, this.#fixtures.alternatives[type] ?? []].filter(names => names.includes(field));
    const others = excluding.flat().filter(other => other !== field);
    return this.added(others.reduce(withoutKey, this.smallest(type)), type, field, value);
  }

  /** The entries, a field, and what that needs. */
  added(
    entries: readonly Entry[],
    type: string,
    field: string,
    value: Yaml = this.good(type, field),
  ): readonly Entry[] {
    const needs = this.#needsOf(type).filter(need => need.with?.includes(field) === true);
    return needs.reduce((all, need) => this.#completed(all, type, need), withEntry(entries, field, value));
  }

  /** A value that the field takes. */
  good(type: string, field: string): Yaml {
    const fixed = this.#fixtures.fields[`${type}.${field}`] ?? valueOf(this.#fixtures.smallest[type] ?? [], field);
    if (fixed !== undefined) return fixed;
    const { minimum } = longForm(this.typeOf(type).fields[field] ?? 'any');
    const [choice] = this.#choices(type, field);
    return this.#wrapped(
      this.kindOf(type, field),
      choice ?? (minimum === undefined || minimum < 3 ? undefined : `${minimum}`),
    );
  }

  /** The only values of a field, as they are written; none where they are many. */
  #choices(type: string, field: string): readonly string[] {
    const { values } = longForm(this.typeOf(type).fields[field] ?? 'any');
    return (values ?? this.#fixtures.choices[`${type}.${field}`] ?? []).map(value => JSON.stringify(value));
  }

  /** A value of a kind, in lists and mappings of one. */
  #wrapped(kind: Kind, scalar?: string): Yaml {
    switch (kind.is) {
      case 'list':
        return list(this.#wrapped(kind.of, scalar));
      case 'map':
        return mapping(['a_key', this.#wrapped(kind.of, scalar)]);
      case 'type':
        return mapping(...this.smallest(kind.name));
      case 'scalar':
        return scalar ?? scalarsOf(kind.format).good;
    }
  }

  /** What has to be set: single fields, and the first of those of which one has to be. */
  #needsOf(type: string): readonly Need[] {
    const { required = [], atLeastOne = [] } = this.typeOf(type);
    return [...required.map(need => ({ ...need, fields: [need.field] })), ...atLeastOne];
  }

  /** Of several fields the one that old versions take too. */
  #completed(entries: readonly Entry[], type: string, { fields }: Need): readonly Entry[] {
    if (fields.some(field => valueOf(entries, field) !== undefined)) return entries;
    const known = this.typeOf(type).fields;
    const field = fields.find(one => longForm(known[one] ?? 'any').since === undefined) ?? fields[0];
    return field === undefined ? entries : this.added(entries, type, field);
  }

  /** The values that a field takes, each of them where they are few. */
  goods(type: string, field: string): readonly Yaml[] {
    const choices = this.#choices(type, field);
    const kind = this.kindOf(type, field);
    return choices.length === 0 ? [this.good(type, field)] : choices.map(choice => this.#wrapped(kind, choice));
  }

  /** Scalars to try in a field besides those that every field is given: odd ones of its format, and near its values. */
  tried(type: string, field: string): readonly string[] {
    const choices = this.#choices(type, field);
    return [
      ...new Set(
        choices.flatMap(choice => [choice, choice.toUpperCase(), choice.toLowerCase(), choice.replace('"', '" ')]),
      ),
      ...this.#odd(this.kindOf(type, field)),
      ...(this.#fixtures.tried[`${type}.${field}`] ?? []),
    ];
  }

  #odd(kind: Kind): readonly string[] {
    return kind.is === 'scalar' ? scalarsOf(kind.format).odd : kind.is === 'type' ? [] : this.#odd(kind.of);
  }

  /** The fields of a type that lead to another. */
  *edges(type: string): Generator<{ readonly field: string; readonly to: string }> {
    for (const field of Object.keys(this.typeOf(type).fields)) {
      const to = typeBehind(this.kindOf(type, field));
      if (to !== undefined) yield { field, to };
    }
  }
}

function scalarsOf(format: string): { readonly good: string; readonly odd: readonly string[] } {
  const scalars = SCALARS[format];
  if (scalars === undefined) throw new Error(`no values are known for the format ${format}`);
  return scalars;
}
