import { visibleLines } from './visible.ts';

/**
 * Where the runner would see the start of a command: `##[` anywhere in a line, `::` at the start of one. It compares by
 * culture, which passes over ignorable characters (actions/runner, `src/Runner.Common/ActionCommand.cs`, `StartsWith`
 * and `IndexOf` without a comparison).
 */
const BRACKET_COMMAND = /#(?=\p{Default_Ignorable_Code_Point}*#\p{Default_Ignorable_Code_Point}*\[)/gu;
const COLON_COMMAND = /^(?:(?!\n)[\s\p{Default_Ignorable_Code_Point}])*:(?=\p{Default_Ignorable_Code_Point}*:)/gmu;

/**
 * `text` changed so that the GitHub runner finds no workflow command in it: a space parts what begins one, and control
 * characters, a lone carriage return too, and bidirectional ones become visible escapes. Colour does not survive it.
 */
export function plainLogText(text: string): string {
  return visibleLines(text.replaceAll('\r\n', '\n')).replace(BRACKET_COMMAND, '$& ').replace(COLON_COMMAND, '$& ');
}

/** One workflow command. @param properties those that are `undefined` are left out. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${written.join(',')}::${escapedMessage(message)}`;
}

function escapedMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
