import type { Report, Shard } from '../findings/report.ts';
import { reportOfShard } from '../lint/shard.ts';
import type { Configuration } from '../policy/configuration.ts';
import { configurationFor, type ConfigurationChoice } from './configuration.ts';
import { linted } from '../lint/linted.ts';
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
  /** The baseline, from the current folder, where it is another one than the usual one. */
  readonly baselineFile?: string;
  readonly now: Date;
  /** The part of the report that is wanted; absent where all of it is. */
  readonly shard?: Shard;
  /** What the repository is called: `owner/name`. */
  readonly repository?: string;
  /** Gives the tree that is read in the place of the one on disk, as who watches the reading wants. */
  readonly watched?: (tree: DiskTree) => DiskTree;
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
export async function wholeReport(request: ReportRequest, tree: DiskTree = treeFor(request)): Promise<Judged> {
  const configuration = await configurationOf(request, tree);
  const { now, shard } = request;
  const report = await linted({ files: tree, configuration, now, ...(shard === undefined ? {} : { shard }) });
  return { report: asRequested(await subtracted(report, request, tree, configuration), request), configuration };
}

/** A report without what the baseline has, where there is to be one. @throws UsageError for mistakes in its file. */
export async function subtracted(
  report: Report,
  { folder, baselineFile }: ReportRequest,
  tree: DiskTree,
  { baseline }: Configuration,
): Promise<Report> {
  if (!baseline) return report;
  const { reportWithBaseline } = await import('./baseline.ts');
  return reportWithBaseline(report, { named: baselineFile, folder, root: tree.root }, tree);
}

/** A report with the name that its repository was given, or the part of it that is wanted. */
export function asRequested(report: Report, { shard, repository }: ReportRequest): Report {
  const named = repository === undefined ? report : { ...report, repository };
  return shard === undefined ? named : reportOfShard(named, shard);
}

/** The tree that a run reads, as it is watched. @throws UsageError for a path that is not there. */
export function treeFor({ paths, folder, watched }: Pick<ReportRequest, 'paths' | 'folder' | 'watched'>): DiskTree {
  const tree = treeOf(paths, folder);
  return watched === undefined ? tree : watched(tree);
}

/** The configuration of a run. @throws UsageError for mistakes in its file. */
export async function configurationOf(
  { configuration, folder, settings }: ReportRequest,
  { root }: DiskTree,
): Promise<Configuration> {
  return { ...(await configurationFor(root, configuration, folder)), ...settings };
}
