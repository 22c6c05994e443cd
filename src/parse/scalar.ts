import type { DecodedText } from '../text/decoded.ts';
import type { SourceText } from '../text/source.ts';
import { decodedBlockScalar } from './block-scalar.ts';
import { decodedFlowScalar } from './flow-scalar.ts';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** The styles by what npm `yaml` calls them. */
export const SCALAR_STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * The text of a YAML scalar, each character with the place it was written at.
 *
 * @param start where its token begins in `source.text`: at its first character, its quote, or the `|` or `>` of a
 * block. With `end` this is `range[0]` and `range[1]` of a node of npm `yaml`.
 * @param value the text that `yaml` decoded: `source` of the node, before a schema made a number of it.
 * @returns undefined where what is written does not give `value`, which is seen in documents with parse errors alone.
 */
export function decodedScalar(
  source: SourceText,
  style: ScalarStyle,
  start: number,
  end: number,
  value: string,
): DecodedText | undefined {
  const decoded =
    style === 'literal' || style === 'folded'
      ? decodedBlockScalar(source, style, start, end, value)
      : decodedFlowScalar(source, style, start, end);
  return decoded.text === value ? decoded : undefined;
}
