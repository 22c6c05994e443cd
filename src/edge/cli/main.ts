import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { VERSION } from '../../report/version.ts';
import { nearName } from '../../text/near-name.ts';
import { NoSuchPath } from '../tree.ts';
import { linesFor } from '../usage-error.ts';
import type { ExitStatus } from '../verdict.ts';
import { commandFrom, type Command } from './arguments.ts';
import { lintCommand } from './lint-command.ts';
import { COMMANDS } from './options.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs the command that the words ask for. Never throws: whatever goes wrong is said on standard error and is status 2.
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const command = commandFrom(words);
    const isShadowed = words.includes(command.name) && isFolder(resolve(terminal.folder, command.name));
    if (isShadowed) {
      terminal.complain(`${command.name} is a command and also a folder here; for the folder say ./${command.name}`);
    }
    return await outcomeOf(command, terminal);
  } catch (error) {
    for (const line of withNearCommand(error) ?? linesFor(error)) terminal.complain(line);
    return 2;
  }
}

async function outcomeOf(command: Command, terminal: Terminal): Promise<ExitStatus> {
  switch (command.name) {
    case 'lint':
      return command.fix === undefined
        ? lintCommand(command, terminal)
        : (await import('./fix-command.ts')).fixCommand(command, command.fix, terminal);
    case 'merge':
      return (await import('./merge-command.ts')).mergeCommand(command, terminal);
    case 'files':
      return (await import('./files-command.ts')).filesCommand(command, terminal);
    case 'certificates':
      return (await import('./certificates-command.ts')).certificatesCommand(command, terminal);
    case 'explain':
      return (await import('./explain-command.ts')).explainCommand(command, terminal);
    case 'baseline':
      return (await import('./baseline-command.ts')).baselineCommand(command, terminal);
    case 'init':
      return (await import('./init-command.ts')).initCommand(command, terminal);
    case 'hash':
      return (await import('./hash-command.ts')).hashCommand(command, terminal);
    case 'rules':
      return (await import('./rules-command.ts')).rulesCommand(command, terminal);
    case 'completion':
      return (await import('./completion-command.ts')).completionCommand(command, terminal);
    case 'version':
      terminal.print(`promsec ${VERSION}\n`);
      return 0;
    case 'help':
      terminal.print((await import('./help.ts')).HELP);
      return 0;
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** A word that is neither a command nor a path may be a command with a slip of the finger. */
function withNearCommand(error: unknown): readonly string[] | undefined {
  const near = error instanceof NoSuchPath ? nearName(error.path, COMMANDS) : undefined;
  return near === undefined ? undefined : linesFor(error).map(line => `${line}; did you mean the command ${near}?`);
}
