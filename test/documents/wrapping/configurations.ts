import { parseAllDocuments } from 'yaml';
import { RULES } from '../../../src/rules/index.ts';
import { baseName } from '../../../src/text/path.ts';
import { scenarioFiles } from '../../scenario.ts';

/** A text that promsec reads, and the name of its file. */
export interface Configuration {
  readonly origin: string;
  readonly name: string;
  readonly text: string;
}

const YAML_NAME = /\.ya?ml$/;
// Such comments speak of lines of their file, and stand in no string.
const IGNORE_COMMENT = /promsec-ignore/g;

/** The examples of all rules and the files of all scenarios that are YAML, each file by itself. */
export function configurations(): readonly Configuration[] {
  const examples = RULES.flatMap(({ id, bad, good }) => [
    ...Object.entries(bad).map(([path, text]) => ({ path, text, origin: `${id}, bad: ${path}` })),
    ...Object.entries(good).map(([path, text]) => ({ path, text, origin: `${id}, good: ${path}` })),
  ]);
  // Each file of the scenarios by itself: what its neighbours say of it is found neither there nor in a carrier.
  const scenarios = Object.entries(scenarioFiles()).map(([path, text]) => ({ path, text, origin: path }));
  return [...examples, ...scenarios]
    .filter(({ path }) => YAML_NAME.test(path))
    .map(({ path, text, origin }) => ({
      origin,
      name: baseName(path),
      text: text.replaceAll('\r\n', '\n').replaceAll(IGNORE_COMMENT, 'promsec-stays'),
    }));
}

/** The same in JSON, on one line and on several that are not indented, which every style of YAML can hold. */
export function inJson({ origin, name, text }: Configuration): readonly Configuration[] {
  const [document, ...others] = parseAllDocuments(text, { version: '1.1', logLevel: 'silent' });
  if (document === undefined || 'empty' in document || others.length > 0 || document.errors.length > 0) return [];
  const value: unknown = document.toJS();
  return [
    { origin: `${origin}, on one line`, name, text: JSON.stringify(value) },
    { origin: `${origin}, on lines`, name, text: JSON.stringify(value, undefined, 1).replaceAll(/^ +/gm, '') + '\n' },
  ];
}
