import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutWith, folderWith, git, write, type Contents } from './folder.ts';
import type { Step } from './runner.ts';

/** A pull request in the making: files by their paths; `undefined` for one that is deleted. */
export interface PullRequestSketch {
  /** Where the branch left its base. */
  readonly base: Contents;
  /** What the base got since. */
  readonly baseSince?: Contents;
  readonly head: Readonly<Record<string, string | undefined>>;
}

/** A pull request as a runner finds it after actions/checkout. */
export interface PullRequest {
  /** A checkout of the merge commit. */
  readonly workspace: string;
  readonly head: string;
  /** What GitHub says of it. */
  readonly step: Pick<Step, 'payload' | 'env'>;
}

/** Makes a repository on the disk, and of it the checkout of a pull request. @param depth as actions/checkout takes it. */
export function pullRequest({ base, baseSince = {}, head }: PullRequestSketch, depth = 2): PullRequest {
  const origin = checkoutWith(base);
  commit(origin);
  git(origin, 'checkout', '--quiet', '-b', 'topic');
  write(
    origin,
    Object.fromEntries(Object.entries(head).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))),
  );
  for (const [path, text] of Object.entries(head)) if (text === undefined) rmSync(join(origin, path));
  const headSha = commit(origin);
  git(origin, 'checkout', '--quiet', 'main');
  write(origin, baseSince);
  const baseSha = commit(origin);
  git(origin, 'checkout', '--quiet', '--detach');
  git(origin, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'topic');
  const merge = commitOf(origin);
  git(origin, 'update-ref', 'refs/pull/7/merge', merge);
  const workspace = folderWith();
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  git(workspace, 'fetch', '--quiet', `--depth=${depth}`, `file://${origin}`, 'refs/pull/7/merge');
  git(workspace, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  const repository = { full_name: 'o/r' };
  return {
    workspace,
    head: headSha,
    step: {
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: merge },
      payload: {
        number: 7,
        pull_request: {
          number: 7,
          head: { sha: headSha, ref: 'topic', repo: repository },
          base: { sha: baseSha, ref: 'main', repo: repository },
        },
        sender: { login: 'octocat' },
      },
    },
  };
}

function commit(folder: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'a change');
  return commitOf(folder);
}

function commitOf(folder: string): string {
  return execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
}
