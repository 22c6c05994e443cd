import type { Validator, Witness } from './shape.ts';

/** The fields of a type. */
interface FieldTable {
  /** Without a prototype, by the name of the field. */
  readonly validators: Readonly<Record<string, Validator | undefined>>;
  /** Those that some versions do not take. */
  readonly versioned: ReadonlySet<string>;
  /** True where other fields are taken too. */
  readonly isOpen: boolean;
}

/** Looks the fields of a block over that are there: a part of each validator of a type, kept once. */
export function lookOver(
  witness: Witness,
  block: Readonly<Record<string, unknown>>,
  place: string,
  table: FieldTable,
): void {
  const { validators, versioned, isOpen } = table;
  for (const field in block) {
    const validator = validators[field];
    if (validator === undefined) {
      if (!isOpen) witness.unknownField(place, field);
      continue;
    }
    const instancePath = `${place}/${field}`;
    if (!validator.call(witness, block[field], { instancePath })) witness.refused(validator);
    if (versioned.has(field)) witness.versionedField(instancePath);
  }
}
