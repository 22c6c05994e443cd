import { decodedText, spanOf, type YamlNode, type YamlScalar } from '../parse/yaml-node.ts';
import { readYaml } from '../parse/yaml.ts';
import { piecesOf } from '../parse/yaml-stream.ts';
import type { Fault } from './document.ts';
import { faultOf } from './fault.ts';

/**
 * The YAML that a string holds, its nodes with their places in the file; `undefined` where it holds no more than words.
 */
export function yamlWithin(scalar: YamlScalar): { readonly node: YamlNode } | { readonly fault: Fault } | undefined {
  if (!scalar.text.includes(':')) return undefined;
  const text = decodedText(scalar);
  if (text === undefined) return undefined;
  const [piece] = piecesOf(text.text);
  if (piece === undefined) return undefined;
  const reading = readYaml(text, piece);
  if ('fault' in reading) return { fault: faultOf(text.text, reading.fault, spanOf(scalar), false) };
  return reading.root === undefined || reading.root.kind === 'scalar' ? undefined : { node: reading.root };
}
