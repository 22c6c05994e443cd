import type { YamlDocument } from '../../documents/document.ts';
import { shapeOf } from '../../documents/schema/shapes.ts';
import type { YamlScalar } from '../../parse/yaml-node.ts';
import type { SourceText } from '../../text/source.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Departure, Program } from './departure.ts';
import { isOfOthers } from './foreign-field.ts';
import { plainReadingOf } from './plain-value.ts';
import { shapeRootsOf } from './roots.ts';
import type { ShapeRoot } from './shape-root.ts';
import { ShapeWitness } from './shape-witness.ts';

// As many as a mapping has: see mapping.ts.
const MOST_READINGS = 16;

/**
 * Where a document is not as the programs want that read it: all faults, each once, in the order of the text. Silent about
 * what another tool puts in, what stands around that and what is in it.
 */
export function departuresOf(document: YamlDocument): readonly Departure[] {
  const departures = shapeRootsOf(document).flatMap(root => departuresFrom(root, document));
  // Looked for only now, since most documents are without fault, and those of other software are not.
  const foreign = new Set([...new Set(departures.map(({ program }) => program))].filter(isForeignIn(document)));
  return departures.filter(({ program }) => !foreign.has(program));
}

function isForeignIn({ parts }: YamlDocument): (program: Program) => boolean {
  return program => parts.some(({ node }) => isOfOthers(node, program));
}

function departuresFrom(root: ShapeRoot, document: YamlDocument): readonly Departure[] {
  const { program, type, node } = root;
  const shape = shapeOf(program);
  const validator = shape.validators[type];
  if (validator === undefined) throw new Error(`${type} is no root of the facts of ${program}`);
  const isTemplate = templatesIn(root, document);
  const witness = new ShapeWitness(root, document, shape, isTemplate);
  let readings = 1;
  let mayRepeatKeys = false;
  for (let number = 0; number < readings; number += 1) {
    const reading = plainReadingOf(node, number, isTemplate);
    readings = Math.min(reading.repetitions, MOST_READINGS);
    mayRepeatKeys ||= reading.mayRepeatKeys;
    witness.number = number;
    if (!validator.call(witness, reading.value, { instancePath: '' })) witness.refused(validator);
  }
  if (mayRepeatKeys) witness.lookForRepeatedKeys();
  return witness.departures;
}

// What Alertmanager itself puts in when it notifies; Jinja has no such actions.
const OF_NOTIFICATIONS =
  /\{\{-?\s*(?:\.(?!Values\b|Release\b|Chart\b)|\$|(?:template|range|if|with|else|end|define)\b)/;

// What somebody is to replace before it is used: `https://user:<password>@host`.
const PLACEHOLDER = /:\/\/[^\s<]{0,200}<[\w -]{1,100}>/;

/** What is a template in a document, and not something that the program itself puts in later. */
function templatesIn({ program, node }: ShapeRoot, { language, file }: YamlDocument): (scalar: YamlScalar) => boolean {
  // A value of the chart stands in another file, and is there for whoever installs the chart to change.
  if (language !== undefined) return scalar => scalar.source.file !== file || holdsAnyTemplate(scalar);
  const holds = templatesAmong(node.source);
  if (holds !== 'templates') return holds === 'none' ? () => false : holdsAnyTemplate;
  return program === 'alertmanager' || program === 'operator' ? holdsTemplateOfOthers : holdsAnyTemplate;
}

const TEMPLATES_AMONG = new WeakMap<SourceText, 'none' | 'templates' | 'placeholders'>();

/** What stands somewhere in the text of a file, or in what is embedded in one. */
function templatesAmong(source: SourceText): 'none' | 'templates' | 'placeholders' {
  let answer = TEMPLATES_AMONG.get(source);
  if (answer === undefined) {
    const { text } = source;
    answer = PLACEHOLDER.test(text) ? 'placeholders' : holdsTemplate(text) ? 'templates' : 'none';
    TEMPLATES_AMONG.set(source, answer);
  }
  return answer;
}

function holdsAnyTemplate({ text }: YamlScalar): boolean {
  return holdsTemplate(text) || PLACEHOLDER.test(text);
}

function holdsTemplateOfOthers({ text, style, masked }: YamlScalar): boolean {
  if (!holdsTemplate(text)) return false;
  // Without quotes it would be no text.
  const isQuoted = style !== 'plain' || !text.startsWith('{');
  return masked !== undefined || !isQuoted || !OF_NOTIFICATIONS.test(text);
}
