import { createRequire } from 'node:module';
import type { Finding } from '../../src/findings/finding.ts';
import { linesOf, rangeOf } from '../../src/report/position.ts';
import { rulePageOf } from '../../src/report/project.ts';

/** A finding as ESLint gives it to its formatters (its docs: "LintMessage type"). */
interface LintMessage {
  readonly ruleId: string;
  readonly severity: 0 | 1 | 2;
  readonly message: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix?: { readonly range: readonly [start: number, end: number]; readonly text: string };
}

type EslintFormatter = (
  results: readonly { readonly filePath: string; readonly source: string; readonly messages: readonly LintMessage[] }[],
  context: { readonly rulesMeta: Readonly<Record<string, { readonly docs: { readonly url: string } }>> },
) => string;
// It has no types of its own; what it takes is what ESLint's documentation says of formatters.
const formattedByAuthor = createRequire(import.meta.url)('eslint-formatter-rdjson') as EslintFormatter;

/** What the formatter of reviewdog's author makes of findings, whose messages are those of our diagnostics. */
export function diagnosticsOfAuthor(
  findings: readonly Finding[],
  ours: readonly { readonly message: string }[],
): string {
  const results = findings.map(({ at, severity, ruleId, fix }, index) => {
    const { line, column } = rangeOf(at);
    const [edit] = fix?.edits ?? [];
    const message: LintMessage = {
      ruleId,
      severity: ({ error: 2, warning: 1, note: 0 } as const)[severity],
      message: ours[index]?.message,
      line,
      column,
      endLine: linesOf(at).last,
      endColumn: 1,
      ...(edit === undefined ? {} : { fix: { range: [edit.at.start, edit.at.end], text: edit.text } }),
    };
    return { filePath: at.file.path, source: at.file.text, messages: [message] };
  });
  const rules = findings.map(({ ruleId }) => [ruleId, { docs: { url: rulePageOf(ruleId) } }]);
  return formattedByAuthor(results, { rulesMeta: Object.fromEntries(rules) });
}
