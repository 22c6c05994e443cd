/**
 * A YAML document to be written: a scalar as it is to stand there, a list, or a mapping, in which a key may come twice.
 */
export type Yaml = string | YamlList | YamlMapping;

interface YamlList {
  readonly items: readonly Yaml[];
}

interface YamlMapping {
  readonly entries: readonly Entry[];
}

export type Entry = readonly [key: string, value: Yaml];

/** What may be written as JSON. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export function list(...items: readonly Yaml[]): YamlList {
  return { items };
}

export function mapping(...entries: readonly Entry[]): YamlMapping {
  return { entries };
}

/** A plain value, its texts in quotes. */
export function yamlOf(value: Plain): Yaml {
  if (Array.isArray(value)) return { items: value.map(yamlOf) };
  if (typeof value === 'object' && value !== null) return { entries: entriesOf(value as { [key: string]: Plain }) };
  return JSON.stringify(value);
}

/** The fields of a plain object. */
export function entriesOf(fields: { readonly [key: string]: Plain }): readonly Entry[] {
  return Object.entries(fields).map(([key, value]) => [key, yamlOf(value)]);
}

/** The document in block style, with a line break at its end. */
export function yamlText(value: Yaml): string {
  return `${linesOf(value).join('\n')}\n`;
}

export function valueOf(entries: readonly Entry[], key: string): Yaml | undefined {
  return entries.find(([name]) => name === key)?.[1];
}

/** The entries with one of this key in the place of the one that has it, else with it at the end. */
export function withEntry(entries: readonly Entry[], key: string, value: Yaml): readonly Entry[] {
  const index = entries.findIndex(([name]) => name === key);
  return index < 0 ? [...entries, [key, value]] : entries.with(index, [key, value]);
}

export function withoutKey(entries: readonly Entry[], key: string): readonly Entry[] {
  return entries.filter(([name]) => name !== key);
}

function linesOf(value: Yaml): readonly string[] {
  if (typeof value === 'string') return [value];
  if ('items' in value) {
    if (value.items.length === 0) return ['[]'];
    return value.items.flatMap(item => linesOf(item).map((line, index) => (index === 0 ? '- ' : '  ') + line));
  }
  if (value.entries.length === 0) return ['{}'];
  return value.entries.flatMap(([key, inner]) => {
    const lines = linesOf(inner);
    return isShort(inner) ? [`${key}: ${lines.join('')}`] : [`${key}:`, ...lines.map(line => `  ${line}`)];
  });
}

function isShort(value: Yaml): boolean {
  if (typeof value === 'string') return true;
  return 'items' in value ? value.items.length === 0 : value.entries.length === 0;
}
