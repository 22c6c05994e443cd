import { INTERNAL_ERROR } from '../../../src/findings/engine-rules.ts';
import type { Report } from '../../../src/findings/report.ts';
import { baselineOf, pruned, withoutBaseline } from '../../../src/policy/baseline.ts';
import { baselineText, readBaseline } from '../../../src/policy/baseline-file.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { SECRET } from '../dialect-fixtures.ts';

/** What of a report does not come out of a baseline as it went into it, each in a sentence. */
export function baselineFaults({ findings }: Report): readonly string[] {
  const text = baselineText(baselineOf(findings));
  if (text.includes(SECRET)) return ['a baseline shows a secret'];
  const reading = readBaseline(new SourceFile('.promsec-baseline.json', text));
  if ('mistake' in reading) return [`a baseline cannot be read: ${reading.mistake.message}`];
  const subtraction = withoutBaseline(findings, reading.entries);
  const left = subtraction.findings.filter(({ state, ruleId }) => state === 'new' && ruleId !== INTERNAL_ERROR.id);
  return [
    ...left.map(({ ruleId }) => `${ruleId} is new although the baseline has it`),
    ...subtraction.stale.map(({ rule }) => `${rule} is stale although it is found`),
    ...(baselineText(pruned(reading.entries, [])) === text ? [] : ['what is pruned of nothing is another baseline']),
  ];
}
