import { yamlCommentsOf } from '../parse/yaml-comments.ts';
import type { SourceFile, Span } from '../text/source.ts';
import type { Located } from '../text/written.ts';

/** A comment that takes findings out: `# promsec-ignore: <rule-id>[, <rule-id>] <reason>`, with an optional `until 2027-01-31`. */
export interface IgnoreComment {
  readonly at: Span;
  readonly ruleIds: readonly Located<string>[];
  /** Empty where none is given, and then the comment does not count. */
  readonly reason: string;
  /** The first moment at which it no longer counts. */
  readonly end?: Date;
  /** The line that it speaks of: its own, or the one below where it stands alone. Offsets of the file. */
  readonly line: { readonly start: number; readonly end: number };
}

const WORD = 'promsec-ignore';
const COMMENT = new RegExp(`^#+\\s*${WORD}\\b:?\\s*`);
const RULE_IDS = /^[a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*/;
const UNTIL = /[\s(,;:-]*\buntil\s+(\d{4}-\d{2}-\d{2})\b[\s).,;]*/;

/** The ignore comments of a file. In a file that is not YAML every line that starts with `#` is a comment. */
export function ignoreCommentsOf(file: SourceFile, isYaml: boolean): readonly IgnoreComment[] {
  if (!file.text.includes(WORD)) return [];
  const comments = isYaml ? yamlCommentsOf(file) : lineCommentsOf(file);
  return [...comments].flatMap(comment => ignoreIn(comment, file) ?? []);
}

function* lineCommentsOf(file: SourceFile): Generator<Located<string>> {
  for (const { index, 0: text } of file.text.matchAll(/^#[^\r\n]*/gm)) {
    yield { value: text, span: file.span(index, index + text.length) };
  }
}

function ignoreIn({ value, span }: Located<string>, file: SourceFile): IgnoreComment | undefined {
  const head = COMMENT.exec(value)?.[0];
  if (head === undefined) return undefined;
  const ids = RULE_IDS.exec(value.slice(head.length))?.[0] ?? '';
  const rest = value.slice(head.length + ids.length);
  const until = UNTIL.exec(rest);
  const reason = rest.replace(UNTIL, ' ').trim();
  return {
    at: span,
    ruleIds: idsIn(ids, file, span.start + head.length),
    reason,
    ...(until?.[1] === undefined ? {} : { end: dayAfter(until[1]) }),
    line: lineMeant(file.text, span),
  };
}

function idsIn(list: string, file: SourceFile, offset: number): readonly Located<string>[] {
  return [...list.matchAll(/[a-z0-9-]+/g)].map(({ index, 0: id }) => ({
    value: id,
    span: file.span(offset + index, offset + index + id.length),
  }));
}

/** The last day counts whole, in UTC. A date that does not exist has no end that could be awaited: it is over. */
function dayAfter(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return new Date(Number.isNaN(midnight) ? 0 : midnight + 24 * 60 * 60 * 1000);
}

/** Its own line; where nothing else stands there, the next line that is no comment, so that ignores can be stacked. */
function lineMeant(text: string, comment: Span): IgnoreComment['line'] {
  const own = lineAround(text, comment.start);
  if (text.slice(own.start, comment.start).trim() !== '') return own;
  let line = own;
  do {
    if (line.end >= text.length) return line;
    line = lineAround(text, line.end + 1);
  } while (/^\s*#/.test(text.slice(line.start, line.end)));
  return line;
}

function lineAround(text: string, offset: number): IgnoreComment['line'] {
  const newline = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: newline === -1 ? text.length : newline };
}
