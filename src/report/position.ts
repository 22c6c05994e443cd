import type { SourceFile, Span } from '../text/source.ts';
import { firstIndexWhere } from '../text/bisect.ts';

/**
 * A span in lines and columns as SARIF and editors count them: both from 1, columns in UTF-16 units, the end exclusive.
 * Lines end with LF or CRLF; a lone CR is a character like any other, as it is for git, GitHub and VS Code.
 */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The offsets of a line's text, its line break left out. */
interface LineBounds {
  readonly start: number;
  readonly end: number;
}

const startsByFile = new WeakMap<SourceFile, readonly number[]>();

/** The lines and columns of `span`. Throws a RangeError for a span that is not within its file: our own mistake. */
export function rangeOf(span: Span): Range {
  const { file, start, end } = span;
  if (!(start >= 0 && start <= end && end <= file.text.length)) {
    throw new RangeError(`span ${start}..${end} does not fit into ${file.path}, ${file.text.length} units long`);
  }
  const starts = lineStartsOf(file);
  const line = lineAt(starts, start);
  const endLine = lineAt(starts, end);
  return {
    line,
    column: start - lineStart(starts, line) + 1,
    endLine,
    endColumn: end - lineStart(starts, endLine) + 1,
  };
}

/**
 * The range of `span` for GitHub, which shows nothing beside a line that is not there: a place behind the line feed that
 * ends a file is the end of the last line.
 */
export function shownRangeOf(span: Span): Range {
  const { text } = span.file;
  const isBehindLast = span.start === text.length && text.endsWith('\n');
  if (!isBehindLast) return rangeOf(span);
  const end = text.length - (text.endsWith('\r\n') ? 2 : 1);
  return rangeOf({ ...span, start: end, end });
}

/** The part of the range for GitHub on its first line, the line break left out. What points at one line points at this. */
export function firstLineRangeOf(span: Span): Range {
  const range = shownRangeOf(span);
  if (range.endLine === range.line) return range;
  const { start, end } = lineBoundsOf(span.file, range.line);
  return { ...range, endLine: range.line, endColumn: Math.max(range.column, end - start + 1) };
}

/** The first and the last line of `span`, from 1, for what shows whole lines: the break of the last is no other line. */
export function linesOf(span: Span): { readonly first: number; readonly last: number } {
  const { line, endLine, endColumn } = shownRangeOf(span);
  return { first: line, last: endColumn === 1 && endLine > line ? endLine - 1 : endLine };
}

/**
 * Where the text of line `line`, counted from 1, begins and ends. Throws a RangeError where the file has no such line.
 */
export function lineBoundsOf(file: SourceFile, line: number): LineBounds {
  const starts = lineStartsOf(file);
  const start = lineStart(starts, line);
  const next = starts[line];
  if (next === undefined) return { start, end: file.text.length };
  return { start, end: file.text[next - 2] === '\r' ? next - 2 : next - 1 };
}

/** How many lines a file has, the empty one behind a last line feed too. */
export function lineCountOf(file: SourceFile): number {
  return lineStartsOf(file).length;
}

function lineStartsOf(file: SourceFile): readonly number[] {
  const known = startsByFile.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  startsByFile.set(file, starts);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  return firstIndexWhere(starts, start => start > offset);
}

function lineStart(starts: readonly number[], line: number): number {
  const start = starts[line - 1];
  if (start === undefined) throw new RangeError(`there is no line ${line}, only ${starts.length}`);
  return start;
}
