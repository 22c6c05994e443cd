import { certificateList } from '../../report/certificates/format.ts';
import { configurationFor } from '../configuration.ts';
import { linted } from '../../lint/linted.ts';
import type { ExitStatus } from '../verdict.ts';
import { VERSION } from '../../report/version.ts';
import { treeFor } from '../whole-report.ts';
import type { Command } from './arguments.ts';
import { saved } from './saved.ts';
import type { Terminal } from './terminal.ts';

/** `promsec certificates`: every certificate that is committed, by the date of its end. It judges nothing. */
export async function certificatesCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  const { certificateFormat: format, output } = command;
  const tree = treeFor({ ...terminal, paths: command.words });
  const configuration = await configurationFor(tree.root, command.configuration, terminal.folder);
  const report = await linted({ files: tree, configuration, now: command.now ?? terminal.now, rules: [] });
  const hasColor = output === undefined && (command.color ?? terminal.hasColor);
  const text = certificateList(report, format, { version: VERSION, hasColor });
  if (output !== undefined) saved(output, text, terminal.folder);
  else if (format === 'text') terminal.print(text);
  else terminal.emit(text);
  return 0;
}
