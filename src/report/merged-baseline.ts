import { digestOf } from '../findings/fingerprint.ts';
import type { AppliedBaseline } from '../findings/report.ts';
import type { ReportJson } from './json-shape.ts';

/** The baseline that several reports were judged with. Shards have one; of several repositories each may have its own. */
export function mergedBaseline(reports: readonly ReportJson[]): AppliedBaseline | undefined {
  const all = reports.flatMap(({ baseline }) => baseline ?? []);
  const [first] = all;
  if (first === undefined) return undefined;
  const prints = [...new Set(all.map(({ fingerprint }) => fingerprint))];
  const isOne = all.every(({ file }) => file === first.file) && all.length === reports.length;
  return {
    file: isOne ? first.file : 'the baselines of the repositories',
    fingerprint: prints.length === 1 ? first.fingerprint : digestOf(prints.join(' ')),
    stale: all.flatMap(({ stale }) => stale),
  };
}
