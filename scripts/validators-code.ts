import { _, Ajv, Name, str, type Code } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { Facts } from '../src/documents/schema/facts.ts';
import { nameReferredTo, schemasOf, type JsonSchema, type ScalarReading } from '../src/documents/schema/json-schema.ts';

const WITNESS = new Name('this');
const PLACE = new Name('instancePath');

/** What is validated, and how. */
interface Validated {
  readonly facts: Facts;
  readonly reading: ScalarReading;
  /** The names in `FORMATS`. */
  readonly formats: ReadonlySet<string>;
  /** True of the schemas of fields that few documents have, by name. */
  readonly isSeldom: (schema: string) => boolean;
}

/** The code of modules that set `validators`. They have to import `FORMATS`, `lookOver` and `pointerPiece`. */
interface ValidatorsCode {
  /** Those of the roots of the facts, by name. It asks `seldom`, which is to be imported, for those of the other module. */
  readonly usual: string;
  /** By number those that are asked for where a field is met of which few documents have any. */
  readonly seldom: string;
}

/**
 * The validators of a program, compiled by `ajv`. It is a third of what `ajv` makes of such schemas by itself: each is a
 * function of its own, and what is wrong in a block is told to `this` (a `Witness`), not gathered into objects that hold the
 * paths of schemas. The two modules share no function, so that neither has to wait for the other.
 */
export function validatorsCode({ facts, reading, formats, isSeldom }: Validated): ValidatorsCode {
  const schemas = schemasOf(facts, reading);
  const validators = new Map([...schemas.keys()].map((name, number) => [name, `validator${number}`] as const));
  const usual = reachedFrom(facts.roots, schemas, isSeldom);
  const seldom = [...usual].flatMap(name => referredToIn(foundIn(schemas, name)).filter(isSeldom));
  const codeOf = (names: ReadonlySet<string>): string =>
    moduleCode({ schemas: new Map([...schemas].filter(([name]) => names.has(name))), validators, formats });
  const roots = facts.roots.map(name => `${JSON.stringify(name)}: ${foundIn(validators, name)}`);
  const entrances = [...new Set(seldom)].map(name => foundIn(validators, name));
  return {
    usual: `${codeOf(usual)}\nconst validators = { ${roots.join(', ')} };\n`,
    seldom: `${codeOf(reachedFrom(seldom, schemas, () => false))}\nconst validators = { ${entrances.join(', ')} };\n`,
  };
}

type Schemas = ReadonlyMap<string, JsonSchema>;

/** The names of some schemas, and of those that they refer to, apart from some others. */
function reachedFrom(
  names: readonly string[],
  schemas: Schemas,
  isLeftOut: (name: string) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const other of referredToIn(foundIn(schemas, name))) if (!isLeftOut(other)) open.push(other);
  }
  return reached;
}

function referredToIn(schema: JsonSchema): readonly string[] {
  const { $ref, properties = {}, additionalProperties = false, items } = schema;
  const parts = [...Object.values(properties), items ?? [], additionalProperties].flat();
  const below = parts.flatMap(part => (typeof part === 'boolean' ? [] : referredToIn(part)));
  return $ref === undefined ? below : [nameReferredTo(schema), ...below];
}

interface ModuleParts {
  readonly schemas: Schemas;
  /** The names of functions, by those of all schemas. */
  readonly validators: ReadonlyMap<string, string>;
  readonly formats: ReadonlySet<string>;
}

/** The functions of a module. Of what is a schema of the other module it asks for that where such a field is met. */
function moduleCode({ schemas, validators, formats }: ModuleParts): string {
  const tables: string[] = [];
  const fieldTableCode = (fields: Readonly<Record<string, JsonSchema>>, isOpen: boolean): string => {
    const entries = Object.entries(fields);
    const asked = entries.map(([name, field]) => {
      const schema = nameReferredTo(field);
      const validator = foundIn(validators, schema);
      if (schemas.has(schema)) return `${JSON.stringify(name)}: ${validator}`;
      return `get ${JSON.stringify(name)}() { return seldom.validators.${validator}; }`;
    });
    const versioned = entries.flatMap(([name, { isVersioned }]) => (isVersioned === true ? [name] : []));
    return `{ validators: { __proto__: null, ${asked.join(', ')} }, versioned: new Set(${JSON.stringify(versioned)}), isOpen: ${isOpen} }`;
  };
  const ajv = new Ajv(OPTIONS);
  for (const keyword of ['$ref', 'properties', 'additionalProperties', 'format']) ajv.removeKeyword(keyword);
  ajv.addKeyword({
    keyword: '$ref',
    schemaType: 'string',
    code({ gen, it, data, schema }) {
      const validator = new Name(foundIn(validators, nameReferredTo({ $ref: schema })));
      gen.code(told(validator, data, str`${PLACE}${it.errorPath}`));
    },
  });
  ajv.addKeyword({
    keyword: 'properties',
    type: 'object',
    schemaType: 'object',
    code({ gen, data, schema, parentSchema }) {
      const table = new Name(`fields${tables.length}`);
      const code = fieldTableCode(schema, parentSchema['additionalProperties'] !== false);
      // Made when it is first asked for: most configurations have few of the types in them.
      tables.push(`let ${table}_made; const ${table} = () => (${table}_made ??= ${code});`);
      gen.code(_`lookOver(${WITNESS}, ${data}, ${PLACE}, ${table}())`);
    },
  });
  ajv.addKeyword({
    keyword: 'additionalProperties',
    type: 'object',
    schemaType: ['boolean', 'object'],
    code({ gen, data, schema }) {
      if (schema === false) return; // what is no field of a block is said with its fields
      const validator = new Name(foundIn(validators, nameReferredTo(schema)));
      gen.forIn('key', data, key => {
        gen.code(told(validator, _`${data}[${key}]`, str`${PLACE}/${_`pointerPiece(${key})`}`));
      });
    },
  });
  ajv.addKeyword({
    keyword: 'format',
    schemaType: 'string',
    code(context) {
      const { gen, data, schema } = context;
      if (!formats.has(schema)) throw new Error(`there is no format ${schema}`);
      const isOfFormat = gen.scopeValue('func', { key: schema, ref: schema, code: _`FORMATS[${schema}]` });
      context.fail(_`${data} !== null && typeof ${data} !== "object" && !${isOfFormat}(String(${data}))`);
    },
  });
  ajv.addKeyword({
    keyword: 'rulesOf',
    type: 'object',
    schemaType: 'string',
    code: ({ gen, data, schema }) => gen.code(_`${WITNESS}.blockWithRules(${PLACE}, ${schema}, ${data})`),
  });
  for (const [name, schema] of schemas) ajv.addSchema(schema, foundIn(validators, name));
  const names = [...schemas.keys()].map(name => foundIn(validators, name));
  const code = standalone.default(ajv, Object.fromEntries(names.map(name => [name, name])));
  return `${withoutSchemas(code)}\n${tables.join('\n')}`;
}

const OPTIONS = {
  allErrors: false,
  messages: false,
  strict: false,
  meta: false,
  validateSchema: false,
  passContext: true,
  code: { source: true, esm: true, lines: true },
} as const;

// What nobody asks for: in an error the path into the schema and what stands there, and so the schemas themselves; of the
// place of a value all but its path.
const UNUSED = [
  /,schemaPath:"(?:[^"\\]|\\.)*"/g,
  /,params:\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/g,
  /^const schema\d+ = .*;\n/gm,
  /, parentData, parentDataProperty, rootData=data/g,
];

function withoutSchemas(code: string): string {
  return UNUSED.reduce((rest, pattern) => rest.replaceAll(pattern, ''), code);
}

function foundIn<T>(named: ReadonlyMap<string, T>, name: string): T {
  const found = named.get(name);
  if (found === undefined) throw new Error(`there is no schema ${name}`);
  return found;
}

/** Asks a validator about a value, which may be a block with faults of its own, and tells when it refuses it. */
function told(validator: Name, value: Code, place: Code): Code {
  return _`${validator}.call(${WITNESS}, ${value}, {${PLACE}: ${place}}) || ${WITNESS}.refused(${validator})`;
}
