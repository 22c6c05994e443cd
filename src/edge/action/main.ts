import { getInput, summary } from '@actions/core';
import type { Configuration } from '../../policy/configuration.ts';
import { ANNOTATION_SLOTS, MAX_ANNOTATION_LENGTH, type AnnotationSlots } from '../../report/annotations.ts';
import { cutTo } from '../../report/cut.ts';
import { reporterFor, type FormatOptions } from '../../report/format.ts';
import { existingText } from '../../report/text.ts';
import { visibleLines } from '../../report/visible.ts';
import { plainLogText, workflowCommand } from '../../report/workflow-log.ts';
import type { FetchBase } from '../base.ts';
import { writeOut } from '../cli/terminal.ts';
import { comparedReport } from '../compared-report.ts';
import { comparisonFor } from '../git/event-base.ts';
import type { SinkRun, Sinks } from '../github/sinks.ts';
import { linesFor, UsageError, type MistakePlace } from '../usage-error.ts';
import { exitStatusOf, noFilesMessage, type ExitStatus } from '../verdict.ts';
import { VERSION } from '../../report/version.ts';
import { eventIn, type WorkflowEvent } from './event.ts';
import { inputs, type Inputs } from './inputs.ts';
import { misplacedCheckout } from './misplaced-checkout.ts';
import { writeOutputs } from './outputs.ts';
import { shownFiles } from './shown-commit.ts';
import { failureText, verdictText } from './verdict-text.ts';

/** How many notices each thing that is told to GitHub besides may cost. */
const NOTICES_PER_SINK = 2;

/**
 * Runs as a step of a workflow: annotations, the log, the summary, outputs and files, which need no token and no network;
 * and after all of them, where it is asked for, what is told to GitHub besides.
 */
export async function runAction(): Promise<ExitStatus> {
  try {
    return await lintWorkspace(inputs(), process.env['GITHUB_WORKSPACE'] || process.cwd());
  } catch (error) {
    // One error with all lines, since a step has few, at the place of the first.
    annotate('error', linesFor(error).join('\n'), error instanceof UsageError ? error.place : undefined);
    return 2;
  }
}

async function lintWorkspace(wanted: Inputs, workspace: string): Promise<ExitStatus> {
  const event = eventIn(process.env);
  const token = getInput('token');
  // What is handed on as SARIF or JSON is everything: an alert that is missing there would count as mended.
  const isWhole = wanted.sarifFile !== undefined || wanted.jsonFile !== undefined;
  const commitOfRun = process.env['GITHUB_SHA'] || undefined;
  const run = { event, commit: commitOfRun, ...(token === '' ? {} : { fetchBase: baseFetcher(event, token) }) };
  const comparison = comparisonFor(run, wanted.scope, isWhole);
  const { report, configuration } = await comparedReport({
    paths: wanted.paths,
    folder: workspace,
    configuration: wanted.configuration,
    settings: settingsOf(wanted),
    now: new Date(),
    ...(wanted.baselineFile === undefined ? {} : { baselineFile: wanted.baselineFile }),
    ...(wanted.shard === undefined ? {} : { shard: wanted.shard }),
    ...(wanted.repository === undefined ? {} : { repository: wanted.repository }),
    ...(comparison === undefined ? {} : { comparison }),
  });
  const status = exitStatusOf(report, configuration);
  const misplaced = misplacedCheckout(report, workspace);
  const sinks = { ...wanted.sinks, audit: wanted.sinks.audit ?? isAudit(wanted, event) };
  const slots = slotsFor(sinks, misplaced === undefined ? 0 : 1);
  const verdict = verdictText(report, configuration, status);
  const commit = shownFiles(report, event, process.env);
  const options: FormatOptions = {
    color: false,
    verbose: true,
    version: VERSION,
    slots,
    ...(verdict === undefined ? {} : { verdict }),
    ...(commit === undefined ? {} : { commit }),
  };
  writeOut(reporterFor('github', options)(report));
  writeOut(plainLogText(reporterFor('text', { ...options, leavesOutExisting: true })(report)));
  writeFolded('what is not new', existingText(report));
  await summarize(reporterFor('markdown', options)(report));
  if (misplaced !== undefined) {
    annotate('notice', `annotations miss their lines, since the checkout is in ${misplaced}; set path: ${misplaced}`);
  }
  const nothing = noFilesMessage(report, configuration);
  if (nothing !== undefined && configuration.noFiles === 'warn') annotate('warning', nothing);
  writeOutputs(report, wanted, workspace, options);
  if (status !== 0) annotate('error', failureText(report, configuration, status, slots));
  // From here on nothing that may break or take long can take back what was found.
  process.exitCode = status;
  await tellGitHub(sinks, { report, isFailing: status !== 0, event, token, environment: process.env });
  return status;
}

/** A part of the log that is closed until a reader opens it. */
function writeFolded(title: string, text: string): void {
  if (text !== '') writeOut(`::group::${title}\n${plainLogText(text)}::endgroup::\n`);
}

async function summarize(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch {
    // Older runners and local ones have no summary: the log above holds everything.
    writeOut('the job summary cannot be written here; the report above is complete\n');
  }
}

function baseFetcher(event: WorkflowEvent, token: string): FetchBase {
  return async (commits, isWanted) => {
    const { baseThroughApi } = await import('../github/base.ts');
    return baseThroughApi({ event, token, environment: process.env })(commits, isWanted);
  };
}

/** What the inputs say of what the configuration file says too. */
function settingsOf({ pedantic, failOn, expiryDays, noFiles, baseline }: Inputs): Partial<Configuration> {
  return {
    ...(pedantic === undefined ? {} : { pedantic }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(expiryDays === undefined ? {} : { expiryDays }),
    ...(noFiles === undefined ? {} : { noFiles }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** An issue says what holds for all of its own repository. */
function isAudit({ shard, repository }: Inputs, event: WorkflowEvent): boolean {
  return event.name === 'schedule' && shard === undefined && repository === undefined;
}

/** @param notices how many there will be besides those of the sinks. */
function slotsFor({ suggestions, comment, audit, checkRun }: Sinks, notices: number): AnnotationSlots {
  const sinks = [suggestions, comment, audit, checkRun !== undefined].filter(Boolean).length;
  return { ...ANNOTATION_SLOTS, note: ANNOTATION_SLOTS.note - sinks * NOTICES_PER_SINK - notices };
}

/** An annotation of the step, at a place or at none. */
function annotate(level: 'error' | 'warning' | 'notice', text: string, place?: MistakePlace): void {
  const { file, line, column: col } = place ?? {};
  writeOut(`${workflowCommand(level, { file, line, col }, cutTo(MAX_ANNOTATION_LENGTH, visibleLines(text)))}\n`);
}

async function tellGitHub(sinks: Sinks, run: SinkRun): Promise<void> {
  if (!sinks.suggestions && !sinks.comment && !sinks.audit && sinks.checkRun === undefined) return;
  const { runSinks } = await import('../github/sinks.ts');
  for (const notice of await runSinks(sinks, run)) annotate('notice', notice);
}
