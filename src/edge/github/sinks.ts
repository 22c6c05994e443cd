import { createHash } from 'node:crypto';
import type { Report } from '../../findings/report.ts';
import { cutTo } from '../../report/cut.ts';
import { commentText } from '../../report/github/comment.ts';
import { TOOL_NAME } from '../../report/project.ts';
import { visibleText } from '../../report/visible.ts';
import type { OtherEvent, WorkflowEvent } from '../action/event.ts';
import { shownCommit } from '../action/shown-commit.ts';
import { keepAudit, type AuditOrder } from './audit.ts';
import { makeCheckRun } from './check-run.ts';
import { accessIn, GitHub, PATIENCE, type Patience } from './client.ts';
import { keepComment } from './comment.ts';
import { Refusal } from './refusal.ts';
import { reviewSuggestions } from './review.ts';

/** What a workflow may ask for besides log, annotations and summary. */
export interface Sinks {
  readonly suggestions: boolean;
  /** The name of the check run. */
  readonly checkRun?: string;
  readonly comment: boolean;
  /** The issue, of the default branch alone. */
  readonly audit: boolean;
}

/** What there is to say, and in which run. */
export interface SinkRun {
  readonly report: Report;
  /** Whether the findings fail the step. */
  readonly isFailing: boolean;
  readonly event: WorkflowEvent;
  /** Empty where the workflow gives none. */
  readonly token: string;
  /** The runner's variables: repository, commit, workflow, job, run and servers. */
  readonly environment: NodeJS.ProcessEnv;
}

const AUDIT = 'audit';

const MAX_TITLE_LENGTH = 120;

interface Sink {
  /** What it is called in `action.yml`. */
  readonly input: string;
  readonly permission: string;
  /** What it did not do without being refused, if anything. */
  readonly send: (github: GitHub) => Promise<readonly string[]>;
}

/**
 * Does on GitHub what was asked for, one thing after the other, and gives a notice of each that was refused: lower case,
 * without a full stop. Never rejects. The report has to have been printed before, since nothing of it is lost then.
 */
export async function runSinks(wanted: Sinks, run: SinkRun, patience: Patience = PATIENCE): Promise<readonly string[]> {
  const { environment, token } = run;
  const sinks = sinksFor(wanted, run);
  if (sinks.length === 0) return [];
  if (token === '') return sinks.map(sink => noticeOf(sink, 'there is no token; give the input token one'));
  const notices: string[] = [];
  const github = new GitHub(accessIn(environment, token), patience);
  for (const sink of sinks) {
    try {
      const undone = await github.settled(() => sink.send(github));
      notices.push(...undone.map(clause => noticeOf(sink, clause)));
    } catch (error) {
      notices.push(noticeOf(sink, clauseFor(error, sink, run.event)));
    }
  }
  return notices;
}

function sinksFor({ suggestions, checkRun, comment, audit }: Sinks, run: SinkRun): readonly Sink[] {
  const { report, event, environment, isFailing } = run;
  const commit = shownCommit(report, event, environment) ?? '';
  const repository = `${environment['GITHUB_SERVER_URL'] || 'https://github.com'}/${environment['GITHUB_REPOSITORY']}`;
  const whereabouts = {
    files: `${repository}/blob/${commit}`,
    run: `${repository}/actions/runs/${environment['GITHUB_RUN_ID']}`,
  };
  const text = (): string => commentText(report, whereabouts);
  const sinks: Sink[] = [];
  if (audit && event.kind === 'other') {
    // Nothing is `existing` here but what a baseline has.
    const counting = { ...report, findings: report.findings.filter(({ state }) => state === 'new') };
    const order = { ...auditNames(environment), report: counting, whereabouts };
    const elsewhere = otherBranchClause(event, environment);
    sinks.push({
      input: AUDIT,
      permission: 'issues: write',
      send: async github => (elsewhere === undefined ? keepAudit(github, order) : [elsewhere]),
    });
  }
  if (checkRun !== undefined) {
    const order = { name: checkRun, commit, report, isFailing };
    sinks.push({
      input: 'check-run',
      permission: 'checks: write',
      send: github => makeCheckRun(github, { ...order, summary: text() }),
    });
  }
  const number = event.kind === 'pull-request' ? event.number : undefined;
  if (number === undefined) return sinks;
  const permission = 'pull-requests: write';
  const step = stepOf(environment);
  if (suggestions) {
    const order = { number, commit, step, report };
    sinks.push({ input: 'suggestions', permission, send: github => reviewSuggestions(github, order) });
  }
  if (comment) {
    const order = { number, step, isNews: report.findings.some(({ state }) => state === 'new') };
    sinks.push({ input: 'comment', permission, send: github => keepComment(github, { ...order, text: text() }) });
  }
  return sinks;
}

/** Tells a step from others of the repository, the same from run to run: two of them keep a comment each. */
function stepOf(environment: NodeJS.ProcessEnv): string {
  return hashOf(['GITHUB_WORKFLOW', 'GITHUB_JOB', 'INPUT_PATH', 'INPUT_CONFIG'].map(name => environment[name] ?? ''));
}

/** What is audited has one issue, whichever workflow and job does it. */
function auditNames({
  INPUT_PATH: path = '',
  INPUT_CONFIG: config = '',
}: NodeJS.ProcessEnv): Pick<AuditOrder, 'step' | 'title'> {
  const paths = path.split('\n').map(one => one.trim());
  const parts = paths.filter(one => one !== '' && one !== '.');
  const title = visibleText(`${TOOL_NAME} audit${parts.length === 0 ? '' : ` of ${parts.join(', ')}`}`);
  return { step: hashOf([...parts, config]), title: cutTo(MAX_TITLE_LENGTH, title) };
}

/** An issue that says now what one branch holds, now another, would say nothing of either. */
function otherBranchClause(
  { defaultBranch: branch }: OtherEvent,
  { GITHUB_REF: ref = '' }: NodeJS.ProcessEnv,
): string | undefined {
  if (branch === undefined || ref === '' || ref === `refs/heads/${branch}`) return undefined;
  return `the issue is about ${branch}, and this run is not`;
}

function hashOf(values: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);
}

function noticeOf({ input }: Sink, clause: string): string {
  return `${input}: ${clause}; the log and the summary hold every finding`;
}

function clauseFor(error: unknown, sink: Sink, event: WorkflowEvent): string {
  if (!(error instanceof Refusal)) return 'promsec itself made a mistake there';
  if (sink.input === AUDIT && error.kind === 'gone') return `the repository has no issues (${error.status})`;
  return error.kind === 'forbidden' ? `${error.words}; ${permissionAdvice(sink, event)}` : error.words;
}

function permissionAdvice({ input, permission }: Sink, event: WorkflowEvent): string {
  const reason = event.kind === 'pull-request' ? event.readOnlyBecause : undefined;
  if (reason === 'fork') return `it needs ${permission}, and a pull request from a fork has a token that only reads`;
  if (reason === 'dependabot') return `it needs ${permission}, and a run of Dependabot has a token that only reads`;
  // Of all sinks this one alone may be there though nobody has asked for it.
  const otherwise = input === AUDIT ? `, or set ${AUDIT}: false` : '';
  return `give the job the permission ${permission}${otherwise}`;
}
