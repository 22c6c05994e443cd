import type { Report } from '../../findings/report.ts';
import type { WorkflowEvent } from './event.ts';

/**
 * The commit that GitHub shows results on: of a pull request its head, and not the merge commit that is checked out.
 * `undefined` where the runner names none.
 *
 * @param environment the runner's variables.
 */
export function shownCommit(
  { comparison }: Report,
  event: WorkflowEvent,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const ofEvent = event.kind === 'other' ? undefined : event.headSha;
  return ofEvent ?? comparison?.headCommit ?? (environment['GITHUB_SHA'] || undefined);
}

/**
 * Where GitHub shows the files of the commit that results are shown on: `https://github.com/o/r/blob/SHA`. Of another
 * repository than that of the run no commit is known.
 */
export function shownFiles(report: Report, event: WorkflowEvent, environment: NodeJS.ProcessEnv): string | undefined {
  const commit = shownCommit(report, event, environment);
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (!commit || !server || !repository) return undefined;
  const { repository: judged = repository } = report;
  if (judged.toLowerCase() !== repository.toLowerCase()) return undefined;
  return `${server}/${repository}/blob/${commit}`;
}
