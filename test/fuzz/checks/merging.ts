import type { Report, RuleMetadata } from '../../../src/findings/report.ts';
import { mergedReport, shardsOf } from '../../report/merged.ts';
import { reportersOn } from './outputs.ts';

/** What differs between what is printed of a report, and of the same report read again from its JSON, whole or in parts. */
export function mergeFaults(report: Report, rules: readonly RuleMetadata[]): readonly string[] {
  const whole = reportersOn(report);
  return [[report], shardsOf(report, 2)].flatMap(reports => {
    const again = reportersOn(mergedReport(reports, rules));
    const differing = Object.keys(whole).filter(format => whole[format] !== again[format]);
    return differing.map(format => `of ${reports.length} in JSON, ${format} is not what it is of the report itself`);
  });
}
