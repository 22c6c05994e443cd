import { compareSync } from 'bcryptjs';
import { parseAllDocuments } from 'yaml';
import { exampleConfiguration } from '../../src/edge/cli/rule-page.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint } from '../../src/lint/lint.ts';
import { mended, type FixChoice, type Mendable, type Mended } from '../../src/lint/mended.ts';
import { textOf } from '../../src/parse/encoding.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { groupedBy } from '../../src/text/grouped.ts';
import { textAfter, type TextEdit } from '../../src/text/text-edit.ts';
import type { Texts } from '../marks.ts';
import { treeOf, type Files } from '../tree.ts';

/** How files are mended, and how they are linted, with the same settings. */
interface Mending {
  mended(files: Files): Mended;
  reportOn(files: Files): Report;
}

/** How files are mended that may bring a configuration of promsec along. */
export function mendingOf(files: Texts, choice: FixChoice): Mending {
  const configuration = { ...exampleConfiguration(files), pedantic: true };
  const settings = { configuration, now: EXAMPLE_NOW, matchesHash: compareSync };
  return {
    mended: tree => mended({ files: treeOf(tree), ...settings }, choice),
    reportOn: tree => lint({ files: treeOf(tree), ...settings }),
  };
}

/** What is wrong with what fixes make of files, each in a sentence: whatever the files are, it should be nothing. */
export function faultsOfMending(files: Files, way: Mending): readonly string[] {
  const mending = way.mended(files);
  const after = { ...files, ...Object.fromEntries(mending.files.map(({ path, after: text }) => [path, text])) };
  const report = way.reportOn(after);
  const again = way.mended(after);
  return [
    ...mending.files.flatMap(({ path, before, after: text }) => [
      ...(before === decoded(files[path]) ? [] : [`${path} is said to have been other than it was`]),
      ...(before === text ? [`${path} is said to be other than before, and is not`] : []),
      ...(textAfterAll(path, before, mending.made) === text ? [] : [`more than the edits say was changed in ${path}`]),
      ...(lineEndsOf(before) === lineEndsOf(text) ? [] : [`the line ends of ${path} are others`]),
      ...(isYaml(path, before) && !isYaml(path, text) ? [`${path} is no YAML any more`] : []),
    ]),
    ...report.unread.filter(({ path }) => !isUnread(path, mending.before)).map(({ path }) => `${path} is not read now`),
    ...(essenceOf(report) === essenceOf(mending.report) ? [] : ['who lints the files finds other than is said']),
    ...ruleCountsBeyond(mending.before, report).map(rule => `there is more of ${rule} than there was`),
    ...mending.made
      .filter(({ ruleId }) => countOf(ruleId, report) >= countOf(ruleId, mending.before))
      .map(({ ruleId }) => `there is not less of ${ruleId}, which was mended`),
    ...again.files.map(({ path }) => `mended again, ${path} becomes another`),
  ];
}

function decoded(content: string | Uint8Array | undefined): string | undefined {
  if (content === undefined || typeof content === 'string') return content;
  const decoding = textOf(content);
  return 'text' in decoding ? decoding.text : undefined;
}

/** The edits of all rounds, each made in the text that it speaks of. */
function textAfterAll(path: string, before: string, made: readonly Mendable[]): string {
  const edits = made.flatMap(({ fix }) => fix.edits).filter(({ at }) => at.file.path === path);
  let text = before;
  for (const ofRound of groupedBy(edits, ({ at }) => at.file.text).values()) {
    if (ofRound[0]?.at.file.text !== text) return 'edits of a text that there never was';
    text = textAfter(text, withoutRepetition(ofRound));
  }
  return text;
}

function withoutRepetition(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...new Map(edits.map(edit => [`${edit.at.start}-${edit.at.end} ${edit.text}`, edit])).values()];
}

/** Which line ends there are: a text of one line may get more in any. */
function lineEndsOf(text: string): string {
  const ends = new Set(text.match(/\r?\n/g) ?? ['\n']);
  return [...ends].sort().join();
}

/** True for a text that is YAML to another parser than ours; a template is not. */
function isYaml(path: string, text: string): boolean {
  return (
    /\.ya?ml$/.test(path) &&
    [parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })]
      .flat()
      .every(document => 'errors' in document && document.errors.length === 0)
  );
}

function isUnread(path: string, { unread }: Report): boolean {
  return unread.some(other => other.path === path);
}

function essenceOf({ findings }: Report): string {
  return findings
    .map(({ ruleId, at, message }: Finding) => `${ruleId} ${at.file.path}:${at.start} ${message}`)
    .join('\n');
}

function countOf(ruleId: string, { findings }: Report): number {
  return findings.filter(finding => finding.ruleId === ruleId).length;
}

function ruleCountsBeyond(before: Report, after: Report): readonly string[] {
  return [...new Set(after.findings.map(({ ruleId }) => ruleId))].filter(
    ruleId => countOf(ruleId, after) > countOf(ruleId, before),
  );
}
