import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowEvent } from '../../src/edge/action/event.ts';
import type { Base } from '../../src/edge/base.ts';
import { gitBase } from '../../src/edge/git/git-base.ts';
import { baseThroughApi } from '../../src/edge/github/base.ts';
import { checkoutWith, git, write } from '../edge/folder.ts';
import type { FakeGitHub, Misfortune } from './fake-github.ts';
import { TOKEN } from './fake-github.ts';
import { GitObjects } from './git-objects.ts';
import { fakeGitHub, gitHubState, HASTE } from './sink-run.ts';

const LINES = Array.from({ length: 60 }, (_, index) => `line${index}: 1`);

/** The file with other lines in place of some, by their numbers from 0; an empty one takes a line out. */
function linesWith(changes: Readonly<Record<number, string>>): string {
  const lines = LINES.map((line, index) => changes[index] ?? line).filter(line => line !== '');
  return `${lines.join('\n')}\n`;
}

/** A pull request: its base, its head, and the merge commit of both, which is checked out. */
interface Sides {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

function pullRequest(): Sides {
  const folder = checkoutWith({
    'prometheus.yml': linesWith({}),
    'moved/old.yml': linesWith({}),
    'gone.yml': 'gone: 1\n',
    'same.yml': 'same: 1\n',
    'emptied.yml': 'a: 1\n',
    'прометей (1).yml': 'a: 1\n',
    'ca.der': '\u0000\u0001',
    target: 'x',
  });
  symlinkSync('target', join(folder, 'link.yml'));
  const commit = (): string => {
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--allow-empty', '--message=x');
    return revision(folder, 'HEAD');
  };
  commit();
  git(folder, 'checkout', '--quiet', '-b', 'topic');
  write(folder, {
    'prometheus.yml': linesWith({ 10: 'changed: 1', 11: 'changed: 2', 20: '', 30: 'line30: 1\nadded: 1', 59: '' }),
    'new.yml': 'new: 1\n',
    'emptied.yml': '',
    'прометей (1).yml': 'a: 2\n',
    'ca.der': '\u0000\u0002',
  });
  rmSync(join(folder, 'gone.yml'));
  rmSync(join(folder, 'link.yml'));
  symlinkSync('same.yml', join(folder, 'link.yml'));
  renameSync(join(folder, 'moved/old.yml'), join(folder, 'moved/new.yml'));
  const head = commit();
  git(folder, 'checkout', '--quiet', 'main');
  write(folder, { 'prometheus.yml': linesWith({ 0: 'line0: 1\nfrom the base: 1', 45: '' }), 'base.yml': 'base: 1\n' });
  const base = commit();
  git(folder, 'merge', '--quiet', '--no-ff', '--message=merge', head);
  return { folder, base, head, merge: revision(folder, 'HEAD') };
}

function revision(folder: string, name: string): string {
  return execFileSync('git', ['-C', folder, 'rev-parse', name], { encoding: 'utf8' }).trim();
}

const sides = pullRequest();

/** A fake GitHub that has the repository. */
async function gitHubOf(
  folder: string,
  misfortunes: readonly Misfortune[] = [],
): Promise<FakeGitHub & { readonly objects: GitObjects }> {
  const objects = new GitObjects(folder);
  const state = gitHubState();
  state.objects = objects;
  return Object.assign(await fakeGitHub(state, misfortunes), { objects });
}

async function baseFrom(
  github: FakeGitHub,
  commits = { base: sides.base, head: sides.merge },
  { token = TOKEN, isWanted = () => true }: { token?: string; isWanted?: (path: string) => boolean } = {},
): Promise<Base | undefined> {
  const event: WorkflowEvent = { kind: 'pull-request', name: 'pull_request', headSha: sides.head };
  const environment = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'o/r' };
  const base = await baseThroughApi({ event, token, environment }, HASTE)(commits, isWanted);
  expect(github.faults).toEqual([]);
  return base;
}

/** All that a base says, in an order of its own. */
function saidBy(base: Base | undefined): object {
  if (base === undefined || !('changes' in base)) throw new Error('there is no base');
  const paths = base.changes.flatMap(({ path }) => path ?? []).sort();
  const contents = base.changes.flatMap(({ basePath }) => basePath ?? []).sort();
  return {
    headCommit: base.headCommit,
    changes: base.changes.map(({ path = '', basePath = '' }) => `${basePath} -> ${path}`).sort(),
    contents: contents.map(path => [path, textOf(base, path)]),
    lines: paths.map(path => base.linesOf(paths).get(path)),
    shifts: paths.map(path => [path, base.shiftsOf(paths).get(path)]),
  };
}

function textOf(base: Base, path: string): string | undefined {
  const content = base.contentOf(path);
  if (content === undefined) return undefined;
  return 'bytes' in content ? Buffer.from(content.bytes).toString('utf8') : `not read: ${content.reason}`;
}

/** What git itself says of the same sides. */
function saidByGit(commit: string, checkedOut = sides.merge): object {
  git(sides.folder, 'checkout', '--quiet', checkedOut);
  const base = gitBase(sides.folder, { commit, name: 'HEAD^1', headCommit: sides.head }, []);
  if ('reason' in base) throw new Error(base.reason);
  return saidBy(base);
}

test('the API says of a merge commit what git says', async () => {
  const github = await gitHubOf(sides.folder);
  const base = await baseFrom(github);
  expect(saidBy(base)).toEqual(saidByGit(sides.base));
  expect(base?.words).toBe(`${sides.base.slice(0, 7)} (through the API)`);
});

test('of a base that has moved on the API knows where the head left it', async () => {
  const github = await gitHubOf(sides.folder);
  const parted = revision(sides.folder, `${sides.head}^`);
  expect(saidBy(await baseFrom(github, { base: sides.base, head: sides.head }))).toEqual(saidByGit(parted, sides.head));
});

test('what a comparison does not show is known from the trees, and counts in whole', async () => {
  const github = await gitHubOf(sides.folder);
  github.objects.mostFiles = 2;
  const base = await baseFrom(github);
  const { changes } = saidBy(base) as { readonly changes: readonly string[] };
  expect(changes).toContain(' -> new.yml');
  expect(changes).toContain('prometheus.yml -> prometheus.yml');
  expect(base?.linesOf(['prometheus.yml']).get('prometheus.yml')).toMatchObject({ isWhole: true });
  expect(base?.linesOf(['same.yml']).get('same.yml')).toBeUndefined();
});

test('a file without hunks counts in whole', async () => {
  const github = await gitHubOf(sides.folder);
  github.objects.withoutHunks.add('prometheus.yml');
  const base = await baseFrom(github);
  expect(base?.linesOf(['prometheus.yml']).get('prometheus.yml')).toMatchObject({ isWhole: true, lines: [] });
});

test('only what is wanted is read', async () => {
  const github = await gitHubOf(sides.folder);
  const base = await baseFrom(github, undefined, { isWanted: path => path === 'gone.yml' });
  expect(github.requests.filter(request => request.includes('/git/blobs/'))).toHaveLength(1);
  expect(base && textOf(base, 'gone.yml')).toBe('gone: 1\n');
  expect(base && textOf(base, 'prometheus.yml')).toBe('not read: it was not asked of GitHub');
});

test('more files than may be asked for are no base', async () => {
  const folder = checkoutWith(Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`${index}.yml`, 'a'])));
  git(folder, 'commit', '--quiet', '--message=x');
  const base = revision(folder, 'HEAD');
  git(folder, 'rm', '--quiet', '-r', '.');
  git(folder, 'commit', '--quiet', '--message=y');
  const github = await gitHubOf(folder);
  const commits = { base, head: revision(folder, 'HEAD') };
  expect(await baseFrom(github, commits)).toBeUndefined();
});

test('a tree that is cut off is no base', async () => {
  const github = await gitHubOf(sides.folder);
  github.objects.mostEntries = 3;
  expect(await baseFrom(github)).toBeUndefined();
});

test('without a token nothing is asked', async () => {
  const github = await gitHubOf(sides.folder);
  expect(await baseFrom(github, undefined, { token: '' })).toBeUndefined();
  expect(github.requests).toEqual([]);
});

const questions = ['compare/', 'git/trees/', 'git/blobs/'].map(path => `GET /repos/o/r/${path}`);

test.each(questions)('a question that GitHub does not answer leaves the run without a base: %s', async of => {
  for (const trouble of [{ status: 403 }, { status: 404 }, { status: 500 }, 'cut'] as const) {
    expect(await baseFrom(await gitHubOf(sides.folder, [{ of, trouble }]))).toBeUndefined();
  }
});

test.each(questions)('an answer that comes at the second attempt is enough: %s', async of => {
  const github = await gitHubOf(sides.folder, [{ of, trouble: 'cut within the answer', times: 1 }]);
  expect(saidBy(await baseFrom(github))).toEqual(saidByGit(sides.base));
});
