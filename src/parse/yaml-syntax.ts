import { Lexer, Parser, type CST } from 'yaml';

/** Limits of one document. They keep the cost of any input bounded. */
export const LIMITS = {
  documentUnits: 8 * 2 ** 20,
  /** Of a line that begins with a bracket or a brace. */
  flowLineUnits: 2 ** 20,
  tokens: 1_000_000,
  /** How deep collections nest. */
  depth: 100,
  /**
   * How many nodes all aliases together stand for; go-yaml v2 (decode.go) refuses a document that is made of little
   * else.
   */
  repeatedNodes: 1_000_000,
} as const;

/** Something in a text that stops the reading of it, and where. The reason never quotes the text. */
export interface Stop {
  readonly reason: string;
  readonly offset: number;
  /** True where there is too much of it as a whole, so that without the place there would be no less wrong. */
  readonly isOfLength?: true;
}

/** The concrete syntax of a document as far as the first thing that is none, or the limit that the document breaks. */
export function syntaxOf(text: string): readonly CST.Token[] | Stop {
  const excess = excessLength(text);
  if (excess !== undefined) return excess;
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > LIMITS.tokens) return tooManyTokens(parser.offset);
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Each further error would cost as much as the first, and say no more.
    if (tokens.at(-1)?.type === 'error') break;
    const top = parser.stack.at(-1);
    // Below the collections of the stack lies the document.
    if (parser.stack.length > LIMITS.depth + 1 && top !== undefined && 'items' in top) {
      return { reason: `it is nested more than ${LIMITS.depth} levels deep`, offset: top.offset };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Where a document has too many tokens that is sound otherwise: as `syntaxOf`, without making any of them. */
export function excessToken(text: string): Stop | undefined {
  let count = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > LIMITS.tokens) return tooManyTokens(offset);
    if (!MARKS.has(lexeme)) offset += lexeme.length;
  }
  return undefined;
}

// What the lexer says of what follows: that a document begins, or a plain scalar (`parse/cst.js`).
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x1f']);

function tooManyTokens(offset: number): Stop {
  return { reason: 'the document has more than 1,000,000 tokens', offset, isOfLength: true };
}

/** The limit that the length of a document, or of a line in it, breaks. */
export function excessLength(text: string): Stop | undefined {
  if (text.length > LIMITS.documentUnits) {
    return { reason: 'the document is larger than 8 MiB', offset: 0, isOfLength: true };
  }
  let start = 0;
  while (text.length - start > LIMITS.flowLineUnits) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > LIMITS.flowLineUnits && /^\s*(?:- +)*[[{]/.test(text.slice(start, start + 1000))) {
      return { reason: 'it has a line of flow YAML or JSON longer than 1 MiB', offset: start };
    }
    start = end + 1;
  }
  return undefined;
}
