import { Writer, type WrappedText } from './wrapped-text.ts';

/** Writes a text as a scalar below a parent that is indented by so many spaces; `undefined` where it cannot be. */
export type WriteScalar = (text: string, indentation: number) => WrappedText | undefined;

// What YAML allows in a scalar without an escape, but for CR, which it makes LF of.
const PRINTABLE = /^[\t\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;
// Lines of white space alone are folded and trimmed in ways of their own.
const BLANK_LINE = /^[ \t]+$/m;

/** The styles of YAML, with what they allow: chomping and indentation indicators, escapes, lines that are continued. */
export const STYLES: Readonly<Record<string, WriteScalar>> = {
  literal: (text, indentation) => asBlock(text, indentation, { header: '|', step: 2 }),
  'literal with an indicator': (text, indentation) => asBlock(text, indentation, { header: '|3', step: 3 }),
  'literal with a comment': (text, indentation) =>
    asBlock(text, indentation, { header: '|', step: 4, comment: ' # as is' }),
  folded: (text, indentation) => asBlock(text, indentation, { header: '>', step: 2 }),
  'folded with an indicator': (text, indentation) => asBlock(text, indentation, { header: '>1', step: 1 }),
  double: text => asDouble(text, character => JSON_ESCAPES[character]),
  'double with escapes': text => asDouble(text, character => JSON_ESCAPES[character] ?? OTHER_ESCAPES[character]),
  'double over lines': asDoubleOverLines,
  single: asSingle,
  plain: asPlain,
};

interface BlockHeader {
  readonly header: string;
  /** How many spaces deeper than the parent the lines are. */
  readonly step: number;
  readonly comment?: string;
}

function asBlock(
  text: string,
  indentation: number,
  { header, step, comment = '' }: BlockHeader,
): WrappedText | undefined {
  const hasIndicator = header.length > 1;
  if (!PRINTABLE.test(text) || BLANK_LINE.test(text) || text.trim() === '') return undefined;
  // Without an indicator the first line tells how deep all are.
  if (text.startsWith('\n') || (!hasIndicator && /^[ \t]/.test(text))) return undefined;
  const breaks = /\n*$/.exec(text)?.[0].length ?? 0;
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+';
  const isFolded = header.startsWith('>');
  const writer = new Writer().add(`${header}${chomping}${comment}\n`);
  let before = '';
  for (const [line, lineBreaks] of linesOf(text)) {
    if (isFolded && before !== '' && !isSpaced(before) && !isSpaced(line)) writer.add('\n');
    writer
      .add(' '.repeat(indentation + step))
      .copy(line)
      .copy(lineBreaks);
    before = line;
  }
  return (breaks === 0 ? writer.add('\n') : writer).done();
}

/** Folding leaves the breaks around such a line alone (YAML 1.2.2, 8.1.3). */
function isSpaced(line: string): boolean {
  return /^[ \t]/.test(line);
}

/** The lines that are not empty, each with all breaks behind it. */
function linesOf(text: string): readonly (readonly [line: string, breaks: string])[] {
  return [...text.matchAll(/([^\n]+)(\n*)/g)].map(([, line = '', breaks = '']) => [line, breaks]);
}

const JSON_ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t' };
// Words are left alone: what is looked for in bytes has to stand there.
const OTHER_ESCAPES: Readonly<Record<string, string>> = {
  '{': '\\x7b',
  ']': '\\u005D',
  '#': '\\U00000023',
  '/': '\\/',
  ',': '\\x2C',
};

function asDouble(text: string, escapeOf: (character: string) => string | undefined): WrappedText | undefined {
  if (!PRINTABLE.test(text)) return undefined;
  const writer = new Writer().add('"');
  for (const character of text.split('')) {
    const escape = escapeOf(character);
    if (escape === undefined) writer.copy(character);
    else writer.write(escape);
  }
  return writer.add('"').done();
}

/** Each line on its own, its break escaped; a space at the start of a line too, since it would be taken off. */
function asDoubleOverLines(text: string, indentation: number): WrappedText | undefined {
  if (!PRINTABLE.test(text)) return undefined;
  const writer = new Writer().add('"');
  let isAtStart = false;
  for (const character of text.split('')) {
    const escape = JSON_ESCAPES[character];
    if (isAtStart) writer.add(`\\\n${' '.repeat(indentation + 1)}`);
    if (escape !== undefined) writer.write(escape);
    else if (isAtStart && character === ' ') writer.write('\\ ');
    else writer.copy(character);
    isAtStart = character === '\n';
  }
  return writer.add('"').done();
}

/** A break is written as two, and the white space around it is lost, so that there must be none. */
function asSingle(text: string, indentation: number): WrappedText | undefined {
  if (!PRINTABLE.test(text) || /[ \t]\n|\n[ \t]/.test(text)) return undefined;
  const writer = new Writer().add("'");
  let before = '';
  for (const character of text.split('')) {
    if (character === '\n' && before !== '\n') writer.add('\n');
    if (character !== '\n' && before === '\n') writer.add(' '.repeat(indentation + 1));
    if (character === "'") writer.write("''");
    else writer.copy(character);
    before = character;
  }
  return writer.add(before === '\n' ? `${' '.repeat(indentation + 1)}'` : "'").done();
}

/** Words on one line that YAML takes for nothing else. */
function asPlain(text: string): WrappedText | undefined {
  const isPlain = /^[A-Za-z0-9/+][^\n\t]*[^\s:]$/.test(text) && !/: | #/.test(text) && PRINTABLE.test(text);
  return isPlain ? new Writer().copy(text).done() : undefined;
}
