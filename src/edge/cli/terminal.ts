import { visibleText } from '../../report/visible.ts';
import { plainLogText } from '../../report/workflow-log.ts';

/** What a command has of the world: passed in, so that it can be run anywhere. */
export interface Terminal {
  /** The current folder. */
  readonly folder: string;
  readonly now: Date;
  /** True when standard output shows colours. */
  readonly hasColor: boolean;
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes a line to standard error, which a workflow reads for commands too. */
  complain(line: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', endOn);
  return {
    folder: process.cwd(),
    now: new Date(),
    hasColor: showsColor(process.env, stdout.isTTY),
    print: text => void stdout.write(text),
    complain: line => void stderr.write(`promsec: ${plainLogText(visibleText(line))}\n`),
  };
}

/** https://force-color.org, whose first word is the last one as in Node.js and supports-color, then https://no-color.org. */
export function showsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** A reader that has seen enough (`promsec | head`) is no failure. A full disk is: what was found is lost. */
function endOn(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`promsec: the output cannot be written (${error.code ?? error.name})\n`);
  process.exit(2);
}
