import type { Reporter } from '../../findings/report.ts';
import type { Format } from '../../report/format-names.ts';
import { textReporter } from '../../report/text.ts';
import { configurationFor } from '../configuration.ts';
import { linted } from '../linted.ts';
import { treeOf } from '../tree.ts';
import { exitStatusOf, noFilesMessage, type ExitStatus } from '../verdict.ts';
import { VERSION } from '../version.ts';
import type { Command } from './arguments.ts';
import { saved } from './saved.ts';
import type { Terminal } from './terminal.ts';

const FOR_PEOPLE: ReadonlySet<Format> = new Set(['text', 'markdown']);

/** `promsec lint`: findings on standard output or in a file, everything else on standard error. */
export async function lintCommand(command: Command, terminal: Terminal): Promise<ExitStatus> {
  const tree = treeOf(command.words, terminal.folder);
  const written = await configurationFor(tree.root, command.configuration, terminal.folder);
  const configuration = {
    ...written,
    pedantic: command.isPedantic || written.pedantic,
    failOn: command.failOn ?? written.failOn,
  };
  const report = await linted({ files: tree, configuration, now: command.now ?? terminal.now });
  const isFile = command.output !== undefined;
  const color = !isFile && (command.color ?? terminal.hasColor);
  const text = (await reporterOf(command, color))(report);
  if (command.output !== undefined) saved(command.output, text, terminal.folder);
  else if (FOR_PEOPLE.has(command.format)) terminal.print(text);
  else terminal.emit(text);
  const nothing = noFilesMessage(report, configuration);
  if (nothing !== undefined) terminal.complain(nothing);
  return exitStatusOf(report, configuration);
}

/** The text is what people wait for in front of a terminal; the other formats are loaded when they are asked for. */
async function reporterOf({ format, isVerbose }: Command, color: boolean): Promise<Reporter> {
  if (format === 'text') return textReporter({ color, verbose: isVerbose });
  const { reporterFor } = await import('../../report/format.ts');
  return reporterFor(format, { color, verbose: isVerbose, version: VERSION });
}
