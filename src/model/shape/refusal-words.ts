import type { Facts } from '../../documents/schema/facts.ts';
import { formatFaultOf } from '../../documents/schema/formats.ts';
import type { Shape } from '../../documents/schema/shape.ts';
import type { YamlNode } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import { goNameOf, typeNamed, type FieldKind } from './field-kind.ts';
import { scalarValueOf } from './plain-value.ts';
import { remedyForKind, remedyForValue, type Rewriting } from './remedy.ts';

/** What a program says of a value, what it does where it takes the file, and what to do where that is not plain. */
interface RefusalWords {
  readonly text: string;
  readonly consequence?: string;
  readonly remedy?: string;
  readonly rewriting?: Rewriting;
}

/** A value that a validator refuses. */
interface RefusedValue {
  /** The one of JSON Schema that refuses it. */
  readonly keyword: string;
  readonly node: YamlNode | undefined;
  readonly kind: FieldKind;
}

/** What the program says of a value that it refuses. A text that may be a secret is not in it. */
export function refusalWords(refused: RefusedValue, { facts, program }: Shape): RefusalWords {
  const { keyword, node, kind } = refused;
  const { is, field, isItem } = kind;
  const value = node?.kind === 'scalar' ? scalarValueOf(node) : node?.kind;
  const ofNothing = isItem ? field.nullItemText : field.nullText;
  if ((value === null || value === undefined) && ofNothing !== undefined) {
    return { text: ofNothing, ...(isItem ? { remedy: 'remove the empty item' } : {}) };
  }
  if (value === '' && field.emptyText !== undefined) return { text: field.emptyText };
  const isOfApi = program === 'operator';
  const isOther = isOfKind(keyword, kind);
  const remedy = isOther
    ? remedyForKind(node, kind, belongingAt(is, facts, isOfApi))
    : remedyForValue(node?.kind === 'scalar' ? node.text : '', kind);
  const ofKind = isOfApi ? apiTypeText : goTypeText;
  return {
    text: isOther ? ofKind(node, is, facts) : constraintText(refused, isOfApi),
    ...(isOther || field.consequence === undefined ? {} : { consequence: field.consequence }),
    ...(remedy === undefined ? {} : { remedy: remedy.words }),
    ...(remedy?.rewriting === undefined ? {} : { rewriting: remedy.rewriting }),
  };
}

function belongingAt(is: string, facts: Facts, isOfApi: boolean): 'list' | 'mapping' | 'text' | 'scalar' {
  const type = apiTypeOf(is, facts);
  if (type === 'array') return 'list';
  if (type === 'object') return 'mapping';
  return isOfApi && type === 'string' ? 'text' : 'scalar';
}

/** True where the keyword says that the value is of another kind, and not that it is a wrong one of its kind. */
function isOfKind(keyword: string, { is, field }: FieldKind): boolean {
  if (keyword === 'minimum') return field.minimum === undefined;
  return keyword === 'type' || keyword === 'exclusiveMaximum' || is === 'bool';
}

function constraintText({ keyword, node, kind: { is, field } }: RefusedValue, isOfApi: boolean): string {
  const text = node?.kind === 'scalar' ? node.text : '';
  if (field.text !== undefined) return field.text.replaceAll('%s', () => shown(text, field.values !== undefined, is));
  switch (keyword) {
    case 'enum':
      return `${isOfApi ? 'Unsupported value' : 'unknown value'}: ${quoted([printable(text)])}: supported values: ${quoted(field.values ?? [])}`;
    case 'minimum':
      return `should be greater than or equal to ${field.minimum ?? 0}`;
    case 'maximum':
      return `should be less than or equal to ${field.maximum ?? 0}`;
    case 'pattern':
      return `should match '${field.pattern ?? ''}'`;
    default:
      return formatFaultOf(is, text) ?? `not a valid ${is}`;
  }
}

function quoted(texts: readonly string[]): string {
  return texts.map(text => JSON.stringify(text)).join(', ');
}

// Where a secret may stand by mistake, or be a part of what stands there.
const HIDDEN = /^(?:string|secret|file|any)$|url/;

function shown(text: string, isNamed: boolean, is: string): string {
  return isNamed || !HIDDEN.test(is) ? printable(text) : '...';
}

/** go-yaml v2, decode.go, terror. */
function goTypeText(node: YamlNode | undefined, is: string, facts: Facts): string {
  const text = node?.kind === 'scalar' && SCALARS.has(is) ? ` \`${shortened(node.text)}\`` : '';
  return `cannot unmarshal ${goTagOf(node)}${text} into ${goNameOf(is, facts)}`;
}

const SCALARS: ReadonlySet<string> = new Set(['bool', 'int', 'uint', 'float', 'duration', 'go-duration', 'size']);
const LONGEST_SHOWN = 10;

function shortened(text: string): string {
  return printable(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 3)}...` : text);
}

function goTagOf(node: YamlNode | undefined): string {
  if (node?.kind === 'list') return '!!seq';
  if (node?.kind === 'map') return '!!map';
  const value = node === undefined ? null : scalarValueOf(node);
  switch (typeof value) {
    case 'boolean':
      return '!!bool';
    case 'number':
      return Number.isInteger(value) ? '!!int' : '!!float';
    default:
      return value === null ? '!!null' : '!!str';
  }
}

/** kube-openapi, validate/type.go. */
function apiTypeText(node: YamlNode | undefined, is: string, facts: Facts): string {
  return `must be of type ${apiTypeOf(is, facts)}: "${writtenApiTypeOf(node)}"`;
}

function writtenApiTypeOf(node: YamlNode | undefined): string {
  if (node?.kind === 'list') return 'array';
  if (node?.kind === 'map') return 'object';
  const value = node === undefined ? null : scalarValueOf(node);
  if (value === null) return 'null';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function apiTypeOf(is: string, facts: Facts): string {
  if (is.startsWith('[]')) return 'array';
  if (is.startsWith('map ') || typeNamed(is, facts) !== undefined) return 'object';
  return API_TYPES.get(is) ?? 'string';
}

const API_TYPES: ReadonlyMap<string, string> = new Map([
  ['bool', 'boolean'],
  ['int', 'integer'],
  ['uint', 'integer'],
  ['float', 'number'],
]);
