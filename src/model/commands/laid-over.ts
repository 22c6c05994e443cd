import { folderOf } from '../../text/path.ts';
import type { CommandLine } from './command-line.ts';

/** True for a service that another compose file of the same folder has too: one may be laid over the other. */
export function isLaidOver({ document, path }: CommandLine, other: CommandLine): boolean {
  const isCompose = document.dialect === 'compose' && other.document.dialect === 'compose';
  const areBeside = folderOf(document.file.path) === folderOf(other.document.file.path);
  return isCompose && areBeside && path === other.path && document.file !== other.document.file;
}
