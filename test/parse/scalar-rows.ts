import { describe, expect, test } from '@jest/globals';
import type { ScalarStyle } from '../../src/parse/scalar.ts';
import { SourceFile, type Span } from '../../src/text/source.ts';
import { scalarsIn, type MappedScalar } from './mapped-scalar.ts';

/** The `line:column` that a decoded text is written at, and what is written there where that is not the same. */
type Place = string | readonly [position: string, written: string];

interface Row {
  readonly name: string;
  /** Where the scalar is the value of `k`, or the root. */
  readonly yaml: string;
  readonly text: string;
  /** By decoded text, where it is first. */
  readonly places: Readonly<Record<string, Place>>;
}

/** One test for each row of a table about scalars of `style`. */
export function describeScalars(style: ScalarStyle, rows: readonly Row[]): void {
  describe(`a ${style} scalar`, () => {
    test.each(rows)('with $name is mapped to the character', ({ yaml, text, places }) => {
      const scalar = scalarOf(yaml);
      expect({ style: scalar.style, value: scalar.value, decoded: scalar.decoded?.text }).toEqual({
        style,
        value: text,
        decoded: text,
      });
      for (const [decoded, place] of Object.entries(places)) {
        expect(placeOf(decoded, scalar)).toEqual(typeof place === 'string' ? [place, decoded] : place);
      }
    });
  });
}

function scalarOf(yaml: string): MappedScalar {
  const scalars = scalarsIn(new SourceFile('a.yaml', yaml));
  const scalar = scalars[scalars.findIndex(({ value }) => value === 'k') + 1];
  if (scalar === undefined) throw new Error(`no scalar in ${yaml}`);
  return scalar;
}

function placeOf(text: string, { decoded }: MappedScalar): readonly [position: string, written: string] {
  if (decoded === undefined) throw new Error('the scalar is not mapped');
  const at = decoded.text.indexOf(text);
  const span = decoded.span(at, at + text.length);
  return [positionOf(span), span.file.text.slice(span.start, span.end)];
}

/** Where a span begins, as `line:column`, both from 1. */
export function positionOf({ file, start }: Span): string {
  const lines = file.text.slice(0, start).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
