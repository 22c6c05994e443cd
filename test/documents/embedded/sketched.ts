import { decodedText, type YamlNode } from '../../../src/parse/yaml-node.ts';
import type { CarrierReader, Embedded } from '../../../src/documents/embedded/embedded.ts';
import { rootOf } from '../../parse/read-yaml.ts';

/** What a document carries, one by one: the way to it, the name of the file that it would be, and what it is. */
export function carriedIn(reader: CarrierReader, text: string, path = 'a.yaml'): readonly string[] {
  const root = rootOf(text);
  if (root?.kind !== 'map') throw new Error('the sketch takes a mapping');
  return [...reader.embeddedIn(root, path)].map(sketched);
}

function sketched(embedded: Embedded): string {
  const { keys, fileName, isPartial } = embedded;
  const head = `${keys.join('.')}${fileName === undefined ? '' : ` (${fileName})`}${isPartial === true ? ', partly' : ''}`;
  if ('node' in embedded) return `${head}: ${shown(embedded.node)}`;
  const { scalar, range, encoding } = embedded;
  const text = decodedText(scalar)?.text.slice(range?.start, range?.end);
  return `${head}${encoding === 'none' ? '' : `, ${encoding}`}: ${JSON.stringify(text)}`;
}

function shown(node: YamlNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'scalar')
    return node.tag === undefined ? node.text : `${node.tag.replace(/^.*:/, '!')} ${node.text}`;
  if (node.kind === 'list') return `[${node.items.map(shown).join(', ')}]`;
  return `{${node.pairs.map(({ key, value }) => `${key.text}: ${shown(value)}`).join(', ')}}`;
}
