import { expect, test } from '@jest/globals';
import type { WorkflowEvent } from '../../src/edge/action/event.ts';
import { ALL, fakeGitHub, finding, gitHubState, HEAD, NONE, PULL_REQUEST, sinkRun } from './sink-run.ts';
import { BOT } from './rest.ts';

const COMMENT = { ...NONE, comment: true };
const SUGGESTIONS = { ...NONE, suggestions: true };
const CHECK_RUN = { ...NONE, checkRun: 'Prometheus' };

test('nothing is asked of GitHub where no sink is wanted', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await sinkRun(github, [finding(1)], { wanted: NONE })).toEqual([]);
  expect(github.requests).toEqual([]);
});

test('each sink does its part on the pull request and its head commit', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await sinkRun(github, [finding(3)])).toEqual([]);
  const { checkRuns, reviewComments, issueComments } = github.state;
  expect(checkRuns).toMatchObject([
    {
      name: 'promsec',
      head_sha: HEAD,
      conclusion: 'failure',
      output: { title: '1 error', annotations: [{ start_line: 3 }] },
    },
  ]);
  expect(reviewComments).toMatchObject([{ path: 'deploy/prometheus.yml', line: 3, start_line: null }]);
  expect(issueComments).toMatchObject([{ user: BOT, body: expect.stringContaining('## promsec: 1 error in 1 file') }]);
  expect(issueComments[0]?.body).toContain(`https://github.com/o/r/blob/${HEAD}/deploy/prometheus.yml#L3`);
  expect(issueComments[0]?.body).toContain('[The whole report](https://github.com/o/r/actions/runs/42)');
});

test('a second run repeats nothing', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(3)]);
  const { reviewComments, issueComments } = github.state;
  expect(await sinkRun(github, [finding(3)])).toEqual([]);
  expect(github.state.reviewComments).toEqual(reviewComments);
  expect(github.state.issueComments).toEqual(issueComments);
});

test('the comment says what is so now, also that nothing is left', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(3), finding(4)], { wanted: COMMENT });
  const [first] = github.state.issueComments;
  await sinkRun(github, [], { wanted: COMMENT });
  expect(github.state.issueComments).toEqual([
    { ...first, body: expect.stringMatching(/^<!-- promsec comment \w+ report -->\n## promsec: no findings\n/) },
  ]);
});

test('where there is nothing to say, no comment is made', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(1, { state: 'existing' })], { wanted: COMMENT });
  expect(github.orders).toEqual([]);
});

test('a marker that somebody else has written is not taken for ours', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(3)], { wanted: { ...COMMENT, suggestions: true } });
  const others = [
    { login: 'mallory', type: 'User' },
    { login: 'github-actions', type: 'User' },
    { login: 'other[bot]', type: 'Bot' },
  ] as const;
  for (const user of others) {
    const { state } = github;
    state.issueComments = state.issueComments.map(comment => ({ ...comment, user }));
    state.reviewComments = state.reviewComments.map(comment => ({ ...comment, user }));
    const before = [state.issueComments, state.reviewComments];
    await sinkRun(github, [finding(4)], { wanted: { ...COMMENT, suggestions: true } });
    expect(state.issueComments).toEqual([...(before[0] ?? []), expect.objectContaining({ user: BOT })]);
    expect(state.reviewComments).toEqual([...(before[1] ?? []), expect.objectContaining({ user: BOT, line: 4 })]);
    state.issueComments = state.issueComments.slice(-1);
    state.reviewComments = state.reviewComments.slice(-1);
  }
});

test('with the token of an app its own comments are found', async () => {
  const github = await fakeGitHub(gitHubState());
  github.state.user = { login: 'our-app[bot]', type: 'Bot' };
  for (const line of [3, 4]) await sinkRun(github, [finding(line)], { wanted: { ...COMMENT, suggestions: true } });
  expect(github.state.issueComments).toHaveLength(1);
  expect(github.state.reviewComments).toMatchObject([{ line: 4 }]);
});

test.each([{ status: 403 }, { status: 200, errors: [{ type: 'FORBIDDEN' }] }])(
  'a token that may not know whom it speaks for is taken for that of a workflow: %j',
  async trouble => {
    const github = await fakeGitHub(gitHubState(), [{ of: 'POST /graphql', trouble }]);
    for (const line of [3, 4]) expect(await sinkRun(github, [finding(line)], { wanted: COMMENT })).toEqual([]);
    expect(github.state.issueComments).toHaveLength(1);
  },
);

test('our comment is found among hundreds', async () => {
  const github = await fakeGitHub(gitHubState());
  const comments = Array.from({ length: 250 }, (_, id) => ({
    id,
    user: { login: 'a', type: 'User' } as const,
    body: 'hello',
  }));
  github.state.issueComments = comments;
  await sinkRun(github, [finding(3)], { wanted: COMMENT });
  await sinkRun(github, [finding(4)], { wanted: COMMENT });
  expect(github.state.issueComments).toHaveLength(251);
});

test('two jobs keep a comment and suggestions each', async () => {
  const github = await fakeGitHub(gitHubState());
  const wanted = { ...COMMENT, suggestions: true };
  for (const [job, path] of [
    ['a', '.'],
    ['b', '.'],
    ['a', 'sub'],
    ['a', '.'],
  ] as const) {
    await sinkRun(github, [finding(3)], { wanted, environment: { GITHUB_JOB: job, INPUT_PATH: path } });
  }
  expect(github.state.issueComments).toHaveLength(3);
  expect(github.state.reviewComments).toHaveLength(3);
});

test('suggestions go away with their findings, but not where somebody has replied', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(3), finding(4)], { wanted: SUGGESTIONS });
  const [first] = github.state.reviewComments;
  if (first === undefined) throw new Error('there is no comment');
  const reply = {
    ...first,
    id: 5,
    user: { login: 'ops', type: 'User' } as const,
    body: 'why?',
    in_reply_to_id: first.id,
  };
  github.state.reviewComments = [...github.state.reviewComments, reply];
  await sinkRun(github, [], { wanted: SUGGESTIONS });
  expect(github.state.reviewComments).toEqual([first, reply]);
});

test('an outdated suggestion is made anew', async () => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, [finding(3)], { wanted: SUGGESTIONS });
  github.state.reviewComments = github.state.reviewComments.map(comment => ({ ...comment, line: null }));
  await sinkRun(github, [finding(3)], { wanted: SUGGESTIONS });
  expect(github.state.reviewComments).toMatchObject([{ line: 3 }]);
});

test('hunks that a crowded page leaves out are asked for alone', async () => {
  const state = gitHubState();
  const others = Array.from(
    { length: 150 },
    (_, index) => ({ filename: `a/${index}.txt`, status: 'added', patch: '' }) as const,
  );
  state.crowdedOut = new Set(['deploy/prometheus.yml']);
  state.files = [...others, ...state.files, ...others];
  const github = await fakeGitHub(state);
  await sinkRun(github, [finding(3)], { wanted: SUGGESTIONS });
  expect(github.state.reviewComments).toMatchObject([{ line: 3 }]);
});

test('a file of which GitHub shows no hunks gets no suggestion', async () => {
  const state = gitHubState();
  state.files = state.files.map(({ patch: _patch, ...file }) => file);
  const github = await fakeGitHub(state);
  expect(await sinkRun(github, [finding(3)], { wanted: SUGGESTIONS })).toEqual([]);
  expect(github.orders).toEqual([]);
});

test('annotations of a check run come fifty at a time, and none is lost', async () => {
  const github = await fakeGitHub(gitHubState());
  const findings = Array.from({ length: 60 }, (_, index) => finding(index + 1));
  await sinkRun(github, [...findings, ...findings], { wanted: CHECK_RUN });
  const [run] = github.state.checkRuns;
  expect(run?.output.annotations).toHaveLength(120);
  expect(run?.output.title).toBe('120 errors');
  expect(github.orders.map(order => order.split(' ')[0])).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH']);
});

const conclusions = [
  [[], false, 'success'],
  [[finding(1, { severity: 'note' })], false, 'neutral'],
  [[finding(1)], true, 'failure'],
] as const;

test.each(conclusions)('a check run concludes as the step does', async (findings, isFailing, conclusion) => {
  const github = await fakeGitHub(gitHubState());
  await sinkRun(github, findings, { wanted: CHECK_RUN, isFailing });
  expect(github.state.checkRuns).toMatchObject([{ name: 'Prometheus', conclusion }]);
});

const others: readonly (readonly [WorkflowEvent, string])[] = [
  ...['push', 'schedule', 'workflow_dispatch', 'workflow_run', 'pull_request_target'].map(
    name => [{ kind: 'other', name } as const, 'f'.repeat(40)] as const,
  ),
  [{ kind: 'merge-group', name: 'merge_group', headSha: 'e'.repeat(40) }, 'e'.repeat(40)],
  [{ kind: 'merge-group', name: 'merge_group' }, 'f'.repeat(40)],
  [{ kind: 'pull-request', name: 'pull_request', headSha: HEAD }, HEAD],
];

test.each(others)('without a pull request and an audit there is a check run alone: %j', async (event, commit) => {
  const github = await fakeGitHub(gitHubState());
  expect(await sinkRun(github, [finding(1)], { event, wanted: { ...ALL, audit: false } })).toEqual([]);
  expect(github.state.checkRuns).toMatchObject([{ head_sha: commit }]);
  const { reviewComments, issueComments, issues } = github.state;
  expect([...reviewComments, ...issueComments, ...issues.all]).toEqual([]);
});

test('without a token a notice says so', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await sinkRun(github, [finding(1)], { token: '', wanted: COMMENT })).toEqual([
    'comment: there is no token; give the input token one; the log and the summary hold every finding',
  ]);
  expect(github.requests).toEqual([]);
});

test('what does not fit into one review is said, and follows', async () => {
  const github = await fakeGitHub(gitHubState());
  const findings = Array.from({ length: 40 }, (_, index) => finding(index + 1));
  expect(await sinkRun(github, findings, { wanted: SUGGESTIONS })).toEqual([
    'suggestions: 10 suggestions will follow with the next run; the log and the summary hold every finding',
  ]);
  expect(await sinkRun(github, findings, { wanted: SUGGESTIONS })).toEqual([]);
  expect(github.state.reviewComments).toHaveLength(40);
});

test('a pull request of which nothing is known but its number is served', async () => {
  const github = await fakeGitHub(gitHubState());
  const { headSha: _, ...event } = PULL_REQUEST;
  expect(await sinkRun(github, [finding(1)], { event })).toEqual([]);
  expect(github.state.issueComments).toHaveLength(1);
});
