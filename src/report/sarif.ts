import type { Finding, Related, Severity } from '../findings/finding.ts';
import type { Report, Reporter, RuleMetadata } from '../findings/report.ts';
import type { Span } from '../text/source.ts';
import { cutTo } from './cut.ts';
import { groupedBy } from '../text/grouped.ts';
import { jsonText } from './json-text.ts';
import { lineHashOf } from './line-hash.ts';
import { mostSevereFirst } from './order.ts';
import { firstLineRangeOf, rangeOf } from './position.ts';
import { PROJECT_URL, TOOL_NAME, rulePageOf } from './project.ts';
import { uriOf } from './uri.ts';

/**
 * What GitHub accepts in a run, keeps of a result, and shows of a description (docs: "SARIF results exceed one or more
 * limits").
 */
export const SARIF_LIMITS = { results: 25_000, relatedLocations: 100, description: 1024 } as const;

/** GitHub reads a number in a string: from 7.0 high, from 4.0 medium, below that low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', note: '2.0' };

/** Findings of one rule on one line, of which GitHub makes one alert. */
interface Alert {
  readonly main: Finding;
  readonly related: readonly Related[];
}

/**
 * SARIF 2.1.0 as GitHub's code scanning reads it. Ignored findings are left out, as GitHub opens alerts for suppressed
 * results too; regions end with their first line, as an alert shows on a pull request only when all its lines were
 * changed.
 * @param version of promsec, a semantic one.
 */
export function sarifReporter(version: string): Reporter {
  return report => {
    const alerts = alertsOf(report.findings);
    const kept = new Set(mostSevereFirst(alerts.map(alert => alert.main)).slice(0, SARIF_LIMITS.results));
    const omitted = alerts.length - kept.size;
    return jsonText({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: TOOL_NAME,
              semanticVersion: version,
              informationUri: PROJECT_URL,
              rules: report.rules.map(ruleObject),
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: true }],
          results: resultObjects(
            report,
            alerts.filter(alert => kept.has(alert.main)),
          ),
          ...(omitted > 0 ? { properties: { omittedResults: omitted } } : {}),
        },
      ],
    });
  };
}

function alertsOf(findings: readonly Finding[]): readonly Alert[] {
  const groups = groupedBy(findings, ({ ruleId, at }) => `${ruleId}\0${rangeOf(at).line}\0${at.file.path}`);
  return [...groups.values()].flatMap(group => {
    const [main, ...others] = mostSevereFirst(group);
    return main === undefined ? [] : [{ main, related: [...main.related, ...others.flatMap(relatedOf)] }];
  });
}

function relatedOf(finding: Finding): readonly Related[] {
  return [{ at: finding.at, message: finding.message }, ...finding.related];
}

function ruleObject(rule: RuleMetadata): object {
  const [firstParagraph = ''] = rule.explanation.split('\n\n');
  const page = rulePageOf(rule.id);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(.)/g, (_, initial: string) => initial.toUpperCase()),
    shortDescription: { text: cutTo(SARIF_LIMITS.description, rule.summary) },
    fullDescription: { text: cutTo(SARIF_LIMITS.description, firstParagraph || rule.summary) },
    help: {
      text: `${rule.summary}\n\n${rule.explanation}\n\n${page}`,
      markdown: `**${rule.summary}**\n\n${rule.explanation}\n\n[${rule.id}](${page})`,
    },
    helpUri: page,
    defaultConfiguration: { level: rule.severity },
    properties: {
      tags: ['security', 'prometheus'],
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[rule.severity],
    },
  };
}

function resultObjects(report: Report, alerts: readonly Alert[]): readonly object[] {
  const ruleIndexes = new Map(report.rules.map((rule, index) => [rule.id, index]));
  return alerts.map(({ main, related }) => {
    const ruleIndex = ruleIndexes.get(main.ruleId);
    if (ruleIndex === undefined) throw new Error(`the report has a finding of ${main.ruleId} but not the rule`);
    const places = related.slice(0, SARIF_LIMITS.relatedLocations);
    return {
      ruleId: main.ruleId,
      ruleIndex,
      level: main.severity,
      message: { text: [messageText(main.message), ...places.map(relatedLink)].join('\n') },
      locations: [{ physicalLocation: physicalLocation(main.at) }],
      ...(places.length > 0 ? { relatedLocations: places.map(relatedLocation) } : {}),
      partialFingerprints: {
        primaryLocationLineHash: lineHashOf(main.at),
        'promsec/v1': main.fingerprint,
      },
    };
  });
}

/** `[text](target)` is a link in a message (SARIF 2.1.0, 3.11.6), and no name in a configuration may make one. */
function messageText(message: string): string {
  return message.replaceAll('](', '] (');
}

/** GitHub shows a related location only where the message links to its id. */
function relatedLink(related: Related, index: number): string {
  return `[${related.message.replace(/[\\[\]]/g, String.raw`\$&`)}](${index + 1})`;
}

function relatedLocation(related: Related, index: number): object {
  return {
    id: index + 1,
    message: { text: messageText(related.message) },
    physicalLocation: physicalLocation(related.at),
  };
}

function physicalLocation(span: Span): object {
  const { line, column, endLine, endColumn } = firstLineRangeOf(span);
  return {
    artifactLocation: { uri: uriOf(span.file.path) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
