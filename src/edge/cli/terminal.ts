/** What a command has of the world: passed in, so that it can be run anywhere. */
export interface Terminal {
  /** The current folder. */
  readonly folder: string;
  readonly now: Date;
  /** True when standard output shows colours. */
  readonly hasColor: boolean;
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes a line to standard error. */
  complain(line: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  // https://no-color.org and what supports-color takes for FORCE_COLOR.
  const isForced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const isRefused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  for (const stream of [stdout, stderr]) stream.on('error', quitQuietly);
  return {
    folder: process.cwd(),
    now: new Date(),
    hasColor: isForced || (stdout.isTTY && !isRefused),
    print: text => void stdout.write(text),
    complain: line => void stderr.write(`promsec: ${line}\n`),
  };
}

/** A reader that has seen enough (`promsec | head`) is no failure. */
function quitQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
