import { resolve } from 'node:path';
import { digestOf } from '../findings/fingerprint.ts';
import type { BaselineEntry, Report } from '../findings/report.ts';
import { pruned, withoutBaseline } from '../policy/baseline.ts';
import { baselineText, readBaseline } from '../policy/baseline-file.ts';
import { RULES } from '../rules/index.ts';
import { BASELINE_PLACE } from './configuration.ts';
import { settingsIn, wrongSettings } from './settings-file.ts';
import type { DiskTree } from './tree.ts';

/** Where a baseline is: a file that was named, from the current folder, else the one at the top of the tree. */
export interface BaselinePlace {
  readonly named?: string | undefined;
  readonly folder: string;
  readonly root: string;
}

/** The path of a baseline on disk. */
export function baselinePath({ named, folder, root }: BaselinePlace): string {
  return named === undefined ? resolve(root, BASELINE_PLACE) : resolve(folder, named);
}

/**
 * A report in which what the baseline has is `existing`. Stale is what could have been found and was not: files that were
 * not looked at, and rules that did not run, say nothing.
 *
 * @throws UsageError where the baseline is not there, or is none.
 */
export function reportWithBaseline(report: Report, place: BaselinePlace, tree: DiskTree): Report {
  const entries = entriesIn(place);
  const ran = new Set(report.rules.map(({ id }) => id));
  const sleeping = new Set(RULES.map(({ id }) => id).filter(id => !ran.has(id)));
  const { findings, stale } = withoutBaseline(report.findings, entries);
  return {
    ...report,
    findings,
    baseline: {
      file: place.named ?? BASELINE_PLACE,
      fingerprint: digestOf(baselineText(entries)),
      stale: stale.filter(({ file, rule }) => tree.covers(file) && !sleeping.has(rule)),
    },
  };
}

/** The text of a baseline without what is stale in it. @throws UsageError where it cannot be read. */
export function prunedText(place: BaselinePlace, stale: readonly BaselineEntry[]): string {
  return baselineText(pruned(entriesIn(place), stale));
}

function entriesIn(place: BaselinePlace): readonly BaselineEntry[] {
  const shown = place.named ?? BASELINE_PLACE;
  const path = baselinePath(place);
  const reading = readBaseline(settingsIn({ what: 'the baseline', path, shown, root: place.root }));
  if ('entries' in reading) return reading.entries;
  throw wrongSettings([reading.mistake]);
}
