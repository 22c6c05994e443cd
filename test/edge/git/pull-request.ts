import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { PullRequestEvent } from '../../../src/edge/action/event.ts';
import { comparedReport } from '../../../src/edge/compared-report.ts';
import { comparisonFor, type EventRun } from '../../../src/edge/git/event-base.ts';
import type { Report } from '../../../src/findings/report.ts';
import type { Scope } from '../../../src/policy/comparison.ts';
import { rangeOf } from '../../../src/report/position.ts';
import { checkoutWith, folderWith, git, write, type Contents } from '../folder.ts';

/** What a commit does: files by path with their new content, `null` for one that it deletes, and files that it renames. */
export interface Commit {
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly renames?: Readonly<Record<string, string>>;
  /** Symbolic links, with what they lead to. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A pull request in a repository on disk, as GitHub has it. */
export interface PullRequest {
  /** The repository. */
  readonly origin: string;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly event: PullRequestEvent;
}

/**
 * Makes a pull request.
 *
 * @param base what the base has when the pull request begins.
 * @param changes its commits.
 * @param later what the base gets meanwhile.
 */
export function pullRequestWith(
  base: Contents,
  changes: readonly Commit[],
  later: readonly Commit[] = [],
): PullRequest {
  const origin = checkoutWith(base);
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  git(origin, 'commit', '--quiet', '--allow-empty', '--message', 'base');
  git(origin, 'checkout', '--quiet', '-b', 'change');
  for (const change of changes) commit(origin, change);
  const head = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'checkout', '--quiet', 'main');
  for (const change of later) commit(origin, change);
  const tip = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'checkout', '--quiet', '--detach');
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
  const merge = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'update-ref', 'refs/pull/1/merge', merge);
  git(origin, 'checkout', '--quiet', 'main');
  const event = {
    kind: 'pull-request',
    name: 'pull_request',
    number: 1,
    headSha: head,
    baseSha: tip,
    baseRef: 'main',
  } as const;
  return { origin, base: tip, head, merge, event };
}

/** Does to a checkout what a commit says, and commits it. */
export function commit(folder: string, { files = {}, renames = {}, links = {} }: Commit): void {
  for (const [from, to] of Object.entries(renames)) git(folder, 'mv', from, to);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) rmSync(join(folder, path));
    else write(folder, { [path]: content });
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'change');
}

/** Checks out a commit as actions/checkout does: into a new folder, with so much history; 0 for all. */
export function checkoutOf(origin: string, commitName: string, depth: number, folder = folderWith()): string {
  git(folder, 'init', '--quiet');
  git(folder, 'remote', 'add', 'origin', `file://${origin}`);
  const options = depth === 0 ? [] : [`--depth=${depth}`];
  git(folder, 'fetch', '--quiet', '--no-tags', ...options, 'origin', `+${commitName}:refs/remotes/pull/1/merge`);
  git(folder, 'checkout', '--quiet', '--force', 'refs/remotes/pull/1/merge');
  return folder;
}

/** A run on a pull request. */
export function runOn({ event, merge }: PullRequest): EventRun {
  return { event, commit: merge };
}

/** What a run in a folder reports, on November 20th 2026. */
export async function reportIn(
  folder: string,
  run: EventRun,
  scope?: Scope,
  paths: readonly string[] = [],
): Promise<Report> {
  const comparison = comparisonFor(run, scope, false);
  const { report } = await comparedReport({
    paths,
    folder,
    configuration: {},
    settings: {},
    now: new Date('2026-11-20T00:00:00Z'),
    ...(comparison === undefined ? {} : { comparison }),
  });
  return report;
}

/** The findings of one state, as `path:line rule`. */
export function findingsOf(report: Report, state: 'new' | 'existing'): readonly string[] {
  return report.findings
    .filter(finding => finding.state === state)
    .map(({ at, ruleId }) => `${at.file.path}:${rangeOf(at).line} ${ruleId}`);
}
