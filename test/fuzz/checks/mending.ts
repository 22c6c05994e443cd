import type { Report } from '../../../src/findings/report.ts';
import type { LintInput } from '../../../src/lint/lint.ts';
import { mended } from '../../../src/lint/mended.ts';
import { patchOf } from '../../../src/report/patch.ts';
import type { Texts } from '../texts.ts';
import { reportersOn } from './outputs.ts';
import { secretFaults } from './secrets.ts';

// Each that is refused costs a run of its own.
const MOST_FIXES = 20;

/** What is wrong with what fixes leave, each in a sentence. @param texts the files that are text. */
export function mendingFaults(input: LintInput, report: Report, texts: Texts, number: number): readonly string[] {
  const mendable = report.findings.filter(({ fix }) => fix !== undefined).length;
  if (mendable === 0 || mendable > MOST_FIXES) return [];
  const { files, made, before, report: after } = mended(input, number % 4 === 1 ? 'safe' : 'all');
  const textsAfter = { ...texts, ...Object.fromEntries(files.map(({ path, after: text }) => [path, text])) };
  return [
    ...after.findings.filter(({ ruleId }) => ruleId === 'internal-error').map(({ message }) => message),
    ...(made.length > 0 && after.findings.length >= report.findings.length ? ['nothing is mended'] : []),
    ...(after.unread.length > report.unread.length ? ['a file can no longer be read'] : []),
    ...files.filter(file => file.before === file.after).map(({ path }) => `${path} is as it was`),
    ...secretFaults(before, texts, { 'the difference': patchOf(files, before, after) }),
    ...secretFaults(after, textsAfter, reportersOn(after, false, ['json', 'text'])),
  ];
}
