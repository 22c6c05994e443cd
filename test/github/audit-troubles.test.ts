import { expect, test } from '@jest/globals';
import type { Trouble } from './fake-github.ts';
import { LASTING_TROUBLES, REST } from './lasting-troubles.ts';
import { fakeGitHub, finding, gitHubState, NONE, sinkRun } from './sink-run.ts';

const AUDIT = { wanted: { ...NONE, audit: true }, event: { kind: 'other', name: 'schedule' } } as const;
const CREATION = 'POST /repos/o/r/issues';

const lasting = LASTING_TROUBLES.filter(([what]) => what !== '410');

test.each(lasting)('%s costs one notice', async (_, trouble, words) => {
  const github = await fakeGitHub(gitHubState(), [{ of: CREATION, trouble }]);
  expect(await sinkRun(github, [finding(1)], AUDIT)).toEqual([`audit: ${words}; ${REST}`]);
  expect(github.orders.length).toBeLessThanOrEqual(2);
});

test.each([403, 404])('%d costs one notice, which names the permission', async status => {
  const github = await fakeGitHub(gitHubState(), [{ of: CREATION, trouble: { status } }]);
  const advice = 'give the job the permission issues: write, or set audit: false';
  expect(await sinkRun(github, [finding(1)], AUDIT)).toEqual([
    `audit: GitHub did not permit it (${status}); ${advice}; ${REST}`,
  ]);
  expect(github.orders).toHaveLength(1);
});

test('a repository without issues costs one notice', async () => {
  const github = await fakeGitHub(gitHubState());
  github.state.issues.isOff = true;
  expect(await sinkRun(github, [finding(1)], AUDIT)).toEqual([`audit: the repository has no issues (410); ${REST}`]);
});

const passing: readonly Trouble[] = [{ status: 502 }, 'silence', 'a slow answer', 'cut', 'a page for people'];

test.each(passing)('what fails once and then works costs nothing: %j', async trouble => {
  const github = await fakeGitHub(gitHubState(), [{ of: CREATION, trouble, times: 1 }]);
  expect(await sinkRun(github, [finding(1)], AUDIT)).toEqual([]);
  expect(github.state.issues.all).toHaveLength(1);
});

const ORDERS = [CREATION, 'POST /repos/o/r/issues/100/comments', 'PATCH /repos/o/r/issues/100'];

test.each(
  ORDERS.flatMap(of =>
    (['failure after the fact', 'cut within the answer'] as const).map(trouble => ({ of, trouble })),
  ),
)('what is done although the answer says otherwise is not done twice: %j', async misfortune => {
  const github = await fakeGitHub(gitHubState(), [{ ...misfortune, times: 1 }]);
  expect(await sinkRun(github, [finding(1)], AUDIT)).toEqual([]);
  expect(await sinkRun(github, [finding(2)], AUDIT)).toEqual([]);
  const { issues } = github.state;
  expect(issues.all).toHaveLength(1);
  expect(issues.all[0]?.body).toContain('#L2');
  expect(issues.commentsOf(100)).toHaveLength(1);
});

test.each(['GET /repos/o/r/issues', 'POST /graphql'])(
  'a question that nobody answers costs a notice, and nothing is done blindly: %s',
  async of => {
    const github = await fakeGitHub(gitHubState(), [{ of, trouble: { status: 500 } }]);
    expect(await sinkRun(github, [finding(1)], AUDIT)).toEqual([`audit: GitHub failed (500); ${REST}`]);
    expect(github.orders).toEqual([]);
  },
);

test('a list whose answer breaks off is not taken for the whole', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(1)], AUDIT);
  github.misfortunes = [{ of: 'GET /repos/o/r/issues', trouble: 'cut within the answer', times: 1 }];
  expect(await sinkRun(github, [finding(2)], AUDIT)).toEqual([]);
  expect(github.state.issues.all).toHaveLength(1);
});

test('an issue that is locked costs a notice, and says all the same what is so', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(1)], AUDIT);
  const locked = { status: 403, message: 'Unable to create comment because issue is locked.' };
  github.misfortunes = [{ of: 'POST /repos/o/r/issues/100/comments', trouble: locked }];
  const notice = `audit: no comment, since the conversation is locked (403); ${REST}`;
  expect(await sinkRun(github, [finding(2)], AUDIT)).toEqual([notice]);
  expect(github.state.issues.all[0]?.body).toContain('#L2');
  expect(await sinkRun(github, [finding(2)], AUDIT)).toEqual([]);
  expect(await sinkRun(github, [], AUDIT)).toEqual([notice]);
  expect(github.state.issues.all).toMatchObject([{ number: 100, state: 'closed' }]);
});

test('a comment that cannot be made costs a notice, and the next run makes it', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(1)], AUDIT);
  github.misfortunes = [{ of: 'POST /repos/o/r/issues/100/comments', trouble: { status: 422 } }];
  expect(await sinkRun(github, [finding(2)], AUDIT)).toEqual([`audit: GitHub did not accept it (422); ${REST}`]);
  github.misfortunes = [];
  expect(await sinkRun(github, [finding(2)], AUDIT)).toEqual([]);
  expect(github.state.issues.commentsOf(100)).toHaveLength(1);
});

test('without a token a notice says so', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await sinkRun(github, [finding(1)], { ...AUDIT, token: '' })).toEqual([
    `audit: there is no token; give the input token one; ${REST}`,
  ]);
  expect(github.requests).toEqual([]);
});
