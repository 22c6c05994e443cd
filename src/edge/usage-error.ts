/** A mistake of the user: how the command was called, or what the configuration file says. Ends the run with status 2. */
export class UsageError extends Error {
  /** One mistake a line, in lower case, without a full stop. */
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
