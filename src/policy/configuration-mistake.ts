import type { ErrorObject } from 'ajv';
import { spanOf, type YamlMap, type YamlNode } from '../parse/yaml-node.ts';
import { printable } from '../text/printable.ts';
import type { Span } from '../text/source.ts';
import { nearAdvice } from '../text/near-name.ts';

/** Something in the configuration file that cannot be meant. */
export interface Mistake {
  readonly at: Span;
  /** Lower case, without a full stop, with the near name where there is one. */
  readonly message: string;
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'a mapping',
  string: 'a text',
};

/** What the schema finds wrong, in our own words and at its place in the file. @param root what was checked. */
export function mistakeOf(error: ErrorObject, root: YamlMap): Mistake {
  const path = error.instancePath.split('/').slice(1).map(unescaped);
  const node = nodeAt(root, path);
  const name = nameOf(path);
  const parameter = (key: string): string => String(error.params[key]);
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(Object(error.parentSchema?.['properties']));
      return unknownKey(node, parameter('additionalProperty'), known, path.at(-1) === 'rules' ? 'rule' : 'key');
    }
    case 'required': {
      const missing = parameter('missingProperty');
      const message = name === '' ? `${missing} is missing; start with version: 1` : `${missing} is missing in ${name}`;
      return { at: spanOf(node), message };
    }
    case 'enum':
    case 'const': {
      const allowed: unknown = error.params['allowedValues'] ?? [error.params['allowedValue']];
      const words = Array.isArray(allowed) ? allowed.map(String) : [];
      return { at: spanOf(node), message: `${name} has a value that it does not take; ${adviceFor(node, words)}` };
    }
    case 'type': {
      const type = TYPES[parameter('type')] ?? parameter('type');
      return { at: spanOf(node), message: `${name} has to be ${type}${isQuoted(node) ? ', without quotes' : ''}` };
    }
    case 'minimum':
      return { at: spanOf(node), message: `${name} is too small; use ${parameter('limit')} or more` };
    case 'maximum':
      return { at: spanOf(node), message: `${name} is too large; use ${parameter('limit')} or less` };
    case 'pattern': {
      if (name === 'prometheus-version') {
        const advice = 'write one from 2.40 on, such as 3.5, current or any';
        return { at: spanOf(node), message: `${name} is no version of Prometheus that is known; ${advice}` };
      }
      const message = `${name} begins with / or !; write a glob from the top of the repository, and only of what is meant`;
      return { at: spanOf(node), message };
    }
    default:
      // What is left are the least lengths of the schema.
      return { at: spanOf(node), message: `${name} is empty; fill it in or remove it` };
  }
}

/** The keys that stand twice in one mapping. */
export function* repeatedKeys(root: YamlNode, seen: Set<YamlNode> = new Set()): Generator<Mistake> {
  if (root.kind === 'scalar' || seen.has(root)) return;
  seen.add(root);
  const keys = new Set<string>();
  for (const { key } of root.kind === 'map' ? root.pairs : []) {
    if (keys.has(key.text)) yield { at: spanOf(key), message: `${quoted(key.text)} is set twice; keep one` };
    keys.add(key.text);
  }
  const below = root.kind === 'list' ? root.items : root.pairs.flatMap(pair => pair.value ?? []);
  for (const node of below) yield* repeatedKeys(node, seen);
}

/** The node at a path, or the nearest one above it that is there. Of repeated keys the last counts. */
export function nodeAt(root: YamlMap, path: readonly string[]): YamlNode {
  let node: YamlNode = root;
  for (const step of path) {
    const below: YamlNode | undefined =
      node.kind === 'list'
        ? node.items[Number(step)]
        : node.kind === 'map'
          ? node.pairs.findLast(pair => pair.key.text === step)?.value
          : undefined;
    if (below === undefined) return node;
    node = below;
  }
  return node;
}

function unknownKey(node: YamlNode, wrong: string, known: readonly string[], what: string): Mistake {
  const key = node.kind === 'map' ? node.pairs.find(pair => pair.key.text === wrong)?.key : undefined;
  const advice = nearAdvice(wrong, known, `remove it, or use one of ${known.join(', ')}`);
  return { at: spanOf(key ?? node), message: `there is no ${what} ${quoted(wrong)}; ${advice}` };
}

function adviceFor(node: YamlNode, words: readonly string[]): string {
  if (node.kind === 'scalar' && words.includes(node.text)) return `write ${node.text} without quotes`;
  const otherwise = `use ${words.join(', ')}`;
  return node.kind === 'scalar' ? nearAdvice(node.text, words, otherwise) : otherwise;
}

function isQuoted(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.style !== 'plain' && /^(?:true|false|-?\d+)$/.test(node.text);
}

/** `overrides[0].rules`, with a key that is no plain word in quotes. */
function nameOf(path: readonly string[]): string {
  return path
    .map(step => (/^\d+$/.test(step) ? `[${step}]` : /^[\w-]+$/.test(step) ? `.${step}` : `[${quoted(step)}]`))
    .join('')
    .replace(/^\./, '');
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function quoted(text: string): string {
  return `"${printable(text)}"`;
}
