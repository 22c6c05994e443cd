import type { Report } from '../src/findings/report.ts';
import { lint } from '../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../src/rules/rule.ts';
import { foundIn } from './marks.ts';
import { treeOf, type Files } from './tree.ts';

/** What all rules say of files in memory, with nothing configured. */
export function reportOn(files: Files): Report {
  return lint({ files: treeOf(files), configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW });
}

/** The findings in files in memory, sorted, as `path:line rule-id`. */
export function findingsIn(files: Files): readonly string[] {
  return foundIn(reportOn(files));
}
