import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MendedFile } from '../lint/mended.ts';
import { bytesLike, textOf } from '../parse/encoding.ts';
import type { DiskTree } from './tree.ts';

/**
 * Writes files as fixes leave them, each in its own encoding. What has been changed since it was read is left alone.
 *
 * @returns what was not written and why, a sentence each.
 */
export function writeMended(files: readonly MendedFile[], tree: DiskTree): readonly string[] {
  return files.flatMap(file => refusalOf(file, tree) ?? []);
}

function refusalOf({ path, before, after }: MendedFile, tree: DiskTree): string | undefined {
  const content = tree.read(path);
  const bytes = content === undefined || 'reason' in content ? undefined : content.bytes;
  const decoding = bytes && textOf(bytes);
  if (bytes === undefined || decoding === undefined || 'reason' in decoding || decoding.text !== before) {
    return `${path} was changed while it was mended, and is left as it is; run promsec again`;
  }
  try {
    writeFileSync(resolve(tree.root, path), bytesLike(bytes, after));
    return undefined;
  } catch {
    return `${path} cannot be written; check its permissions`;
  }
}
