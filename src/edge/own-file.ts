import { closeSync, constants, existsSync, lstatSync, mkdirSync, openSync, realpathSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, liesIn } from './disk.ts';
import { UsageError } from './usage-error.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;

/**
 * Writes a file of ours below the top of a repository, and the folders that it needs. No link leads it elsewhere.
 *
 * @param mayReplace false where a file that is there already stays as it is.
 * @throws UsageError where it cannot be written.
 */
export function writeOwnFile(root: string, path: string, text: string, mayReplace: boolean): void {
  const onDisk = join(root, path);
  try {
    const folder = existingFolder(dirname(onDisk));
    if (!liesIn(realpathSync(root), realpathSync(folder))) throw leadsOut(path);
    mkdirSync(dirname(onDisk), { recursive: true });
    const descriptor = openSync(onDisk, O_WRONLY | O_CREAT | O_NOFOLLOW | (mayReplace ? O_TRUNC : O_EXCL), 0o666);
    try {
      writeAll(descriptor, Buffer.from(text));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === 'ELOOP') throw leadsOut(path);
    const reason = codeOf(error) === 'EEXIST' ? 'something is there already' : 'check the folder and its permissions';
    throw new UsageError([`${path} cannot be written; ${reason}`]);
  }
}

/** True for whatever stands at a path, a link that leads nowhere too. */
export function isTaken(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Where a file stands in the place of a folder. What else is wrong is said when it is written.
    return false;
  }
}

function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}

function leadsOut(path: string): UsageError {
  return new UsageError([`${path} is not written through a symbolic link; remove the link`]);
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let rest = bytes; rest.length > 0; rest = rest.subarray(writeSync(descriptor, rest)));
}
