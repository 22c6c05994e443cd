import type { Facts, TypeFacts } from '../../documents/schema/facts.ts';
import { nearName } from '../../text/near-name.ts';
import { isSameWord } from '../../text/same-word.ts';
import { camelOf } from '../role.ts';

/** The field of a type that an unknown one was meant to be: in another spelling the same, else the nearest. */
export function fieldMeantBy(unknown: string, type: TypeFacts): string | undefined {
  const fields = Object.keys(type.fields);
  return fields.find(field => isSameWord(field, unknown)) ?? nearName(unknown, fields);
}

/** True where a type has the field in another spelling, or another type has it. */
export function isFieldElsewhere(unknown: string, type: TypeFacts, facts: Facts): boolean {
  const camel = camelOf(unknown);
  return (
    [type, ...Object.values(facts.types)].some(({ fields }) => Object.hasOwn(fields, camel)) || isRespelt(unknown, type)
  );
}

function isRespelt(unknown: string, { fields }: TypeFacts): boolean {
  return Object.keys(fields).some(field => isSameWord(field, unknown));
}
