import { yamlCommentsOf } from '../parse/yaml-comments.ts';
import type { SourceFile, Span } from '../text/source.ts';
import type { Located } from '../text/written.ts';

/**
 * A comment that takes findings out: `# promsec-ignore: <rule-id>[, <rule-id>] <reason>`, with an optional `until
 * 2027-01-31`.
 */
export interface IgnoreComment {
  readonly at: Span;
  readonly ruleIds: readonly Located<string>[];
  /** Empty where none is given, and then the comment does not count. */
  readonly reason: string;
  /** The first moment at which it no longer counts; an invalid date where the day that is written does not exist. */
  readonly end?: Date;
  /** The line that it speaks of: its own, or the one below where it stands alone. Offsets of the file. */
  readonly line: { readonly start: number; readonly end: number };
}

const WORD = 'promsec-ignore';
const COMMENT = new RegExp(`^#+\\s*${WORD}(?![\\w-]):?\\s*`);
const RULE_IDS = /^[a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*/;
// Whatever looks like a date, so that one that is written in another way is not taken for a part of the reason.
const UNTIL = /\buntil:?\s+(\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{4})\b/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The ignore comments of a file. In a file that is not YAML every line that starts with `#` is a comment. */
export function ignoreCommentsOf(file: SourceFile, isYaml: boolean): readonly IgnoreComment[] {
  if (!file.text.includes(WORD)) return [];
  const found: IgnoreComment[] = [];
  for (const comment of isYaml ? yamlCommentsOf(file, WORD) : lineCommentsOf(file)) {
    const head = COMMENT.exec(comment.value)?.[0];
    if (head === undefined) continue;
    const line = lineMeant(file.text, comment.span, found.at(-1));
    found.push({ at: comment.span, line, ...contentOf(comment, head.length) });
  }
  return found;
}

function* lineCommentsOf(file: SourceFile): Generator<Located<string>> {
  for (const { index, 0: text } of file.text.matchAll(/^#[^\r\n]*/gm)) {
    yield { value: text, span: file.span(index, index + text.length) };
  }
}

function contentOf({ value, span }: Located<string>, begin: number): Omit<IgnoreComment, 'at' | 'line'> {
  const ids = RULE_IDS.exec(value.slice(begin))?.[0] ?? '';
  const [before = '', day, after = ''] = value.slice(begin + ids.length).split(UNTIL, 3);
  return {
    ruleIds: idsIn(ids, span.file, span.start + begin),
    reason: reasonIn(before, after),
    ...(day === undefined ? {} : { end: endOf(day) }),
  };
}

function idsIn(list: string, file: SourceFile, offset: number): readonly Located<string>[] {
  return [...list.matchAll(/[a-z0-9-]+/g)].map(({ index, 0: id }) => ({
    value: id,
    span: file.span(offset + index, offset + index + id.length),
  }));
}

/**
 * What stands around the date, without the punctuation that parts it from the rules and the date; punctuation alone is
 * no reason.
 */
function reasonIn(before: string, after: string): string {
  const text = [before.replace(/[\s(,;:-]{1,8}$/, ''), after]
    .map(part => part.replace(/^[\s:;,.)\u2013\u2014-]+/, '').trimEnd())
    .filter(part => part !== '')
    .join(' ');
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

/** The last day counts whole, in UTC. */
function endOf(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // Else February 30th would be March 2nd.
  const exists = DAY.test(day) && !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
  return new Date(exists ? midnight + DAY_MILLISECONDS : NaN);
}

/**
 * Its own line; where nothing else stands there, the next line that is no comment, so that ignores can be stacked.
 * @param before the ignore comment before it, so that a stack is gone through once.
 */
function lineMeant(text: string, comment: Span, before: IgnoreComment | undefined): IgnoreComment['line'] {
  if (before !== undefined && comment.start < before.line.start) return before.line;
  const own = lineAround(text, comment.start);
  if (text.slice(own.start, comment.start).trim() !== '') return own;
  let line = own;
  do {
    if (line.end >= text.length) return line;
    line = lineAround(text, line.end + 1);
  } while (/^\s*#/.test(text.slice(line.start, line.end)));
  return line;
}

/** The line that an offset lies on, its line feed left out. */
export function lineAround(text: string, offset: number): IgnoreComment['line'] {
  const newline = text.indexOf('\n', offset);
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: newline === -1 ? text.length : newline };
}
