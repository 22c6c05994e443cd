import { groupedBy } from '../text/grouped.ts';
import type { ExcerptJson, ReportJson, ShownLineJson } from './json-shape.ts';

/** The excerpts of reports of the same files: of each file and line what any of them shows. */
export function mergedExcerpts(reports: readonly ReportJson[]): readonly ExcerptJson[] {
  const byFile = groupedBy(
    reports.flatMap(({ excerpts }) => excerpts),
    ({ file }) => file,
  );
  return [...byFile].map(([file, ofFile]) => ({
    file,
    lines: ofFile.reduce((most, { lines }) => Math.max(most, lines), 0),
    ...(ofFile.some(({ byteOrderMark }) => byteOrderMark === true) ? { byteOrderMark: true } : {}),
    shown: mergedLines(ofFile.flatMap(({ shown }) => shown)),
  }));
}

function mergedLines(lines: readonly ShownLineJson[]): readonly ShownLineJson[] {
  const byLine = groupedBy(lines, ({ line }) => String(line));
  return [...byLine.values()].flatMap(mergedLine).sort((a, b) => a.line - b.line);
}

function mergedLine(same: readonly ShownLineJson[]): readonly ShownLineJson[] {
  const [first] = same;
  if (first === undefined) return [];
  const hash = same.find(one => one.hash !== undefined)?.hash;
  return [
    {
      line: first.line,
      length: first.length,
      parts: same.flatMap(({ parts }) => parts),
      masked: same.flatMap(({ masked }) => masked),
      ...(hash === undefined ? {} : { hash }),
    },
  ];
}
