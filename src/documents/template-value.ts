import type { GoExpression, GoLiteral } from '../parse/template/go-expression.ts';
import { booleanOf, isNull, type YamlNode } from '../parse/yaml-node.ts';
import { valueUnder } from './chart.ts';

/** What an expression of a template is with the defaults of its chart; `undefined` in its place where that is unknown. */
export type TemplateValue =
  | { readonly kind: 'node'; readonly node: YamlNode }
  | (GoLiteral & { readonly isQuoted?: true })
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  | { readonly kind: 'nothing' }
  /** What templates begin with: it has the values, and the release and the like, of which nothing is known. */
  | { readonly kind: 'context' };

export const NOTHING: TemplateValue = { kind: 'nothing' };

type Operands = readonly (TemplateValue | undefined)[];

// Sprig's and Helm's functions that give what they are given, in another form: by which of their operands that is.
const LAST = new Set(['toYaml', 'mustToYaml', 'toJson', 'toString', 'trim', 'nindent', 'indent', 'required']);
const FIRST = new Set(['tpl']);
const QUOTING = new Set(['quote', 'squote']);
// `{{ include "common.tplvalues.render" (dict "value" X "context" $) }}` of Bitnami's common chart.
const RENDERING = 'common.tplvalues.render';
// Of kube-prometheus-stack (templates/_helpers.tpl), and of charts made after it: what they are given last, or where
// that is null, what is right for a cluster of today, which stands before it.
const CLUSTER_DEFAULT = /\.(?:\w+\.insecureScrape|kubeVersionDefaultValue)$/;
const STRING_TAG = 'tag:yaml.org,2002:str';

/**
 * What a function of a template makes of its operands.
 *
 * @param written the operands as written. @param valueOf what one of them is.
 */
export function called(
  name: string,
  written: readonly GoExpression[],
  valueOf: (expression: GoExpression) => TemplateValue | undefined,
): TemplateValue | undefined {
  if (name === 'include') return included(written, valueOf);
  const operands = written.map(valueOf);
  const last = operands.at(-1);
  const [first, second] = operands;
  if (LAST.has(name)) return last;
  if (FIRST.has(name)) return first;
  if (QUOTING.has(name)) return operands.length === 1 ? quoted(last) : undefined;
  switch (name) {
    case 'default':
      return operands.length === 2 ? chosen(isTrue(second), second, first) : undefined;
    case 'coalesce':
    case 'or':
      return operands.find((value, index) => isTrue(value) !== false || index === operands.length - 1);
    case 'and':
      return operands.find((value, index) => isTrue(value) !== true || index === operands.length - 1);
    case 'ternary':
      return operands.length === 3 ? chosen(isTrue(last), first, second) : undefined;
    case 'not':
    case 'empty':
      return truth(negated(isTrue(last)));
    case 'eq':
      return truth(isEqual(operands));
    case 'ne':
      return truth(negated(isEqual(operands)));
    case 'hasKey':
      return truth(hasKey(first, second));
    case 'index':
    case 'get':
      return entryOf(operands);
    default:
      return undefined;
  }
}

/** What some named templates print that many charts share; the written operands, since `list` and `dict` are no values. */
function included(
  written: readonly GoExpression[],
  valueOf: (expression: GoExpression) => TemplateValue | undefined,
): TemplateValue | undefined {
  const [name, given] = written;
  if (name?.kind !== 'literal' || given?.kind !== 'call') return undefined;
  if (given.name === 'dict' && name.text === RENDERING) {
    const key = given.operands.findIndex(operand => operand.kind === 'literal' && operand.text === 'value');
    const value = key === -1 ? undefined : given.operands[key + 1];
    return value === undefined ? undefined : valueOf(value);
  }
  const [ofToday, ofUser] = given.operands.slice(-2);
  if (given.name !== 'list' || !CLUSTER_DEFAULT.test(name.text) || ofToday === undefined || ofUser === undefined) {
    return undefined;
  }
  const value = valueOf(ofUser);
  return value !== undefined && isNil(value) ? valueOf(ofToday) : value;
}

/** What stands under keys below a value. */
export function valueBelow(value: TemplateValue, keys: readonly string[]): TemplateValue | undefined {
  let below = value;
  for (const key of keys) {
    if (below.kind === 'nothing') return below;
    if (below.kind !== 'node' || below.node.kind !== 'map') return isNil(below) ? NOTHING : undefined;
    const node = valueUnder(below.node, key);
    below = node === undefined ? NOTHING : { kind: 'node', node };
  }
  return below;
}

/** True for what an `if` takes for true (Go's text/template, exec.go, IsTrue); `undefined` where that is not known. */
export function isTrue(value: TemplateValue | undefined): boolean | undefined {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'truth':
      return value.isTrue;
    case 'nothing':
      return false;
    case 'context':
      return true;
    case 'literal':
      return value.type === 'string'
        ? value.text !== ''
        : value.type === 'word' && !/^(?:false|[-+]?0*\.?0*)$/.test(value.text);
    case 'node':
      return isTrueNode(value.node);
  }
}

function isTrueNode(node: YamlNode): boolean {
  if (node.kind === 'map') return node.pairs.length > 0;
  if (node.kind === 'list') return node.items.length > 0;
  if (isNull(node) || node.text === '' || booleanOf(node) === false) return false;
  return node.style !== 'plain' || node.tag !== undefined || !/^[-+]?0*\.?0*$/.test(node.text);
}

function isNil(value: TemplateValue): boolean {
  if (value.kind === 'literal') return value.type === 'nil';
  return value.kind === 'nothing' || (value.kind === 'node' && isNull(value.node));
}

function truth(isTruth: boolean | undefined): TemplateValue | undefined {
  return isTruth === undefined ? undefined : { kind: 'truth', isTrue: isTruth };
}

function negated(isTruth: boolean | undefined): boolean | undefined {
  return isTruth === undefined ? undefined : !isTruth;
}

function chosen<T>(isFirst: boolean | undefined, first: T, second: T): T | undefined {
  return isFirst === undefined ? undefined : isFirst ? first : second;
}

/** `eq` is true where the first is any of the others. */
function isEqual([first, ...others]: Operands): boolean | undefined {
  const text = textOf(first);
  const texts = new Set(others.map(textOf));
  if (text === undefined || others.length === 0) return undefined;
  if (texts.has(text)) return true;
  return texts.has(undefined) ? undefined : false;
}

function textOf(value: TemplateValue | undefined): string | undefined {
  if (value?.kind === 'literal') return value.text;
  if (value?.kind === 'truth') return String(value.isTrue);
  if (value?.kind === 'nothing') return '';
  if (value?.kind !== 'node' || value.node.kind !== 'scalar') return undefined;
  return isNull(value.node) ? '' : String(booleanOf(value.node) ?? value.node.text);
}

function hasKey(value: TemplateValue | undefined, key: TemplateValue | undefined): boolean | undefined {
  if (value?.kind !== 'node' || value.node.kind !== 'map' || key?.kind !== 'literal') return undefined;
  return value.node.pairs.some(pair => pair.key.text === key.text);
}

function entryOf([value, ...keys]: Operands): TemplateValue | undefined {
  const texts = keys.flatMap(key => (key?.kind === 'literal' && key.type === 'string' ? key.text : []));
  const isPlain = value !== undefined && texts.length > 0 && texts.length === keys.length;
  return isPlain ? valueBelow(value, texts) : undefined;
}

/** With quotes around it a value is text, whatever it looks like. */
function quoted(value: TemplateValue | undefined): TemplateValue | undefined {
  if (value?.kind === 'literal') return { ...value, type: 'string', isQuoted: true };
  if (value?.kind !== 'node' || value.node.kind !== 'scalar') return undefined;
  return { kind: 'node', node: { ...value.node, tag: STRING_TAG } };
}
