import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { INSECURE } from '../edge/documents.ts';
import { checkoutWith, folderWith, git, write } from '../edge/folder.ts';
import { runStepBeside, type Step, type StepOutcome } from '../edge/runner.ts';
import { TOKEN, type FakeGitHub } from './fake-github.ts';
import { GitObjects } from './git-objects.ts';
import { fakeGitHub, gitHubState } from './sink-run.ts';

const SECURE = INSECURE.replace('true', 'false');
const ALL = { suggestions: 'true', comment: 'true', 'check-run': 'Prometheus', token: TOKEN };

interface Origin {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/** A repository with a pull request that makes one file worse, beside one that is bad already. */
function origin(): Origin {
  const folder = checkoutWith({ 'prometheus.yml': SECURE, 'old/prometheus.yml': INSECURE });
  const commit = (...words: readonly string[]): string => {
    git(folder, ...words);
    return execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  };
  const base = commit('commit', '--quiet', '--message=base');
  write(folder, { 'prometheus.yml': INSECURE });
  const head = commit('commit', '--quiet', '--all', '--message=head');
  git(folder, 'checkout', '--quiet', '--detach', base);
  return { folder, base, head, merge: commit('merge', '--quiet', '--no-ff', '--message=merge', head) };
}

/** The checkout that a runner makes of it, without the means to fetch more. */
function checkoutOf({ folder, merge }: Origin, depth: number): string {
  const workspace = folderWith();
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  git(workspace, 'fetch', '--quiet', `--depth=${depth}`, `file://${folder}`, merge);
  git(workspace, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return workspace;
}

async function outcome(github: FakeGitHub, pull: Origin, depth: number, step: Step = {}): Promise<StepOutcome> {
  const repository = { full_name: 'o/r' };
  const result = await runStepBeside(checkoutOf(pull, depth), {
    inputs: ALL,
    env: { GITHUB_API_URL: github.url, GITHUB_SHA: pull.merge, GITHUB_RUN_ID: '42' },
    payload: {
      pull_request: {
        number: 7,
        head: { sha: pull.head, repo: repository },
        base: { sha: pull.base, ref: 'main', repo: repository },
      },
    },
    ...step,
  });
  expect(github.faults).toEqual([]);
  expect(result.log).not.toContain(TOKEN);
  return result;
}

const WITHOUT_SINKS = { token: TOKEN };
const pull = origin();

test('a step tells the log first and GitHub then, of what the pull request brings alone', async () => {
  const github = await fakeGitHub(gitHubState());
  const { status, annotations } = await outcome(github, pull, 2);
  expect(status).toBe(1);
  expect(annotations.map(({ file, message }) => file ?? message)).toEqual([
    'prometheus.yml',
    expect.stringContaining('1 new error'),
  ]);
  const { checkRuns, issueComments } = github.state;
  expect(checkRuns).toMatchObject([
    {
      name: 'Prometheus',
      head_sha: pull.head,
      conclusion: 'failure',
      output: { annotations: [{ path: 'prometheus.yml' }] },
    },
  ]);
  expect(issueComments).toHaveLength(1);
  expect(issueComments[0]?.body).toContain(`https://github.com/o/r/blob/${pull.head}/prometheus.yml#L4`);
  expect(issueComments[0]?.body).not.toContain('old/prometheus.yml');
});

test('what GitHub refuses costs notices, and neither the findings nor the status', async () => {
  const github = await fakeGitHub(gitHubState());
  const granted = await outcome(github, pull, 2);
  github.state.permissions = new Set();
  github.state.issueComments = [];
  const refused = await outcome(github, pull, 2);
  expect({ ...refused.outputs, status: refused.status }).toEqual({ ...granted.outputs, status: granted.status });
  expect(refused.summary).toBe(granted.summary);
  const notices = refused.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
  expect(notices).toEqual([expect.stringContaining('checks: write'), expect.stringContaining('pull-requests: write')]);
  expect(refused.annotations.filter(({ level }) => level !== 'notice')).toEqual(granted.annotations);
});

test('a GitHub that is not there costs no more', async () => {
  const github = await fakeGitHub(gitHubState(), [{ of: '', trouble: { status: 404 } }]);
  const { status, annotations } = await outcome(github, pull, 2);
  expect({ status, errors: annotations.filter(({ level }) => level === 'failure').length }).toEqual({
    status: 1,
    errors: 2,
  });
});

test('with one commit and no way to fetch more the API has the base', async () => {
  const state = gitHubState();
  state.objects = new GitObjects(pull.folder);
  const github = await fakeGitHub(state);
  const { outputs, summary } = await outcome(github, pull, 1, { inputs: WITHOUT_SINKS });
  expect(summary).toContain('through the API');
  expect(summary).toContain('## promsec: 1 new error in 1 file');
  expect(outputs).toMatchObject({ errors: '1' });
  expect(github.orders).toEqual([]);
});

test('where the API does not have the base either, everything counts and the summary says so', async () => {
  const github = await fakeGitHub(gitHubState(), [{ of: 'GET ', trouble: { status: 403 } }]);
  const { summary, status } = await outcome(github, pull, 1, { inputs: WITHOUT_SINKS });
  expect(status).toBe(1);
  expect(summary).toContain('## promsec: 2 errors in 2 files');
  expect(summary).toContain('Everything counts');
});

test('with two commits nothing is asked of GitHub unless a sink is', async () => {
  const github = await fakeGitHub(gitHubState());
  await outcome(github, pull, 2, { inputs: WITHOUT_SINKS });
  expect(github.requests).toEqual([]);
});

test('a run for a fork says why its token only reads', async () => {
  const github = await fakeGitHub(gitHubState());
  github.state.permissions = new Set();
  const payload = {
    pull_request: {
      number: 7,
      head: { sha: pull.head, repo: { full_name: 'someone/r' } },
      base: { sha: pull.base, ref: 'main', repo: { full_name: 'o/r' } },
    },
  };
  const { annotations, status } = await outcome(github, pull, 2, { payload });
  expect(status).toBe(1);
  expect(annotations.map(({ message }) => message).join('\n')).toContain(
    'a pull request from a fork has a token that only reads',
  );
});
