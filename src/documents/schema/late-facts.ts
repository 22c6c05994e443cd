import type { Facts, TypeFacts } from './facts.ts';

/** Facts of which each type is parsed when it is first asked for: a document has few of them in it. */
export function lateFacts(facts: Omit<Facts, 'types'>, types: Readonly<Record<string, string>>): Facts {
  const late: Record<string, TypeFacts> = {};
  for (const [name, json] of Object.entries(types)) {
    let type: TypeFacts | undefined;
    // Safe: the text is that of a type, made by `scripts/compile-validators.ts`.
    const get = (): TypeFacts => (type ??= JSON.parse(json) as TypeFacts);
    Object.defineProperty(late, name, { enumerable: true, get });
  }
  return { ...facts, types: late };
}
