import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { FileContent } from '../text/file-tree.ts';

/** The largest file that is read. */
export const FILE_BYTES = 64 * 2 ** 20;
export const TOO_LARGE: FileContent = { reason: 'it is larger than 64 MiB' };
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

/**
 * The content of a file. `undefined` for what is none: a folder, a device, a symbolic link, and what has vanished
 * meanwhile. A link is not followed, since what it leads to inside the tree is read under its own name.
 */
export function contentOf(path: string): FileContent | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const { size, isFile } = statOf(descriptor);
    if (!isFile) return undefined;
    return size > FILE_BYTES ? TOO_LARGE : { bytes: bytesOf(descriptor, size) };
  } catch (error) {
    return reasonOf(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** As `readFileSync`, which asks for the size once more and takes no part of a buffer that is there already. */
function bytesOf(descriptor: number, size: number): Uint8Array {
  // So many as the kernel says of a file that it makes while it is read.
  if (size === 0) return readFileSync(descriptor);
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  for (let count = -1; count !== 0 && length < size; length += count) {
    count = readSync(descriptor, bytes, length, size - length, null);
  }
  return bytes.subarray(0, length);
}

/** The content of a file that may be, or lie behind, a symbolic link, as long as that leads nowhere out of a folder. */
export function contentThroughLinks(path: string, folder: string): FileContent | undefined {
  try {
    const real = realpathSync(path);
    if (liesIn(realpathSync(folder), real)) return contentOf(real);
    return { reason: 'it is a symbolic link that leads out of the tree' };
  } catch (error) {
    return reasonOf(error);
  }
}

/** True for the folder itself and whatever lies below it. Both paths are absolute, and no link is followed. */
export function liesIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * All files below a folder, in no order; what git keeps for itself is left out. Folders that cannot be listed are
 * empty.
 */
export function* filesBelow(folder: string): Generator<string> {
  const open = [folder];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const prefix = here.endsWith(sep) ? here : here + sep;
    for (const entry of entriesOf(here)) {
      const path = prefix + entry.name;
      if (entry.isDirectory() && entry.name !== '.git') open.push(path);
      else if (entry.isFile()) yield path;
    }
  }
}

function entriesOf(folder: string): ReturnType<typeof readdirEntries> {
  try {
    return readdirEntries(folder);
  } catch {
    return [];
  }
}

function readdirEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function statOf(descriptor: number): { readonly size: number; readonly isFile: boolean } {
  const stat = fstatSync(descriptor);
  return { size: stat.size, isFile: stat.isFile() };
}

function reasonOf(error: unknown): FileContent | undefined {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENXIO' || code === 'ENOTDIR') return undefined;
  return { reason: code === 'EACCES' || code === 'EPERM' ? 'access to it is denied' : 'it cannot be opened' };
}

/** The code of an error of the operating system: `ENOENT` ... `undefined` for other errors. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
