import { rangeOf } from '../../report/position.ts';
import { numbered } from '../../report/summary.ts';
import { visibleText } from '../../report/visible.ts';
import type { Explanation, FoundCause } from '../../lint/explanation.ts';
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
    parts.push('The text names no connection of this repository, so what was found here may be about another one.');
  }
  parts.push('## Causes', ...causes.map((cause, index) => causeText(cause, index + 1)));
  if (!isFound) parts.push('Nothing in this repository shows which of them it is.');
  return `${parts.join('\n\n')}\n`;
}

function causeText({ cause, findings }: FoundCause, number: number): string {
  const rules = cause.ruleIds.length === 0 ? 'No file shows it.' : `Rules: ${cause.ruleIds.join(', ')}`;
  const found = findings.slice(0, SHOWN_LIMIT).map(({ at, severity, ruleId, message }) => {
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
