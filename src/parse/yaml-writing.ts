import { readsAsText } from './yaml-node.ts';

/** Entries of a mapping to be written, in their order. */
export interface Fields {
  readonly [name: string]: FieldContent;
}

/** What an entry holds: a text, a switch, a list of texts, or entries. */
type FieldContent = string | boolean | readonly string[] | Fields;

/** How entries are written. */
export interface YamlStyle {
  /** `block` with lines, `flow` in braces, `json` in braces and with quotes everywhere. */
  readonly form: 'block' | 'flow' | 'json';
  /** What stands between two entries: a comma, or a line break and what the lines are indented by. */
  readonly separator: string;
  /** What stands between a key and its value. */
  readonly colon: string;
  /** True where keys and texts have double quotes. */
  readonly isQuoted: boolean;
}

const STEP = '  ';

/** Entries as YAML, without anything before the first or behind the last of them. */
function yamlOf(fields: Fields, style: YamlStyle): string {
  return entriesOf(fields, style).join(style.separator);
}

/** Each entry by itself, in its order. */
export function entriesOf(fields: Fields, style: YamlStyle): readonly string[] {
  return Object.entries(fields).map(([name, content]) => {
    const key = scalarIn(name, style);
    if (!isFields(content)) return `${key}${style.colon}${valueOf(content, style)}`;
    if (style.form === 'block') {
      const separator = style.separator + STEP;
      return `${key}:${separator}${yamlOf(content, { ...style, separator })}`;
    }
    return `${key}${style.colon}{ ${yamlOf(content, { ...style, separator: ', ' })} }`;
  });
}

function isFields(content: FieldContent): content is Fields {
  return typeof content === 'object' && !Array.isArray(content);
}

function valueOf(content: Exclude<FieldContent, Fields>, style: YamlStyle): string {
  if (typeof content === 'boolean') return String(content);
  if (typeof content === 'string') return scalarIn(content, style);
  return `[${content.map(text => scalarIn(text, style)).join(', ')}]`;
}

function scalarIn(text: string, { isQuoted }: YamlStyle): string {
  return isQuoted ? JSON.stringify(text) : scalarOf(text);
}

const WORDS = /^[\w./-]*[\w/][\w./-]*$/;

/** A text as a YAML scalar, plain where it may be. */
function scalarOf(text: string): string {
  return WORDS.test(text) && readsAsText(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
