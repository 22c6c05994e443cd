import type { FieldFacts } from './facts.ts';

/** What is known of a field, in full. */
export function fieldFactsOf(stated: string | FieldFacts): FieldFacts {
  return typeof stated === 'string' ? { is: stated } : stated;
}

/** What the items of a list are (`[]`), or the entries of a mapping (`map `); `undefined` for what is none. */
export function withoutPrefix(is: string, prefix: '[]' | 'map '): string | undefined {
  return is.startsWith(prefix) ? is.slice(prefix.length) : undefined;
}
