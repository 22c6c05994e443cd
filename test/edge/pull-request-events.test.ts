import { expect, test } from '@jest/globals';
import { chownSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { INSECURE, WEAK } from './documents.ts';
import { folderWith } from './folder.ts';
import { pullRequest, type PullRequest } from './pull-request.ts';
import { runStep, type Step, type StepOutcome } from './runner.ts';

/** A pull request that brings one warning to a repository with an error. */
function weakPullRequest(): PullRequest {
  return pullRequest({ base: { 'a/prometheus.yml': INSECURE, 'c.md': '' }, head: { 'web.yml': WEAK } });
}

function placesIn({ annotations }: StepOutcome): readonly string[] {
  return annotations.flatMap(({ file, line }) => (file === undefined ? [] : [`${file}:${line ?? ''}`]));
}

const NEW = ['web.yml:2'];

const PULL_REQUEST = { number: 7, sender: { login: 'octocat' } };
const events: readonly (readonly [string, Step])[] = [
  [
    'a pull request of a fork',
    { payload: { ...PULL_REQUEST, pull_request: { head: { repo: { full_name: 'x/y' } } } } },
  ],
  ['a pull request of Dependabot', { payload: { ...PULL_REQUEST, sender: { login: 'dependabot[bot]' } } }],
  ['a payload that says nothing', { payload: {} }],
  ['a payload that is not there', { env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } }],
];

test.each(events)('of %s only what is new counts', (_name, { payload, env }) => {
  const { workspace, step } = weakPullRequest();
  const outcome = runStep(workspace, { ...(payload === undefined ? {} : { payload }), env: { ...step.env, ...env } });
  expect([outcome.status, placesIn(outcome)]).toEqual([0, NEW]);
});

test('a merge group is judged by what it brings, though it has no pull request', () => {
  const { workspace, step } = weakPullRequest();
  const { GITHUB_SHA: head } = step.env ?? {};
  const payload = { action: 'checks_requested', merge_group: { head_sha: head, base_sha: parentOf(step) } };
  const outcome = runStep(workspace, { payload, env: { ...step.env, GITHUB_EVENT_NAME: 'merge_group' } });
  expect([outcome.status, placesIn(outcome)]).toEqual([0, NEW]);
});

/** The base, as the payload of the pull request names it. */
function parentOf({ payload }: Pick<Step, 'payload'>): unknown {
  const { pull_request: { base } = {} } = (payload ?? {}) as { pull_request?: { base?: { sha?: string } } };
  return base?.sha;
}

test.each(['push', 'schedule', 'pull_request_target'])('on %j everything counts', name => {
  const { workspace, step } = weakPullRequest();
  const outcome = runStep(workspace, { ...step, env: { ...step.env, GITHUB_EVENT_NAME: name } });
  expect([outcome.status, placesIn(outcome)]).toEqual([1, ['a/prometheus.yml:4', 'web.yml:2']]);
});

test('a checkout below the workspace is compared too', () => {
  const { workspace, step } = weakPullRequest();
  const outer = folderWith();
  renameSync(workspace, join(outer, 'sub'));
  const outcome = runStep(outer, { ...step, inputs: { path: 'sub' } });
  expect([outcome.status, placesIn(outcome)]).toEqual([0, NEW]);
  const without = runStep(outer, step);
  expect([without.status, placesIn(without)]).toEqual([0, NEW.map(place => `sub/${place}`)]);
  expect(without.annotations.at(-1)).toEqual({
    level: 'notice',
    message: 'annotations miss their lines, since the checkout is in sub; set path: sub',
  });
});

test('a checkout that belongs to somebody else, as in a container, is compared too', () => {
  const { workspace, step } = weakPullRequest();
  // Only root can give a folder away, as in a container job; for others it stays theirs.
  const owner = process.getuid?.() === 0 ? 1234 : (process.getuid?.() ?? 0);
  for (const path of ['.', '.git']) chownSync(join(workspace, path), owner, -1);
  const outcome = runStep(workspace, step);
  expect([outcome.status, placesIn(outcome)]).toEqual([0, NEW]);
});

test('what GitHub is to be told besides and is not costs a notice, for which there is a slot', () => {
  const users = Array.from({ length: 15 }, (_, index) => `- { job_name: j${index}, bearer_token: <secret> }\n`);
  const { workspace, step } = pullRequest({
    base: { 'c.md': '' },
    head: {
      'prometheus.yml': `scrape_configs:\n${users.join('')}`,
      '.promsec.yml': 'version: 1\nrules: { deprecated-bearer-token: note }\n',
    },
  });
  const inputs = { comment: 'true', suggestions: 'true', 'check-run': 'all', pedantic: 'true' };
  const { annotations, view, status } = runStep(workspace, { ...step, inputs });
  const notices = annotations.filter(({ level }) => level === 'notice');
  expect(status).toBe(0);
  expect(view.lostAnnotations.notice).toBe(0);
  expect(notices.filter(({ file }) => file !== undefined)).toHaveLength(4);
  expect(notices.at(-1)?.message).toMatch(/^comment: there is no token; /);
});
