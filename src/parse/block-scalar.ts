import { DecodedTextBuilder, type DecodedText, type Encoder } from '../text/decoded.ts';
import type { SourceText } from '../text/source.ts';
import { addFoldedLineBreaks, addLineBreaks } from './line-breaks.ts';

/** A line of a block scalar's body, in offsets of the source. */
interface Line {
  readonly start: number;
  /** Where the spaces that it begins with end. */
  readonly content: number;
  /** Where its text ends: before `\n` or `\r\n`. Equal to `content` in a line of nothing but spaces. */
  readonly end: number;
  /** The offset of its `\n`; where the source ends without one, the end of the source. */
  readonly lineBreak: number;
}

/**
 * Decodes the block scalar whose header begins at `start` (YAML 1.2.2, 8.1; where that is open, as
 * `compose/resolve-block-scalar` of npm `yaml` 2.9 does). How many columns were taken off and which last line breaks
 * were kept is read from `value`, since an indentation indicator counts from a parent that the token does not know.
 */
export function decodedBlockScalar(
  source: SourceText,
  style: 'literal' | 'folded',
  start: number,
  end: number,
  value: string,
): DecodedText {
  const { text } = source;
  const header = text.indexOf('\n', start);
  const body = header === -1 ? end : header + 1;
  const indentation = trimmedIndentation(text, body, end, value);
  const decoded = new DecodedTextBuilder(source, start);
  let decodedTo = body;
  let lastKeepsBreaks = true;
  for (const line of bodyLines(text, body, end)) {
    const isMoreIndented = line.content - line.start > indentation;
    if (line.content === line.end && !isMoreIndented) continue;
    const keepsBreaks = style === 'literal' || isMoreIndented || text[line.content] === '\t';
    const addBreaks = keepsBreaks || lastKeepsBreaks ? addLineBreaks : addFoldedLineBreaks;
    addBreaks(decoded, text, decodedTo, line.start);
    decoded.copy(Math.min(line.start + indentation, line.content), line.end);
    decodedTo = line.lineBreak;
    lastKeepsBreaks = keepsBreaks;
  }
  for (let at = decodedTo; at < end && decoded.length < value.length; at += 1) {
    if (text[at] === '\n') decoded.copy(at, at + 1);
  }
  const lacksLastBreak = decoded.length < value.length;
  if (lacksLastBreak) decoded.replace(end, end, '\n');
  return decoded.build(encoderFor(style, indentation));
}

/** Lines are indented; those of a folded one would be joined. */
function encoderFor(style: 'literal' | 'folded', indentation: number): Encoder {
  return text => {
    if (!text.includes('\n')) return text;
    return style === 'literal' && indentation < Infinity
      ? text.replaceAll(/\n(?=[^\n])/g, `$&${' '.repeat(indentation)}`)
      : undefined;
  };
}

/** How many columns each line lost: the indentation of the first line with content, less what the value kept of it. */
function trimmedIndentation(text: string, start: number, end: number, value: string): number {
  for (const line of bodyLines(text, start, end)) {
    if (line.content === line.end) continue;
    const content = value.search(/[^ \n]/);
    const kept = content - (value.lastIndexOf('\n', content) + 1);
    return line.content - line.start - kept;
  }
  return Infinity;
}

function* bodyLines(text: string, start: number, end: number): Generator<Line> {
  for (let at = start; at < end; ) {
    let content = at;
    while (content < end && text[content] === ' ') content += 1;
    const found = text.indexOf('\n', content);
    const lineBreak = found === -1 ? end : Math.min(found, end);
    const hasReturn = text[lineBreak - 1] === '\r';
    yield { start: at, content, end: hasReturn ? lineBreak - 1 : lineBreak, lineBreak };
    at = lineBreak + 1;
  }
}
