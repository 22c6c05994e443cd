/** Where a mistake stands: lines and columns from 1. */
export interface MistakePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A mistake of the user: how the command was called, or what the configuration file says. Ends the run with status 2.
 */
export class UsageError extends Error {
  /** One mistake a line, in lower case, without a full stop. */
  readonly lines: readonly string[];
  /** Where the first one stands, if that is in a file. */
  readonly place: MistakePlace | undefined;

  constructor(lines: readonly string[], place?: MistakePlace) {
    super(lines.join('\n'));
    this.lines = lines;
    this.place = place;
  }
}

/**
 * What to say of an error that ended the run: the user's mistakes, or that ours it was, with the stack. The message of
 * ours is left out, since it can quote what was read.
 */
export function linesFor(error: unknown): readonly string[] {
  if (error instanceof UsageError) return error.lines;
  const name = error instanceof Error ? error.name : 'an error';
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return [
    `promsec broke (${name}); please report it with these lines`,
    ...stack.filter(line => line.startsWith('    at ')),
  ];
}
