import { isAbsolute, relative } from 'node:path';
import type { ActionCommand } from './action-command.ts';

/** What GitHub shows beside a line. Lines and columns from 1, the end column as it was sent. */
export interface Annotation {
  readonly level: 'failure' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

const LEVELS = { error: 'failure', warning: 'warning', notice: 'notice' } as const;
/** `src/Runner.Worker/ExecutionContext.cs`, _maxIssueMessageLength, in UTF-16 units. */
const MESSAGE_UNITS = 4096;

/**
 * What the runner makes of an `error`, `warning` or `notice` (`IssueCommandExtension`, `IssueExtensions.ToAnnotation`):
 * `undefined` where there is no message.
 *
 * @param masked the message as it is shown: the one thing of an annotation that masks apply to.
 */
export function annotationOf(
  { name, properties }: ActionCommand,
  masked: string,
  workspace: string,
): Annotation | undefined {
  if (!isLevel(name) || masked.trim() === '') return undefined;
  const { title, file } = properties;
  return {
    level: LEVELS[name],
    message: masked.slice(0, MESSAGE_UNITS),
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file: pathFrom(workspace, file) }),
    ...placeOf(properties),
  };
}

/** True for the names of commands that make annotations. */
export function isLevel(name: string): name is keyof typeof LEVELS {
  return Object.hasOwn(LEVELS, name);
}

function pathFrom(workspace: string, file: string): string {
  return isAbsolute(file) && file.startsWith(`${workspace}/`) ? relative(workspace, file) : file;
}

/** `src/Runner.Worker/ActionCommandManager.cs`, ValidateLinesAndColumns: what contradicts itself is dropped. */
function placeOf(properties: ActionCommand['properties']): Partial<Annotation> {
  const given = { line: properties['line'], endLine: properties['endLine'] };
  const columns = { start: numberIn(properties['col']), end: numberIn(properties['endColumn']) };
  const line = given.line ?? given.endLine;
  const isOneLine = numberIn(given.endLine) === undefined || line === given.endLine;
  const hasLines = numberIn(line) !== undefined && isAscending(numberIn(line), numberIn(given.endLine));
  const hasColumns = numberIn(line) !== undefined && isOneLine && isAscending(columns.start, columns.end);
  const column = columns.start ?? columns.end;
  return {
    ...(hasLines ? { line: Number(line), endLine: Number(given.endLine ?? line) } : {}),
    ...(hasColumns && column !== undefined ? { column, endColumn: columns.end ?? column } : {}),
  };
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined || !/^\s*[+-]?\d+\s*$/.test(text) ? undefined : Number(text);
}

function isAscending(start: number | undefined, end: number | undefined): boolean {
  return start === undefined || end === undefined || start <= end;
}
