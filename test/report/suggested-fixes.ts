import type { Report } from '../../src/findings/report.ts';
import { rdjsonReporter } from '../../src/report/rdjson.ts';
import { textAfter } from '../../src/text/text-edit.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Suggestion {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** What is suggested to reviewdog for a report, each as `does` or `does not` what the fix of its finding does. */
export function suggestedFixes(report: Report): readonly ('does' | 'does not')[] {
  // Our own format, which `other-homes.test.ts` compares with its schema.
  const { diagnostics } = JSON.parse(rdjsonReporter()(report)) as {
    readonly diagnostics: readonly { readonly suggestions?: readonly Suggestion[] }[];
  };
  return report.findings.flatMap(({ at: { file }, fix }, index) =>
    (diagnostics[index]?.suggestions ?? []).map(suggestion =>
      applied(file.text, suggestion) === textAfter(file.text, fix?.edits ?? []) ? 'does' : 'does not',
    ),
  );
}

/** A text as reviewdog would leave it: it puts other text between bytes of lines (`service/github/github.go`). */
function applied(text: string, { range, text: replacement }: Suggestion): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: Position): number =>
    Buffer.byteLength(lines.slice(0, line - 1).join('\n')) + (line === 1 ? 0 : 1) + column - 1;
  const bytes = Buffer.from(text);
  const [before, behind] = [bytes.subarray(0, offset(range.start)), bytes.subarray(offset(range.end))];
  return `${before.toString()}${replacement}${behind.toString()}`;
}
