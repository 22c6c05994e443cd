import type { Finding, Ignored } from '../findings/finding.ts';
import type { PlaceWriter } from './markdown-place.ts';
import { markdownMessage, markdownText, rowsWithin } from './markdown-text.ts';
import { mostSevereFirst } from './order.ts';
import { rulePageOf } from './project.ts';

const HEAD = '| Severity | Rule | Place | Finding |\n| --- | --- | --- | --- |\n';

/** A table of findings, worst first, that takes at most `budget` bytes of UTF-8. Begins with an empty line. */
export function findingsTable(findings: readonly Finding[], place: PlaceWriter, budget: number): string {
  const rows = mostSevereFirst(findings).map(finding => findingRow(finding, place));
  return `\n${HEAD}${rowsWithin(budget - HEAD.length - 1, rows, count => `\n… ${count} more\n`)}`;
}

function findingRow(finding: Finding, place: PlaceWriter): string {
  const messages = [
    markdownMessage(finding.message),
    ...finding.related.map(({ at, message }) => `${place(at)}: ${markdownMessage(message)}`),
  ];
  return `| ${finding.severity} | ${ruleLink(finding)} | ${place(finding.at)} | ${messages.join('<br>')} |\n`;
}

/** A list item for a finding that a comment took out, with the reason that the comment gives. */
export function ignoredRow({ finding, reason }: Ignored, place: PlaceWriter): string {
  return `- ${ruleLink(finding)} at ${place(finding.at)}: ${markdownText(reason)}\n`;
}

function ruleLink({ ruleId }: Finding): string {
  return `[${markdownText(ruleId)}](${rulePageOf(ruleId)})`;
}
