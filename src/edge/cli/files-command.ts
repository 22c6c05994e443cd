import { readingsOf } from '../../lint/read.ts';
import { selectionOf } from '../../policy/selection.ts';
import { numbered } from '../../report/summary.ts';
import { visibleText } from '../../report/visible.ts';
import { configurationFor } from '../configuration.ts';
import type { ExitStatus } from '../verdict.ts';
import { treeFor } from '../whole-report.ts';
import type { Command } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/**
 * `promsec files`: a line for each file that is read, with its dialects, and for each that could be ours and is not,
 * with the reason.
 */
export async function filesCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  const tree = treeFor({ ...terminal, paths: command.words });
  const configuration = await configurationFor(tree.root, command.configuration, terminal.folder);
  const lines: string[] = [];
  for (const { path, documents, faults, unread } of readingsOf(tree, selectionOf(configuration))) {
    const dialects = counted(documents.map(document => document.dialect));
    const reasons = [...(unread === undefined ? [] : [unread]), ...new Set(faults.map(fault => fault.reason))];
    const notes = [...(dialects === '' ? [] : [dialects]), ...reasons.map(reason => `not read: ${reason}`)];
    lines.push(`${visibleText(path)}: ${notes.join('; ')}`);
  }
  const others = tree.paths.length - lines.length;
  const rest = `${numbered(others, 'other file')} not read: excluded, or nothing in them is for promsec`;
  terminal.print([...lines, ...(others > 0 ? [rest] : []), ''].join('\n'));
  return 0;
}

/** `prometheus`, or `3 operator` where there are several. */
function counted(dialects: readonly string[]): string {
  return [...new Set(dialects)]
    .map(dialect => {
      const count = dialects.filter(other => other === dialect).length;
      return count === 1 ? dialect : `${count} ${dialect}`;
    })
    .join(', ');
}
