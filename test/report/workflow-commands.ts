/** A command that the GitHub runner obeys. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The commands in a log, as the runner reads them (actions/runner, `src/Runner.Common/ActionCommand.cs`: `::` at the
 * start of a line, else `##[` anywhere in it), but stricter: any name counts as a command, and ignorable characters as
 * nothing.
 */
export function commandsIn(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap(line => {
    const read = line.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trimStart();
    return colonCommand(read) ?? bracketCommand(read) ?? [];
  });
}

function colonCommand(line: string): WorkflowCommand | undefined {
  const [, head, data] = /^::(.*?)::(.*)$/su.exec(line) ?? [];
  if (head === undefined || data === undefined) return undefined;
  const [name = '', ...rest] = head.split(' ');
  const pairs = rest
    .join(' ')
    .split(',')
    .filter(pair => pair.includes('='))
    .map(pair => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))] as const);
  return { name, properties: Object.fromEntries(pairs), data: unescaped(data) };
}

function bracketCommand(line: string): WorkflowCommand | undefined {
  const [, head, data] = /##\[([^\]]*)\](.*)$/su.exec(line) ?? [];
  return head === undefined || data === undefined ? undefined : { name: head, properties: {}, data };
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
