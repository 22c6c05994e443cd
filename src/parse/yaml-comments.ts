import { Lexer } from 'yaml';
import type { SourceText } from '../text/source.ts';
import type { Located } from '../text/written.ts';
import { piecesOf } from './yaml-stream.ts';
import { LIMITS } from './yaml-syntax.ts';

// The lexer of `yaml` puts this before the text of a plain, quoted or block scalar (its `parse/cst.ts`).
const SCALAR_FOLLOWS = '\u001f';
// Its marks stand for no character of the text: document start, flow error, scalar.
const MARKS = new Set(['\u0002', '\u0018', SCALAR_FOLLOWS]);

/**
 * The comments with a word in them, from `#` to the end of the line, and none that a string only seems to hold.
 * Documents over the limits are not read, and neither are their comments.
 */
export function* yamlCommentsOf(source: SourceText, word: string): Generator<Located<string>> {
  for (const { start, end } of piecesOf(source.text)) {
    const text = source.text.slice(start, end);
    if (text.length > LIMITS.documentUnits || !text.includes(word)) continue;
    for (const { offset, comment } of commentsIn(text)) {
      if (!comment.includes(word)) continue;
      yield { value: comment, span: source.span(start + offset, start + offset + comment.length) };
    }
  }
}

function* commentsIn(text: string): Generator<{ readonly offset: number; readonly comment: string }> {
  let offset = 0;
  let count = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > LIMITS.tokens) return;
    if (!isScalar && MARKS.has(lexeme)) {
      isScalar = lexeme === SCALAR_FOLLOWS;
      continue;
    }
    if (!isScalar && lexeme.startsWith('#')) yield { offset, comment: lexeme.trimEnd() };
    isScalar = false;
    offset += lexeme.length;
  }
}
