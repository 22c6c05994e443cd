import type { Document } from '../../documents/document.ts';
import { baseName, folderOf } from '../../text/path.ts';
import { literal } from '../../text/written.ts';
import type { CommandFlag, CommandLine } from '../commands/command-line.ts';
import { placeOf, type DeployedPlace } from '../mounts.ts';
import type { CommittedEntries } from './committed-entry.ts';
import type { PathMappings } from './path-mapping.ts';

/** What a command line reads when it starts, as the identities of committed texts. */
interface Configured {
  readonly config: string;
  readonly web: string;
}

/** Where paths lead to that no command line says. */
export interface Committed {
  readonly paths: readonly string[];
  readonly pathMappings: PathMappings;
  readonly entries: CommittedEntries;
}

/**
 * The `--config.file` and `--web.config.file` of a command line; `undefined` where it has not both, or the repository
 * does not say for sure where one of them is. A path is looked up in the path mappings, the mounts of the process and
 * its folder. Where none of those speaks of either, and both lie in one folder, that is the one folder of the repository
 * with files of both names.
 */
export function configuredBy(command: CommandLine, committed: Committed): Configured | undefined {
  const configFlag = configurationOf(command);
  const webFlag = webConfigurationOf(command);
  if (configFlag === undefined || webFlag === undefined) return undefined;
  const config = placeOf(configFlag, command, committed.pathMappings);
  const web = placeOf(webFlag, command, committed.pathMappings);
  if (config.kind === 'unsaid' && web.kind === 'unsaid') return namesakesOf(configFlag, webFlag, committed.paths);
  const [configText, webText] = [config, web].map(place => onlyTextIdAt(place, command.document, committed));
  return configText === undefined || webText === undefined ? undefined : { config: configText, web: webText };
}

function onlyTextIdAt(place: DeployedPlace, from: Document, committed: Committed): string | undefined {
  const [textId, ...others] = textIdsAt(place, from, committed);
  return others.length > 0 ? undefined : textId;
}

/** Where the configuration of a command is: as its flag says, or its image. */
export function configurationOf(command: CommandLine): string | undefined {
  return command.imageConfiguration ?? valueOf(command, 'config.file');
}

/** Where the web configuration of a command line is. */
export function webConfigurationOf(command: CommandLine): string | undefined {
  return valueOf(command, 'web.config.file') ?? valueOf(command, 'web.config');
}

/** True for the flag that names it, which older exporters have without `.file`. */
export function isOfWebConfiguration({ name }: CommandFlag): boolean {
  return name === 'web.config.file' || name === 'web.config';
}

/**
 * Where the certificate of a server is that is told so by a flag of its own: kube-rbac-proxy (cmd/kube-rbac-proxy/app/options)
 * and redis_exporter (main.go) have one.
 */
export function certificateOf(command: CommandLine): string | undefined {
  return valueOf(command, 'tls-cert-file') ?? valueOf(command, 'tls-server-cert-file');
}

/** True for the flags by which a server is told what it serves. */
export function isOfCertificate({ name }: CommandFlag): boolean {
  return name === 'tls-cert-file' || name === 'tls-server-cert-file';
}

/** The value of a flag that is written once, with a value that is known. Prometheus refuses one that comes twice. */
function valueOf({ flags }: CommandLine, name: string): string | undefined {
  const [flag, ...others] = flags.filter(candidate => candidate.name === name);
  return others.length > 0 ? undefined : literal(flag?.value)?.value;
}

/**
 * True where a command line reads a committed text as its `--config.file`, or may: nothing is said of the path, and no
 * other file of the repository has its name.
 */
export function mayRead(command: CommandLine, config: string, committed: Committed): boolean {
  const flag = configurationOf(command);
  const place = flag === undefined ? undefined : placeOf(flag, command, committed.pathMappings);
  if (flag === undefined || place === undefined) return false;
  if (place.kind !== 'unsaid') return textIdsAt(place, command.document, committed).includes(config);
  return committed.paths.filter(path => baseName(path) === baseName(flag)).join() === config;
}

/** The committed texts that a place may be, by their identities: one where it is certain. */
export function textIdsAt(place: DeployedPlace, from: Document, { entries }: Committed): readonly string[] {
  if (place.kind === 'file') return [place.path];
  if (place.kind === 'text') return [place.textId];
  if (place.kind !== 'entry') return [];
  return [...new Set(place.entries.flatMap(entry => entries.namedBy(entry, from).map(({ textId }) => textId)))];
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
