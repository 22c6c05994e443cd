import { _, Ajv, Name, str, stringify, type Code } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { Facts } from '../src/documents/schema/facts.ts';
import { nameReferredTo, schemasOf, type JsonSchema, type ScalarReading } from '../src/documents/schema/json-schema.ts';

const WITNESS = new Name('this');
const PLACE = new Name('instancePath');

/**
 * The code of a module that exports `validators`, one for each root of the facts, compiled by `ajv`. It is a tenth of what
 * `ajv` makes of such schemas by itself: each is a function of its own, and what is wrong in a block is told to `this` (a
 * `Witness`), not gathered into objects that hold the paths of schemas.
 *
 * @param formats the names in `FORMATS`, which the module has to import.
 */
export function validatorsCode(facts: Facts, reading: ScalarReading, formats: ReadonlySet<string>): string {
  const schemas = schemasOf(facts, reading);
  const validators = new Map([...schemas.keys()].map((name, number) => [name, `validator${number}`] as const));
  const tables: string[] = [];
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
      const fields = Object.entries<JsonSchema>(schema);
      const table = new Name(`fields${tables.length}`);
      const entries = fields.map(
        ([name, field]) => `${JSON.stringify(name)}: ${foundIn(validators, nameReferredTo(field))}`,
      );
      tables.push(`const ${table} = new Map(Object.entries({ ${entries.join(', ')} }));`);
      const versioned = fields.flatMap(([name, { isVersioned }]) => (isVersioned === true ? [name] : []));
      gen.forIn('field', data, field => {
        const validator = gen.const('validator', _`${table}.get(${field})`);
        const place = str`${PLACE}/${field}`;
        gen.if(_`${validator} !== undefined`);
        gen.code(told(validator, _`${data}[${field}]`, place));
        if (versioned.length > 0) {
          const names = gen.scopeValue('func', { ref: versioned, code: _`new Set(${stringify(versioned)})` });
          gen.code(_`${names}.has(${field}) && ${WITNESS}.versionedField(${place})`);
        }
        if (parentSchema['additionalProperties'] === false) {
          gen.else();
          gen.code(_`${WITNESS}.unknownField(${PLACE}, ${field})`);
        }
        gen.endIf();
      });
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
      if (!formats.has(schema)) return void process.stderr.write(`there is no format ${schema}\n`);
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
  const code = standalone.default(ajv, Object.fromEntries([...validators.values()].map(name => [name, name])));
  const roots = facts.roots.map(name => `${JSON.stringify(name)}: ${foundIn(validators, name)}`);
  return `${withoutSchemas(code)}\n${tables.join('\n')}\nexport const validators = { ${roots.join(', ')} };\n`;
}

const OPTIONS = {
  allErrors: true,
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
