import { expect, test } from '@jest/globals';
import type { WorkflowEvent } from '../../src/edge/action/event.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { reportOf } from '../report/sample.ts';
import type { FakeGitHub } from './fake-github.ts';
import type { Issue } from './issues.ts';
import { BOT } from './rest.ts';
import { fakeGitHub, finding, gitHubState, NONE, PULL_REQUEST, sinkRun } from './sink-run.ts';

const SCHEDULE: WorkflowEvent = { kind: 'other', name: 'schedule', defaultBranch: 'main' };

/** Audits findings, with nothing to say of it, and gives the requests that changed something. */
async function audited(
  github: FakeGitHub,
  findings: readonly Finding[],
  environment: NodeJS.ProcessEnv = {},
): Promise<readonly string[]> {
  const before = github.orders.length;
  const wanted = { ...NONE, audit: true };
  expect(await sinkRun(github, findings, { wanted, event: SCHEDULE, environment })).toEqual([]);
  return github.orders.slice(before);
}

/** The one issue that there is. */
function issueOf({ state }: FakeGitHub): Issue {
  const [issue, ...others] = state.issues.all;
  if (issue === undefined || others.length > 0) throw new Error(`there are ${state.issues.all.length} issues`);
  return issue;
}

function commentsOf(github: FakeGitHub): readonly string[] {
  return github.state.issues.commentsOf(issueOf(github).number).map(({ body }) => body);
}

const MAKES = ['POST /repos/o/r/issues'];
const CHANGES = ['PATCH /repos/o/r/issues/100'];
const TELLS_AND_CHANGES = ['POST /repos/o/r/issues/100/comments', 'PATCH /repos/o/r/issues/100'];

test('with nothing found there is no issue', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await audited(github, [])).toEqual([]);
});

test('the first finding makes the issue, and a run that finds the same writes nothing', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await audited(github, [finding(3)])).toEqual(MAKES);
  expect(issueOf(github)).toMatchObject({ title: 'promsec audit', state: 'open', user: BOT });
  expect(issueOf(github).body).toContain(`https://github.com/o/r/blob/${'f'.repeat(40)}/deploy/prometheus.yml#L3`);
  expect(await audited(github, [finding(3)])).toEqual([]);
});

test('neither another commit nor another day is other content', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  expect(await audited(github, [finding(3)], { GITHUB_SHA: 'e'.repeat(40), GITHUB_RUN_ID: '43' })).toEqual([]);
  const later = reportOf([finding(3)], { now: new Date('2026-11-27T04:23:00Z') });
  expect(await sinkRun(github, later, { wanted: { ...NONE, audit: true }, event: SCHEDULE })).toEqual([]);
  expect(github.orders).toEqual(MAKES);
});

test('what is new and fixed is told in a comment, and the body is as it is now', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3), finding(4)]);
  expect(await audited(github, [finding(4), finding(5)])).toEqual(TELLS_AND_CHANGES);
  expect(issueOf(github).body).toContain('The last change, of 2026-11-20: 1 new, 1 fixed.');
  expect(commentsOf(github)).toEqual([expect.stringMatching(/^<!-- promsec news \w+ \w+-\w+ -->\n1 new, 1 fixed\. /)]);
  expect(commentsOf(github)[0]).toContain('deploy/prometheus.yml#L5');
});

test('what only stands on another line changes the body without a comment', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  const { fingerprint } = finding(3);
  expect(await audited(github, [finding(8, { fingerprint })])).toEqual(CHANGES);
  expect(issueOf(github).body).toContain('deploy/prometheus.yml#L8');
});

test('when nothing is left the issue is closed with a comment, and opened again with the next finding', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  expect(await audited(github, [])).toEqual(TELLS_AND_CHANGES);
  expect(issueOf(github)).toMatchObject({ state: 'closed', state_reason: 'completed' });
  expect(commentsOf(github)[0]).toContain('1 fixed. Nothing is left.');
  expect(await audited(github, [])).toEqual([]);
  expect(await audited(github, [finding(3)])).toEqual(TELLS_AND_CHANGES);
  expect(issueOf(github)).toMatchObject({ state: 'open', state_reason: 'reopened' });
  await audited(github, []);
  expect(issueOf(github).state).toBe('closed');
  expect(commentsOf(github)).toHaveLength(3);
});

test('an issue that somebody closes too early is opened again, without a comment', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  github.state.issues.change(100, { state: 'closed', state_reason: 'not_planned' });
  expect(await audited(github, [finding(3)])).toEqual(CHANGES);
  expect(issueOf(github).state).toBe('open');
});

test('an issue that somebody opens for nothing is closed again, without a comment', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  await audited(github, []);
  github.state.issues.change(100, { state: 'open' });
  expect(await audited(github, [])).toEqual(CHANGES);
  expect(issueOf(github).state).toBe('closed');
});

test('the title that somebody gives the issue stays', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  github.state.issues.change(100, { title: 'TLS of our Prometheus' });
  await audited(github, [finding(4)]);
  expect(issueOf(github).title).toBe('TLS of our Prometheus');
});

test('an issue with a note of somebody above its text is still ours', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  github.state.issues.change(100, { body: `Sam looks after this.\r\n\r\n${issueOf(github).body}` });
  expect(await audited(github, [finding(3)])).toEqual([]);
  expect(await audited(github, [finding(4)])).toEqual(TELLS_AND_CHANGES);
  expect(issueOf(github).body).toContain('deploy/prometheus.yml#L4');
});

test('an issue whose record is gone is brought up to date, and closed with a comment', async () => {
  const github = await fakeGitHub(gitHubState());
  const withoutRecord = (): void => {
    const body = issueOf(github).body?.replace(/<!-- promsec record .*/, '') ?? null;
    github.state.issues.change(100, { body });
  };
  await audited(github, [finding(3)]);
  withoutRecord();
  expect(await audited(github, [finding(4)])).toEqual(CHANGES);
  withoutRecord();
  expect(await audited(github, [])).toEqual(TELLS_AND_CHANGES);
  expect(commentsOf(github)[0]).toContain('Nothing is left.');
});

test('among hundreds of issues and pull requests ours is found', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  const { issues } = github.state;
  const own = issueOf(github);
  const others = Array.from({ length: 250 }, (_, index) => ({
    ...own,
    number: 1000 + index,
    body: index % 2 ? null : 'a',
  }));
  issues.all = [...issues.all, ...others];
  expect(await audited(github, [finding(3)])).toEqual([]);
  expect(await audited(github, [finding(4)])).toEqual(TELLS_AND_CHANGES);
});

test('neither a pull request nor what somebody else has written is taken for our issue', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  const { issues } = github.state;
  const own = issueOf(github);
  const foreign = [
    { ...own, number: 1, user: { login: 'mallory', type: 'User' } },
    { ...own, number: 2, user: { login: 'github-actions', type: 'User' } },
    { ...own, number: 3, pull_request: { url: 'https://api.github.com/repos/o/r/pulls/3' } },
    { ...own, number: 4, body: `see ${own.body}` },
  ] as const;
  issues.all = foreign;
  expect(await audited(github, [finding(4)])).toEqual(MAKES);
  expect(issues.all.slice(0, -1)).toEqual(foreign);
});

test('two runs that find no issue at the same moment leave one, with what the later one says', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  const { issues } = github.state;
  const older = { ...issueOf(github), number: 50 };
  issues.all = [];
  issues.meanwhile = () => (issues.all = [older]);
  await audited(github, [finding(4)]);
  expect(issues.all).toMatchObject([
    { number: 50, state: 'open', body: expect.stringContaining('deploy/prometheus.yml#L4') },
    { number: 101, state: 'closed', state_reason: 'not_planned', body: expect.stringContaining('A duplicate of #50') },
  ]);
  issues.meanwhile = () => {};
  expect(await audited(github, [finding(4)])).toEqual([]);
});

test('of two issues that were left open the younger one is closed, and is not opened again', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)]);
  const { issues } = github.state;
  issues.all = [issueOf(github), { ...issueOf(github), number: 120 }];
  expect(await audited(github, [finding(3)])).toEqual(['PATCH /repos/o/r/issues/120']);
  await audited(github, []);
  await audited(github, [finding(3)]);
  expect(issues.all.map(({ number, state }) => [number, state])).toEqual([
    [100, 'open'],
    [120, 'closed'],
  ]);
});

test('whichever workflow and job audits it, a repository has one issue, and one for each part that is audited apart', async () => {
  const github = await fakeGitHub(gitHubState());
  await audited(github, [finding(3)], { GITHUB_WORKFLOW: 'weekly', GITHUB_JOB: 'audit' });
  expect(await audited(github, [finding(3)], { GITHUB_WORKFLOW: 'push', GITHUB_JOB: 'promsec' })).toEqual([]);
  expect(await audited(github, [finding(3)], { INPUT_PATH: '' })).toEqual([]);
  await audited(github, [finding(3)], { INPUT_PATH: 'deploy\ncharts/@team' });
  expect(github.state.issues.all.map(({ title }) => title)).toEqual([
    'promsec audit',
    'promsec audit of deploy, charts/@team',
  ]);
});

test('a run on another branch says that the issue is not about it', async () => {
  const github = await fakeGitHub(gitHubState());
  const wanted = { ...NONE, audit: true };
  for (const ref of ['refs/heads/feature', 'refs/tags/v1']) {
    const run = { wanted, event: SCHEDULE, environment: { GITHUB_REF: ref } };
    expect(await sinkRun(github, [finding(3)], run)).toEqual([
      'audit: the issue is about main, and this run is not; the log and the summary hold every finding',
    ]);
  }
  expect(github.requests).toEqual([]);
  expect(await audited(github, [finding(3)], { GITHUB_REF: 'refs/heads/main' })).toEqual(MAKES);
});

test.each([PULL_REQUEST, { kind: 'merge-group', name: 'merge_group' }] as const)(
  'a change is not audited: %j',
  async event => {
    const github = await fakeGitHub(gitHubState());
    expect(await sinkRun(github, [finding(3)], { wanted: { ...NONE, audit: true }, event })).toEqual([]);
    expect(github.requests).toEqual([]);
  },
);
