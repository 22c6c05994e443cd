import type { Report } from '../../../src/findings/report.ts';
import { textOf } from '../../../src/parse/encoding.ts';
import { rangeOf, type Range } from '../../../src/report/position.ts';
import type { Span } from '../../../src/text/source.ts';
import type { Files } from '../../tree.ts';

/** What is wrong with the places of a report, each in a sentence. */
export function placeFaults(report: Report, files: Files): readonly string[] {
  const all = new TextFiles(files);
  const pointed = report.findings.flatMap(({ at, related, fix, ruleId }) => [
    // What cannot be read may be a break.
    ...[at, ...related.map(other => other.at)].map(span => ({
      span,
      what: ruleId,
      isPointedAt: ruleId !== 'unreadable-file',
    })),
    ...(fix?.edits ?? []).map(edit => ({ span: edit.at, what: `the fix of ${ruleId}`, isPointedAt: false })),
  ]);
  const others = [
    ...report.secrets.map(span => ({ span, what: 'a secret' })),
    ...report.ignored.map(({ at }) => ({ span: at, what: 'an ignore comment' })),
    ...report.certificates.flatMap(({ at, usedBy }) =>
      [at, ...usedBy.map(use => use.at)].map(span => ({ span, what: 'a certificate' })),
    ),
  ].map(other => ({ ...other, isPointedAt: false }));
  return [...pointed, ...others].flatMap(({ span, what, isPointedAt }) => {
    const fault = all.faultOf(span, isPointedAt);
    return fault === undefined ? [] : [`${what}: ${fault}`];
  });
}

/** The texts of files, with their lines as an editor counts them. */
class TextFiles {
  readonly #files: Files;
  readonly #lines = new Map<string, readonly string[]>();

  constructor(files: Files) {
    this.#files = files;
  }

  faultOf(span: Span, isPointedAt: boolean): string | undefined {
    const { file, start, end, exact } = span;
    if (!(start >= 0 && start <= end && end <= file.text.length)) return 'a place is not within its file';
    if (isInPair(file.text, start) || isInPair(file.text, end)) return 'a place ends within a character';
    const lines = this.#linesOf(file.path);
    if (lines === undefined) return file.text === '' ? undefined : 'a place is in a file that is no text';
    // A file of which nothing may be shown, since a reader broke, has no text.
    if (file.text !== lines.join('\n')) return 'the text of a file is not the text of the file';
    const shown = file.text.slice(start, end);
    if (textIn(lines, rangeOf(span)) !== shown) return 'line and column do not lead to the place';
    if (isPointedAt && exact && start < end && /^(?:[ \t\n]|\r\n)*$/.test(shown)) return 'it points at white space';
    return undefined;
  }

  #linesOf(path: string): readonly string[] | undefined {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const content = this.#files[path];
    if (content === undefined) return undefined;
    const decoding = textOf(typeof content === 'string' ? Buffer.from(content) : content);
    if ('reason' in decoding) return undefined;
    const lines = decoding.text.split('\n');
    this.#lines.set(path, lines);
    return lines;
  }
}

function isInPair(text: string, offset: number): boolean {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
}

/** The characters from one line and column to another, found by going through the lines. */
function textIn(lines: readonly string[], { line, column, endLine, endColumn }: Range): string {
  const [first = '', last = ''] = [lines[line - 1], lines[endLine - 1]];
  if (line === endLine) return first.slice(column - 1, endColumn - 1);
  return [first.slice(column - 1), ...lines.slice(line, endLine - 1), last.slice(0, endColumn - 1)].join('\n');
}
