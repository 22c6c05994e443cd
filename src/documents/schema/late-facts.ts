import type { Facts, TypeFacts } from './facts.ts';

/**
 * Facts of which each type is parsed when it is first asked for: a document has few of them in it.
 *
 * @param types as JSON; its getters are asked no sooner either.
 */
export function lateFacts(facts: Omit<Facts, 'types'>, types: Readonly<Record<string, string>>): Facts {
  const late: Record<string, TypeFacts> = {};
  for (const name of Object.keys(types)) {
    let type: TypeFacts | undefined;
    // Safe: the text is that of a type, made by `scripts/compile-validators.ts`.
    const get = (): TypeFacts => (type ??= JSON.parse(types[name] ?? '') as TypeFacts);
    Object.defineProperty(late, name, { enumerable: true, get });
  }
  return { ...facts, types: late };
}
