import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Writes what `--output` asks for. @throws UsageError where the file cannot be written. */
export function saved(path: string, text: string, folder: string): void {
  try {
    writeFileSync(resolve(folder, path), text);
  } catch {
    throw new UsageError([`${path} cannot be written; check the folder and its permissions`]);
  }
}
