import { expect, test } from '@jest/globals';
import { chmodSync, chownSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Base } from '../../../src/edge/base.ts';
import { CLEAN, INSECURE } from '../documents.ts';
import { checkoutWith, folderWith, git, write } from '../folder.ts';
import { checkoutOf, commit, findingsOf, pullRequestWith, reportIn, runOn, type PullRequest } from './pull-request.ts';

const WITH_DB = `${INSECURE}  - job_name: db
    tls_config: { insecure_skip_verify: true }
`;
const BROUGHT = ['prometheus.yml:6 insecure-skip-verify'];

/** A pull request that adds a finding to one that is there, while the base gets another and loses one. */
function moving(): PullRequest {
  const base = { 'prometheus.yml': INSECURE, 'gone/prometheus.yml': INSECURE };
  const changes = [{ files: { 'a.txt': '1' } }, { files: { 'prometheus.yml': WITH_DB } }];
  const later = [
    { files: { 'later/prometheus.yml': INSECURE, 'gone/prometheus.yml': CLEAN } },
    { files: { 'b.txt': '1' } },
  ];
  return pullRequestWith(base, changes, later);
}

/** What a run in a checkout compares with, and what it finds new. */
async function outcomeIn(folder: string, pullRequest: PullRequest, overrides: Partial<ReturnType<typeof runOn>> = {}) {
  const report = await reportIn(folder, { ...runOn(pullRequest), ...overrides });
  const base = report.comparison?.base.replace(/ \([0-9a-f]{7}\)$/, '');
  return {
    base,
    without: report.withoutBase,
    brought: findingsOf(report, 'new'),
    headCommit: report.comparison?.headCommit,
  };
}

for (const depth of [1, 2, 0]) {
  test(`a merge commit at depth ${depth === 0 ? 'all' : depth} is compared with its first parent`, async () => {
    const pullRequest = moving();
    const folder = checkoutOf(pullRequest.origin, pullRequest.merge, depth);
    const want = { base: 'HEAD^1', without: undefined, brought: BROUGHT, headCommit: pullRequest.head };
    expect(await outcomeIn(folder, pullRequest)).toEqual(want);
  });

  test(`the head at depth ${depth === 0 ? 'all' : depth} is compared with where it left the base`, async () => {
    const pullRequest = moving();
    const folder = checkoutOf(pullRequest.origin, pullRequest.head, depth);
    const want = { base: 'where it left main', without: undefined, brought: BROUGHT, headCommit: pullRequest.head };
    expect(await outcomeIn(folder, pullRequest)).toEqual(want);
  });
}

test('the base of the event may be older than the merge commit', async () => {
  const pullRequest = moving();
  const stale = git(pullRequest.origin, 'rev-parse', 'main~2');
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 2);
  const outcome = await outcomeIn(folder, pullRequest, { event: { ...pullRequest.event, baseSha: stale } });
  expect(outcome).toMatchObject({ base: 'HEAD^1', brought: BROUGHT });
});

test('a base that was merged into the pull request is where it left it', async () => {
  const pullRequest = moving();
  const { origin } = pullRequest;
  git(origin, 'checkout', '--quiet', 'change');
  git(origin, 'merge', '--quiet', '--no-ff', '--message', 'update', 'main');
  const head = git(origin, 'rev-parse', 'HEAD');
  for (const depth of [1, 2, 0]) {
    const folder = checkoutOf(origin, head, depth);
    const event = { ...pullRequest.event, headSha: head };
    const outcome = await outcomeIn(folder, pullRequest, { event, commit: undefined });
    expect(outcome).toMatchObject({ base: 'where it left main', brought: BROUGHT });
  }
});

test('what a step commits on top of the checkout belongs to the change', async () => {
  const pullRequest = moving();
  for (const sha of [pullRequest.merge, pullRequest.head]) {
    const folder = checkoutOf(pullRequest.origin, sha, 0);
    commit(folder, { files: { 'made/prometheus.yml': INSECURE } });
    const { brought } = await outcomeIn(folder, pullRequest);
    expect(brought).toEqual(['made/prometheus.yml:4 insecure-skip-verify', ...BROUGHT]);
  }
});

test('what a step writes into the checkout belongs to the change', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 2);
  write(folder, { 'made/prometheus.yml': INSECURE });
  const { brought } = await outcomeIn(folder, pullRequest);
  expect(brought).toEqual(['made/prometheus.yml:4 insecure-skip-verify', ...BROUGHT]);
});

test('a group of a merge queue is compared with its base', async () => {
  const pullRequest = moving();
  const { origin, merge } = pullRequest;
  const event = { kind: 'merge-group', name: 'merge_group', headSha: merge, baseSha: pullRequest.base } as const;
  for (const depth of [1, 2, 0]) {
    const outcome = await outcomeIn(checkoutOf(origin, merge, depth), pullRequest, { event, commit: merge });
    expect(outcome).toMatchObject({ base: 'the base of the merge group', brought: BROUGHT, headCommit: merge });
  }
});

test('on a push, and by wish, everything counts', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 2);
  const all = ['later/prometheus.yml:4', 'prometheus.yml:4', 'prometheus.yml:6'].map(
    at => `${at} insecure-skip-verify`,
  );
  const onPush = await reportIn(folder, { event: { kind: 'other', name: 'push' }, commit: pullRequest.merge });
  const byWish = await reportIn(folder, runOn(pullRequest), 'all');
  for (const report of [onPush, byWish]) {
    expect(findingsOf(report, 'new')).toEqual(all);
    expect(report.comparison).toBeUndefined();
    expect(report.withoutBase).toBeUndefined();
  }
});

test('what is new is wanted on a push in vain, and that is said', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 2);
  const run = { event: { kind: 'other', name: 'push' }, commit: pullRequest.merge } as const;
  const report = await reportIn(folder, run, 'new');
  expect(report.withoutBase).toBe('a run on push has nothing to be compared with');
  expect(findingsOf(report, 'new')).toHaveLength(3);
});

test('a base that is neither there nor to be fetched costs the comparison and no finding', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 1);
  git(folder, 'remote', 'set-url', 'origin', 'file:///nowhere');
  const { without, brought } = await outcomeIn(folder, pullRequest);
  expect(without).toBe('the checkout lacks HEAD^1, and it cannot be fetched; give actions/checkout fetch-depth: 2');
  expect(brought).toHaveLength(3);
});

test('where git has no base the API is asked', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 1);
  git(folder, 'remote', 'set-url', 'origin', 'file:///nowhere');
  const ofApi: Base = {
    words: 'the base by the API',
    changes: [{ path: 'prometheus.yml', basePath: 'prometheus.yml' }, { path: 'a.txt' }],
    contentOf: path => (path === 'prometheus.yml' ? { bytes: Buffer.from(INSECURE) } : undefined),
    linesOf: () => new Map(),
    shiftsOf: () => new Map(),
  };
  const asked: object[] = [];
  const outcome = await outcomeIn(folder, pullRequest, {
    fetchBase: commits => {
      asked.push(commits);
      return Promise.resolve(ofApi);
    },
  });
  const want = { base: 'the base by the API', without: undefined, brought: BROUGHT, headCommit: pullRequest.head };
  expect(outcome).toEqual(want);
  expect(asked).toEqual([{ base: pullRequest.base, head: pullRequest.merge }]);
});

test('a checkout of something else has no base', async () => {
  const pullRequest = moving();
  const other = checkoutWith({ 'prometheus.yml': INSECURE });
  git(other, 'commit', '--quiet', '--message', 'one');
  const outside = folderWith({ 'prometheus.yml': INSECURE });
  const reasons = [];
  for (const folder of [other, outside]) reasons.push((await outcomeIn(folder, pullRequest)).without);
  expect(reasons).toEqual(['what is checked out is not the pull request', 'there is no git checkout']);
});

test('the default branch, which pull_request_target checks out, is not taken for the pull request', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.base, 2);
  const { without } = await outcomeIn(folder, pullRequest, { commit: pullRequest.base });
  expect(without).toBe('what is checked out is not the pull request');
});

test('a checkout in a folder of the workspace is found there', async () => {
  const pullRequest = moving();
  const workspace = folderWith({ 'made/prometheus.yml': INSECURE });
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 2);
  renameSync(folder, join(workspace, 'src'));
  renameSync(checkoutWith({ 'prometheus.yml': INSECURE }), join(workspace, 'other'));
  const report = await reportIn(workspace, runOn(pullRequest));
  const made = 'made/prometheus.yml:4 insecure-skip-verify';
  expect(findingsOf(report, 'new')).toEqual([made, 'src/prometheus.yml:6 insecure-skip-verify']);
  expect([...(report.comparison?.changes.keys() ?? [])]).toEqual(['src/prometheus.yml']);
  const alone = await reportIn(workspace, runOn(pullRequest), undefined, ['src']);
  expect(findingsOf(alone, 'new')).toEqual(BROUGHT);
});

test('a submodule is another repository, and what it moves to is not looked at', async () => {
  const library = checkoutWith({ 'prometheus.yml': INSECURE });
  git(library, 'commit', '--quiet', '--message', 'one');
  const pullRequest = pullRequestWith({ 'prometheus.yml': INSECURE }, []);
  const { origin } = pullRequest;
  git(origin, 'checkout', '--quiet', 'change');
  git(origin, 'submodule', '--quiet', 'add', library, 'module');
  commit(origin, { files: { 'prometheus.yml': WITH_DB } });
  const head = git(origin, 'rev-parse', 'HEAD');
  const folder = checkoutOf(origin, head, 0);
  git(folder, 'submodule', '--quiet', 'update', '--init');
  const { brought } = await outcomeIn(folder, pullRequest, { event: { ...pullRequest.event, headSha: head } });
  expect(brought).toEqual(BROUGHT);
});

test('a checkout that belongs to somebody else, as in a container, is compared all the same', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 1);
  if (process.getuid?.() === 0) chownSync(folder, 65_534, 65_534);
  expect((await outcomeIn(folder, pullRequest)).brought).toEqual(BROUGHT);
});

test('fetching runs no hook of the checkout and asks nobody', async () => {
  const pullRequest = moving();
  const folder = checkoutOf(pullRequest.origin, pullRequest.merge, 1);
  for (const hook of ['reference-transaction', 'post-index-change', 'pre-auto-gc', 'post-checkout']) {
    const path = join(folder, '.git/hooks', hook);
    write(folder, { [`.git/hooks/${hook}`]: `#!/bin/sh\ntouch '${folder}/ran'\n` });
    chmodSync(path, 0o755);
  }
  expect((await outcomeIn(folder, pullRequest)).brought).toEqual(BROUGHT);
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});

test('a clone without blobs is compared, and gets what it needs', async () => {
  const pullRequest = moving();
  const folder = folderWith();
  git(folder, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${pullRequest.origin}`, '.');
  git(folder, 'fetch', '--quiet', 'origin', pullRequest.merge);
  git(folder, 'checkout', '--quiet', pullRequest.merge);
  expect((await outcomeIn(folder, pullRequest)).brought).toEqual(BROUGHT);
});
