import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearName } from '../../policy/near-name.ts';
import { NoSuchPath } from '../tree.ts';
import { UsageError } from '../usage-error.ts';
import type { ExitStatus } from '../verdict.ts';
import { VERSION } from '../version.ts';
import { commandFrom, COMMANDS, type Command } from './arguments.ts';
import { lintCommand } from './lint-command.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command that the words ask for. Never throws: whatever goes wrong is said on standard error and is status 2. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const command = commandFrom(words);
    const isShadowed = words[0] === command.name && isFolder(resolve(terminal.folder, command.name));
    if (isShadowed) {
      terminal.complain(`${command.name} is a command and also a folder here; for the folder say ./${command.name}`);
    }
    return await outcomeOf(command, terminal);
  } catch (error) {
    for (const line of linesFor(error)) terminal.complain(line);
    return 2;
  }
}

async function outcomeOf(command: Command, terminal: Terminal): Promise<ExitStatus> {
  switch (command.name) {
    case 'lint':
      return lintCommand(command, terminal);
    case 'files':
      return (await import('./files-command.ts')).filesCommand(command, terminal);
    case 'explain':
      return (await import('./rules-command.ts')).explainCommand(command, terminal);
    case 'rules':
      return (await import('./rules-command.ts')).rulesCommand(terminal);
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

function linesFor(error: unknown): readonly string[] {
  if (error instanceof UsageError) return error.lines;
  if (error instanceof NoSuchPath) {
    const near = nearName(error.path, COMMANDS);
    return [near === undefined ? error.message : `${error.message}; did you mean the command ${near}?`];
  }
  // The stack and not the message: a message can quote what was read.
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter(line => line.startsWith('    at ')) : [];
  const name = error instanceof Error ? error.name : 'an error';
  return [`promsec broke (${name}); please report it with these lines`, ...stack];
}
