import type { FileContent } from '../../text/file-tree.ts';
import type { FileChange } from '../base.ts';
import { FILE_BYTES, TOO_LARGE } from '../disk.ts';
import type { GitHub } from './client.ts';

/** What a commit has at a path. */
interface CommittedFile {
  /** The object of git. */
  readonly id: string;
  readonly size: number;
  /** False for a link and a submodule. */
  readonly isFile: boolean;
}

/** The files of a commit by path. */
type CommitFiles = ReadonlyMap<string, CommittedFile>;

const FILES_AT_ONCE = 8;

/** The files of a commit; `undefined` where they are more than GitHub lists (100,000, or 7 MB). */
export async function commitFiles(github: GitHub, commit: string): Promise<CommitFiles | undefined> {
  const { owner, repo } = github;
  const { data } = await github.answer(request =>
    request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { owner, repo, tree_sha: commit, recursive: 'true' }),
  );
  if (data.truncated) return undefined;
  const files = data.tree.filter(({ type }) => type !== 'tree');
  return new Map(
    files.map(({ path, mode, sha, size = 0 }) => [path, { id: sha, size, isFile: mode.startsWith('100') }]),
  );
}

/** @param previousPathOf what a file of the newer commit was called before, where it was called something else. */
export function changesBetween(
  before: CommitFiles,
  after: CommitFiles,
  previousPathOf: (path: string) => string | undefined,
): readonly FileChange[] {
  const differs = (path: string): boolean => {
    const [old, now] = [before.get(path), after.get(path)];
    return old?.id !== now?.id || old?.isFile !== now?.isFile;
  };
  const renamed = new Map(
    [...after.keys()].flatMap(path => {
      const previous = previousPathOf(path);
      return previous === undefined || after.has(previous) || before.has(path) ? [] : [[path, previous] as const];
    }),
  );
  const left = new Set(renamed.values());
  return [
    ...[...after.keys()].filter(differs).map(path => {
      const basePath = renamed.get(path) ?? (before.has(path) ? path : undefined);
      return basePath === undefined ? { path } : { path, basePath };
    }),
    ...[...before.keys()].filter(path => !after.has(path) && !left.has(path)).map(basePath => ({ basePath })),
  ];
}

/** The contents of files of a commit by path; links and submodules have none. */
export async function contentsOf(
  github: GitHub,
  files: CommitFiles,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FileContent>> {
  const contents = new Map<string, FileContent>();
  const open = paths.flatMap(path => {
    const file = files.get(path);
    return file?.isFile === true ? [{ path, file }] : [];
  });
  const readNext = async (): Promise<void> => {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { path, file } = next;
      contents.set(path, file.size > FILE_BYTES ? TOO_LARGE : { bytes: await bytesOf(github, file.id) });
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, readNext));
  return contents;
}

async function bytesOf(github: GitHub, id: string): Promise<Uint8Array> {
  const { owner, repo } = github;
  const { data } = await github.answer(request =>
    request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { owner, repo, file_sha: id }),
  );
  return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
}
