import type { Finding } from '../src/findings/finding.ts';
import type { Report } from '../src/findings/report.ts';
import { groupedBy } from '../src/text/grouped.ts';
import { textAfter } from '../src/text/text-edit.ts';
import type { Files } from './tree.ts';

/** The files with the fix of a finding made in them. */
export function fixed(files: Files, { fix }: Finding): Files {
  const byPath = groupedBy(fix?.edits ?? [], ({ at }) => at.file.path);
  const changed = [...byPath].map(([path, edits]) => {
    const { text = '' } = edits[0]?.at.file ?? {};
    return [path, textAfter(text, edits)] as const;
  });
  return { ...files, ...Object.fromEntries(changed) };
}

/**
 * What is wrong with the fix of a finding, each in a sentence.
 *
 * @param report on the files. @param reportOn lints files in the same way.
 */
export function faultsOfFix(
  finding: Finding,
  files: Files,
  report: Report,
  reportOn: (files: Files) => Report,
): readonly string[] {
  const { fix } = finding;
  if (fix === undefined) return [];
  const after = reportOn(fixed(files, finding));
  const old = new Set(report.findings.map(nameOf));
  const added = after.findings.map(nameOf).filter(name => !old.has(name));
  const unread = after.unread.filter(({ path }) => !report.unread.some(other => other.path === path));
  return [
    ...(fix.edits.length === 0 ? ['it changes nothing'] : []),
    ...fix.edits.filter(({ at }) => !at.exact).map(({ at }) => `its place in ${at.file.path} is not exact`),
    ...unread.map(({ path, reason }) => `${path} can no longer be read: ${reason}`),
    ...(after.findings.map(nameOf).includes(nameOf(finding)) ? ['the finding is still there'] : []),
    ...(fix.isSafe ? added.map(name => `it is said to be safe, and brings ${name}`) : []),
    ...(/^[a-z][^\n]*[^\s.]$/.test(fix.title) ? [] : ['its title is no order in lower case']),
  ];
}

function nameOf({ ruleId, at, fingerprint, subject }: Finding): string {
  return `${ruleId} of ${subject.path} in ${at.file.path} (${fingerprint})`;
}
