import type { FieldFacts, Facts } from '../../src/documents/schema/facts.ts';

/** What a field of the facts takes, read from `FieldFacts.is`. */
export type Kind =
  | { readonly is: 'list' | 'map'; readonly of: Kind }
  | { readonly is: 'type'; readonly name: string }
  | { readonly is: 'scalar'; readonly format: string };

export function kindOf(written: string, types: Facts['types']): Kind {
  if (written.startsWith('[]')) return { is: 'list', of: kindOf(written.slice('[]'.length), types) };
  if (written.startsWith('map ')) return { is: 'map', of: kindOf(written.slice('map '.length), types) };
  return Object.hasOwn(types, written) ? { is: 'type', name: written } : { is: 'scalar', format: written };
}

/** The type that a field leads to, through lists and mappings; `undefined` where it ends in scalars. */
export function typeBehind(kind: Kind): string | undefined {
  if (kind.is === 'scalar') return undefined;
  return kind.is === 'type' ? kind.name : typeBehind(kind.of);
}

/** A field in its long form. */
export function longForm(field: string | FieldFacts): FieldFacts {
  return typeof field === 'string' ? { is: field } : field;
}
