import type { Report } from '../src/findings/report.ts';
import { rangeOf } from '../src/report/position.ts';

/** Files by path, as text. */
export type Texts = Readonly<Record<string, string>>;

/** A near miss as a scenario marks it: nothing stands there, though it looks as if the rule should find something. */
export interface NearMiss {
  readonly place: string;
  readonly ruleId: string;
  readonly why: string;
}

const HERE = /# want: ([a-z-]+(?:, [a-z-]+)*)$/;
const NEXT = /^\s*# want-next: ([a-z-]+(?:, [a-z-]+)*)$/;
const NEAR_MISS = /# near miss: ([a-z-]+): (\S.*)$/;

/** What the marks in files ask for, sorted: `path:line rule-id`, lines from 1, once for each finding. */
export function wantedIn(files: Texts): readonly string[] {
  return Object.entries(files)
    .flatMap(([path, text]) => wantedInFile(path, linesOf(text)))
    .sort();
}

/** What a report has, sorted, in the same words. */
export function foundIn({ findings }: Report): readonly string[] {
  return findings.map(({ at, ruleId }) => `${at.file.path}:${rangeOf(at).line} ${ruleId}`).sort();
}

/** The near misses that the files mark. */
export function nearMissesIn(files: Texts): readonly NearMiss[] {
  return Object.entries(files).flatMap(([path, text]) =>
    linesOf(text).flatMap((line, index) => {
      const [, ruleId, why] = NEAR_MISS.exec(line) ?? [];
      return ruleId === undefined || why === undefined ? [] : [{ place: `${path}:${index + 1}`, ruleId, why }];
    }),
  );
}

function wantedInFile(path: string, lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const here = HERE.exec(line)?.[1];
    const next = NEXT.exec(line)?.[1];
    if (here !== undefined) return wantedAt(path, index + 1, here);
    return next === undefined ? [] : wantedAt(path, lineBelowMarks(lines, index) + 1, next);
  });
}

function wantedAt(path: string, line: number, ruleIds: string): readonly string[] {
  return ruleIds.split(', ').map(ruleId => `${path}:${line} ${ruleId}`);
}

/** Marks can be stacked: all speak of the first line below them that is none. */
function lineBelowMarks(lines: readonly string[], index: number): number {
  const below = lines.findIndex((line, at) => at > index && !NEXT.test(line));
  return below === -1 ? lines.length : below;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}
