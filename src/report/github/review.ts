import { lineInHeadCommit } from '../../findings/changed-lines.ts';
import type { Comparison } from '../../findings/report.ts';
import { markdownMessage, markdownText } from '../markdown-text.ts';
import { rulePageOf } from '../project.ts';
import { diffLinesOf, type DiffLine } from './diff-lines.ts';
import { markerOf, markIn, MAX_BODY_LENGTH } from './marker.ts';
import type { Suggestion } from './suggestion.ts';

/** How many comments one review makes: more at once looks like abuse to GitHub (reviewdog makes 30). */
const MAX_COMMENTS = 30;

/** A comment of a review, as GitHub takes it: `line` is its last line, and `start_line` its first where there are more. */
interface ReviewComment {
  readonly path: string;
  readonly body: string;
  readonly side: 'RIGHT';
  readonly line: number;
  readonly start_side?: 'RIGHT';
  readonly start_line?: number;
}

/** A comment of ours that stands in the pull request. */
export interface PostedComment {
  readonly id: number;
  readonly path: string;
  readonly body: string;
  /** Absent where the lines have changed since, so that GitHub calls it outdated. */
  readonly line?: number;
  readonly startLine?: number;
  readonly hasReply: boolean;
}

/** What to do to the comments of a pull request. */
interface ReviewPlan {
  readonly create: readonly ReviewComment[];
  readonly update: readonly { readonly id: number; readonly body: string }[];
  readonly remove: readonly number[];
  /** How many comments wait for the next run. */
  readonly postponed: number;
}

/** What a plan is made of. */
export interface ReviewState {
  /** Tells the comments of one step from those of another. */
  readonly step: string;
  readonly suggestions: readonly Suggestion[];
  /** The hunks of each changed file that has some, by path. */
  readonly patches: ReadonlyMap<string, string>;
  readonly comparison?: Comparison | undefined;
  /** Those with our author alone. */
  readonly posted: readonly PostedComment[];
}

/**
 * The comments that have to be made, changed and taken back so that each suggestion that lies in the diff stands there
 * once. One whose lines GitHub shows differently from what was checked out is left out. A comment with a reply is part of
 * a conversation: it stays as it is and where it is.
 */
export function reviewPlan(state: ReviewState): ReviewPlan {
  const wanted = wantedComments(state);
  const ours = state.posted.flatMap(comment => {
    const key = markIn('suggestion', state.step, comment.body);
    return key === undefined ? [] : [{ comment, name: nameOf(comment.path, key) }];
  });
  // Of several with one name one stays.
  const staying = new Map(
    ours
      .filter(({ comment, name }) => comment.hasReply || isAtPlaceOf(comment, wanted.get(name)))
      .map(({ comment, name }) => [name, comment]),
  );
  const create = [...wanted].filter(([name]) => !staying.has(name)).map(([, comment]) => comment);
  return {
    create: create.slice(0, MAX_COMMENTS),
    update: [...staying].flatMap(([name, { id, body, hasReply }]) => {
      const text = wanted.get(name)?.body;
      return hasReply || text === undefined || isSameText(text, body) ? [] : { id, body: text };
    }),
    remove: ours
      .filter(({ comment, name }) => !comment.hasReply && staying.get(name) !== comment)
      .map(({ comment }) => comment.id),
    postponed: Math.max(0, create.length - MAX_COMMENTS),
  };
}

/** What should stand in the pull request, by name. */
function wantedComments(state: ReviewState): ReadonlyMap<string, ReviewComment> {
  return new Map(
    state.suggestions.flatMap(suggestion => {
      const comment = commentFor(suggestion, state);
      return comment === undefined ? [] : [[nameOf(comment.path, suggestion.key), comment] as const];
    }),
  );
}

function nameOf(path: string, key: string): string {
  return `${key} ${path}`;
}

function isAtPlaceOf({ line, startLine }: PostedComment, wanted: ReviewComment | undefined): boolean {
  return wanted !== undefined && wanted.line === line && wanted.start_line === startLine;
}

function commentFor(suggestion: Suggestion, { step, patches, comparison }: ReviewState): ReviewComment | undefined {
  const { path, line, before } = suggestion;
  const shown = diffLinesOf(patches.get(path) ?? '');
  const first = comparison === undefined ? line : lineInHeadCommit(comparison, path, line);
  const last = first + before.length - 1;
  const body = bodyOf(suggestion, step);
  if (!areInOneHunk(shown, first, before) || body.length > MAX_BODY_LENGTH) return undefined;
  const place = { path, body, side: 'RIGHT', line: last } as const;
  return first === last ? place : { ...place, start_side: 'RIGHT', start_line: first };
}

function areInOneHunk(shown: ReadonlyMap<number, DiffLine>, first: number, lines: readonly string[]): boolean {
  const hunk = shown.get(first)?.hunk;
  return lines.every((text, place) => {
    const there = shown.get(first + place);
    return there !== undefined && there.hunk === hunk && there.text === text;
  });
}

/** The fence is longer than any run of backticks in it, and the lines keep their indentation and breaks. */
function bodyOf({ finding, key, after }: Suggestion, step: string): string {
  const longest = Math.max(2, ...(after.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = after === '' || after.endsWith('\n') ? after : `${after}\n`;
  const rule = `[${markdownText(finding.ruleId)}](${rulePageOf(finding.ruleId)})`;
  return `${markerOf('suggestion', step, key)}\n${rule}: ${markdownMessage(finding.message)}\n\n${fence}suggestion\n${lines}${fence}\n`;
}

/** GitHub may give back other line breaks than it got. */
function isSameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trimEnd() === b.replaceAll('\r\n', '\n').trimEnd();
}
