import type { Report } from '../../../src/findings/report.ts';
import type { LintInput } from '../../../src/lint/lint.ts';
import { mended } from '../../../src/lint/mended.ts';
import { reportersOn } from './outputs.ts';
import { SECRET } from '../dialect-fixtures.ts';

/** What is wrong with what fixes leave, each in a sentence. */
export function mendingFaults(input: LintInput, report: Report, number: number): readonly string[] {
  if (report.findings.every(({ fix }) => fix === undefined)) return [];
  const { files, made, report: after } = mended(input, number % 2 === 0 ? 'safe' : 'all');
  reportersOn(after);
  return [
    ...after.findings.filter(({ ruleId }) => ruleId === 'internal-error').map(({ message }) => message),
    ...(made.length > 0 && after.findings.length >= report.findings.length ? ['nothing is mended'] : []),
    ...(after.unread.length > report.unread.length ? ['a file can no longer be read'] : []),
    ...files.filter(({ before, after: text }) => before === text).map(({ path }) => `${path} is as it was`),
    ...report.findings.flatMap(({ fix }) => (fix?.title.includes(SECRET) === true ? ['a title shows a secret'] : [])),
  ];
}
