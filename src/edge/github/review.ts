import type { Report } from '../../findings/report.ts';
import { reviewPlan, type PostedComment } from '../../report/github/review.ts';
import { suggestionsOf } from '../../report/github/suggestion.ts';
import { numbered } from '../../report/summary.ts';
import type { GitHub, Place, Request } from './client.ts';
import { inParts } from './parts.ts';

/** What a review is made of. */
interface ReviewOrder {
  /** Of the pull request. */
  readonly number: number;
  /** The head of the pull request, whose lines are commented on. */
  readonly commit: string;
  /** Tells the comments of one step from those of another. */
  readonly step: string;
  readonly report: Report;
}

/**
 * Suggests the safe fixes that lie in the diff, and takes back what it suggested before and no longer does. Done once
 * more, it finds what it has made. Gives what it could not do, as clauses.
 */
export async function reviewSuggestions(github: GitHub, order: ReviewOrder): Promise<readonly string[]> {
  const { owner, repo } = github;
  const { number, commit, step, report } = order;
  const suggestions = suggestionsOf(report);
  const posted = await ownComments(github, number);
  const paths = new Set(suggestions.map(({ path }) => path));
  const patches = paths.size === 0 ? new Map<string, string>() : await patchesOf(github, number, paths);
  const plan = reviewPlan({ step, suggestions, patches, comparison: report.comparison, posted });
  const refused = await inParts(plan.create, async comments => {
    await github.answer(request =>
      request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        owner,
        repo,
        pull_number: number,
        commit_id: commit,
        event: 'COMMENT',
        body: `promsec suggests ${numbered(comments.length, 'change')}`,
        comments: [...comments],
      }),
    );
  });
  for (const { id, body } of plan.update) {
    await github.answer(request =>
      request('PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}', { owner, repo, comment_id: id, body }),
    );
  }
  for (const id of plan.remove) {
    await github.answer(request =>
      request('DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}', { owner, repo, comment_id: id }),
    );
  }
  return [
    ...(refused === 0 ? [] : [`GitHub did not accept ${numbered(refused, 'suggestion')}`]),
    ...(plan.postponed === 0 ? [] : [`${numbered(plan.postponed, 'suggestion')} will follow with the next run`]),
  ];
}

/** The comments on lines by our author. */
async function ownComments(github: GitHub, number: number): Promise<readonly PostedComment[]> {
  const { owner, repo } = github;
  const login = await github.login();
  const listed = await github.list((request, place) =>
    request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', { owner, repo, pull_number: number, ...place }),
  );
  const answered = new Set(listed.map(comment => Number(comment.in_reply_to_id)));
  return listed
    .filter(({ user }) => user.login === login)
    .map(({ id, path, body, line, start_line: startLine }) => ({
      id: Number(id),
      path,
      body,
      hasReply: answered.has(Number(id)),
      // The description of the API knows no null, and outdated comments have it.
      ...(typeof line === 'number' ? { line } : {}),
      ...(typeof startLine === 'number' ? { startLine } : {}),
    }));
}

/** The hunks of files by path; of a file of which GitHub shows none there are none. */
async function patchesOf(
  github: GitHub,
  number: number,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const { owner, repo } = github;
  const page = (request: Request, place: Place) =>
    request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { owner, repo, pull_number: number, ...place });
  const files = await github.list(page);
  const patches = new Map<string, string>();
  for (const [at, { filename, patch }] of files.entries()) {
    if (!paths.has(filename)) continue;
    // Where the files of a page have too many lines together, the last ones come without any (orgs/community#213491).
    const hunks =
      patch ?? (await github.answer(request => page(request, { page: at + 1, per_page: 1 }))).data[0]?.patch;
    if (hunks !== undefined) patches.set(filename, hunks);
  }
  return patches;
}
