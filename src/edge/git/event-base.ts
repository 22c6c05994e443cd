import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MergeGroupEvent, PullRequestEvent, WorkflowEvent } from '../action/event.ts';
import { mayMatter } from '../../lint/matter.ts';
import type { Base, FetchBase, NoBase } from '../base.ts';
import type { Scope } from '../../policy/comparison.ts';
import { baseBelow } from '../base-below.ts';
import type { ComparisonRequest } from '../compared-report.ts';
import type { DiskTree } from '../tree.ts';
import { commitNamed, haveCommits, isAncestor, mergeBaseOf, missingOf, type Commit } from './commit.ts';
import { gitBase, type BaseCommit } from './git-base.ts';

/** What is known of a run of a workflow. */
export interface EventRun {
  readonly event: WorkflowEvent;
  /** `GITHUB_SHA`: of a pull request the merge commit, which is what is checked out by default. */
  readonly commit?: string | undefined;
  /** Asks the API, where git has no base and cannot fetch it. */
  readonly fetchBase?: FetchBase;
}

/**
 * What a run is compared with, and what counts: on a pull request and in a merge queue what is new, unless something else
 * is wanted; elsewhere everything, unless it is. `undefined` where all findings count.
 *
 * @param isWhole true where what nobody changed is listed too.
 */
export function comparisonFor(
  run: EventRun,
  wanted: Scope | undefined,
  isWhole: boolean,
): ComparisonRequest | undefined {
  const scope = wanted ?? (run.event.kind === 'other' ? 'all' : 'new');
  return scope === 'all' ? undefined : { scope, isWhole, findBase: tree => baseOfEvent(tree, run) };
}

/**
 * What a pull request or a group of a merge queue is compared with: of a merge commit its first parent, else the commit at
 * which the head left its base. What git lacks is fetched. The checkout may lie in a folder of the tree (`path` of
 * actions/checkout); one of something else has no base.
 */
async function baseOfEvent(tree: DiskTree, run: EventRun): Promise<Base | NoBase> {
  const { root, named } = tree;
  const folders = checkoutsIn(root);
  let first: NoBase | undefined;
  for (const folder of folders) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const below = [...named].filter(path => path.startsWith(prefix) && !path.startsWith('../'));
    const base = await baseAt(
      join(root, folder),
      run,
      below.map(path => path.slice(prefix.length)),
    );
    if (!('reason' in base)) return folder === '' ? base : withLooseFiles(tree, folders, baseBelow(prefix, base));
    first ??= base;
  }
  return first ?? { reason: 'there is no git checkout' };
}

/** What lies beside all checkouts was made by a step before, as what git has never seen in one. */
function withLooseFiles({ paths }: DiskTree, folders: readonly string[], base: Base): Base {
  const loose = paths.filter(path => !folders.some(folder => path.startsWith(`${folder}/`)));
  return { ...base, changes: [...base.changes, ...loose.map(path => ({ path }))] };
}

/** The folder itself, else those directly in it; relative to it. */
function checkoutsIn(root: string): readonly string[] {
  if (existsSync(join(root, '.git'))) return [''];
  const folders = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .filter(name => existsSync(join(root, name, '.git')))
    .sort();
}

/** Which commits are compared: the base, the tip of which may have moved on where `isTip`, and the head. */
interface Sides extends Omit<BaseCommit, 'commit'> {
  readonly base: string;
  readonly head: string;
  readonly isTip: boolean;
}

async function baseAt(top: string, run: EventRun, named: readonly string[]): Promise<Base | NoBase> {
  const head = commitNamed(top, 'HEAD');
  if (head === undefined) return { reason: 'git cannot read the checkout' };
  const sides = sidesOf(top, head, run);
  if ('reason' in sides) return sides;
  const { base, name, headCommit = sides.head, isTip } = sides;
  const commit = isTip ? mergeBaseOf(top, sides.head, base) : haveCommit(top, base, headCommit);
  if (commit !== undefined) return gitBase(top, { commit, name, headCommit }, named);
  const ofApi = await run.fetchBase?.({ base, head: sides.head }, mayMatter);
  if (ofApi !== undefined) return { ...ofApi, headCommit };
  return { reason: `the checkout lacks ${name}, and it cannot be fetched; give actions/checkout fetch-depth: 2` };
}

function sidesOf(top: string, head: Commit, { event, commit }: EventRun): Sides | NoBase {
  if (event.kind === 'pull-request') return sidesOfPullRequest(top, head, event, commit);
  if (event.kind === 'merge-group') return sidesOfGroup(head.id, event, commit);
  return { reason: `a run on ${event.name} has nothing to be compared with` };
}

function sidesOfPullRequest(
  top: string,
  head: Commit,
  { headSha, baseSha, baseRef }: PullRequestEvent,
  sha: string | undefined,
): Sides | NoBase {
  const { id, parents } = mergeOf(top, head, sha);
  const [first, second, third] = parents;
  const isMerge = first !== undefined && second !== undefined && third === undefined;
  if (isMerge && (id === sha || second === headSha)) {
    return { base: first, head: id, name: 'HEAD^1', headCommit: second, isTip: false };
  }
  if (headSha === undefined || (head.id !== headSha && !isAncestor(top, headSha, head.id))) {
    return { reason: 'what is checked out is not the pull request' };
  }
  if (baseSha === undefined) return { reason: 'the event names no base' };
  return { base: baseSha, head: headSha, name: `where it left ${baseRef ?? 'its base'}`, isTip: true };
}

/** What may be the merge commit: the head, or where a step before has committed on top of it, what is below. */
function mergeOf(top: string, head: Commit, sha: string | undefined): Commit {
  const isBelow = sha !== undefined && sha !== head.id && head.parents.length === 1 && isAncestor(top, sha, head.id);
  return (isBelow ? commitNamed(top, sha) : undefined) ?? head;
}

function sidesOfGroup(head: string, { headSha, baseSha }: MergeGroupEvent, commit: string | undefined): Sides | NoBase {
  if (head !== headSha && head !== commit) return { reason: 'what is checked out is not the merge group' };
  if (baseSha === undefined) return { reason: 'the event names no base' };
  return { base: baseSha, head, name: 'the base of the merge group', isTip: false };
}

/** A commit where it is there, fetched together with another that is of use and not needed. */
function haveCommit(top: string, commit: string, other: string): string | undefined {
  return haveCommits(top, [commit, other]) || missingOf(top, [commit]).length === 0 ? commit : undefined;
}
