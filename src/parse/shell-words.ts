import type { SourceText } from '../text/source.ts';

/** A word of a command, without its quotes. */
export interface ShellWord {
  readonly text: string;
  /** Offsets in the source, quotes included. */
  readonly start: number;
  readonly end: number;
  /** True where a shell puts something in: a variable, the output of a command. What is written stands in `text`. */
  readonly isExpanded: boolean;
}

/** Whose quoting it is: a shell's, with its operators and comments, or that of a line that is no script. */
export type Quoting = 'shell' | 'line';

/**
 * The commands between two offsets, as words: one for each that a shell would start, in the order of the text. The
 * bodies of here documents are no commands.
 */
export function commandsIn({ text }: SourceText, start: number, end: number, quoting: Quoting): Commands {
  return new Lexer(text, start, end, quoting === 'shell').commands();
}

type Commands = readonly (readonly ShellWord[])[];

const LINE_END = /\r?\n/y;
const HERE_DOCUMENT = /<<[-~]?[ \t]*(['"]?)([\w.-]+)\1/y;
// Redirections that hold an ampersand, which else ends a command.
const REDIRECTION = />&\d?-?|&>>?/y;
// So many units are looked through in vain for the ends of expansions, lest each of many that are open costs the text.
const MOST_UNITS = 1_000_000;
const OPERATORS = ';&|()<>';

class Lexer {
  readonly #text: string;
  readonly #end: number;
  readonly #isShell: boolean;
  readonly #commands: ShellWord[][] = [];
  #words: ShellWord[] = [];
  #delimiters: string[] = [];
  #at: number;
  #wordStart = -1;
  #word = '';
  #isExpanded = false;
  #unitsLeft = MOST_UNITS;

  constructor(text: string, start: number, end: number, isShell: boolean) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
    this.#isShell = isShell;
  }

  commands(): Commands {
    while (this.#at < this.#end) this.#step();
    this.#endCommand();
    return this.#commands;
  }

  #step(): void {
    const unit = this.#text.charAt(this.#at);
    if (unit === '\\') this.#backslash();
    else if (unit === ' ' || unit === '\t' || unit === '\r') this.#skip(1);
    else if (unit === '\n') this.#newLine();
    else if (unit === "'") this.#single();
    else if (unit === '"') this.#double();
    else if (unit === '#' && this.#isShell && this.#wordStart === -1) this.#at = this.#lineEnd();
    else if (this.#isShell && (unit === '$' || unit === '`')) this.#expansion();
    else if (!this.#isShell || !this.#operator(unit)) this.#take(unit, 1);
  }

  /** Takes some units of the text, which stand for a text in a word. */
  #take(text: string, units: number): void {
    if (this.#wordStart === -1) this.#wordStart = this.#at;
    this.#word += text;
    this.#at += units;
  }

  #skip(units: number): void {
    this.#endWord();
    this.#at += units;
  }

  #backslash(): void {
    LINE_END.lastIndex = this.#at + 1;
    const lineEnd = LINE_END.exec(this.#text)?.[0];
    if (lineEnd === undefined) this.#take(this.#text.charAt(this.#at + 1), 2);
    else if (this.#isShell) this.#at += 1 + lineEnd.length;
    else this.#skip(1 + lineEnd.length);
  }

  #newLine(): void {
    if (!this.#isShell) return this.#skip(1);
    this.#endCommand();
    this.#at += 1;
    for (const delimiter of this.#delimiters) this.#skipBody(delimiter);
    this.#delimiters = [];
  }

  #skipBody(delimiter: string): void {
    while (this.#at < this.#end) {
      const end = this.#lineEnd();
      const line = this.#text.slice(this.#at, end).trim();
      this.#at = end + 1;
      if (line === delimiter) return;
    }
  }

  #single(): void {
    const close = this.#text.indexOf("'", this.#at + 1);
    const end = close === -1 || close > this.#end ? this.#end : close;
    this.#take(this.#text.slice(this.#at + 1, end), end + 1 - this.#at);
  }

  #double(): void {
    this.#take('', 1);
    while (this.#at < this.#end && this.#text[this.#at] !== '"') {
      const unit = this.#text.charAt(this.#at);
      if (unit === '\\') this.#escapeInQuotes();
      else if (this.#isShell && (unit === '$' || unit === '`')) this.#expansion();
      else this.#take(unit, 1);
    }
    this.#take('', 1);
  }

  /** Between double quotes a backslash stands for itself before most characters. */
  #escapeInQuotes(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next === '\n') this.#at += 2;
    else this.#take('$`"\\'.includes(next) ? next : `\\${next}`, 2);
  }

  /** What the shell puts something in for, taken as it is written. */
  #expansion(): void {
    this.#isExpanded = true;
    const rest = this.#text.charAt(this.#at) === '`' ? '`' : this.#text.charAt(this.#at + 1);
    const close = { '(': ')', '{': '}', '`': '`' }[rest];
    const end = close === undefined ? -1 : this.#closing(rest, close);
    const units = end === -1 || end >= this.#end ? 1 : end + 1 - this.#at;
    this.#take(this.#text.slice(this.#at, this.#at + units), units);
  }

  #closing(open: string, close: string): number {
    if (open === close) return this.#text.indexOf(close, this.#at + 1);
    let depth = 0;
    const end = Math.min(this.#end, this.#at + this.#unitsLeft);
    for (let at = this.#at; at < end; at += 1) {
      if (this.#text[at] === open) depth += 1;
      else if (this.#text[at] === close && (depth -= 1) === 0) return at;
    }
    this.#unitsLeft -= end - this.#at;
    return -1;
  }

  /** True where something stood here that parts words or commands. */
  #operator(unit: string): boolean {
    if (!OPERATORS.includes(unit)) return false;
    REDIRECTION.lastIndex = this.#at;
    const redirection = REDIRECTION.exec(this.#text)?.[0];
    if (redirection !== undefined) {
      this.#skip(redirection.length);
    } else if (unit === '<' || unit === '>') {
      HERE_DOCUMENT.lastIndex = this.#at;
      const [here, , delimiter] = HERE_DOCUMENT.exec(this.#text) ?? [];
      if (delimiter !== undefined) this.#delimiters.push(delimiter);
      this.#skip(here?.length ?? 1);
    } else {
      this.#endCommand();
      this.#at += 1;
    }
    return true;
  }

  #endWord(): void {
    if (this.#wordStart === -1) return;
    const end = Math.min(this.#at, this.#end);
    this.#words.push({ text: this.#word, start: this.#wordStart, end, isExpanded: this.#isExpanded });
    this.#wordStart = -1;
    this.#word = '';
    this.#isExpanded = false;
  }

  #endCommand(): void {
    this.#endWord();
    if (this.#words.length > 0) this.#commands.push(this.#words);
    this.#words = [];
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end === -1 || end > this.#end ? this.#end : end;
  }
}
