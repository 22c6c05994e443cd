import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ENGINE_RULES } from '../../findings/engine-rules.ts';
import type { RuleMetadata } from '../../findings/report.ts';
import { readReport } from '../../report/json-reading.ts';
import type { ReportJson } from '../../report/json-shape.ts';
import { merged, type SavedReport } from '../../report/merged.ts';
import { rebuiltReport } from '../../report/rebuilt-report.ts';
import { RULES } from '../../rules/index.ts';
import { UsageError } from '../usage-error.ts';
import { exitStatusOf, noFilesMessage, type ExitStatus, type Thresholds } from '../verdict.ts';
import { VERSION } from '../../report/version.ts';
import type { Command } from './arguments.ts';
import { reported } from './lint-command.ts';
import type { Terminal } from './terminal.ts';

const ALL: readonly RuleMetadata[] = [...RULES, ...ENGINE_RULES];

/**
 * `promsec merge`: one report of several that were printed as JSON, with the status of the worst of their repositories.
 *
 * @throws UsageError for what is no report, and for shards that are no whole.
 */
export async function mergeCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  if (command.words.length === 0)
    throw new UsageError(['merge needs the files of reports; make them with --format json']);
  const merging = merged(savedReports(command.words, terminal.folder));
  if ('mistakes' in merging) throw new UsageError(merging.mistakes);
  const { json, repositories, remarks } = merging;
  await reported(rebuiltReport(json, ALL), command, terminal);
  for (const remark of remarks) terminal.complain(remark);
  const statuses = repositories.map(repository => statusOf(repository, command, terminal));
  return statuses.reduce((worst, status) => (status > worst ? status : worst));
}

function savedReports(paths: readonly string[], folder: string): readonly SavedReport[] {
  const wanted = { version: VERSION, ruleIds: new Set(ALL.map(({ id }) => id)) };
  const mistakes: string[] = [];
  const reports = paths.flatMap(name => {
    const reading = readReport(textAt(name, folder), wanted);
    if ('json' in reading) return [{ name, json: reading.json }];
    mistakes.push(`${name}: ${reading.mistake}`);
    return [];
  });
  if (mistakes.length > 0) throw new UsageError(mistakes);
  return reports;
}

function textAt(name: string, folder: string): string {
  try {
    return readFileSync(resolve(folder, name), 'utf8');
  } catch {
    throw new UsageError([`the report ${name} cannot be read; check that it is there`]);
  }
}

function statusOf(json: ReportJson, { failOn }: Command, terminal: Terminal): ExitStatus {
  const report = rebuiltReport(json, ALL);
  const { configuration } = json;
  const thresholds: Thresholds = {
    failOn: failOn ?? configuration?.failOn ?? 'error',
    noFiles: configuration?.noFiles ?? 'pass',
  };
  const nothing = noFilesMessage(report, thresholds);
  if (nothing !== undefined)
    terminal.complain(json.repository === undefined ? nothing : `${json.repository}: ${nothing}`);
  return exitStatusOf(report, thresholds);
}
