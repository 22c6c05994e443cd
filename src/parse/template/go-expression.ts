/** What stands in an action of a Go template, as far as promsec understands it. Offsets in the code of the action. */
export type GoExpression =
  | {
      readonly kind: 'path';
      /** What it begins at: the dot, `$`, or a variable with its `$`. */
      readonly from: string;
      readonly keys: readonly string[];
    }
  | GoLiteral
  | {
      readonly kind: 'call';
      /** Empty for a method of an object. */
      readonly name: string;
      /** What a pipe hands over comes last. */
      readonly operands: readonly GoExpression[];
    };

/** A value that is written out; `nil` has no text. */
export interface GoLiteral {
  readonly kind: 'literal';
  readonly type: 'string' | 'word' | 'nil';
  /** Of a string what is between the quotes. One with escapes is no literal, but a call of which nothing is known. */
  readonly text: string;
  /** Where the text stands, without quotes. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  /** True where white space or the start of the code stands before it. */
  readonly isApart: boolean;
}

const LONGEST = 4096;
const DEEPEST = 32;
const TOKEN = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\$?(?:\.\w+)+|\$\w*(?:\.\w+)*|[A-Za-z_]\w*|[-+]?\d[\w.]*|[.|(),]/gy;
const SPACE = /\s*/y;

/** Reads the code of an action; `undefined` for what is no expression, or too much of one. Linear. */
export function goExpression(code: string): GoExpression | undefined {
  const tokens = code.length > LONGEST ? undefined : tokensOf(code);
  if (tokens === undefined) return undefined;
  const reader = new ExpressionReader(tokens);
  const expression = reader.pipeline(0);
  return reader.isAtEnd ? expression : undefined;
}

function tokensOf(code: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let offset = 0;
  for (;;) {
    SPACE.lastIndex = offset;
    const start = offset + (SPACE.exec(code)?.[0].length ?? 0);
    if (start === code.length) return tokens;
    TOKEN.lastIndex = start;
    const [text] = TOKEN.exec(code) ?? [];
    if (text === undefined) return undefined;
    tokens.push({ text, start, isApart: start > offset || offset === 0 });
    offset = start + text.length;
  }
}

class ExpressionReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#tokens.length;
  }

  /** Commands with pipes between them, each of which is the last operand of the next. */
  pipeline(depth: number): GoExpression | undefined {
    let before = this.#command(undefined, depth);
    while (before !== undefined && this.#takes('|')) before = this.#command(before, depth);
    return before;
  }

  #command(before: GoExpression | undefined, depth: number): GoExpression | undefined {
    const name = this.#tokens[this.#next]?.text ?? '';
    const isCall = /^[A-Za-z_]/.test(name) && !WORDS.has(name);
    if (isCall) {
      this.#next += 1;
      const operands = this.#operands(depth);
      return operands && { kind: 'call', name, operands: before === undefined ? operands : [...operands, before] };
    }
    const operand = before === undefined ? this.#operand(depth) : undefined;
    const others = operand === undefined ? undefined : this.#operands(depth);
    // A method of an object.
    return others === undefined || others.length === 0
      ? others && operand
      : { kind: 'call', name: '', operands: others };
  }

  #operands(depth: number): readonly GoExpression[] | undefined {
    const operands: GoExpression[] = [];
    while (!this.isAtEnd && !/^[|),]$/.test(this.#tokens[this.#next]?.text ?? '')) {
      const operand = this.#operand(depth);
      if (operand === undefined) return undefined;
      operands.push(operand);
    }
    return operands;
  }

  #operand(depth: number): GoExpression | undefined {
    const token = this.#tokens[this.#next];
    if (token === undefined || depth > DEEPEST) return undefined;
    this.#next += 1;
    const { text, start } = token;
    if (text === '(') return this.#group(depth);
    if (text.startsWith('"') || text.startsWith('`')) {
      if (text.startsWith('"') && text.includes('\\')) return { kind: 'call', name: '', operands: [] };
      return {
        kind: 'literal',
        type: 'string',
        text: text.slice(1, -1),
        start: start + 1,
        end: start + text.length - 1,
      };
    }
    if (text.startsWith('.') || text.startsWith('$')) {
      const [from = '', ...keys] = text.split('.');
      return { kind: 'path', from: from === '' ? '.' : from, keys: keys.filter(key => key !== '') };
    }
    if (/^[-+\d]/.test(text) || WORDS.has(text)) {
      return { kind: 'literal', type: text === 'nil' ? 'nil' : 'word', text, start, end: start + text.length };
    }
    // A function without operands.
    return /^[A-Za-z_]/.test(text) ? { kind: 'call', name: text, operands: [] } : undefined;
  }

  /** What is in parentheses, with the fields that are asked of it. */
  #group(depth: number): GoExpression | undefined {
    const inner = this.pipeline(depth + 1);
    if (inner === undefined || !this.#takes(')')) return undefined;
    const after = this.#tokens[this.#next];
    if (after === undefined || after.isApart || !after.text.startsWith('.')) return inner;
    this.#next += 1;
    const keys = after.text.slice(1).split('.');
    if (inner.kind === 'path') return { ...inner, keys: [...inner.keys, ...keys] };
    return { kind: 'call', name: '', operands: [inner] };
  }

  #takes(text: string): boolean {
    const isNext = this.#tokens[this.#next]?.text === text;
    if (isNext) this.#next += 1;
    return isNext;
  }
}

const WORDS = new Set(['true', 'false', 'nil']);
