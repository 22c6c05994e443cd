import { pathFrom } from '../../text/path.ts';
import type { CommandLine } from './command-line.ts';

/** A path of a container, and where it is committed. */
export interface Mount {
  readonly target: string;
  readonly committed: string;
}

/** Mounts by the path in the container, without a slash at its end. */
export function mountsOf(mounts: readonly Mount[]): CommandLine['mounts'] {
  return Object.fromEntries(mounts.map(({ target, committed }) => [target.replace(/(?<=.)\/+$/, ''), committed]));
}

// The working directory, as shells and make have it.
const HERE = /^"?\$(?:PWD|\{PWD\}|\(pwd\)|\(PWD\)|\(CURDIR\)|\{CURDIR\})"?(?=\/|$)/;

/**
 * The committed path that the first half of a volume means; `undefined` for a named volume, an absolute path, and what
 * a variable puts in.
 */
export function committedPath(source: string, folder: string): string | undefined {
  const path = source.replace(HERE, '.');
  return /^\.{1,2}(?:\/|$)/.test(path) && !path.includes('$') ? pathFrom(folder, path) : undefined;
}
