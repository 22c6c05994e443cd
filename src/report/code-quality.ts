import type { Finding, Severity } from '../findings/finding.ts';
import { digestOf } from '../findings/fingerprint.ts';
import type { Reporter } from '../findings/report.ts';
import { groupedBy } from '../text/grouped.ts';
import { jsonText } from './json-text.ts';
import { messageLines } from './message-lines.ts';
import { linesOf } from './position.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', note: 'info' };

/**
 * A Code Quality report of GitLab (docs: "Code Quality report format"), which has what Code Climate's form asks for
 * besides (its SPEC.md: `type` and `categories`). What is not new is there too, since GitLab compares the reports of two
 * branches by itself; what is ignored is not.
 */
export function codeQualityReporter(): Reporter {
  return ({ findings }) => {
    // GitLab keeps one of those with the same fingerprint, and ours are the same in all files.
    const alike = groupedBy(findings, ({ at, fingerprint }) => `${fingerprint}\0${at.file.path}`);
    const fingerprints = new Map(
      [...alike].flatMap(([key, group]) =>
        group.map((finding, place) => [finding, digestOf(`${key}\0${place}`)] as const),
      ),
    );
    return jsonText(findings.map(finding => degradation(finding, fingerprints.get(finding) ?? '')));
  };
}

function degradation(finding: Finding, fingerprint: string): object {
  const { first, last } = linesOf(finding.at);
  return {
    type: 'issue',
    categories: ['Security'],
    description: messageLines(finding),
    check_name: finding.ruleId,
    fingerprint,
    severity: SEVERITIES[finding.severity],
    location: { path: finding.at.file.path, lines: { begin: first, end: last } },
  };
}
