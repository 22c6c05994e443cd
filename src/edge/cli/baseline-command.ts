import { INTERNAL_ERROR } from '../../findings/engine-rules.ts';
import { filesOf, type Report } from '../../findings/report.ts';
import { baselineOf } from '../../policy/baseline.ts';
import { baselineText } from '../../policy/baseline-file.ts';
import { numbered } from '../../report/summary.ts';
import { visibleText } from '../../report/visible.ts';
import { baselinePath, prunedText, type BaselinePlace } from '../baseline.ts';
import { BASELINE_PLACE, configurationFor } from '../configuration.ts';
import { linted } from '../../lint/linted.ts';
import { writeOwnFile } from '../own-file.ts';
import { UsageError } from '../usage-error.ts';
import type { ExitStatus } from '../verdict.ts';
import { treeFor } from '../whole-report.ts';
import type { Command } from './arguments.ts';
import { saved } from './saved.ts';
import type { Terminal } from './terminal.ts';

/**
 * `promsec baseline`: records what is found in the whole repository, so that from then on only what is new counts.
 *
 * @throws UsageError where words follow, since what is not looked at would be lost, and where nothing can be written.
 */
export async function baselineCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  if (command.words.length > 0) throw new UsageError(['baseline records the whole repository and takes no path']);
  const tree = treeFor({ ...terminal, paths: [] });
  const read = await configurationFor(tree.root, command.configuration, terminal.folder);
  const configuration = command.isPedantic ? { ...read, pedantic: true } : read;
  const report = await linted({ files: tree, configuration, now: command.now ?? terminal.now });
  if (report.findings.some(({ ruleId }) => ruleId === INTERNAL_ERROR.id)) {
    throw new UsageError(['promsec made a mistake, and recorded nothing; promsec lint says where']);
  }
  const text = baselineText(baselineOf(report.findings));
  if (command.output === undefined) writeOwnFile(tree.root, BASELINE_PLACE, text, true);
  else saved(command.output, text, terminal.folder);
  terminal.print(`${recorded(report, command.output)}\n`);
  return 0;
}

function recorded({ findings }: Report, output: string | undefined): string {
  const where = visibleText(output ?? BASELINE_PLACE);
  const what = `${numbered(findings.length, 'finding')} in ${numbered(filesOf(findings).length, 'file')}`;
  const option = output === undefined ? '--baseline' : `--baseline=${where}`;
  return `${where} records ${what}; commit it, and promsec lint ${option} counts only what it has not`;
}

/** Drops what is stale from the baseline that a report was judged with, and says so. */
export function pruneBaseline({ baseline }: Report, place: BaselinePlace, terminal: Terminal): void {
  // Where nothing was judged, nothing is known of it.
  if (baseline === undefined) return;
  const { file, stale } = baseline;
  if (stale.length === 0) {
    terminal.complain(`nothing in ${file} is stale`);
    return;
  }
  const text = prunedText(place, stale);
  if (place.named === undefined) writeOwnFile(place.root, BASELINE_PLACE, text, true);
  else saved(baselinePath(place), text, place.folder);
  const count = stale.reduce((sum, entry) => sum + entry.count, 0);
  terminal.complain(`${numbered(count, 'finding')} that ${count === 1 ? 'is' : 'are'} gone dropped from ${file}`);
}
