/** What a document of a test is made of. Strings are written in quotes, mappings and lists in block style. */
export type Value = string | number | boolean | null | Marked | Verbatim | readonly Value[] | Fields;

/** A mapping; a field that is `undefined` is left out. */
export interface Fields {
  readonly [key: string]: Value | undefined;
}

/** A value on whose line findings are wanted; of a mapping or a list that is the line of its key. */
export class Marked {
  readonly value: Value;
  readonly ruleIds: readonly string[];

  constructor(value: Value, ruleIds: readonly string[]) {
    this.value = value;
    this.ruleIds = ruleIds;
  }
}

/** YAML for one line, written as it stands: `!vault x`, `{ name: a, key: b }`. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A document, with a `# want:` behind each marked line. */
export function yamlOf(fields: Fields): string {
  return `${linesOf(fields, '').join('\n')}\n`;
}

/** One mapping laid over another, deeply: what is `undefined` above is taken away below. */
export function merged(below: Fields, ...layers: readonly Fields[]): Fields {
  const result: Record<string, Value> = {};
  for (const layer of [below, ...layers]) {
    for (const [key, value] of Object.entries(layer)) {
      const earlier = result[key];
      if (value === undefined) delete result[key];
      else result[key] = isFields(earlier) && isFields(value) ? merged(earlier, value) : value;
    }
  }
  return result;
}

/** A value at a path of keys and lists: `servers[]`, `http_headers.X-Api-Key.values[]`. */
export function at(path: string, value: Value): Fields {
  const [key, ...below] = path.split('.');
  const inner = below.length === 0 ? value : at(below.join('.'), value);
  const name = nameOf(key);
  return { [name]: name === key ? inner : [inner] };
}

/** Mappings with findings wanted on the line of a path; those that are wanted there already stay. */
export function wanting(fields: Fields, path: string, ...ruleIds: readonly string[]): Fields {
  const [key, ...below] = path.split('.');
  const name = nameOf(key);
  const value = fields[name];
  if (value === undefined) throw new Error(`nothing stands at ${path}`);
  return { ...fields, [name]: wantingIn(value, below, ruleIds, name !== key) };
}

function wantingIn(value: Value, below: readonly string[], ruleIds: readonly string[], isList: boolean): Value {
  if (isList && isArray(value)) {
    const [first, ...others] = value;
    if (first === undefined) throw new Error('the list is empty');
    return [wantingIn(first, below, ruleIds, false), ...others];
  }
  if (value instanceof Marked) {
    if (below.length > 0) return new Marked(wantingIn(value.value, below, ruleIds, isList), value.ruleIds);
    return new Marked(value.value, [...value.ruleIds, ...ruleIds]);
  }
  if (below.length === 0) return new Marked(value, ruleIds);
  if (!isFields(value)) throw new Error(`nothing stands at ${below.join('.')}`);
  return wanting(value, below.join('.'), ...ruleIds);
}

function nameOf(key: string | undefined): string {
  if (key === undefined) throw new Error('the path is empty');
  return key.replace('[]', '');
}

function linesOf(fields: Fields, indentation: string): readonly string[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : entryOf(`${indentation}${keyOf(key)}:`, value, indentation),
  );
}

function entryOf(lead: string, value: Value, indentation: string): readonly string[] {
  const [content, mark] = value instanceof Marked ? [value.value, markOf(value)] : [value, ''];
  if (isArray(content) && content.length > 0) {
    return [`${lead}${mark}`, ...content.flatMap(item => itemOf(item, `${indentation}  `))];
  }
  if (isFields(content) && Object.keys(content).length > 0) {
    return [`${lead}${mark}`, ...linesOf(content, `${indentation}  `)];
  }
  return [`${lead} ${scalarOf(content)}${mark}`];
}

function itemOf(item: Value, indentation: string): readonly string[] {
  if (!isFields(item) || Object.keys(item).length === 0) return entryOf(`${indentation}-`, item, indentation);
  const [first = '', ...others] = linesOf(item, `${indentation}  `);
  return [`${indentation}- ${first.trimStart()}`, ...others];
}

function markOf({ ruleIds }: Marked): string {
  return ruleIds.length === 0 ? '' : ` # want: ${ruleIds.join(', ')}`;
}

function keyOf(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}

function scalarOf(value: Value): string {
  return value instanceof Verbatim ? value.text : JSON.stringify(value);
}

function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function isFields(value: Value | undefined): value is Fields {
  const isScalar = typeof value !== 'object' || value === null;
  return !isScalar && !isArray(value) && !(value instanceof Marked) && !(value instanceof Verbatim);
}
