import { parseAllDocuments, visit } from 'yaml';
import { decodedScalar, type ScalarStyle } from '../../src/parse/scalar.ts';
import type { DecodedText } from '../../src/text/decoded.ts';
import type { SourceText } from '../../src/text/source.ts';

/** A scalar as npm `yaml` found it, and what `decodedScalar` answers for it. */
export interface MappedScalar {
  readonly source: SourceText;
  readonly style: ScalarStyle;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly decoded: DecodedText | undefined;
}

const styleOf: ReadonlyMap<string | undefined, ScalarStyle> = new Map([
  ['PLAIN', 'plain'],
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

/** Every scalar, keys too, of the documents in `source` that have no parse error, in the order they are written. */
export function scalarsIn(source: SourceText): readonly MappedScalar[] {
  const scalars: MappedScalar[] = [];
  for (const document of parseAllDocuments(source.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  })) {
    if (document.errors.length > 0) continue;
    visit(document, {
      Scalar(_key, node) {
        const style = styleOf.get(node.type);
        if (style === undefined || !node.range || node.source === undefined)
          throw new Error('a scalar without a place');
        const [start, end] = node.range;
        const decoded = decodedScalar(source, style, start, end, node.source);
        scalars.push({ source, style, start, end, value: node.source, decoded });
      },
    });
  }
  return scalars;
}

/**
 * What is untrue about the map of a scalar, in a sentence; undefined when nothing is. A character is where it says when
 * the committed file has it there, or what is read as it: the line break of a fold, or exactly one escape.
 */
export function faultOf({ source, style, start, end, value, decoded }: MappedScalar): string | undefined {
  const whole = source.span(start, end);
  const name = `${style} scalar ${JSON.stringify(whole.file.text.slice(whole.start, whole.end))}`;
  if (decoded === undefined) return `${name} is not mapped`;
  if (decoded.text !== value) return `${name} is decoded to ${JSON.stringify(decoded.text)}`;
  let last = { start: whole.start, end: whole.start };
  for (let offset = 0; offset < value.length; offset += 1) {
    const span = decoded.span(offset, offset + 1);
    const written = span.file.text.slice(span.start, span.end);
    const isOrdered = last.start <= span.start && last.end <= span.end && span.end <= whole.end;
    if (!isOrdered) return `${name} has character ${offset} outside of it or before the one before`;
    if (!isReadAs(written, value.charAt(offset), style)) {
      return `${name} has character ${offset} at ${JSON.stringify(written)}`;
    }
    last = span;
  }
  return undefined;
}

function isReadAs(written: string, character: string, style: ScalarStyle): boolean {
  if (written === character) return true;
  if (style === 'single' && written === "''") return character === "'";
  if (style === 'double' && /^\\(x..|u....|U.{8}|[^xuU])$/.test(written)) return true;
  if (character === '\n') return written === '' && (style === 'literal' || style === 'folded');
  return character === ' ' && written === '\n' && style !== 'literal';
}
