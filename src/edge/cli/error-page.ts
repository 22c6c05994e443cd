import { rangeOf } from '../../report/position.ts';
import { numbered } from '../../report/summary.ts';
import { visibleText } from '../../report/visible.ts';
import type { Explanation, FoundCause } from '../../lint/explanation.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Span } from '../../text/source.ts';

const SHOWN_LIMIT = 5;

/** What an error of Prometheus means, and where in the repository it comes from, in Markdown. */
export function errorPage(explanation: Explanation): string {
  const { error, connections, causes, isAboutConnection } = explanation;
  const isFound = causes.some(({ findings }) => findings.length > 0);
  const parts = [error.meaning];
  if (connections.length > 0) {
    parts.push(
      '## Who asks',
      listOf(
        connections.map(
          ({ client, host, at }) => `${placeOf(at)}: ${visibleText(client.label)} asks ${visibleText(host)}`,
        ),
      ),
    );
  }
  if (isFound && !isAboutConnection) {
    parts.push(
      connections.length > 0
        ? 'Nothing was found about this connection. What was found about others may be of the same kind.'
        : 'The text names no connection of this repository, so what was found here may be about another one.',
    );
  }
  const shown = new Set<Finding>();
  parts.push('## Causes', ...causes.map((cause, index) => causeText(cause, index + 1, shown)));
  if (!isFound) parts.push('Nothing in this repository shows which of them it is.');
  return `${parts.join('\n\n')}\n`;
}

/** @param shown what is said of earlier causes, and grows by what is said of this one. */
function causeText({ cause, findings }: FoundCause, number: number, shown: Set<Finding>): string {
  const rules = cause.ruleIds.length === 0 ? 'No file shows it.' : `Rules: ${cause.ruleIds.join(', ')}`;
  const found = findings.slice(0, SHOWN_LIMIT).map(finding => {
    const { at, severity, ruleId, message } = finding;
    if (shown.has(finding)) return `${placeOf(at)}: ${ruleId}, as above`;
    shown.add(finding);
    return `${placeOf(at)}: ${severity}[${ruleId}]: ${visibleText(message)}`;
  });
  const rest = findings.length - found.length;
  const lines = rest > 0 ? [...found, `and ${numbered(rest, 'more finding')}; see promsec lint`] : found;
  return [`${number}. ${cause.words}`, `   ${rules}`, ...lines.map(line => `   - ${line}`)].join('\n');
}

function listOf(lines: readonly string[]): string {
  const unique = [...new Set(lines)];
  const rest = unique.length - SHOWN_LIMIT;
  const shown = unique.slice(0, SHOWN_LIMIT);
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].map(line => `- ${line}`).join('\n');
}

function placeOf(at: Span): string {
  const { line, column } = rangeOf(at);
  return `${visibleText(at.file.path)}:${line}:${column}`;
}
