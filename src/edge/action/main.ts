import { setFailed, setOutput, summary, warning } from '@actions/core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { countsOf, type Report } from '../../findings/report.ts';
import { MAX_ANNOTATION_LENGTH } from '../../report/annotations.ts';
import { cutTo } from '../../report/cut.ts';
import type { Format } from '../../report/format-names.ts';
import { reporterFor } from '../../report/format.ts';
import { countsText } from '../../report/summary.ts';
import { visibleLines } from '../../report/visible.ts';
import { plainLogText, workflowCommand } from '../../report/workflow-log.ts';
import { configurationFor } from '../configuration.ts';
import { linted } from '../linted.ts';
import { treeOf } from '../tree.ts';
import { linesFor, UsageError } from '../usage-error.ts';
import { exitStatusOf, noFilesMessage, type ExitStatus } from '../verdict.ts';
import { VERSION } from '../version.ts';
import { inputs, type Inputs } from './inputs.ts';

/**
 * Runs as a step of a workflow: annotations, the log, the summary, outputs and files. Needs no token and no network.
 */
export async function runAction(): Promise<ExitStatus> {
  try {
    return await lintWorkspace(inputs(), process.env['GITHUB_WORKSPACE'] || process.cwd());
  } catch (error) {
    process.stdout.write(`${annotationFor(error)}\n`);
    return 2;
  }
}

/** One error with all lines, since a step has few, at the place of the first. */
function annotationFor(error: unknown): string {
  const { file, line, column: col } = (error instanceof UsageError ? error.place : undefined) ?? {};
  const text = visibleLines(linesFor(error).join('\n'));
  return workflowCommand('error', { file, line, col }, cutTo(MAX_ANNOTATION_LENGTH, text));
}

async function lintWorkspace(wanted: Inputs, workspace: string): Promise<ExitStatus> {
  const tree = treeOf(wanted.paths, workspace);
  const written = await configurationFor(tree.root, wanted.configuration, workspace);
  const configuration = {
    ...written,
    pedantic: wanted.pedantic ?? written.pedantic,
    failOn: wanted.failOn ?? written.failOn,
    expiryDays: wanted.expiryDays ?? written.expiryDays,
  };
  const report = await linted({ files: tree, configuration, now: new Date() });
  print(report);
  await summarize(report);
  const nothing = noFilesMessage(report, configuration);
  if (nothing !== undefined && configuration.noFiles === 'warn') warning(nothing);
  writeOutputs(report, wanted, workspace);
  const status = exitStatusOf(report, configuration);
  if (status !== 0) setFailed(nothing ?? failureOf(report, status));
  return status;
}

function formatted(format: Format, report: Report): string {
  return reporterFor(format, { color: false, verbose: true, version: VERSION })(report);
}

function print(report: Report): void {
  process.stdout.write(formatted('github', report));
  process.stdout.write(plainLogText(formatted('text', report)));
}

async function summarize(report: Report): Promise<void> {
  try {
    await summary.addRaw(formatted('markdown', report)).write();
  } catch {
    // Older runners and local ones have no summary: the log above holds everything.
    process.stdout.write('the job summary cannot be written here; the report above is complete\n');
  }
}

function writeOutputs(report: Report, wanted: Inputs, workspace: string): void {
  const counts = countsOf(report.findings);
  setOutput('findings', report.findings.length);
  setOutput('errors', counts.error);
  setOutput('warnings', counts.warning);
  setOutput('notes', counts.note);
  for (const [name, file, format] of [
    ['sarif-file', wanted.sarifFile, 'sarif'],
    ['json-file', wanted.jsonFile, 'json'],
  ] as const) {
    if (file === undefined) continue;
    save(name, resolve(workspace, file), formatted(format, report));
    setOutput(name, file);
  }
}

function save(input: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch {
    throw new UsageError([`the file for ${input} cannot be written; check its folder and permissions`]);
  }
}

function failureOf(report: Report, status: ExitStatus): string {
  if (status === 2) return 'promsec itself broke; the other findings stand';
  return `promsec found ${countsText(report.findings)}`;
}
