import type { ChangeJson, ComparisonJson, ReportJson } from './json-shape.ts';

/**
 * What several reports are compared with, which all of them are or none, with one scope. Shards have one base; of several
 * repositories each has its own, and then what is said of it is said of the repository.
 */
export function mergedComparison(reports: readonly ReportJson[]): ComparisonJson | undefined {
  const all = reports.flatMap(({ comparison }) => comparison ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  const changes = new Map<string, ChangeJson>();
  for (const change of all.flatMap(comparison => comparison.changes)) changes.set(change.file, change);
  const shifts = new Map(all.flatMap(comparison => comparison.shifts).map(shift => [shift.file, shift]));
  return {
    ...(areOfOneRepository(reports) ? first : comparisonOfAll(reports, all, first)),
    changes: [...changes.values()],
    shifts: [...shifts.values()],
  };
}

function comparisonOfAll(
  reports: readonly ReportJson[],
  all: readonly ComparisonJson[],
  { scope }: ComparisonJson,
): Omit<ComparisonJson, 'changes' | 'shifts'> {
  return {
    scope,
    base: 'the base of each repository',
    fixed: all.reduce((sum, { fixed }) => sum + fixed, 0),
    policyChanges: reports.flatMap(({ repository, comparison }) =>
      (comparison?.policyChanges ?? []).map(change => `${repository}: ${change}`),
    ),
    untouched: all.every(({ untouched }) => untouched),
  };
}

/** Why there is nothing to compare several reports with. */
export function mergedWithoutBase(reports: readonly ReportJson[]): string | undefined {
  const reasons = reports.flatMap(({ repository, withoutBase }) =>
    withoutBase === undefined ? [] : [{ repository, withoutBase }],
  );
  if (areOfOneRepository(reports)) return reasons[0]?.withoutBase;
  return reasons.map(({ repository, withoutBase }) => `${repository}: ${withoutBase}`).join('; ') || undefined;
}

function areOfOneRepository(reports: readonly ReportJson[]): boolean {
  return new Set(reports.map(({ repository }) => repository)).size === 1;
}
