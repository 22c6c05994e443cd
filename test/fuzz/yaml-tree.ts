import { piecesOf } from '../../src/parse/yaml-stream.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../../src/parse/yaml-node.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { SourceFile } from '../../src/text/source.ts';

/** An entry, and the mapping that it stands in. */
export interface Entry {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
  readonly map: YamlMap;
}

/** What of a text can be changed as YAML. Offsets are those of the text. */
export interface YamlTree {
  readonly entries: readonly Entry[];
  readonly values: readonly YamlNode[];
}

const MOST_VALUES = 3000;
const EMPTY: YamlTree = { entries: [], values: [] };

/** The entries and values of all documents of a text that YAML can read; templates mostly have none. */
export function yamlTreeOf(text: string): YamlTree {
  const source = new SourceFile('any.yaml', text);
  const values = new Set<YamlNode>();
  const entries: Entry[] = [];
  const visit = (node: YamlNode | undefined): void => {
    if (node === undefined || values.has(node) || values.size >= MOST_VALUES) return;
    values.add(node);
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind === 'map') {
      for (const pair of node.pairs) {
        entries.push(entryOf(pair, node));
        visit(pair.value);
      }
    }
  };
  for (const piece of piecesOf(text)) {
    const reading = readYaml(source, piece);
    if ('fault' in reading) return EMPTY;
    visit(reading.root);
  }
  return { entries, values: [...values] };
}

function entryOf({ key, value }: YamlPair, map: YamlMap): Entry {
  return { key, value, map };
}

const MOST_DEPTH = 8;

/** A node on one line, as flow YAML; what lies too deep is left out. */
export function flowOf(node: YamlNode | undefined, depth = 0): string {
  if (node === undefined || depth > MOST_DEPTH) return 'null';
  if (node.kind === 'scalar') return scalarOf(node);
  if (node.kind === 'list') return `[${node.items.map(item => flowOf(item, depth + 1)).join(', ')}]`;
  return `{${node.pairs.map(({ key, value }) => `${JSON.stringify(key.text)}: ${flowOf(value, depth + 1)}`).join(', ')}}`;
}

/** A plain word stays one, since YAML reads a type into it. */
function scalarOf({ text, style }: YamlScalar): string {
  const isPlain = style === 'plain' && /^[\w.+/-][\w.+/ -]*$/.test(text) && !/ $|^-{1,3}( |$)/.test(text);
  return isPlain || text === '' ? text || '""' : JSON.stringify(text);
}

/** True for a mapping or a list that is written in brackets. */
export function isFlow(node: YamlNode, text: string): boolean {
  return /^[{[]/.test(text.slice(node.start, node.start + 1));
}

/** How deep the character at an offset stands in its line. */
export function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
