import type { Facts, TypeFacts } from './facts.ts';

/** The facts with every type whole: its fields and rules after those of the types that it has inline, and no `inline`. */
export function withInlinedFields(facts: Facts): Facts {
  const types = Object.keys(facts.types).map(name => [name, wholeType(facts.types, name)] as const);
  return { ...facts, types: Object.fromEntries(types) };
}

/** A field of the type itself stands before one of the same name that it has inline. */
function wholeType(types: Facts['types'], name: string): TypeFacts {
  const own = types[name];
  if (own === undefined) throw new Error(`no type of the facts is called ${name}`);
  const { inline = [], ...type } = own;
  const parts = [...inline.map(part => wholeType(types, part)), type];
  const required = parts.flatMap(part => part.required ?? []);
  const atMostOne = parts.flatMap(part => part.atMostOne ?? []);
  const atLeastOne = parts.flatMap(part => part.atLeastOne ?? []);
  const checks = parts.flatMap(part => part.checks ?? []);
  return {
    ...type,
    fields: Object.fromEntries(parts.flatMap(({ fields }) => Object.entries(fields))),
    ...(required.length > 0 && { required }),
    ...(atMostOne.length > 0 && { atMostOne }),
    ...(atLeastOne.length > 0 && { atLeastOne }),
    ...(checks.length > 0 && { checks }),
  };
}
