import type { Finding } from '../../findings/finding.ts';
import type { Report } from '../../findings/report.ts';
import { textAfter, type TextEdit } from '../../text/text-edit.ts';
import type { SourceFile } from '../../text/source.ts';
import { groupedBy } from '../../text/grouped.ts';
import { lineBoundsOf, rangeOf } from '../position.ts';
import { Secrets } from '../secrets.ts';
import { isSeen } from '../visible.ts';

/** Whole lines that a reviewer may have replaced with a click. */
export interface Suggestion {
  readonly finding: Finding;
  /** Names it from run to run: the fingerprint of the finding, and its number among equal ones of the file. */
  readonly key: string;
  readonly path: string;
  /** The first line that it replaces, from 1, in what was checked out. */
  readonly line: number;
  /** The lines that it replaces, without their LF. */
  readonly before: readonly string[];
  /** Lines with their breaks to put there instead; empty where the lines go away. */
  readonly after: string;
}

/**
 * What can be suggested of a report: the safe fixes of its new findings, in its order. A fix that touches several files
 * is left out, and where a secret or something unseen stands in the lines, since a suggestion repeats them.
 */
export function suggestionsOf(report: Report): readonly Suggestion[] {
  const secrets = new Secrets(report.secrets);
  const counting = report.findings.filter(({ state }) => state === 'new');
  const groups = groupedBy(counting, ({ at, fingerprint }) => `${fingerprint} ${at.file.path}`);
  const keys = new Map(
    [...groups.values()].flatMap(group =>
      group.map((finding, place) => [finding, `${finding.fingerprint}-${place + 1}`] as const),
    ),
  );
  const suggestions = [...keys].flatMap(([finding, key]) => suggestionOf(finding, key, secrets) ?? []);
  return withoutRepetitions(suggestions);
}

function suggestionOf(finding: Finding, key: string, secrets: Secrets): Suggestion | undefined {
  const { fix } = finding;
  const [first] = fix?.edits ?? [];
  if (fix === undefined || first === undefined || !fix.isSafe) return undefined;
  const { file } = first.at;
  if (fix.edits.some(({ at }) => at.file !== file || !at.exact)) return undefined;
  const { line, start, end, after } = replacedLines(file, fix.edits);
  const before = file.text.slice(start, end);
  const isHidden = secrets.within(file.path, start, end).length > 0 || !isSeen(before) || !isSeen(after);
  if (isHidden || before === after) return undefined;
  return { finding, key, path: file.path, line, before: before.replace(/\n$/, '').split('\n'), after };
}

/** The whole lines, from `start` to before `end`, that edits change, and what becomes of them. */
function replacedLines(
  file: SourceFile,
  edits: readonly TextEdit[],
): { readonly line: number; readonly start: number; readonly end: number; readonly after: string } {
  const { text } = file;
  const changed = textAfter(text, edits);
  const ranges = edits.map(({ at }) => ({ isInsertion: at.start === at.end, ...rangeOf(at) }));
  const line = Math.min(...ranges.map(range => range.line));
  // An edit that takes the break of a line ends where the next one begins, which it does not touch.
  let lastLine = Math.max(
    ...ranges.map(({ isInsertion, endLine, endColumn }) => (isInsertion || endColumn > 1 ? endLine : endLine - 1)),
  );
  const { start } = lineBoundsOf(file, line);
  for (; ; lastLine += 1) {
    const newline = text.indexOf('\n', lineBoundsOf(file, lastLine).end);
    const end = newline === -1 ? text.length : newline + 1;
    const after = changed.slice(start, changed.length - (text.length - end));
    // Where the last break is gone, the next line moves up.
    if (end === text.length || after === '' || after.endsWith('\n')) return { line, start, end, after };
  }
}

/** Two rules may mend the same lines in the same way: the first one suggests it. */
function withoutRepetitions(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const byChange = groupedBy(suggestions, ({ path, line, before, after }) =>
    JSON.stringify([path, line, before.length, after]),
  );
  return [...byChange.values()].flatMap(([first]) => first ?? []);
}
