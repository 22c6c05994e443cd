import {
  codeAt,
  DASH,
  GREATER,
  HASH,
  LINE_FEED,
  lineEnd,
  PLUS,
  scalarNode,
  spacesEnd,
  TAB,
  type Passage,
} from './yaml-line-scalar.ts';
import type { YamlScalar } from './yaml-node.ts';

/**
 * The block scalar whose `|` or `>` is at an offset; `undefined` for one that has an indentation indicator, or blanks
 * where they are hard to tell from indentation. It ends where the next line to read begins.
 *
 * @param indentation of the collection that it stands in.
 */
export function lineBlockScalarAt(passage: Passage, start: number, indentation: number): YamlScalar | undefined {
  const { source } = passage;
  const style = codeAt(passage, start) === GREATER ? 'folded' : 'literal';
  const sign = codeAt(passage, start + 1);
  const headerEnd = lineEnd(passage, start);
  if (!isGap(passage, sign === PLUS || sign === DASH ? start + 2 : start + 1, headerEnd)) return undefined;
  const first = firstLine(passage, headerEnd + 1);
  if (first === undefined) return undefined;
  if (first.indentation <= indentation) {
    if (sign === PLUS || first.widestBlank > 0) return undefined;
    // The library takes one empty line into it, if there are any.
    return scalarNode(source, start, headerEnd + 1 + Math.min(first.breaks, 1), style, '');
  }
  const body = first.widestBlank > first.indentation ? undefined : bodyAt(passage, first, style === 'folded');
  if (body === undefined) return undefined;
  const { text, breaks, end, behind } = body;
  if (sign === PLUS) return scalarNode(source, start, behind, style, text + '\n'.repeat(breaks));
  return scalarNode(source, start, end, style, sign === DASH ? text : `${text}\n`);
}

/** True where there is nothing but spaces up to the end of the line, or a comment behind some. */
function isGap(passage: Passage, start: number, end: number): boolean {
  const at = spacesEnd(passage, start);
  return at === end || (at > start && codeAt(passage, at) === HASH);
}

/** The first line that is not empty, or the end of the passage. */
interface FirstLine {
  readonly start: number;
  readonly indentation: number;
  /** How many empty lines are before it, and how many spaces the longest of them has. */
  readonly breaks: number;
  readonly widestBlank: number;
}

function firstLine(passage: Passage, body: number): FirstLine | undefined {
  let widestBlank = 0;
  let breaks = 0;
  for (let start = body; start <= passage.end; ) {
    const at = spacesEnd(passage, start);
    const code = codeAt(passage, at);
    const indentation = at - start;
    if (code === TAB) return undefined;
    if (code !== LINE_FEED || start === passage.end) return { start, indentation, breaks, widestBlank };
    widestBlank = Math.max(widestBlank, indentation);
    breaks += 1;
    start = at + 1;
  }
  return undefined;
}

interface Body {
  /** Up to its last line that is not empty. */
  readonly text: string;
  /** How many line breaks follow it, one at least. */
  readonly breaks: number;
  /** Where the line with the last of the text ends, with its line break. */
  readonly end: number;
  /** Where the empty lines behind it end. */
  readonly behind: number;
}

/** Lines that are indented more keep their breaks in a folded scalar (YAML 1.2.2, 8.1.3). */
function bodyAt(passage: Passage, first: FirstLine, isFolded: boolean): Body | undefined {
  const { text, end: passageEnd } = passage;
  let decoded = '';
  let { start, breaks } = first;
  let end = start;
  let lastKeepsBreaks = true;
  while (start < passageEnd) {
    const at = spacesEnd(passage, start);
    const code = codeAt(passage, at);
    const isIndented = at - start >= first.indentation;
    if (code === LINE_FEED) {
      if (at - start > first.indentation || at >= passageEnd) return undefined;
      breaks += 1;
      start = at + 1;
      continue;
    }
    if (!isIndented) {
      if (code === TAB) return undefined;
      break;
    }
    const content = start + first.indentation;
    const keepsBreaks = !isFolded || code === TAB || at > content;
    if (decoded === '' || keepsBreaks || lastKeepsBreaks) decoded += '\n'.repeat(breaks);
    else decoded += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
    const lineFeed = lineEnd(passage, at);
    decoded += text.slice(content, lineFeed);
    lastKeepsBreaks = keepsBreaks;
    breaks = 1;
    start = end = Math.min(lineFeed + 1, passageEnd);
  }
  return { text: decoded, breaks, end, behind: start };
}
