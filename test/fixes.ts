import type { Finding, Fix } from '../src/findings/finding.ts';
import type { Report } from '../src/findings/report.ts';
import { groupedBy } from '../src/text/grouped.ts';
import { placeAfter, textAfter } from '../src/text/text-edit.ts';
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
  const isStill = isAmong([finding], fix);
  const others = report.findings.filter(other => other !== finding);
  const isOld = isAmong(others, fix);
  const added = after.findings.filter(other => !isOld(other));
  const unread = after.unread.filter(({ path }) => !report.unread.some(other => other.path === path));
  return [
    ...(fix.edits.length === 0 ? ['it changes nothing'] : []),
    ...fix.edits.filter(({ at }) => !at.exact).map(({ at }) => `its place in ${at.file.path} is not exact`),
    ...unread.map(({ path, reason }) => `${path} can no longer be read: ${reason}`),
    ...(added.some(isStill) ? ['the finding is still there'] : []),
    ...(fix.isSafe ? added.map(other => `it is said to be safe, and brings ${nameOf(other)}`) : []),
    ...(/^[a-z][^\n]*[^\s.]$/.test(fix.title) ? [] : ['its title is no order in lower case']),
  ];
}

/** Whether a finding after a fix is one of some before it, by what it is called or by its characters; each is once. */
function isAmong(findings: readonly Finding[], { edits }: Fix): (finding: Finding) => boolean {
  const left = findings.map(finding => {
    const { at, ruleId } = finding;
    const place = placeAfter(
      at,
      edits.filter(edit => edit.at.file.path === at.file.path),
    );
    return { name: nameOf(finding), place: place && `${ruleId} ${at.file.path}:${place.start}-${place.end}` };
  });
  return finding => {
    const { at, ruleId } = finding;
    const place = `${ruleId} ${at.file.path}:${at.start}-${at.end}`;
    const same = left.findIndex(other => other.place === place || other.name === nameOf(finding));
    if (same >= 0) left.splice(same, 1);
    return same >= 0;
  };
}

function nameOf({ ruleId, at, fingerprint, subject }: Finding): string {
  return `${ruleId} of ${subject.path} in ${at.file.path} (${fingerprint})`;
}
