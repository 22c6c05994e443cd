import { readYaml } from '../../src/parse/yaml.ts';
import { spanOf, type YamlNode, type YamlPair } from '../../src/parse/yaml-node.ts';
import { SourceFile } from '../../src/text/source.ts';
import { positionOf } from './scalar-rows.ts';

/** The root of a text that is one document without a fault. */
export function rootOf(text: string): YamlNode | undefined {
  const reading = readYaml(new SourceFile('a.yaml', text), { start: 0, end: text.length, index: 0 });
  if ('fault' in reading) throw new Error(`${reading.fault.reason} at ${positionOf(reading.fault.at)}`);
  return reading.root;
}

/** What is wrong with a text that is one document, as `line:column: reason`; `none` where nothing is. */
export function faultIn(text: string): string {
  const reading = readYaml(new SourceFile('a.yaml', text), { start: 0, end: text.length, index: 0 });
  return 'fault' in reading ? `${positionOf(reading.fault.at)}: ${reading.fault.reason}` : 'none';
}

/** The value of a key of the root. */
export function valueAt(text: string, key: string): YamlNode | undefined {
  const root = rootOf(text);
  return root?.kind === 'map' ? root.pairs.findLast(pair => pair.key.text === key)?.value : undefined;
}

/** What is written at a node. */
export function writtenAt(node: YamlNode): string {
  const { file, start, end } = spanOf(node);
  return file.text.slice(start, end);
}

const MARKS = { plain: '', single: "'", double: '"', literal: '|', folded: '>' };

/**
 * A node on one line: `{key: value, ...}`, `[item, ...]`; scalars with a sign of their style in front, and their tag.
 */
export function sketchOf(node: YamlNode | undefined): string {
  if (node === undefined) return 'nothing';
  const tag = node.tag === undefined ? '' : `<${node.tag.replace('tag:yaml.org,2002:', '!!')}> `;
  if (node.kind === 'list') return `${tag}[${node.items.map(sketchOf).join(', ')}]`;
  if (node.kind === 'map') return `${tag}{${node.pairs.map(sketchOfPair).join(', ')}}`;
  return `${tag}${MARKS[node.style]}${JSON.stringify(node.text).slice(1, -1)}`;
}

function sketchOfPair({ key, value }: YamlPair): string {
  return `${sketchOf(key)}: ${sketchOf(value)}`;
}
