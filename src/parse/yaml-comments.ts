import { Lexer } from 'yaml';
import type { SourceText, Span } from '../text/source.ts';
import type { Located } from '../text/written.ts';

// The lexer of `yaml` puts this before the text of a plain, quoted or block scalar (its `parse/cst.ts`).
const SCALAR_FOLLOWS = '\u001f';
// Its marks stand for no character of the text: document start, flow error, scalar.
const MARKS = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);

/** The comments of a YAML text, from `#` to the end of the line, and none that a string only seems to hold. */
export function* yamlCommentsOf(source: SourceText): Generator<Located<string>> {
  let offset = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(source.text)) {
    if (MARKS.has(token)) {
      isScalar = token === SCALAR_FOLLOWS;
      continue;
    }
    if (!isScalar && token.startsWith('#')) {
      yield { value: token.trimEnd(), span: commentSpan(source, offset, token) };
    }
    isScalar = false;
    offset += token.length;
  }
}

function commentSpan(source: SourceText, offset: number, token: string): Span {
  return source.span(offset, offset + token.trimEnd().length);
}
