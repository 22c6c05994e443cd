import { IGNORE_WITHOUT_REASON, UNUSED_IGNORE, type EngineRule } from '../findings/engine-rules.ts';
import type { Finding, Ignored, Problem, Related, Severity } from '../findings/finding.ts';
import { fingerprintOf } from '../findings/fingerprint.ts';
import { inReportOrder } from '../findings/order.ts';
import { printable } from '../text/printable.ts';
import { lineAround, type IgnoreComment } from './ignore-comment.ts';
import { nearAdvice } from '../text/near-name.ts';
import type { Selection } from './selection.ts';

/** A problem with the rule it comes from. */
export interface RuleProblem {
  readonly rule: EngineRule;
  readonly problem: Problem;
}

/** What counts and what does not. */
interface Judgement {
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
}

/** What the policy is made of. */
interface Law {
  readonly selection: Selection;
  readonly comments: readonly IgnoreComment[];
  /** The rules that ran, and all that there are: a comment for one that did not run is left alone. */
  readonly ranIds: ReadonlySet<string>;
  readonly allIds: readonly string[];
  readonly now: Date;
}

/**
 * Turns problems into findings: severities, one per place and rule, ignore comments; sorted by file, place and rule.
 */
export function judge(problems: readonly RuleProblem[], law: Law): Judgement {
  const found = oneEachPlace(problems.flatMap(entry => findingOf(entry, law.selection) ?? []));
  const findings: Finding[] = [];
  const ignored: Ignored[] = [];
  const used = new Set<IgnoreComment>();
  const comments = commentsByLine(law.comments);
  for (const finding of found) {
    const matching = commentsFor(finding, comments);
    const counting = matching.find(comment => comment.reason !== '' && !isOver(comment, law.now));
    for (const comment of matching) used.add(comment);
    if (counting === undefined) findings.push(withEndedIgnores(finding, matching, law.now));
    else ignored.push({ finding, reason: counting.reason, at: counting.at });
  }
  const ownProblems = law.comments.flatMap(comment => problemsOf(comment, used.has(comment), law));
  const ownFindings = ownProblems.flatMap(entry => findingOf(entry, law.selection) ?? []);
  return { findings: [...findings, ...ownFindings].sort(inReportOrder), ignored };
}

function findingOf({ rule, problem }: RuleProblem, selection: Selection): Finding | undefined {
  const level = selection.levelOf(rule.id, problem.at.file.path);
  const usual: Severity = (problem.isMilder === true ? rule.milderSeverity : undefined) ?? rule.severity;
  if (level === 'off') return undefined;
  return {
    ...problem,
    ruleId: rule.id,
    severity: level ?? usual,
    related: problem.related ?? [],
    state: 'new',
    fingerprint: fingerprintOf(rule.id, problem.subject),
  };
}

/**
 * An anchored block is the block of several clients: one finding for it is enough, the worst. What stands in a file that
 * is no text has an empty place, which is that of all else in it.
 */
function oneEachPlace(findings: readonly Finding[]): readonly Finding[] {
  // By path: what a template puts in was read from another copy of the file.
  const kept = new Map<string, Finding>();
  for (const finding of findings.toSorted(inReportOrder)) {
    const { at, ruleId, fingerprint } = finding;
    const isEmpty = at.start === at.end;
    const place = `${ruleId} ${at.start} ${isEmpty ? fingerprint : at.end} ${at.file.path}`;
    const first = kept.get(place);
    if (first === undefined) kept.set(place, finding);
    else if (at.via !== undefined && first.related.length === 0)
      kept.set(place, { ...first, related: finding.related });
  }
  return [...kept.values()];
}

/** Comments by the line that they speak of, which is named by the offset of its start. */
type CommentsByLine = ReadonlyMap<string, ReadonlyMap<number, readonly IgnoreComment[]>>;

function commentsByLine(comments: readonly IgnoreComment[]): CommentsByLine {
  const byFile = new Map<string, Map<number, IgnoreComment[]>>();
  for (const comment of comments) {
    const byLine = byFile.get(comment.at.file.path) ?? new Map<number, IgnoreComment[]>();
    byFile.set(comment.at.file.path, byLine);
    const sameLine = byLine.get(comment.line.start) ?? [];
    byLine.set(comment.line.start, sameLine);
    sameLine.push(comment);
  }
  return byFile;
}

/** Those where it stands, and where a template puts it in. */
function commentsFor({ at, ruleId }: Finding, comments: CommentsByLine): readonly IgnoreComment[] {
  const onLines = [at, ...(at.via === undefined ? [] : [at.via])].flatMap(({ file, start }) => {
    return comments.get(file.path)?.get(lineAround(file.text, start).start) ?? [];
  });
  return onLines.filter(({ ruleIds }) => ruleIds.some(({ value }) => value === ruleId));
}

function isOver({ end }: IgnoreComment, now: Date): boolean {
  // A day that does not exist is compared as no number, and so is never to come.
  return end !== undefined && !(end > now);
}

function withEndedIgnores(finding: Finding, comments: readonly IgnoreComment[], now: Date): Finding {
  const ended = comments.filter(comment => isOver(comment, now)).map(endedIgnore);
  return ended.length === 0 ? finding : { ...finding, related: [...finding.related, ...ended] };
}

function endedIgnore({ at, end }: IgnoreComment): Related {
  const isDay = !Number.isNaN(end?.getTime());
  return {
    at,
    message: isDay
      ? 'the date of this ignore comment is past, so it no longer counts'
      : 'the date of this ignore comment is none, so it does not count; write it as 2027-01-31',
  };
}

function problemsOf(comment: IgnoreComment, isUsed: boolean, law: Law): readonly RuleProblem[] {
  const ids = comment.ruleIds.map(({ value }) => value);
  const subject = { path: ids.join(', '), kind: 'ignore comment' };
  if (comment.reason === '' || ids.length === 0) {
    const lack = ids.length === 0 ? 'names no rule' : 'gives no reason';
    const message = `this ignore comment ${lack} and does not count; write the rule and then why it is ignored`;
    return [{ rule: IGNORE_WITHOUT_REASON, problem: { at: comment.at, subject, message } }];
  }
  const unknown = comment.ruleIds.filter(({ value }) => !law.allIds.includes(value));
  if (unknown.length > 0) {
    return unknown.map(({ value, span }) => {
      const advice = nearAdvice(value, law.allIds, 'see promsec rules for the list');
      const message = `there is no rule ${printable(value)}; ${advice}`;
      return { rule: UNUSED_IGNORE, problem: { at: span, subject: { ...subject, path: printable(value) }, message } };
    });
  }
  const couldMatch = ids.some(id => law.ranIds.has(id) && law.selection.levelOf(id, comment.at.file.path) !== 'off');
  if (isUsed || !couldMatch) return [];
  const message = `no finding of ${ids.join(' or ')} is left here; remove the ignore comment`;
  return [{ rule: UNUSED_IGNORE, problem: { at: comment.at, subject, message } }];
}
