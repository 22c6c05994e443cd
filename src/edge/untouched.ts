import { mayMatter, matters } from '../lint/matter.ts';
import { baseName } from '../text/path.ts';
import type { Base } from './base.ts';
import { filesMentioning } from './git/checkout.ts';
import type { DiskTree } from './tree.ts';

/** So many names are looked for in a repository; where more files changed it is read. */
const MOST_NAMES = 200;

/**
 * True when nothing that is ours has changed: no document, no certificate or key, no configuration of promsec, and no file
 * whose name stands in one of ours, so that it may lead there. Nothing but those is read. A name that a document hides, in
 * base64 or behind escapes, is not seen here.
 *
 * @param configurationFiles the paths of configuration files of promsec.
 */
export function isUntouched(tree: DiskTree, base: Base, configurationFiles: readonly string[]): boolean {
  const isOurs = (path: string): boolean =>
    configurationFiles.includes(path) || ((mayMatter(path) || tree.named.has(path)) && matters(path, tree.read(path)));
  const wasOurs = (path: string): boolean =>
    configurationFiles.includes(path) || (mayMatter(path) && matters(path, base.contentOf(path)));
  const hasChange = base.changes.some(({ path, basePath }) => {
    return (path !== undefined && isOurs(path)) || (basePath !== undefined && wasOurs(basePath));
  });
  if (hasChange) return false;
  const paths = base.changes.flatMap(({ path, basePath }) => [path ?? [], basePath ?? []].flat());
  const names = [...new Set(paths.map(baseName))];
  if (names.length > MOST_NAMES || names.some(name => name.includes('\n'))) return false;
  const mentioning = names.length === 0 ? new Set<string>() : filesMentioning(tree.root, names);
  return mentioning !== undefined && ![...mentioning].some(isOurs);
}
