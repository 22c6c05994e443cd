import type { Report } from '../findings/report.ts';
import type { Configuration } from '../policy/configuration.ts';
import { configurationFor, type ConfigurationChoice } from './configuration.ts';
import { linted } from './linted.ts';
import { treeOf, type DiskTree } from './tree.ts';

/** What a run is asked for. */
export interface ReportRequest {
  /** Files and folders as named; none for the whole checkout. */
  readonly paths: readonly string[];
  /** The current folder. */
  readonly folder: string;
  readonly configuration: ConfigurationChoice;
  /** What beats the configuration file. */
  readonly settings: Partial<Configuration>;
  readonly now: Date;
}

/** A report, and the configuration that it was judged by. */
export interface Judged {
  readonly report: Report;
  readonly configuration: Configuration;
}

/**
 * Reads a repository and says what is wrong with it.
 *
 * @throws UsageError for a path that is not there and for mistakes in the configuration file.
 */
export async function wholeReport(
  request: ReportRequest,
  tree: DiskTree = treeOf(request.paths, request.folder),
): Promise<Judged> {
  const configuration = await configurationOf(request, tree);
  return { report: await linted({ files: tree, configuration, now: request.now }), configuration };
}

/** The configuration of a run. @throws UsageError for mistakes in its file. */
export async function configurationOf(
  { configuration, folder, settings }: ReportRequest,
  { root }: DiskTree,
): Promise<Configuration> {
  return { ...(await configurationFor(root, configuration, folder)), ...settings };
}
