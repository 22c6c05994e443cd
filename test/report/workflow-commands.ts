import { actionCommandIn, logLinesOf, type ActionCommand } from '../runner/action-command.ts';

/** The commands in a log, as the runner reads them, but stricter: any name counts as that of a command. */
export function commandsIn(log: string): readonly ActionCommand[] {
  return logLinesOf(log).flatMap(line => actionCommandIn(line, () => true) ?? []);
}
