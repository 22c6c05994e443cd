import { yamlCommentsOf } from '../parse/yaml-comments.ts';
import type { TemplateLanguage } from '../parse/template/template.ts';
import { templateCommentsOf } from '../parse/template/template-comments.ts';
import { DAY_MILLISECONDS } from '../text/days.ts';
import type { SourceFile, SourceText, Span } from '../text/source.ts';
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
const COMMENT = new RegExp(String.raw`^(?:#+|\{\{(?:-\s)?/\*|\{#[-+]?)\s*${WORD}(?![\w-]):?\s*`);
// What a comment of a Go template or of Jinja ends with.
const CLOSING = /(?:\*\/(?:\s-)?\}\}|[-+]?#\})$/;
// A line that is nothing but a comment, or begins with one of a template.
const COMMENT_LINE = /^\s*(?:#|\{\{(?:- )?\/\*|\{#)/;
const RULE_IDS = /^[a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*/;
// Whatever looks like a date, so that one that is written in another way is not taken for a part of the reason.
const UNTIL = /\buntil:?\s+(\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{4})\b/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whose comments a text has; of one of `lines` every line that starts with `#` is one. */
export type CommentSyntax = 'yaml' | 'lines' | TemplateLanguage;

/**
 * The ignore comments of a file, or of a text that is embedded in one. What was decoded from something that nobody can
 * read has none.
 */
export function ignoreCommentsOf(source: SourceText, syntax: CommentSyntax): readonly IgnoreComment[] {
  if (!source.text.includes(WORD)) return [];
  const found: IgnoreComment[] = [];
  for (const comment of commentsOf(source, syntax)) {
    const head = COMMENT.exec(comment.value)?.[0];
    if (head === undefined || !comment.span.exact) continue;
    const line = lineMeant(comment.span, found.at(-1));
    const value = comment.value.replace(CLOSING, '').trimEnd();
    found.push({ at: comment.span, line, ...contentOf({ ...comment, value }, head.length) });
  }
  return found;
}

function commentsOf(source: SourceText, syntax: CommentSyntax): Iterable<Located<string>> {
  if (syntax === 'yaml') return yamlCommentsOf(source, WORD);
  return syntax === 'lines' ? lineCommentsOf(source) : templateCommentsOf(source, syntax, WORD);
}

function* lineCommentsOf(source: SourceText): Generator<Located<string>> {
  for (const { index, 0: text } of source.text.matchAll(/^#[^\r\n]*/gm)) {
    yield { value: text, span: source.span(index, index + text.length) };
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
    .join(' ')
    .split('\n')
    .map(line => line.trim())
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
function lineMeant({ file: { text }, start, end }: Span, before: IgnoreComment | undefined): IgnoreComment['line'] {
  if (before !== undefined && start < before.line.end) return before.line;
  const own = { start: lineAround(text, start).start, end: lineAround(text, end).end };
  if (text.slice(own.start, start).trim() !== '' || text.slice(end, own.end).trim() !== '') return own;
  let line = own;
  do {
    if (line.end >= text.length) return line;
    line = lineAround(text, line.end + 1);
  } while (COMMENT_LINE.test(text.slice(line.start, line.end)));
  return line;
}

/** The line that an offset lies on, its line feed left out. */
export function lineAround(text: string, offset: number): IgnoreComment['line'] {
  const newline = text.indexOf('\n', offset);
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { start, end: newline === -1 ? text.length : newline };
}
