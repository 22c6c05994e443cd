import { baseName } from '../../../src/text/path.ts';
import { reportOn } from '../../linted.ts';
import { carried, type Carrier } from './carriers.ts';
import type { Configuration } from './configurations.ts';
import { STYLES } from './scalar-writing.ts';
import { bare, rangeIn, wrapped, type Range, type WrappedText } from './wrapped-text.ts';

/** A carrier, and the styles for the string in it, of which the first is taken that can hold it. */
export interface Layer {
  readonly carrier: Carrier;
  readonly styles: readonly string[];
}

/** A configuration in carriers, the first of them the innermost. */
export interface Wrapping {
  readonly configuration: Configuration;
  readonly layers: readonly Layer[];
}

// What is known by the name of its file alone has to be called so.
const KNOWN_BY_NAME = /^(?:values|kustomization)/;

/** True where each carrier can carry the one in it: values where values belong, and named where the name tells. */
export function isSound({ layers }: Wrapping): boolean {
  return layers.every(({ carrier }, depth) => {
    const inner = layers[depth - 1]?.carrier;
    if (inner === undefined) return true;
    const name = baseName(inner.path);
    if (carrier.isOfValues === true) return name.startsWith('values');
    return carrier.isPartial !== true && (carrier.givesName || !KNOWN_BY_NAME.test(name));
  });
}

/** The file that a wrapping makes; `undefined` where no style can hold what it should. */
function fileOf({ configuration, layers }: Wrapping): (WrappedText & { readonly path: string }) | undefined {
  let file = { ...bare(configuration.text), path: configuration.name };
  for (const layer of layers) {
    const around = aroundOf(layer, file.text, baseName(file.path));
    if (around === undefined) return undefined;
    file = { ...wrapped(file, around), path: layer.carrier.path };
  }
  return file;
}

function aroundOf({ carrier, styles }: Layer, text: string, name: string): WrappedText | undefined {
  for (const style of styles) {
    const write = STYLES[style];
    const around = write && carried(carrier, text, name, write);
    if (around !== undefined) return around;
  }
  return undefined;
}

/** Findings as rules with the characters that they point at, once for each. */
function sketched(findings: readonly (Range & { readonly ruleId: string })[], text: string): readonly string[] {
  const sketches = findings.map(({ ruleId, start, end }) => {
    // A block ends with breaks, of which it depends on the style which belong to it.
    const shown = text.slice(start, end).trimEnd();
    return `${ruleId} at ${start}-${start + shown.length}`;
  });
  return [...new Set(sketches)].sort();
}

/** What is found in a wrapping, and what is found in the configuration alone, where that stands in the wrapped text. */
interface Comparison {
  readonly found: readonly string[];
  readonly expected: readonly string[];
}

/** Lints a configuration in its carriers and by itself; `undefined` where a style cannot hold what it should. */
export function comparisonOf(wrapping: Wrapping): Comparison | undefined {
  const file = fileOf(wrapping);
  const { configuration, layers } = wrapping;
  const [innermost] = layers;
  if (file === undefined || innermost === undefined) return undefined;
  const alone = reportOn({ [nameIn(innermost.carrier, configuration)]: configuration.text });
  const within = reportOn({ [file.path]: file.text });
  return {
    found: sketched(
      within.findings.map(({ ruleId, at: { start, end } }) => ({ ruleId, start, end })),
      file.text,
    ),
    expected: sketched(
      alone.findings.map(({ ruleId, at }) => ({ ruleId, ...rangeIn(file, at) })),
      file.text,
    ),
  };
}

/** What the configuration is taken to be called. */
function nameIn({ givesName, isOfValues }: Carrier, { name }: Configuration): string {
  if (givesName) return name;
  return isOfValues === true ? 'values.yaml' : 'embedded.yaml';
}
