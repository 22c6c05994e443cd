import { pathFrom } from '../../text/path.ts';
import { mountTarget, type Mount, type MountSource } from '../mounts.ts';

/** A mount of a committed file or folder; where there is none, of a volume that something else fills. */
export function mountAt(target: string, committed: string | undefined): Mount {
  return { target: mountTarget(target), sources: committed === undefined ? [] : [{ to: 'file', path: committed }] };
}

/**
 * A volume of Docker: a committed path that starts with a dot, a path of the machine, or a volume with a name or none.
 *
 * @param folder what a relative path starts from.
 */
export function volumeAt(target: string, source: string | undefined, folder: string): Mount {
  const sources = source === undefined ? [] : sourcesOf(source, folder);
  return { target: mountTarget(target), sources };
}

// The working directory, as shells and make have it.
const HERE = /^"?\$(?:PWD|\{PWD\}|\(pwd\)|\(PWD\)|\(CURDIR\)|\{CURDIR\})"?(?=\/|$)/;
const NAME = /^[\w][\w.-]*$/;

function sourcesOf(source: string, folder: string): readonly MountSource[] {
  const path = source.replace(HERE, '.');
  if (NAME.test(path)) return [];
  const committed = /^\.{1,2}(?:\/|$)/.test(path) && !path.includes('$') ? pathFrom(folder, path) : undefined;
  return [committed === undefined ? { to: 'machine' } : { to: 'file', path: committed }];
}
