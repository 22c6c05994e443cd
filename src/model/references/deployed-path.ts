import { baseName, folderOf, pathFrom } from '../../text/path.ts';
import { literal } from '../../text/written.ts';
import type { CommandLine } from '../commands/command-line.ts';
import { mappedPath, type PathMappings } from './path-mapping.ts';

/** What a command line reads when it starts, as committed files. */
export interface Configured {
  readonly config: string;
  readonly web: string;
}

/** Where paths lead to that no command line says. */
export interface Committed {
  readonly paths: readonly string[];
  readonly pathMappings: PathMappings;
}

/**
 * The committed `--config.file` and `--web.config.file` of a command line; `undefined` where it has not both, or the
 * repository does not say for sure where one of them is. A path is looked up in the path mappings, the mounts of the
 * process and its folder. Where none of those speaks of either, and both lie in one folder, that is the one folder of
 * the repository with files of both names.
 */
export function configuredBy(command: CommandLine, committed: Committed): Configured | undefined {
  const configFlag = valueOf(command, 'config.file');
  const webFlag = valueOf(command, 'web.config.file');
  if (configFlag === undefined || webFlag === undefined) return undefined;
  const config = placeOf(configFlag, command, committed.pathMappings);
  const web = placeOf(webFlag, command, committed.pathMappings);
  if (config.kind === 'file' && web.kind === 'file') return { config: config.path, web: web.path };
  if (config.kind !== 'unsaid' || web.kind !== 'unsaid') return undefined;
  return namesakesOf(configFlag, webFlag, committed.paths);
}

/** The value of a flag that is written once, with a value that is known. Prometheus refuses one that comes twice. */
function valueOf({ flags }: CommandLine, name: string): string | undefined {
  const [flag, ...others] = flags.filter(candidate => candidate.name === name);
  return others.length > 0 ? undefined : literal(flag?.value)?.value;
}

/**
 * True where a command line reads a committed file as its `--config.file`, or may: nothing is said of the path, and no
 * other file of the repository has its name.
 */
export function mayRead(command: CommandLine, config: string, { paths, pathMappings }: Committed): boolean {
  const flag = valueOf(command, 'config.file');
  const place = flag === undefined ? undefined : placeOf(flag, command, pathMappings);
  if (flag === undefined || place === undefined || place.kind === 'outside') return false;
  if (place.kind === 'file') return place.path === config;
  return paths.filter(path => baseName(path) === baseName(flag)).join() === config;
}

type DeployedPlace =
  | { readonly kind: 'file'; readonly path: string }
  /** Something is said of it, and it leads out of the repository. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unsaid' };

function placeOf(path: string, { mounts, folder }: CommandLine, mappings: PathMappings): DeployedPlace {
  const isRelative = !path.startsWith('/');
  for (const places of [mappings, mounts]) {
    const mapped = mappedPath(path, places);
    if (mapped !== undefined) return found(mapped.committed);
  }
  if (isRelative && folder !== undefined) return found(pathFrom(folder, path));
  return isRelative ? { kind: 'outside' } : { kind: 'unsaid' };
}

function found(path: string | undefined): DeployedPlace {
  return path === undefined ? { kind: 'outside' } : { kind: 'file', path };
}

function namesakesOf(config: string, web: string, paths: readonly string[]): Configured | undefined {
  if (folderOf(config) !== folderOf(web)) return undefined;
  const folders = (name: string): ReadonlySet<string> =>
    new Set(paths.filter(path => baseName(path) === name).map(folderOf));
  const withWeb = folders(baseName(web));
  const [folder, ...others] = [...folders(baseName(config))].filter(candidate => withWeb.has(candidate));
  if (folder === undefined || others.length > 0) return undefined;
  const prefix = folder === '' ? '' : `${folder}/`;
  return { config: prefix + baseName(config), web: prefix + baseName(web) };
}
