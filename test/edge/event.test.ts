import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { eventIn, eventOf, type WorkflowEvent } from '../../src/edge/action/event.ts';
import { folderWith } from './folder.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const HERE = { full_name: 'o/r' };

/** What GitHub sends of a pull request, as far as it is read, with other values in some places. */
function pullRequestWith(head: object = {}, base: object = {}, payload: object = {}): object {
  return {
    action: 'synchronize',
    number: 12,
    pull_request: {
      number: 12,
      head: { sha: HEAD, ref: 'topic', repo: HERE, ...head },
      base: { sha: BASE, ref: 'main', repo: HERE, ...base },
    },
    sender: { login: 'ops', type: 'User' },
    ...payload,
  };
}

const PULL_REQUEST = { kind: 'pull-request', name: 'pull_request' } as const;
const WHOLE = { ...PULL_REQUEST, number: 12, headSha: HEAD, baseSha: BASE, baseRef: 'main' } as const;
const GROUP = { kind: 'merge-group', name: 'merge_group' } as const;

const events: readonly (readonly [string, string, unknown, WorkflowEvent])[] = [
  ['a pull request of the repository', 'pull_request', pullRequestWith(), WHOLE],
  [
    'a pull request from a fork',
    'pull_request',
    pullRequestWith({ repo: { full_name: 'someone/r' } }),
    { ...WHOLE, readOnlyBecause: 'fork' },
  ],
  [
    'a pull request from a fork that is deleted',
    'pull_request',
    pullRequestWith({ repo: null }),
    { ...WHOLE, readOnlyBecause: 'fork' },
  ],
  [
    'a pull request of Dependabot',
    'pull_request',
    pullRequestWith({}, {}, { sender: { login: 'dependabot[bot]', type: 'Bot' } }),
    { ...WHOLE, readOnlyBecause: 'dependabot' },
  ],
  [
    'a pull request without its number',
    'pull_request',
    pullRequestWith({}, {}, { pull_request: {}, number: 3 }),
    { ...PULL_REQUEST, number: 3 },
  ],
  [
    'a pull request without its head',
    'pull_request',
    { pull_request: { number: 3, base: { ref: 'main' } } },
    { ...PULL_REQUEST, number: 3, baseRef: 'main' },
  ],
  ['a pull request without anything', 'pull_request', {}, PULL_REQUEST],
  ['no payload at all', 'pull_request', undefined, PULL_REQUEST],
  ['a payload that is no mapping', 'pull_request', ['pull_request'], PULL_REQUEST],
  [
    'fields of other kinds',
    'pull_request',
    { pull_request: { number: '12; id', head: { sha: 5 }, base: 'main' } },
    PULL_REQUEST,
  ],
  [
    'a merge group',
    'merge_group',
    { merge_group: { head_sha: HEAD, base_sha: BASE, head_ref: 'refs/heads/gh-readonly-queue/main/pr-1-b' } },
    { ...GROUP, headSha: HEAD, baseSha: BASE },
  ],
  ['a merge group without its base', 'merge_group', { merge_group: { head_sha: HEAD } }, { ...GROUP, headSha: HEAD }],
  ['a merge group without anything', 'merge_group', {}, GROUP],
  ...(['push', 'schedule', 'workflow_dispatch', 'workflow_run', 'pull_request_target', ''] as const).map(
    name => [`${name || 'no'} event`, name, pullRequestWith({}, {}, { after: HEAD }), { kind: 'other', name }] as const,
  ),
];

const branches: readonly (readonly [unknown, string | undefined])[] = [
  [{ schedule: '23 4 * * 1', repository: { default_branch: 'main' } }, 'main'],
  [{ repository: { default_branch: '-oProxyCommand=sh' } }, undefined],
  [{ repository: null }, undefined],
  [undefined, undefined],
];

test.each(branches)('of another event the default branch is known where it is said: %j', (payload, defaultBranch) => {
  const known = defaultBranch === undefined ? {} : { defaultBranch };
  expect(eventOf('schedule', payload)).toEqual({ kind: 'other', name: 'schedule', ...known });
});

test.each(events)('%s is read for what it says', (_, name, payload, expected) => {
  expect(eventOf(name, payload)).toEqual(expected);
});

test.each(['HEAD', 'a'.repeat(39), 'A'.repeat(40), '--upload-pack=sh', `${HEAD}\n`, `${HEAD}..x`])(
  '%j is no commit',
  sha => {
    expect(eventOf('pull_request', pullRequestWith({ sha }, { sha }))).toEqual({
      ...PULL_REQUEST,
      number: 12,
      baseRef: 'main',
    });
  },
);

test.each(['-oProxyCommand=sh', 'a b', 'a..b', 'main:evil', 'a\u0007', '', 'a\n'])('%j is no branch', ref => {
  const { baseRef: _, ...rest } = WHOLE;
  expect(eventOf('pull_request', pullRequestWith({}, { ref }))).toEqual(rest);
});

test.each(['release/1.x', 'ветка', 'a-b', 'feature/#12'])('%j is a branch', ref => {
  expect(eventOf('pull_request', pullRequestWith({}, { ref }))).toEqual({ ...WHOLE, baseRef: ref });
});

test('a SHA-256 names a commit', () => {
  const sha = 'c'.repeat(64);
  expect(eventOf('merge_group', { merge_group: { head_sha: sha } })).toEqual({ ...GROUP, headSha: sha });
});

test('the event of a run is in the file that the runner names', () => {
  const folder = folderWith({ 'event.json': JSON.stringify(pullRequestWith()), 'broken.json': '{' });
  const environment = { GITHUB_EVENT_NAME: 'pull_request' };
  expect(eventIn({ ...environment, GITHUB_EVENT_PATH: join(folder, 'event.json') })).toEqual(WHOLE);
  for (const file of ['broken.json', 'missing.json', '']) {
    expect(eventIn({ ...environment, GITHUB_EVENT_PATH: join(folder, file) })).toEqual(PULL_REQUEST);
  }
  expect(eventIn({})).toEqual({ kind: 'other', name: '' });
});
