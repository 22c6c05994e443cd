import { languageOf } from '../parse/template/language.ts';
import { restored } from '../parse/template/restored.ts';
import { unitsOf } from '../parse/template/units.ts';
import { decodedText, spanOf, type YamlNode, type YamlScalar } from '../parse/yaml-node.ts';
import { readYaml, type YamlFault } from '../parse/yaml.ts';
import { piecesOf } from '../parse/yaml-stream.ts';
import type { SourceText } from '../text/source.ts';
import type { Fault } from './document.ts';
import { faultOf } from './fault.ts';

/**
 * The YAML that a string holds as a part of the document it stands in, its nodes with their places in the file;
 * `undefined` where it holds no more than words.
 */
export function yamlWithin(scalar: YamlScalar): { readonly node: YamlNode } | { readonly fault: Fault } | undefined {
  if (!scalar.text.includes(':')) return undefined;
  const text = decodedText(scalar);
  const reading = text && readingOf(text);
  if (reading === undefined) return undefined;
  if ('reason' in reading) return { fault: faultOf(text?.text ?? '', reading, spanOf(scalar), false) };
  return reading.kind === 'scalar' ? undefined : { node: reading };
}

/** The first document of a text, which may be a template. */
function readingOf(source: SourceText): YamlNode | YamlFault | undefined {
  const [piece] = piecesOf(source.text);
  if (piece === undefined) return undefined;
  const reading = readYaml(source, piece);
  if (!('fault' in reading)) return reading.root && restored(reading.root);
  const language = languageOf('', source.text);
  if (language === undefined) return reading.fault;
  for (const unit of unitsOf(source, language)) {
    const ofTemplate = unit.read();
    return 'fault' in ofTemplate ? ofTemplate.fault : ofTemplate.roots[0];
  }
  return undefined;
}
