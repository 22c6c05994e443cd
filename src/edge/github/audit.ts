import { auditOf, type Audit, type AuditSource } from '../../report/github/audit.ts';
import { markerOf, markIn } from '../../report/github/marker.ts';
import type { GitHub } from './client.ts';
import { commentsBy } from './comment.ts';
import { Refusal } from './refusal.ts';

/** What an issue is made of. */
export interface AuditOrder extends AuditSource {
  /** Of an issue that is made; one that is there keeps what people have made of its title. */
  readonly title: string;
}

interface OwnIssue {
  readonly number: number;
  readonly body: string;
  readonly isOpen: boolean;
}

/**
 * Keeps one issue that says what is so now: made with the first finding, changed when what it says does, closed when
 * nothing is left, and opened again. Done once more, it finds what it has made.
 *
 * @returns what could not be done and why, in lower case.
 */
export async function keepAudit(github: GitHub, order: AuditOrder): Promise<readonly string[]> {
  const login = await github.login();
  const issue = (await oldestOpen(github, login, order)) ?? (await lastClosed(github, login, order));
  if (issue !== undefined) return update(github, login, order, issue);
  if (order.report.findings.length === 0) return [];
  await create(github, order);
  // Another run may have looked, found nothing and made one at the same time. The older one stays, and says what we say.
  const kept = await oldestOpen(github, login, order);
  return kept === undefined ? [] : update(github, login, order, kept);
}

/** The issue that is open; of several the first one, and the others are closed. */
async function oldestOpen(github: GitHub, login: string, order: AuditOrder): Promise<OwnIssue | undefined> {
  const [oldest, ...younger] = await ownIssues(github, login, order.step, 'open');
  for (const { number } of younger) {
    const body = `${markerOf('duplicate', order.step, 'closed')}\nA duplicate of #${oldest?.number}, made by another run at the same time.\n`;
    await change(github, number, { body, state: 'closed', state_reason: 'not_planned' });
  }
  return oldest;
}

/** The issue that was closed when nothing was left, where there is a reason to open it. */
async function lastClosed(github: GitHub, login: string, { report, step }: AuditOrder): Promise<OwnIssue | undefined> {
  return report.findings.length === 0 ? undefined : (await ownIssues(github, login, step, 'closed')).at(-1);
}

/**
 * The issues with our marker and our author, in the order of their numbers: anybody can write the marker. They are listed,
 * since a search finds an issue only a while after it was made.
 */
async function ownIssues(
  github: GitHub,
  login: string,
  step: string,
  state: 'open' | 'closed',
): Promise<readonly OwnIssue[]> {
  const { owner, repo } = github;
  const listed = await github.list((request, place) =>
    request('GET /repos/{owner}/{repo}/issues', { owner, repo, creator: login, state, ...place }),
  );
  return listed
    .filter(issue => issue.pull_request === undefined && issue.user?.login === login)
    .map(({ number, body }) => ({ number, body: body ?? '', isOpen: state === 'open' }))
    .filter(({ body }) => markIn('audit', step, body) !== undefined)
    .toSorted((a, b) => a.number - b.number);
}

async function create(github: GitHub, order: AuditOrder): Promise<void> {
  const { owner, repo } = github;
  const { body } = auditOf(order, undefined);
  await github.answer(request =>
    request('POST /repos/{owner}/{repo}/issues', { owner, repo, title: order.title, body }),
  );
}

/** The comment comes first: with the new body the old one is gone, and so is what there is to say of it. */
async function update(github: GitHub, login: string, order: AuditOrder, issue: OwnIssue): Promise<readonly string[]> {
  const { number, body, isOpen } = issue;
  const audit = auditOf(order, body);
  const isOther = markIn('audit', order.step, body) !== audit.content;
  const isToOpen = !audit.isClean;
  if (!isOther && isOpen === isToOpen) return [];
  const untold = isOther ? await tellNews(github, login, order.step, issue, audit) : [];
  await change(github, number, {
    ...(isOther ? { body: audit.body } : {}),
    ...(isOpen === isToOpen ? {} : isToOpen ? { state: 'open', state_reason: 'reopened' } : CLOSED),
  });
  return untold;
}

const CLOSED = { state: 'closed', state_reason: 'completed' } as const;

/**
 * Comments on what is new or fixed, unless the last comment of ours says it already. An issue that is locked takes none:
 * then its body alone is to say it.
 *
 * @returns what could not be done and why.
 */
async function tellNews(
  github: GitHub,
  login: string,
  step: string,
  { number, body: before }: OwnIssue,
  { content, news }: Audit,
): Promise<readonly string[]> {
  if (news === undefined) return [];
  const { owner, repo } = github;
  const name = `${markIn('audit', step, before)}-${content}`;
  const own = await commentsBy(login, github, number);
  const told = own.flatMap(({ body }) => markIn('news', step, body) ?? []);
  if (told.at(-1) === name) return [];
  const body = `${markerOf('news', step, name)}\n${news}`;
  try {
    await github.answer(request =>
      request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { owner, repo, issue_number: number, body }),
    );
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'locked') throw error;
    return [`no comment, since ${error.words}`];
  }
}

/** What of an issue is to be other. */
interface IssueChange {
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  readonly state_reason?: 'completed' | 'not_planned' | 'reopened';
}

async function change(github: GitHub, number: number, wanted: IssueChange): Promise<void> {
  const { owner, repo } = github;
  await github.answer(request =>
    request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { owner, repo, issue_number: number, ...wanted }),
  );
}
