import { fstatSync, writeSync } from 'node:fs';
import { visibleText } from '../../report/visible.ts';
import { plainLogText } from '../../report/workflow-log.ts';
import { codeOf } from '../disk.ts';
import type { DiskTree } from '../tree.ts';
import { UsageError } from '../usage-error.ts';
import { Progress, showsProgress } from './progress.ts';

const STDOUT = 1;
const STDERR = 2;
const FULL_PIPE_MILLISECONDS = 10;

/** What a command has of the world: passed in, so that it can be run anywhere. */
export interface Terminal {
  /** The current folder. */
  readonly folder: string;
  readonly now: Date;
  /** True when standard output shows colours. */
  readonly hasColor: boolean;
  /**
   * Writes text for people to standard output: in the log of a workflow, whose runner obeys commands there, with those
   * broken.
   */
  print(text: string): void;
  /** Writes to standard output what a program is to read, as it is. */
  emit(text: string): void;
  /** Writes a line to standard error, which a workflow reads for commands too. */
  complain(line: string): void;
  /** A tree that says while it is read how far that has come. Absent where nobody sees it. */
  readonly watched?: (tree: DiskTree) => DiskTree;
}

/**
 * The terminal of this process. It writes at once and past the streams of Node, which take a tenth of its start to
 * load.
 *
 * @throws UsageError from `print` and `emit` where the output cannot be written: what was found would be lost.
 */
export function processTerminal(): Terminal {
  const isWorkflowLog = process.env['GITHUB_ACTIONS'] === 'true';
  const progress = showsProgress(process.env, () => showsText(STDERR)) ? progressOfProcess() : undefined;
  const emit = (text: string): void => {
    progress?.clear();
    writeOut(text);
  };
  return {
    folder: process.cwd(),
    now: new Date(),
    // Breaking commands breaks colours too.
    hasColor: !isWorkflowLog && showsColor(process.env, showsText(STDOUT)),
    print: text => emit(isWorkflowLog ? plainLogText(text) : text),
    emit,
    complain(line) {
      progress?.clear();
      write(STDERR, `promsec: ${plainLogText(visibleText(line))}\n`);
    },
    ...(progress === undefined ? {} : { watched: tree => progress.watched(tree) }),
  };
}

function progressOfProcess(): Progress {
  const progress = new Progress({ milliseconds: () => performance.now(), draw: text => void write(STDERR, text) });
  // A run may end without a word, such as with its report in a file.
  process.once('exit', () => progress.clear());
  return progress;
}

/**
 * https://force-color.org, whose first word is the last one as in Node.js and supports-color, then
 * https://no-color.org.
 */
export function showsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** Only a character device can be one, and only then is it worth loading what knows. */
function showsText(descriptor: number): boolean {
  return fstatSync(descriptor).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** Writes to standard output. @throws UsageError where that is impossible: what was found would be lost. */
export function writeOut(text: string): void {
  const fault = write(STDOUT, text);
  if (fault !== undefined) throw new UsageError([`the output cannot be written (${fault})`]);
}

/**
 * Writes all of a text and says what kept it from that. A reader that has seen enough (`promsec | head`) is no fault.
 */
function write(descriptor: number, text: string): string | undefined {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE') return undefined;
      if (code !== 'EAGAIN') return String(code);
      // A pipe that does not wait by itself is full.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MILLISECONDS);
    }
  }
  return undefined;
}
