import type { Report } from '../../findings/report.ts';
import { ANNOTATIONS_AT_ONCE, checkRunOf } from '../../report/github/check-run.ts';
import { numbered } from '../../report/summary.ts';
import type { GitHub } from './client.ts';
import { inParts } from './parts.ts';

/** What a check run is made of. */
interface CheckRunOrder {
  readonly name: string;
  readonly commit: string;
  readonly report: Report;
  readonly isFailing: boolean;
  /** In Markdown. */
  readonly summary: string;
}

/**
 * Makes a check run that is complete from the beginning, and adds its annotations to it. Done once more, it makes a new
 * one, and GitHub shows the newest of a name. Gives what it could not do, as clauses.
 */
export async function makeCheckRun(github: GitHub, order: CheckRunOrder): Promise<readonly string[]> {
  const { owner, repo } = github;
  const { name, commit, report, isFailing, summary } = order;
  const { conclusion, title, annotations } = checkRunOf(report, isFailing);
  const output = { title, summary };
  const { data } = await github.answer(request =>
    request('POST /repos/{owner}/{repo}/check-runs', {
      owner,
      repo,
      name,
      head_sha: commit,
      status: 'completed',
      conclusion,
      output,
    }),
  );
  let refused = 0;
  for (let start = 0; start < annotations.length; start += ANNOTATIONS_AT_ONCE) {
    refused += await inParts(annotations.slice(start, start + ANNOTATIONS_AT_ONCE), async part => {
      await github.answer(request =>
        request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
          owner,
          repo,
          check_run_id: Number(data.id),
          output: { ...output, annotations: [...part] },
        }),
      );
    });
  }
  return refused === 0 ? [] : [`GitHub did not accept ${numbered(refused, 'annotation')}`];
}
