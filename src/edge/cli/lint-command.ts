import type { Report, Reporter } from '../../findings/report.ts';
import type { Format } from '../../report/format-names.ts';
import { textReporter } from '../../report/text.ts';
import { treeFor, wholeReport, type Judged, type ReportRequest } from '../whole-report.ts';
import { UsageError } from '../usage-error.ts';
import { exitStatusOf, noFilesMessage, type ExitStatus } from '../verdict.ts';
import { VERSION } from '../../report/version.ts';
import type { Command } from './arguments.ts';
import { saved } from './saved.ts';
import type { Terminal } from './terminal.ts';

/** Formats that show a change; the others are lists, and a list lacks nothing. */
const FOR_CHANGES: ReadonlySet<Format> = new Set(['text', 'github', 'markdown']);
const FOR_PEOPLE: ReadonlySet<Format> = new Set(['text', 'markdown']);

/** `promsec lint`: findings on standard output or in a file, everything else on standard error. */
export async function lintCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  return concluded(await judged(command, terminal), command, terminal);
}

/** Writes a report as the command asks for it, with all that follows from it. */
export async function concluded(
  { report, configuration }: Judged,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (command.prunes && report.baseline === undefined && report.comparison?.isUntouched !== true) {
    throw new UsageError(['--prune needs a baseline; add --baseline, or baseline: true to the configuration']);
  }
  await reported(report, command, terminal);
  if (command.prunes) await prune(report, command, terminal);
  const nothing = noFilesMessage(report, configuration);
  if (nothing !== undefined) terminal.complain(nothing);
  return exitStatusOf(report, configuration);
}

async function prune(report: Report, { words, baseline }: Command, terminal: Terminal): Promise<void> {
  const { pruneBaseline } = await import('./baseline-command.ts');
  const { root } = treeFor({ paths: words, folder: terminal.folder });
  pruneBaseline(report, { named: baseline?.file, folder: terminal.folder, root }, terminal);
}

/** Writes a report as the command asks for it. */
export async function reported(report: Report, command: Command, terminal: Terminal): Promise<void> {
  const isFile = command.output !== undefined;
  const color = !isFile && (command.color ?? terminal.hasColor);
  const text = (await reporterOf(command, color))(report);
  if (command.output !== undefined) saved(command.output, text, terminal.folder);
  else if (FOR_PEOPLE.has(command.format)) terminal.print(text);
  else terminal.emit(text);
}

async function judged(command: Command, terminal: Terminal): Promise<Judged> {
  const { comparison, format } = command;
  const request = requestOf(command, terminal);
  if (comparison === undefined) return wholeReport(request);
  const { revisionReport } = await import('./revision-report.ts');
  return revisionReport(request, { ...comparison, isWhole: !FOR_CHANGES.has(format) });
}

/** What a run is asked for, as the command says it. */
export function requestOf(command: Command, { folder, now, watched }: Terminal): ReportRequest {
  const { words, failOn, isPedantic, shard, repository, baseline } = command;
  return {
    paths: words,
    folder,
    configuration: command.configuration,
    settings: {
      ...(isPedantic ? { pedantic: true } : {}),
      ...(failOn === undefined ? {} : { failOn }),
      ...(baseline === undefined ? {} : { baseline: true }),
    },
    ...(baseline?.file === undefined ? {} : { baselineFile: baseline.file }),
    now: command.now ?? now,
    ...(shard === undefined ? {} : { shard }),
    ...(repository === undefined ? {} : { repository }),
    ...(watched === undefined ? {} : { watched }),
  };
}

/** The text is what people wait for in front of a terminal; the other formats are loaded when they are asked for. */
async function reporterOf({ format, isVerbose }: Command, color: boolean): Promise<Reporter> {
  if (format === 'text') return textReporter({ color, verbose: isVerbose });
  if (format === 'json') return (await import('../../report/json.ts')).jsonReporter(VERSION);
  const { reporterFor } = await import('../../report/format.ts');
  return reporterFor(format, { color, verbose: isVerbose, version: VERSION });
}
