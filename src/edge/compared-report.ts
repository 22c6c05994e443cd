import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Comparison, Report } from '../findings/report.ts';
import { lintedSides, reportWithBase, type KnownChange } from '../lint/compare.ts';
import { mayMatter } from '../lint/matter.ts';
import { DEFAULT_CONFIGURATION } from '../policy/configuration.ts';
import type { Base, FileChange, NoBase } from './base.ts';
import { baseSideOf } from './base-tree.ts';
import { BASELINE_PLACE, CONFIGURATION_PLACES } from './configuration.ts';
import { answered } from '../lint/linted.ts';
import { shownPath, type DiskTree } from './tree.ts';
import { isUntouched } from './untouched.ts';
import {
  asRequested,
  configurationOf,
  subtracted,
  treeFor,
  wholeReport,
  type Judged,
  type ReportRequest,
} from './whole-report.ts';

/** What to compare with, and which findings count then. */
export interface ComparisonRequest {
  readonly scope: Comparison['scope'];
  /** True where what nobody changed is wanted too, so that a change of nothing of ours is no reason to stop early. */
  readonly isWhole: boolean;
  readonly findBase: (tree: DiskTree) => Base | NoBase | Promise<Base | NoBase>;
}

/** What a run is asked for, and what it is compared with; absent where all findings count. */
interface ComparedRequest extends ReportRequest {
  readonly comparison?: ComparisonRequest;
}

/**
 * Reads a repository and says what is wrong with it, and which of that counts since the base.
 *
 * @throws UsageError for a path that is not there and for mistakes in the configuration file.
 */
export async function comparedReport(request: ComparedRequest): Promise<Judged> {
  const { comparison, now } = request;
  if (comparison === undefined) return wholeReport(request);
  const { scope, isWhole, findBase } = comparison;
  const tree = treeFor(request);
  const base = await findBase(tree);
  if ('reason' in base) {
    const { report, configuration } = await wholeReport(request, tree);
    return { report: { ...report, withoutBase: base.reason }, configuration };
  }
  const configurationFiles = configurationFilesOf(request, tree);
  const baselineFiles = baselineFilesOf(request, tree);
  if (!isWhole && isUntouched(tree, base, [...configurationFiles, ...baselineFiles])) {
    return { report: asRequested(untouchedReport(scope, base, now), request), configuration: DEFAULT_CONFIGURATION };
  }
  const configuration = await configurationOf(request, tree);
  const input = { files: tree, configuration, now, ...(request.shard === undefined ? {} : { shard: request.shard }) };
  const sides = await answered(answers => lintedSides({ ...input, ...answers }, baseSideOf(tree, base)));
  const policyFiles = configuration.baseline ? [...configurationFiles, ...baselineFiles] : configurationFiles;
  const report = reportWithBase(sides, knownChange(scope, base, sides.head, policyFiles));
  return { report: asRequested(await subtracted(report, request, tree, configuration), request), configuration };
}

/** Where the configuration file is, and where what it links to is. */
function configurationFilesOf({ configuration, folder }: ReportRequest, { root }: DiskTree): readonly string[] {
  const { file, isOff = false } = configuration;
  return isOff ? [] : filesAt(CONFIGURATION_PLACES, file, folder, root);
}

/** The same of the baseline, if there is to be one. */
function baselineFilesOf({ baselineFile, folder, settings }: ReportRequest, { root }: DiskTree): readonly string[] {
  return settings.baseline === false ? [] : filesAt([BASELINE_PLACE], baselineFile, folder, root);
}

function filesAt(usual: readonly string[], named: string | undefined, folder: string, root: string): readonly string[] {
  const places = named === undefined ? usual.map(place => resolve(root, place)) : [resolve(folder, named)];
  const targets = places.filter(place => existsSync(place)).map(place => realpathSync(place));
  return [...new Set([...places, ...targets].map(place => shownPath(root, place)))];
}

/** What a change comes to of which nothing is ours. */
function untouchedReport(scope: Comparison['scope'], base: Base, now: Date): Report {
  const known = { ...wordsOf(scope, base), changes: new Map(), shifts: new Map(), policyChanges: [] };
  return {
    findings: [],
    ignored: [],
    unread: [],
    rules: [],
    files: { seen: 0, documents: {} },
    certificates: [],
    comparison: { ...known, fixed: 0, isUntouched: true },
    secrets: [],
    now,
  };
}

function knownChange(
  scope: Comparison['scope'],
  base: Base,
  { findings, ignored, certificates }: Report,
  policyFiles: readonly string[],
): KnownChange {
  const spans = [...findings, ...ignored.map(({ finding }) => finding), ...certificates].map(({ at }) => at);
  const shown = [...new Set(spans.map(({ file }) => file.path))];
  const changed = base.changes.flatMap(({ path }) => (path !== undefined && mayMatter(path) ? path : []));
  return {
    ...wordsOf(scope, base),
    changes: base.linesOf([...new Set([...changed, ...shown])]),
    shifts: base.shiftsOf(shown),
    policyChanges: base.changes.flatMap(change => policyChange(change, policyFiles) ?? []),
  };
}

function wordsOf(
  scope: Comparison['scope'],
  { words, headCommit }: Base,
): Pick<KnownChange, 'scope' | 'base' | 'headCommit'> {
  return { scope, base: words, ...(headCommit === undefined ? {} : { headCommit }) };
}

function policyChange({ path, basePath }: FileChange, policyFiles: readonly string[]): string | undefined {
  const [is, was] = [path, basePath].map(side => side !== undefined && policyFiles.includes(side));
  if (is === true) return `${path} is ${was === true ? 'changed' : 'added'}`;
  return was === true ? `${basePath} is removed` : undefined;
}
