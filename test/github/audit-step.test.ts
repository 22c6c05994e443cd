import { expect, test } from '@jest/globals';
import { INSECURE, WEAK } from '../edge/documents.ts';
import { checkoutWith, write } from '../edge/folder.ts';
import { runStepBeside, type Step, type StepOutcome } from '../edge/runner.ts';
import { TOKEN, type FakeGitHub } from './fake-github.ts';
import { fakeGitHub, gitHubState } from './sink-run.ts';

const SECURE = INSECURE.replace('true', 'false');

async function outcome(github: FakeGitHub, workspace: string, step: Step = {}): Promise<StepOutcome> {
  const result = await runStepBeside(workspace, {
    payload: { schedule: '23 4 * * 1', repository: { default_branch: 'main' } },
    ...step,
    inputs: { token: TOKEN, ...step.inputs },
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '42',
      ...step.env,
    },
  });
  expect(github.faults).toEqual([]);
  expect(result.log).not.toContain(TOKEN);
  return result;
}

/** What the issues of a repository are, and what notices the step got. */
function told({ state }: FakeGitHub, { annotations }: StepOutcome): object {
  return {
    issues: state.issues.all.map(issue => issue.state),
    notices: annotations.filter(({ level }) => level === 'notice').map(({ message }) => message),
  };
}

test('a schedule audits, from the first finding to the last one', async () => {
  const github = await fakeGitHub(gitHubState());
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE, 'web.yml': WEAK });
  const first = await outcome(github, workspace);
  expect({ status: first.status, ...told(github, first) }).toEqual({ status: 1, issues: ['open'], notices: [] });
  expect(github.state.issues.all[0]?.body).toContain('prometheus.yml#L4');
  write(workspace, { 'prometheus.yml': SECURE });
  await outcome(github, workspace);
  expect(github.state.issues.commentsOf(100)).toHaveLength(1);
  write(workspace, { 'web.yml': '{}\n' });
  const last = await outcome(github, workspace);
  expect({ status: last.status, ...told(github, last) }).toEqual({ status: 0, issues: ['closed'], notices: [] });
});

test('two runs at once leave one issue', async () => {
  const github = await fakeGitHub(gitHubState());
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
  await Promise.all([outcome(github, workspace), outcome(github, workspace), outcome(github, workspace)]);
  expect(github.state.issues.all.filter(({ state }) => state === 'open')).toMatchObject([{ number: 100 }]);
});

test.each([
  ['schedule', 'false', 0],
  ['workflow_dispatch', '', 0],
  ['workflow_dispatch', 'true', 1],
  ['push', 'TRUE', 1],
  ['pull_request', 'true', 0],
])('on %s with audit: %j there are %d issues', async (name, audit, count) => {
  const github = await fakeGitHub(gitHubState());
  const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
  await outcome(github, workspace, { inputs: { audit, scope: 'all' }, env: { GITHUB_EVENT_NAME: name } });
  expect(github.state.issues.all).toHaveLength(count);
});

test.each([{ shard: '1/2' }, { repository: 'o/a' }])(
  'a schedule keeps no issue on a part, or on others: %j',
  async inputs => {
    const github = await fakeGitHub(gitHubState());
    const { status } = await outcome(github, checkoutWith({ 'prometheus.yml': INSECURE }), { inputs });
    expect(status).not.toBe(2);
    expect(github.requests).toEqual([]);
  },
);

test.each(['no permission', 'no issues', 'nobody there'])(
  'with %s a schedule costs a notice, and neither the findings nor the status',
  async trouble => {
    const github = await fakeGitHub(gitHubState());
    const workspace = checkoutWith({ 'prometheus.yml': INSECURE });
    const granted = await outcome(github, workspace, { inputs: { audit: 'false' } });
    if (trouble === 'no permission') github.state.permissions = new Set();
    if (trouble === 'no issues') github.state.issues.isOff = true;
    if (trouble === 'nobody there') github.misfortunes = [{ of: '', trouble: { status: 404 } }];
    const refused = await outcome(github, workspace);
    expect(refused.annotations.filter(({ level }) => level !== 'notice')).toEqual(granted.annotations);
    expect({ ...refused.outputs, status: refused.status }).toEqual({ ...granted.outputs, status: granted.status });
    expect(refused.summary).toBe(granted.summary);
    expect(told(github, refused)).toEqual({ issues: [], notices: [expect.stringMatching(/^audit: .*\(4\d\d\)/)] });
  },
);
