import { expect, test } from '@jest/globals';
import type { PullRequestEvent } from '../../src/edge/action/event.ts';
import type { Trouble } from './fake-github.ts';
import { LASTING_TROUBLES, REST } from './lasting-troubles.ts';
import { fakeGitHub, finding, gitHubState, NONE, PULL_REQUEST, sinkRun } from './sink-run.ts';

/** What each sink orders of GitHub, and what it may not do without. */
const sinks = [
  ['check-run', { ...NONE, checkRun: 'promsec' }, 'checks: write', 'POST /repos/o/r/check-runs'],
  ['suggestions', { ...NONE, suggestions: true }, 'pull-requests: write', 'POST /repos/o/r/pulls/7/reviews'],
  ['comment', { ...NONE, comment: true }, 'pull-requests: write', 'POST /repos/o/r/issues/7/comments'],
] as const;

for (const [input, wanted, permission, order] of sinks) {
  test.each(LASTING_TROUBLES)(`${input}: %s costs one notice`, async (_, trouble, words) => {
    const github = await fakeGitHub(gitHubState(), [{ of: order, trouble }]);
    expect(await sinkRun(github, [finding(1)], { wanted })).toEqual([`${input}: ${words}; ${REST}`]);
    expect(github.orders.length).toBeLessThanOrEqual(3);
  });

  test.each([403, 404])(`${input}: %d costs one notice, which names the permission`, async status => {
    const github = await fakeGitHub(gitHubState(), [{ of: order, trouble: { status } }]);
    expect(await sinkRun(github, [finding(1)], { wanted })).toEqual([
      `${input}: GitHub did not permit it (${status}); give the job the permission ${permission}; ${REST}`,
    ]);
    expect(github.orders).toHaveLength(1);
  });

  const passing: readonly Trouble[] = [{ status: 502 }, 'silence', 'a slow answer', 'cut', 'a page for people'];
  test.each(passing)(`${input}: what fails once and then works costs nothing: %j`, async trouble => {
    const github = await fakeGitHub(gitHubState(), [{ of: order, trouble, times: 1 }]);
    expect(await sinkRun(github, [finding(1)], { wanted })).toEqual([]);
    expect(madeBy(github)).toEqual([1]);
  });
}

const done: readonly Trouble[] = ['failure after the fact', 'cut within the answer'];

test('a limit that is over in a moment is waited for', async () => {
  const [, wanted, , order] = sinks[2];
  const trouble = { status: 403, headers: { 'retry-after': '1' } };
  const github = await fakeGitHub(gitHubState(), [{ of: order, trouble, times: 1 }]);
  const start = performance.now();
  expect(await sinkRun(github, [finding(1)], { wanted })).toEqual([]);
  expect(performance.now() - start).toBeGreaterThan(950);
  expect(madeBy(github)).toEqual([1]);
});

test.each([sinks[0], sinks[2]])('%s: 422 costs one notice', async (input, wanted, _, order) => {
  const github = await fakeGitHub(gitHubState(), [{ of: order, trouble: { status: 422 } }]);
  expect(await sinkRun(github, [finding(1)], { wanted })).toEqual([
    `${input}: GitHub did not accept it (422); ${REST}`,
  ]);
});

test.each(done)('what is done although the answer says otherwise is not done twice: %s', async trouble => {
  for (const [, wanted, , order] of sinks.slice(1)) {
    const github = await fakeGitHub(gitHubState(), [{ of: order, trouble }]);
    expect(await sinkRun(github, [finding(1)], { wanted })).toEqual([]);
    expect(madeBy(github)).toEqual([1]);
  }
});

test('a check run that is cut is made anew, with each annotation once', async () => {
  const github = await fakeGitHub(gitHubState(), [
    { of: 'PATCH /repos/o/r/check-runs/', trouble: 'failure after the fact', times: 1 },
  ]);
  const findings = Array.from({ length: 60 }, (_, index) => finding(index + 1));
  expect(await sinkRun(github, findings, { wanted: { ...NONE, checkRun: 'promsec' } })).toEqual([]);
  expect(github.state.checkRuns.at(-1)?.output.annotations).toHaveLength(60);
});

test.each(['GET /repos/o/r/issues/7/comments', 'GET /repos/o/r/pulls/7/comments', 'GET /repos/o/r/pulls/7/files'])(
  'a question that nobody answers costs a notice, and nothing is done blindly: %s',
  async of => {
    const github = await fakeGitHub(gitHubState(), [{ of, trouble: { status: 500 } }]);
    const wanted = { ...NONE, comment: of.includes('issues'), suggestions: of.includes('pulls') };
    expect(await sinkRun(github, [finding(1)], { wanted })).toHaveLength(1);
    expect(github.orders).toEqual([]);
  },
);

test('a list whose answer breaks off is not taken for the whole', async () => {
  const github = await fakeGitHub(gitHubState());
  const wanted = { ...NONE, comment: true };
  await sinkRun(github, [finding(1)], { wanted });
  github.misfortunes = [{ of: 'GET /repos/o/r/issues/7/comments', trouble: 'cut within the answer', times: 1 }];
  expect(await sinkRun(github, [finding(2)], { wanted })).toEqual([]);
  expect(github.state.issueComments).toHaveLength(1);
});

const readOnly: readonly (readonly [PullRequestEvent['readOnlyBecause'], string])[] = [
  ['fork', 'a pull request from a fork has a token that only reads'],
  ['dependabot', 'a run of Dependabot has a token that only reads'],
];

test.each(readOnly)('where the token only reads, for %s, the notices say why', async (readOnlyBecause, words) => {
  const github = await fakeGitHub(gitHubState());
  github.state.permissions = new Set();
  const event = { ...PULL_REQUEST, ...(readOnlyBecause === undefined ? {} : { readOnlyBecause }) };
  expect(await sinkRun(github, [finding(1)], { event })).toEqual([
    `check-run: GitHub did not permit it (403); it needs checks: write, and ${words}; ${REST}`,
    `suggestions: GitHub did not permit it (403); it needs pull-requests: write, and ${words}; ${REST}`,
    `comment: GitHub did not permit it (403); it needs pull-requests: write, and ${words}; ${REST}`,
  ]);
});

test('where forks get tokens that write, a fork is served', async () => {
  const github = await fakeGitHub(gitHubState());
  expect(await sinkRun(github, [finding(1)], { event: { ...PULL_REQUEST, readOnlyBecause: 'fork' } })).toEqual([]);
  expect(madeBy(github)).toEqual([1, 1, 1]);
});

test('one sink that is refused does not keep the others from theirs', async () => {
  const github = await fakeGitHub(gitHubState());
  github.state.permissions = new Set(['pull-requests: write']);
  expect(await sinkRun(github, [finding(1)])).toHaveLength(1);
  expect(madeBy(github)).toEqual([1, 1]);
});

test.each([
  ['the first', [1]],
  ['one in the middle', [17]],
  ['several', [2, 3, 29]],
])('a suggestion that GitHub does not accept, %s, never loses the rest', async (_, lines) => {
  const state = gitHubState();
  const wrong = new Set(lines);
  // GitHub knows no such line, though its list of files says so.
  const { accepts } = state;
  state.accepts = comment => !wrong.has(comment.line) && accepts(comment);
  const github = await fakeGitHub(state);
  const findings = Array.from({ length: 30 }, (__, index) => finding(index + 1));
  const count = `${lines.length} suggestion${lines.length === 1 ? '' : 's'}`;
  expect(await sinkRun(github, findings, { wanted: { ...NONE, suggestions: true } })).toEqual([
    `suggestions: GitHub did not accept ${count}; ${REST}`,
  ]);
  expect(state.reviewComments.map(({ line }) => line)).toEqual(
    findings.map((__, index) => index + 1).filter(line => !wrong.has(line)),
  );
});

test('an annotation that GitHub does not accept never loses the rest', async () => {
  const github = await fakeGitHub(gitHubState());
  const findings = Array.from({ length: 60 }, (_, index) =>
    finding(index + 1, index === 20 ? { ruleId: 'x'.repeat(300) } : {}),
  );
  expect(await sinkRun(github, findings, { wanted: { ...NONE, checkRun: 'promsec' } })).toEqual([
    `check-run: GitHub did not accept 1 annotation; ${REST}`,
  ]);
  expect(github.state.checkRuns[0]?.output.annotations).toHaveLength(59);
});

test('all together take no longer than patience allows', async () => {
  const github = await fakeGitHub(gitHubState(), [
    { of: '', trouble: { status: 429, headers: { 'retry-after': '2' } } },
  ]);
  const start = performance.now();
  expect(await sinkRun(github, [finding(1)])).toHaveLength(3);
  expect(performance.now() - start).toBeLessThan(3500);
});

/** How many things of each kind stand on GitHub, where there are any. */
function madeBy({ state }: Awaited<ReturnType<typeof fakeGitHub>>): readonly number[] {
  return [state.checkRuns, state.reviewComments, state.issueComments].map(({ length }) => length).filter(Boolean);
}
