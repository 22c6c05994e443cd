import { inCodeUnitOrder } from '../findings/order.ts';
import type { Report } from '../findings/report.ts';
import type { SourceFile, Span } from '../text/source.ts';
import { FRAME_REACH } from './frame.ts';
import type { ExcerptJson, ShownLineJson } from './json-shape.ts';
import { lineHashOf } from './line-hash.ts';
import { lineBoundsOf, lineCountOf, rangeOf, shownRangeOf } from './position.ts';
import { isShort, reviewedPart } from './replacement.ts';
import { Secrets, type SecretRange } from './secrets.ts';

/** What of a file is to be shown. */
interface Excerpt {
  readonly file: SourceFile;
  readonly lines: Map<number, Line>;
}

interface Line {
  /** What is shown of it, in offsets of the file. */
  readonly windows: SecretRange[];
  hash?: string | undefined;
}

/**
 * The lines that a report speaks of, by file, as much of each as frames show. With them a report that was printed as JSON
 * can be printed in any other way. Of secrets it has the places alone.
 */
export function excerptsOf(report: Report): readonly ExcerptJson[] {
  const secrets = new Secrets(report.secrets);
  const excerpts = new Map<string, Excerpt>();
  for (const { at, isShown, isAlert } of placesOf(report)) add(at, isShown, isAlert, excerpts);
  for (const finding of report.findings) addWhole(reviewedPart(finding), excerpts);
  return [...excerpts.values()]
    .map(excerpt => excerptJson(excerpt, secrets))
    .sort((a, b) => inCodeUnitOrder(a.file, b.file));
}

/** The files that a report speaks of. */
export function pathsIn(report: Report): ReadonlySet<string> {
  return new Set([...placesOf(report)].map(({ at }) => at.file.path));
}

interface SpokenOf {
  readonly at: Span;
  /** True where its first line is shown and not only counted. */
  readonly isShown: boolean;
  /** True where an alert may stand. */
  readonly isAlert: boolean;
}

function* placesOf({ findings, ignored, certificates }: Report): Generator<SpokenOf> {
  for (const { at, related, fix } of findings) {
    yield { at, isShown: true, isAlert: true };
    for (const place of related) yield { at: place.at, isShown: true, isAlert: false };
    for (const edit of fix?.edits ?? []) yield { at: edit.at, isShown: false, isAlert: false };
  }
  const others = [
    ...ignored.flatMap(({ finding, at }) => [{ at }, finding, ...finding.related, ...(finding.fix?.edits ?? [])]),
    ...certificates.flatMap(({ at, usedBy }) => [{ at }, ...usedBy]),
  ];
  for (const { at } of others) yield { at, isShown: false, isAlert: false };
}

function add(at: Span, isShown: boolean, isAlert: boolean, excerpts: Map<string, Excerpt>): void {
  const { file, start } = at;
  const { lines } = excerptFor(file, excerpts);
  const { line, endLine } = rangeOf(at);
  const shown = shownRangeOf(at).line;
  for (const one of [line, endLine, shown]) if (!lines.has(one)) lines.set(one, { windows: [] });
  const first = lines.get(line);
  // One unit more on either side, since a frame does not cut a character apart.
  if (isShown) first?.windows.push({ start: start - FRAME_REACH - 1, end: start + FRAME_REACH + 1 });
  const alertLine = isAlert ? lines.get(shown) : undefined;
  if (alertLine !== undefined) alertLine.hash ??= lineHashOf(at);
}

/** What is shown from end to end, for who replaces it; of what is long, only that its lines are. */
function addWhole(part: Span | undefined, excerpts: Map<string, Excerpt>): void {
  if (part === undefined) return;
  const { lines } = excerptFor(part.file, excerpts);
  const { line: first, endLine: last } = rangeOf(part);
  for (let line = first; line <= last; line += 1) {
    const shown = lines.get(line) ?? { windows: [] };
    if (isShort(part)) shown.windows.push(part);
    lines.set(line, shown);
  }
}

/** A file may have been read several times, and once as one that is no text. */
function excerptFor(file: SourceFile, excerpts: Map<string, Excerpt>): Excerpt {
  const known = excerpts.get(file.path);
  if (known !== undefined && known.file.text.length >= file.text.length) return known;
  const excerpt = { file, lines: known?.lines ?? new Map<number, Line>() };
  excerpts.set(file.path, excerpt);
  return excerpt;
}

function excerptJson({ file, lines }: Excerpt, secrets: Secrets): ExcerptJson {
  const inOrder = [...lines].sort(([a], [b]) => a - b);
  const last = inOrder.at(-1)?.[0] ?? 0;
  return {
    file: file.path,
    lines: Math.min(lineCountOf(file), last + 1),
    ...(file.hasByteOrderMark ? { byteOrderMark: true } : {}),
    shown: inOrder.map(([line, { windows, hash }]) => ({
      ...shownLine(file, line, windows, secrets),
      ...(hash === undefined ? {} : { hash }),
    })),
  };
}

function shownLine(
  file: SourceFile,
  line: number,
  windows: readonly SecretRange[],
  secrets: Secrets,
): Omit<ShownLineJson, 'hash'> {
  const { start, end: endOfText } = lineBoundsOf(file, line);
  const hasReturn = file.text.startsWith('\r\n', endOfText);
  const end = hasReturn ? endOfText + 1 : endOfText;
  // Where a line ends depends on its carriage return, so that this is always known.
  const wanted = hasReturn ? [...windows, { start: endOfText, end }] : windows;
  const near = joined(wanted.map(window => clipped(window, { start, end })));
  const hidden = joined(
    near
      .filter(window => window.start < endOfText)
      .flatMap(window => secrets.within(file.path, window.start, Math.min(window.end, endOfText))),
  ).map(range => clipped(range, { start, end: endOfText }));
  return {
    line,
    length: end - start,
    parts: near
      .flatMap(window => without(hidden, window))
      .map(part => ({ column: part.start - start + 1, text: file.text.slice(part.start, part.end) })),
    masked: hidden.map(range => ({ column: range.start - start + 1, endColumn: range.end - start + 1 })),
  };
}

function clipped(range: SecretRange, { start, end }: SecretRange): SecretRange {
  return { start: Math.max(start, range.start), end: Math.min(end, range.end) };
}

/** Ranges in order, those that touch as one, and none that is empty. */
function joined(ranges: readonly SecretRange[]): readonly SecretRange[] {
  const apart: SecretRange[] = [];
  for (const range of ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && range.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else apart.push(range);
  }
  return apart;
}

/** What of a range lies in none of others, which are in order. */
function without(others: readonly SecretRange[], { start, end }: SecretRange): readonly SecretRange[] {
  const left: SecretRange[] = [];
  let at = start;
  for (const other of others.filter(range => range.start < end)) {
    if (at < other.start) left.push({ start: at, end: other.start });
    at = Math.max(at, other.end);
  }
  return at < end ? [...left, { start: at, end }] : left;
}
