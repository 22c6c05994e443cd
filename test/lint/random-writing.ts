import type { Value } from './misspelt-configuration.ts';

/** Answers a number from 0 to below `count`, another each time. */
type Choose = (count: number) => number;

/** A generator that gives the same numbers for the same seed (Marsaglia's xorshift of 32 bits). */
export function chooserFrom(seed: number): Choose {
  let state = (seed ^ 0x9e3779b9) | 1;
  return count => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
}

interface Writing {
  readonly choose: Choose;
  readonly step: string;
  /** True where comments may stand behind a line and between lines. */
  readonly hasComments: boolean;
  /** The value that the anchor `x` marks, as JSON; absent where aliases are not written. */
  readonly anchored?: { json: string };
}

/**
 * Writes a value as YAML, in ways that are chosen at random for each part of it: blocks, braces and JSON, lists that are
 * indented and not, quotes, anchors, blanks, and comments wherever there may be some.
 */
export function writtenAtRandom(value: Value, choose: Choose): string {
  const writing = {
    choose,
    step: choose(3) === 0 ? '    ' : '  ',
    hasComments: choose(3) > 0,
    ...(choose(2) === 0 ? { anchored: { json: '' } } : {}),
  };
  const head = choose(4) === 0 ? '---\n' : '';
  return `${head}${blockOf(value, '', writing)}`;
}

function oneOf<T>(choose: Choose, choices: readonly [T, ...T[]]): T {
  return choices[choose(choices.length)] ?? choices[0];
}

/** The lines of a mapping or a list, each with its line break. */
function blockOf(value: Value, indentation: string, writing: Writing): string {
  if (typeof value === 'string') throw new Error('a text is no block');
  if (isList(value)) return value.map(item => itemOf(item, indentation, writing)).join('');
  return Object.entries(value)
    .map(([key, below]) => commentLines(indentation, writing) + entryOf(key, below, indentation, writing))
    .join('');
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isEmpty(value: Value): boolean {
  return typeof value !== 'string' && Object.keys(value).length === 0;
}

function entryOf(key: string, value: Value, indentation: string, writing: Writing): string {
  const { choose, step } = writing;
  const name = `${indentation}${oneOf(choose, [key, key, key, `"${key}"`, `'${key}'`])}${oneOf(choose, ['', '', ' '])}:`;
  if (isAliased(value, writing)) return `${name} *x${end(writing)}`;
  const mark = markOf(value, writing);
  const isOnLine = typeof value === 'string' || isEmpty(value) || choose(5) === 0;
  if (isOnLine)
    return `${name}${oneOf(choose, [' ', ' ', '  '])}${mark}${flowOf(value, writing, false)}${end(writing)}`;
  const below = isList(value) && choose(2) === 0 ? indentation : indentation + step;
  return `${name} ${mark}${end(writing)}${blockOf(value, below, writing)}`;
}

function itemOf(item: Value, indentation: string, writing: Writing): string {
  if (typeof item === 'string' || isEmpty(item) || writing.choose(6) === 0) {
    return `${indentation}- ${flowOf(item, writing, false)}${end(writing)}`;
  }
  const block = blockOf(item, `${indentation}  `, { ...writing, hasComments: false });
  return `${indentation}- ${block.slice(indentation.length + 2)}`;
}

/** A value on one line. */
function flowOf(value: Value, writing: Writing, isJson: boolean): string {
  const { choose } = writing;
  if (typeof value === 'string') return scalarOf(value, choose, isJson);
  const json = isJson || choose(3) === 0;
  const space = oneOf(choose, ['', ' ']);
  if (isList(value)) return `[${value.map(item => flowOf(item, writing, json)).join(`,${space}`)}]`;
  const entries = Object.entries(value).map(([key, below]) => {
    const colon = json ? oneOf(choose, [':', ': ']) : ': ';
    return `${json ? `"${key}"` : key}${colon}${flowOf(below, writing, json)}`;
  });
  return `{${space}${entries.join(json ? `,${space}` : ', ')}${space}}`;
}

const PLAIN = /^[\w./-]+$/;

function scalarOf(text: string, choose: Choose, isJson: boolean): string {
  const double = JSON.stringify(text);
  if (/^(?:true|no)$/.test(text)) return text;
  if (isJson) return double;
  return oneOf(choose, [PLAIN.test(text) ? text : double, double, `'${text.replaceAll("'", "''")}'`]);
}

/** True where the value was marked with an anchor before; sometimes it is written out all the same. */
function isAliased(value: Value, { choose, anchored }: Writing): boolean {
  return anchored?.json === JSON.stringify(value) && choose(3) > 0;
}

function markOf(value: Value, { choose, anchored }: Writing): string {
  if (anchored === undefined || choose(4) > 0) return '';
  anchored.json = JSON.stringify(value);
  return '&x ';
}

/** The end of a line, with a comment or blanks before it. */
function end({ choose, hasComments }: Writing): string {
  if (!hasComments) return '\n';
  return `${oneOf(choose, ['', '', '', ' # why', '\t# a\ttab: {', '  '])}\n`;
}

function commentLines(indentation: string, { choose, hasComments }: Writing): string {
  return hasComments ? oneOf(choose, ['', '', '', '\n', `${indentation}# bearer_token: x\n`, '# left\n']) : '';
}
