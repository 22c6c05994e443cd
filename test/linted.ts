import type { Report } from '../src/findings/report.ts';
import { lint } from '../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../src/policy/configuration.ts';
import { RULES } from '../src/rules/index.ts';
import { EXAMPLE_NOW, type Rule } from '../src/rules/rule.ts';
import { foundIn } from './marks.ts';
import { treeOf, type Files } from './tree.ts';

// What programs refuse in whole documents is compared with the programs themselves: `npm run test:peers`.
const OF_SHAPE: ReadonlySet<string> = new Set([
  'conflicting-fields',
  'invalid-value',
  'missing-field',
  'pruned-field',
  'unknown-field',
]);

/** The rules for documents that hold what a test is about and no more, at places that do not take all of it. */
export const RULES_FOR_PARTS: readonly Rule[] = RULES.filter(({ id }) => !OF_SHAPE.has(id));

/** What rules say of files in memory, with nothing configured. */
export function reportOn(files: Files, rules: readonly Rule[] = RULES): Report {
  return lint({ files: treeOf(files), configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW, rules });
}

/** The findings in files in memory, sorted, as `path:line rule-id`. */
export function findingsIn(files: Files, rules: readonly Rule[] = RULES): readonly string[] {
  return foundIn(reportOn(files, rules));
}
