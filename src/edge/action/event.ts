import { readFileSync } from 'node:fs';

/** What started the workflow. Of what the payload does not say, the field is absent. */
export type WorkflowEvent = PullRequestEvent | MergeGroupEvent | OtherEvent;

/** `pull_request`: what is checked out is the pull request, merged into its base unless the workflow says otherwise. */
export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly name: string;
  readonly number?: number;
  /** The last commit of the pull request, which GitHub shows results on. The checkout is another, the merge commit. */
  readonly headSha?: string;
  /** The tip of the base branch when the pull request was last pushed to: it may have moved since. */
  readonly baseSha?: string;
  /** The name of the base branch. */
  readonly baseRef?: string;
  /** Why the token cannot write, whatever the workflow permits; absent where it may. */
  readonly readOnlyBecause?: 'fork' | 'dependabot';
}

/** `merge_group`: what is checked out is the head of a merge queue's group. It has no pull request. */
export interface MergeGroupEvent {
  readonly kind: 'merge-group';
  readonly name: string;
  readonly headSha?: string;
  readonly baseSha?: string;
}

/**
 * Any other one: `push`, `schedule`, `workflow_dispatch`; `workflow_run` and `pull_request_target` too, which run on the
 * default branch, so that what is checked out is not what the payload speaks of.
 */
export interface OtherEvent {
  readonly kind: 'other';
  readonly name: string;
  readonly defaultBranch?: string;
}

const DEPENDABOT = 'dependabot[bot]';

/** SHA-1 or SHA-256 in full. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A branch as git has it (git-check-ref-format(1)), and nothing that a command could take for an option. */
const BRANCH = /^(?!-|.*\.\.)[^\p{Cc}\s~^:?*[\\]+$/u;

/**
 * The event by its name, as in `GITHUB_EVENT_NAME`, and its payload, as parsed from the file at `GITHUB_EVENT_PATH`.
 * Takes anything: what is missing or not of its kind is left out (GitHub Docs, "Webhook events and payloads").
 */
export function eventOf(name: string, payload: unknown): WorkflowEvent {
  if (name === 'pull_request') return pullRequestEvent(name, payload);
  if (name !== 'merge_group') {
    const branch = matching(BRANCH, fieldOf(fieldOf(payload, 'repository'), 'default_branch'));
    return { kind: 'other', name, ...present('defaultBranch', branch) };
  }
  const group = fieldOf(payload, 'merge_group');
  return {
    kind: 'merge-group',
    name,
    ...present('headSha', matching(COMMIT, fieldOf(group, 'head_sha'))),
    ...present('baseSha', matching(COMMIT, fieldOf(group, 'base_sha'))),
  };
}

/** The event of this run, as the runner's variables say; without a payload that can be read, what its name says. */
export function eventIn(environment: NodeJS.ProcessEnv): WorkflowEvent {
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  return eventOf(environment['GITHUB_EVENT_NAME'] ?? '', payloadAt(path));
}

function payloadAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function pullRequestEvent(name: string, payload: unknown): PullRequestEvent {
  const pullRequest = fieldOf(payload, 'pull_request');
  const [head, base] = [fieldOf(pullRequest, 'head'), fieldOf(pullRequest, 'base')];
  const number = fieldOf(pullRequest, 'number') ?? fieldOf(payload, 'number');
  return {
    kind: 'pull-request',
    name,
    ...present('number', Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined),
    ...present('headSha', matching(COMMIT, fieldOf(head, 'sha'))),
    ...present('baseSha', matching(COMMIT, fieldOf(base, 'sha'))),
    ...present('baseRef', matching(BRANCH, fieldOf(base, 'ref'))),
    ...present('readOnlyBecause', readOnlyCause(payload, head, base)),
  };
}

/**
 * GitHub Docs, "Events that trigger workflows" and "Dependabot on GitHub Actions": runs for forks and those that
 * Dependabot started have a token that only reads. The repository of a fork that was deleted is null.
 */
function readOnlyCause(payload: unknown, head: unknown, base: unknown): PullRequestEvent['readOnlyBecause'] {
  if (fieldOf(fieldOf(payload, 'sender'), 'login') === DEPENDABOT) return 'dependabot';
  const headRepository = fieldOf(head, 'repo');
  const [from, to] = [fieldOf(headRepository, 'full_name'), fieldOf(fieldOf(base, 'repo'), 'full_name')];
  const isFork = headRepository === null || (typeof from === 'string' && typeof to === 'string' && from !== to);
  return isFork ? 'fork' : undefined;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** An object with that field, or with none where there is no value for it. */
function present<K extends string, V>(field: K, value: V | undefined): { readonly [Field in K]?: V } {
  // A computed key has the type of any string, though it is K.
  return value === undefined ? {} : ({ [field]: value } as { readonly [Field in K]: V });
}
