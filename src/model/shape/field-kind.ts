import type { Facts, FieldFacts, TypeFacts } from '../../documents/schema/facts.ts';
import { fieldFactsOf, withoutPrefix } from '../../documents/schema/field-facts.ts';

/** What belongs at a place. */
export interface FieldKind {
  /** What the value itself is: of an item of a list, what the items are. */
  readonly is: string;
  /** What is known of the field that leads here; of the root nothing but its type. */
  readonly field: FieldFacts;
  /** True for an item of a list. */
  readonly isItem: boolean;
}

/** What belongs where the pieces of a pointer lead from a type on; `undefined` where anything does. */
export function kindAt(pieces: readonly string[], type: string, facts: Facts): FieldKind | undefined {
  let kind: FieldKind | undefined = { is: type, field: { is: type }, isItem: false };
  for (const piece of pieces) {
    kind = kindBelow(kind, piece, facts);
    if (kind === undefined) return undefined;
  }
  return kind;
}

function kindBelow({ is, field }: FieldKind, piece: string, facts: Facts): FieldKind | undefined {
  const item = withoutPrefix(is, '[]');
  if (item !== undefined) return { is: item, field, isItem: true };
  const entry = withoutPrefix(is, 'map ');
  if (entry !== undefined) return { is: entry, field, isItem: false };
  const stated = typeNamed(is, facts)?.fields;
  if (stated === undefined || !Object.hasOwn(stated, piece)) return undefined;
  const below = fieldFactsOf(stated[piece] ?? 'any');
  return { is: below.is, field: below, isItem: false };
}

/** The type of a name, where it is one. */
export function typeNamed(name: string, { types }: Facts): TypeFacts | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/** What a program calls that which belongs somewhere: `config.TLSConfig`, `[]string`. */
export function goNameOf(is: string, facts: Facts): string {
  const item = withoutPrefix(is, '[]');
  if (item !== undefined) return `[]${goNameOf(item, facts)}`;
  const entry = withoutPrefix(is, 'map ');
  if (entry !== undefined) return `map[string]${goNameOf(entry, facts)}`;
  return typeNamed(is, facts)?.go ?? GO_NAMES.get(is) ?? 'string';
}

const GO_NAMES: ReadonlyMap<string, string> = new Map([
  ['bool', 'bool'],
  ['int', 'int'],
  ['uint', 'uint'],
  ['float', 'float64'],
  ['duration', 'model.Duration'],
  ['go-duration', 'time.Duration'],
]);
