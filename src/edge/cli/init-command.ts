import { readingsOf } from '../../lint/read.ts';
import { DEFAULT_CONFIGURATION } from '../../policy/configuration.ts';
import { selectionOf } from '../../policy/selection.ts';
import { numbered } from '../../report/summary.ts';
import { visibleText } from '../../report/visible.ts';
import { CONFIGURATION_PLACES } from '../configuration.ts';
import { gitTopOf } from '../git/checkout.ts';
import { isTaken, writeOwnFile } from '../own-file.ts';
import { treeOf } from '../tree.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './arguments.ts';
import { FIRST_CONFIGURATION } from './first-configuration.ts';
import { FIRST_WORKFLOW } from './first-workflow.ts';
import type { Terminal } from './terminal.ts';

const WORKFLOW_PLACE = '.github/workflows/promsec.yml';
const NAMED_FILES = 10;

/**
 * `promsec init`: looks at what there is, and writes a configuration file and a workflow where there are none. What is
 * there stays as it is.
 *
 * @throws UsageError outside of a repository, where both files are there, and where one cannot be written.
 */
export async function initCommand({ words }: Command, terminal: Terminal): Promise<0> {
  if (words.length > 0) throw new UsageError(['init takes no path; it looks at the whole repository']);
  const root = gitTopOf(terminal.folder);
  if (root === undefined)
    throw new UsageError(['there is no git repository here; go to one, or make it with git init']);
  const configuration = CONFIGURATION_PLACES.find(place => isTaken(root, place));
  const workflow = isTaken(root, WORKFLOW_PLACE) ? WORKFLOW_PLACE : undefined;
  if (configuration !== undefined && workflow !== undefined) {
    throw new UsageError([`${configuration} and ${workflow} are there already; init overwrites nothing`]);
  }
  const say = (line: string): void => terminal.print(`${line}\n`);
  foundIn(root).forEach(say);
  const files = [
    { place: '.promsec.yml', text: FIRST_CONFIGURATION, there: configuration },
    { place: WORKFLOW_PLACE, text: FIRST_WORKFLOW, there: workflow },
  ];
  for (const { place, text, there } of files) {
    if (there === undefined) writeOwnFile(root, place, text, false);
    say(there === undefined ? `wrote ${place}` : `left ${there} as it is`);
  }
  say('\npromsec says what it finds now; promsec baseline records that, so that only what is new counts');
  return 0;
}

/** What the repository has for promsec, a line each. */
function foundIn(root: string): readonly string[] {
  const counts = new Map<string, number>();
  const unread: string[] = [];
  for (const { path, documents, faults } of readingsOf(treeOf([], root), selectionOf(DEFAULT_CONFIGURATION))) {
    for (const { dialect } of documents) counts.set(dialect, (counts.get(dialect) ?? 0) + 1);
    if (faults.length > 0) unread.push(visibleText(path));
  }
  const dialects = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([dialect, count]) => `${count} ${dialect}`);
  const found =
    dialects.length === 0
      ? 'found nothing of Prometheus yet; promsec files says what is looked at'
      : `found ${dialects.join(', ')} (promsec files names them)`;
  return [found, ...(unread.length === 0 ? [] : [unreadText(unread)])];
}

function unreadText(paths: readonly string[]): string {
  const more = paths.length > NAMED_FILES ? [`and ${paths.length - NAMED_FILES} more`] : [];
  return `could not read ${numbered(paths.length, 'file')}: ${[...paths.slice(0, NAMED_FILES), ...more].join(', ')}`;
}
