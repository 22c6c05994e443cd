import type { Report } from '../../../src/findings/report.ts';
import { lintedSides, reportWithBase } from '../../../src/lint/compare.ts';
import type { LintInput } from '../../../src/lint/lint.ts';
import { treeOf } from '../../tree.ts';
import type { FuzzCase } from '../fuzz-case.ts';
import { reportersOn } from './outputs.ts';

/** What is wrong with what a change is said to bring, each in a sentence. */
export function comparisonFaults(input: LintInput, { files, original, number }: FuzzCase): readonly string[] {
  if (Math.floor(number / 64) % 2 === 0) return newInItself(input);
  const unchanged = (path: string): boolean => files[path] === original.files[path];
  const base = { files: treeOf(original.files), isSame: unchanged };
  const changed = [...new Set([...Object.keys(files), ...Object.keys(original.files)])].filter(
    path => !unchanged(path),
  );
  const report = reportWithBase(lintedSides(input, base), {
    scope: 'new',
    base: 'HEAD^1 (1a2b3c4)',
    changes: new Map(changed.map(path => [path, { path, lines: [], deletedAfter: [], isWhole: true }])),
    shifts: new Map(),
    policyChanges: [],
  });
  reportersOn(report);
  return [];
}

/** What is new in a repository that is compared with itself. */
function newInItself(input: LintInput): readonly string[] {
  const sides = lintedSides(input, { files: input.files, isSame: () => false });
  const known = { scope: 'new', base: 'itself', changes: new Map(), shifts: new Map(), policyChanges: [] } as const;
  const { findings }: Report = reportWithBase(sides, known);
  return findings.filter(({ state }) => state === 'new').map(({ ruleId }) => `${ruleId} is new where nothing is`);
}
