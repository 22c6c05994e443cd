import type { Facts, FieldFacts, TypeFacts } from './facts.ts';
import { fieldFactsOf, withoutPrefix } from './field-facts.ts';

/**
 * JSON Schema of the words that are used here, and two of our own: `isVersioned` marks what some versions do not take, and
 * `rulesOf` names the type of a block of which fields go together. `format` is asked of numbers and booleans too, by their
 * text.
 */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: readonly JsonType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | boolean | null)[];
  readonly not?: { readonly enum: readonly (string | null)[] };
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly pattern?: string;
  readonly isVersioned?: true;
  readonly rulesOf?: string;
}

type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** How the program reads scalars. */
export interface ScalarReading {
  /** True for the API server, to which a number is no string; go-yaml takes the text of any scalar for one. */
  readonly isStrict: boolean;
  /** What stands for a boolean in quotes: go-yaml v3 takes the words of YAML 1.1 so. */
  readonly quotedBooleans: readonly string[];
  /** True where a number is no duration of Go's, though it is 0. */
  readonly hasDurationsOfText: boolean;
}

/**
 * The schemas of everything that a program takes, which refer to one another: of its types, and of what their fields are.
 * Null is taken for everything, since nothing is set then, but where the facts say otherwise.
 *
 * @param facts with the fields of inlined types in those that inline them.
 */
export function schemasOf(facts: Facts, reading: ScalarReading): ReadonlyMap<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  const referenceTo = (name: string, schema: () => JsonSchema): JsonSchema => {
    if (!schemas.has(name)) {
      schemas.set(name, {}); // types refer to themselves
      schemas.set(name, schema());
    }
    return { $ref: `${REFERENCE}${encodeURIComponent(name)}` };
  };
  const referenceToKind = (is: string, field: FieldFacts): JsonSchema => {
    const item = withoutPrefix(is, '[]');
    const entry = withoutPrefix(is, 'map ');
    const name = `${is}${constraintsIn(field)}`;
    if (item !== undefined) return referenceTo(name, () => listOf(itemReference(item, field)));
    if (entry !== undefined) return referenceTo(name, () => mapOf(referenceToKind(entry, field)));
    return Object.hasOwn(facts.types, is)
      ? referenceToType(is)
      : referenceTo(name, () => scalarSchema(is, field, reading));
  };
  const itemReference = (is: string, field: FieldFacts): JsonSchema => {
    const item = referenceToKind(is, field);
    return field.nullItemText === undefined ? item : notNull(item);
  };
  // By a name of its own, so that a null among the items of a list does not hide what is wrong with the others.
  const notNull = (schema: JsonSchema): JsonSchema =>
    referenceTo(`${nameReferredTo(schema)}, not null`, () => ({ ...schema, not: { enum: [null] } }));
  const referenceToField = (field: FieldFacts): JsonSchema => {
    const { is, since, until, nullText } = field;
    const kind = referenceToKind(is, field);
    return {
      ...(nullText === undefined ? kind : notNull(kind)),
      ...(since === undefined && until === undefined ? {} : { isVersioned: true }),
    };
  };
  const referenceToType = (name: string): JsonSchema => referenceTo(name, () => typeSchema(name, facts.types[name]));
  const typeSchema = (name: string, type: TypeFacts | undefined): JsonSchema => {
    if (type === undefined) throw new Error(`the facts have no type ${name}`);
    const properties = Object.entries(type.fields).map(
      ([field, stated]) => [field, referenceToField(fieldFactsOf(stated))] as const,
    );
    return {
      type: ['object', 'null'],
      properties: Object.fromEntries(properties),
      ...(type.isOpen === true ? {} : { additionalProperties: false }),
      ...(hasRules(type) ? { rulesOf: name } : {}),
    };
  };
  for (const name of facts.roots) referenceToType(name);
  return schemas;
}

const REFERENCE = '#/definitions/';

/** The name of the schema that one refers to. */
export function nameReferredTo({ $ref = '' }: JsonSchema): string {
  return decodeURIComponent($ref.slice(REFERENCE.length));
}

function listOf(items: JsonSchema): JsonSchema {
  return { type: ['array', 'null'], items };
}

function mapOf(entries: JsonSchema): JsonSchema {
  return { type: ['object', 'null'], additionalProperties: entries };
}

function hasRules({ required, atMostOne, atLeastOne, checks }: TypeFacts): boolean {
  return [required, atMostOne, atLeastOne, checks].some(rules => rules !== undefined && rules.length > 0);
}

/** What is known of the values of a field besides their kind, as a text; empty where that is nothing. */
function constraintsIn({ values, minimum, maximum, pattern, emptyText, nullItemText }: FieldFacts): string {
  const refused = [...(emptyText === undefined ? [] : ['']), ...(nullItemText === undefined ? [] : [null])];
  const text = JSON.stringify({ values, minimum, maximum, pattern, ...(refused.length === 0 ? {} : { refused }) });
  return text === '{}' ? '' : ` ${text}`;
}

function scalarSchema(
  is: string,
  field: FieldFacts,
  { isStrict, quotedBooleans, hasDurationsOfText }: ScalarReading,
): JsonSchema {
  const { minimum, maximum } = field;
  const range = { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  switch (is) {
    case 'bool':
      return quotedBooleans.length === 0
        ? { type: ['boolean', 'null'] }
        : { enum: [true, false, null, ...quotedBooleans] };
    case 'int':
      return {
        type: [isStrict ? 'integer' : 'number', 'null'],
        minimum: -(2 ** 63),
        exclusiveMaximum: 2 ** 63,
        ...range,
      };
    case 'uint':
      return { type: [isStrict ? 'integer' : 'number', 'null'], minimum: 0, exclusiveMaximum: 2 ** 64, ...range };
    case 'float':
      return { type: ['number', 'null'], ...range };
    case 'any':
      return {};
    default:
      return {
        type:
          isStrict || (hasDurationsOfText && is === 'go-duration')
            ? ['string', 'null']
            : ['string', 'number', 'boolean', 'null'],
        ...textConstraints(is, field),
      };
  }
}

// What any text is.
const PLAIN: ReadonlySet<string> = new Set(['string', 'secret', 'file']);

function textConstraints(is: string, { values, pattern, emptyText }: FieldFacts): JsonSchema {
  return {
    ...(PLAIN.has(is) ? {} : { format: is }),
    ...(values === undefined ? {} : { enum: ['', ...values, null] }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(emptyText === undefined ? {} : { not: { enum: [''] } }),
  };
}
