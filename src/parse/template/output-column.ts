import type { Action } from './template.ts';

// sprig: both put blanks before each line, and `nindent` a line break before all of them.
// Often the text that it makes is then read as a template: `tpl (toYaml .Values.selector | nindent 4) .`.
const LAST_STEP = /(?:\||^)\s*(?<name>n?indent)\s+(?<columns>\d{1,3})\s*(?:\)\s*[.$]\s*)?$/;
// No pipeline's last step is longer.
const LONGEST_STEP = 40;

interface Indent {
  readonly columns: number;
  readonly startsLine: boolean;
}

/** True for an action whose output begins with a line break: `toYaml .Values.tls | nindent 4`. */
export function startsLine(action: Action): boolean {
  return indentOf(action)?.startsLine === true;
}

/**
 * The column at which the output of an action begins that stands alone on its line: what it is indented by, else where
 * it stands.
 *
 * @param own the column of the action.
 */
export function outputColumnOf(action: Action, own: number): number {
  const indent = indentOf(action);
  if (indent === undefined) return own;
  return indent.startsLine ? indent.columns : own + indent.columns;
}

function indentOf({ code }: Action): Indent | undefined {
  const groups = LAST_STEP.exec(code.slice(-LONGEST_STEP))?.groups;
  if (groups === undefined) return undefined;
  return { columns: Number(groups['columns']), startsLine: groups['name'] === 'nindent' };
}
