import type { YamlNode } from '../../src/parse/yaml-node.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { piecesOf } from '../../src/parse/yaml-stream.ts';
import { SourceFile } from '../../src/text/source.ts';
import type { Texts } from '../marks.ts';

const TEMPLATE = '"{{ .Values.x }}"';

/**
 * The files with a template in the place of each value: every scalar of a YAML file but its keys, and any other file
 * whole.
 */
export function withValuesTemplated(files: Texts): Texts {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, /\.ya?ml$/.test(path) ? templated(path, text) : TEMPLATE]),
  );
}

function templated(path: string, text: string): string {
  const file = new SourceFile(path, text);
  const places = [...piecesOf(text)].flatMap(piece => {
    const reading = readYaml(file, piece);
    if ('fault' in reading) throw new Error(`the example ${path} is no YAML: ${reading.fault.reason}`);
    return reading.root === undefined ? [] : valuesBelow(reading.root);
  });
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end }) => {
      const lineBreak = /\s*$/.exec(result.slice(start, end))?.[0] ?? '';
      return `${result.slice(0, start)}${TEMPLATE}${lineBreak}${result.slice(end)}`;
    }, text);
}

function valuesBelow(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(valuesBelow);
  return node.pairs.flatMap(({ value }) => (value === undefined ? [] : valuesBelow(value)));
}
