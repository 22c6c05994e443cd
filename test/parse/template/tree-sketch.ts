import type { YamlNode, YamlPair } from '../../../src/parse/yaml-node.ts';
import type { TemplateLanguage } from '../../../src/parse/template/template.ts';
import { unitsOf } from '../../../src/parse/template/units.ts';
import { SourceFile } from '../../../src/text/source.ts';

/** The trees of a template, one line for each entry; behind `#` the action that opens the branch it stands under. */
export function treesOf(text: string, language: TemplateLanguage = 'go'): readonly string[] {
  return [...unitsOf(new SourceFile('a.yaml', text), language)].flatMap(unit => {
    const reading = unit.read();
    return 'fault' in reading
      ? [`fault: ${reading.fault.reason}`]
      : reading.roots.map(root => linesOf(root).join('\n'));
  });
}

export function treeOf(text: string, language: TemplateLanguage = 'go'): string {
  return treesOf(text, language).join('\n---\n');
}

export function linesOf(node: YamlNode): readonly string[] {
  if (node.kind === 'scalar') return [JSON.stringify(node.text).slice(1, -1)];
  if (node.kind === 'map') return node.pairs.flatMap(entryLines);
  return node.items.flatMap(item => linesOf(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)));
}

function entryLines({ key, value, under }: YamlPair): readonly string[] {
  const guard = under === undefined ? '' : ` # ${under.opening.code}`;
  if (value === undefined || value.kind === 'scalar') {
    return [`${key.text}: ${value === undefined ? '' : linesOf(value).join('')}${guard}`];
  }
  return [`${key.text}:${guard}`, ...linesOf(value).map(line => `  ${line}`)];
}
