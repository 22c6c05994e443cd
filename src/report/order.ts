import type { Finding } from '../findings/finding.ts';
import { SEVERITIES } from '../findings/finding.ts';

/** The findings, worst severity first, new ones before existing ones; else in the order of the report. */
export function mostSevereFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      Number(a.state === 'existing') - Number(b.state === 'existing'),
  );
}
