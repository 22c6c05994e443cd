import type { ChangedFile } from '../../findings/report.ts';
import type { FileContent } from '../../text/file-tree.ts';
import type { WorkflowEvent } from '../action/event.ts';
import type { Base, FetchBase } from '../base.ts';
import { linesChangedBy, shiftsBehind } from '../git/difference.ts';
import { accessIn, GitHub, PATIENCE, type Patience } from './client.ts';
import { changesBetween, commitFiles, contentsOf } from './commit-files.ts';
import { patchHunks } from './patch-hunks.ts';
import { Refusal } from './refusal.ts';

/** In which run a base is asked for. */
interface BaseRun {
  readonly event: WorkflowEvent;
  /** Empty where the workflow gives none. */
  readonly token: string;
  /** The runner's variables. */
  readonly environment: NodeJS.ProcessEnv;
}

/** How many files of the base are read, each with a request of the 1,000 that a workflow's token has per hour. */
const MAX_FILES = 300;

/** What GitHub says of two commits. */
interface Parting {
  /** The commit in which the second left the first. */
  readonly commit: string;
  /** Files that differ from there, by their path in the second; GitHub names the first 300, and not all with hunks. */
  readonly files: ReadonlyMap<string, { readonly previousPath?: string; readonly patch?: string }>;
}

/**
 * Gets a base from GitHub's API, for a checkout that has no history and can fetch none. The trees of both commits say what
 * differs, since a comparison stops at 300 files; the hunks of the comparison say where, and a file without any counts as
 * changed in whole.
 */
export function baseThroughApi({ event, token, environment }: BaseRun, patience: Patience = PATIENCE): FetchBase {
  return async (commits, isWanted) => {
    if (token === '') return undefined;
    const github = new GitHub(accessIn(environment, token), patience);
    const headCommit = event.kind === 'other' ? commits.head : (event.headSha ?? commits.head);
    try {
      return await github.settled(() => baseOf(github, { ...commits, headCommit }, isWanted));
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };
}

async function baseOf(
  github: GitHub,
  { base, head, headCommit }: { readonly base: string; readonly head: string; readonly headCommit: string },
  isWanted: (path: string) => boolean,
): Promise<Base | undefined> {
  const { commit, files } = await partingOf(github, base, head);
  const before = await commitFiles(github, commit);
  const after = before && (await commitFiles(github, head));
  if (before === undefined || after === undefined) return undefined;
  const changes = changesBetween(before, after, path => files.get(path)?.previousPath);
  const wanted = changes.flatMap(({ basePath }) => (basePath !== undefined && isWanted(basePath) ? basePath : []));
  if (wanted.length > MAX_FILES) return undefined;
  const contents = await contentsOf(github, before, wanted);
  const shifted = headCommit === head ? undefined : await partingOf(github, headCommit, head);
  const byPath = new Map(changes.map(change => [change.path, change]));
  return {
    words: `${commit.slice(0, 7)} (through the API)`,
    headCommit,
    changes,
    contentOf: path => contents.get(path) ?? (before.get(path)?.isFile === true ? NOT_ASKED_FOR : undefined),
    linesOf: paths =>
      new Map(
        paths.flatMap(path => {
          const { basePath } = byPath.get(path) ?? {};
          if (!byPath.has(path)) return [];
          const isSame = basePath !== undefined && before.get(basePath)?.id === after.get(path)?.id;
          return [[path, changedFile(path, basePath, isSame ? '' : files.get(path)?.patch)]];
        }),
      ),
    shiftsOf: paths =>
      new Map(
        paths.flatMap(path => {
          const patch = shifted?.files.get(path)?.patch;
          return patch === undefined ? [] : [[path, shiftsBehind(patchHunks(patch))] as const];
        }),
      ),
  };
}

const NOT_ASKED_FOR: FileContent = { reason: 'it was not asked of GitHub' };

/** @param patch `undefined` where GitHub shows no hunks of what differs. */
function changedFile(path: string, basePath: string | undefined, patch: string | undefined): ChangedFile {
  const previous = basePath === undefined || basePath === path ? {} : { previousPath: basePath };
  const hunks = basePath === undefined || patch === undefined ? undefined : patchHunks(patch);
  return { path, ...previous, ...linesChangedBy(hunks) };
}

async function partingOf(github: GitHub, base: string, head: string): Promise<Parting> {
  const { owner, repo } = github;
  const { data } = await github.answer(request =>
    request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      owner,
      repo,
      basehead: `${base}...${head}`,
      per_page: 1,
    }),
  );
  const files = (data.files ?? []).map(({ filename, previous_filename: previousPath, patch }) => {
    const renamed = previousPath === undefined ? {} : { previousPath };
    return [filename, patch === undefined ? renamed : { ...renamed, patch }] as const;
  });
  return { commit: data.merge_base_commit.sha, files: new Map(files) };
}
