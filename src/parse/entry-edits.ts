import type { SourceText, TextEdit } from '../text/source.ts';
import { isInBraces, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from './yaml-node.ts';

/** The edit that gives an entry another name, in the quotes that it has; `undefined` where none does. */
export function renamingEdit(map: YamlMap, key: YamlScalar, name: string): TextEdit | undefined {
  return isOwn(map, key) ? key.source.edit(key.start, key.end, quotedAs(key, name)) : undefined;
}

/**
 * The edits that put the value of an entry into a mapping of its own: `token: x` becomes `outer:` with `inner: x` in it.
 * The value, and what is written behind it, stays as it is, further lines but for their indentation. `undefined` where no
 * edits do that.
 */
export function nestingEdits(
  map: YamlMap,
  { key, value }: YamlPair,
  names: readonly [outer: string, inner: string],
): readonly TextEdit[] | undefined {
  const { source } = key;
  // The value of an alias stands elsewhere.
  const isWhole = isOwn(map, key) && value?.source === source && value.start >= key.end;
  if (!isWhole || !/^[ \t]*:/.test(source.text.slice(key.end, value.start))) return undefined;
  if (PUTS_IN_BLOCKS.test(source.text.slice(key.end, value.end))) return undefined;
  const [outer, inner] = names.map(name => quotedAs(key, name));
  const nested = isInBraces(map) ? undefined : editsInBlock(key, value, `${outer}:`, `${inner}`);
  if (nested !== undefined) return nested;
  if (!isInBraces(map) && !fitsInBraces(value)) return undefined;
  return all([source.edit(key.start, key.end, `${outer}: {${inner}`), source.edit(value.end, value.end, '}')]);
}

// What these put in is indented as the template says.
const PUTS_IN_BLOCKS = /\{[{%][^}]*\b(?:n?indent|to_?(?:nice_)?yaml)\b/i;

/** A key that is an alias, or is merged in, stands elsewhere. */
function isOwn(map: YamlMap, { source, start, end }: YamlScalar): boolean {
  return source === map.source && start >= map.start && end <= map.end;
}

const QUOTES: Readonly<Partial<Record<YamlScalar['style'], string>>> = { single: "'", double: '"' };

function quotedAs({ style }: YamlScalar, name: string): string {
  const quote = QUOTES[style] ?? '';
  return quote + name + quote;
}

const INDENTATION = /^ *(?:- +)*$/;

function editsInBlock(key: YamlScalar, value: YamlNode, outer: string, inner: string): readonly TextEdit[] | undefined {
  const { source, start, end } = key;
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  if (!INDENTATION.test(source.text.slice(lineStart, start))) return undefined;
  const column = start - lineStart;
  const step = stepIn(source);
  const shifts: (TextEdit | undefined)[] = [];
  for (const line of linesBetween(source, end, value.end)) {
    const isEmpty = line.text.trim() === '';
    const isShifted = line.text.startsWith(' '.repeat(column)) && !isEmpty;
    // A comment may stand further to the left, but no part of the value does, nor an action that knows its indentation.
    if (isShifted && !/^\s*\{\{/.test(line.text)) {
      shifts.push(source.edit(line.start + column, line.start + column, step));
    } else if (!isEmpty && !/^\s*#/.test(line.text)) {
      return undefined;
    }
  }
  const indentation = ' '.repeat(column) + step;
  return all([source.edit(start, end, `${outer}\n${indentation}${inner}`), ...shifts]);
}

const STEPS = new WeakMap<SourceText, string>();

/** What a text indents by, as the first line does that is indented. Looked for once, since all its entries ask. */
function stepIn(source: SourceText): string {
  let step = STEPS.get(source);
  if (step === undefined) {
    step = /\n( {2,8})[^ \n#]/.exec(source.text)?.[1] ?? '  ';
    STEPS.set(source, step);
  }
  return step;
}

/** The lines that begin between two places. */
function* linesBetween({ text }: SourceText, start: number, end: number): Generator<{ start: number; text: string }> {
  for (let at = text.indexOf('\n', start); at !== -1 && at + 1 < end; at = text.indexOf('\n', at + 1)) {
    const next = text.indexOf('\n', at + 1);
    yield { start: at + 1, text: text.slice(at + 1, next === -1 ? undefined : next) };
  }
}

/** True for a value on one line that reads the same in braces. */
function fitsInBraces({ kind, source, start, end }: YamlNode): boolean {
  const written = source.text.slice(start, end);
  return kind === 'scalar' && !/\n|^[|>]|^[^'"].*[,[\]{}]/.test(written);
}

function all(edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const made = edits.filter(edit => edit !== undefined);
  return made.length === edits.length ? made : undefined;
}
