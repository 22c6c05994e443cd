import { identityOf, type WorkloadDocument } from '../../documents/document.ts';
import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { folderOf, pathFrom } from '../../text/path.ts';
import { printable } from '../../text/printable.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { flagsOf, wordsOfNode } from './command-word.ts';
import { entriesOf } from '../merge.ts';
import { mountTarget, type Mount, type MountSource } from '../mounts.ts';
import { textIdOf } from '../references/committed-text.ts';
import { volumeAt } from './mount.ts';
import { configurationOfImage, programAt, programOfImage, startedBy } from './program.ts';
import { listeningPort, opensPort } from './publication.ts';
import { composeReachOf } from './reach.ts';

/** The commands of a file of Docker Compose. A service without instances has none. */
export function composeCommandsIn(document: WorkloadDocument): readonly CommandLine[] {
  const services = mapAt(document.root, 'services')?.pairs ?? [];
  return services.flatMap(({ key, value }) =>
    value?.kind === 'map' ? (commandOf(key.text, merged(value), document) ?? []) : [],
  );
}

/** A mapping with what `<<` merges into it. */
function merged(map: YamlMap): YamlMap {
  return { ...map, pairs: entriesOf(map, false) };
}

function commandOf(name: string, service: YamlMap, document: WorkloadDocument): CommandLine | undefined {
  if (textAt(service, 'scale') === '0' || textAt(mapAt(service, 'deploy') ?? service, 'replicas') === '0')
    return undefined;
  const image = textAt(service, 'image');
  const ofImage = image === undefined ? programAt(name) : programOfImage(image);
  const words = ['entrypoint', 'command'].flatMap(field => wordsOfNode(nodeAt(service, field), 'compose'));
  const configuration = words.length > 0 ? undefined : configurationOf(service);
  const started = startedBy(words, ofImage);
  if (started === undefined || (words.length === 0 && configuration === undefined)) return undefined;
  const reach = composeReachOf(name, service);
  const place = {
    document: identityOf(document),
    label: `service "${printable(name)}"`,
    path: `services.${printable(name)}`,
    mounts: [...volumesOf(service, document), ...filesOf(service, document)],
    ...(configuration === undefined ? {} : { imageConfiguration: configuration }),
    ...(reach === undefined ? {} : { reach }),
  };
  const port = listeningPort(flagsOf(started.words));
  const isOnHost = textAt(service, 'network_mode') === 'host';
  const isOptional = nodeAt(service, 'profiles') !== undefined;
  return commandLineOf(started, place, !isOptional && (isOnHost || portsOf(service).some(one => opensPort(one, port))));
}

/** What a service without a command reads, where its image is not made and no other service lends it one. */
function configurationOf(service: YamlMap): string | undefined {
  const isMade = ['build', 'extends'].some(field => nodeAt(service, field) !== undefined);
  return isMade ? undefined : configurationOfImage(textAt(service, 'image') ?? '');
}

/** The published ports in their short form. */
function portsOf(service: YamlMap): readonly string[] {
  return itemsOf(service, 'ports').flatMap(item => {
    if (item.kind === 'scalar') return [item.text];
    if (item.kind === 'list') return [];
    const parts = ['host_ip', 'published', 'target'].flatMap(field => textAt(item, field) ?? []);
    return [parts.join(':')];
  });
}

function volumesOf(service: YamlMap, { file }: WorkloadDocument): readonly Mount[] {
  const folder = folderOf(file.path);
  return itemsOf(service, 'volumes').flatMap(item => {
    if (item.kind === 'list') return [];
    const [source, target] =
      item.kind === 'map' ? [textAt(item, 'source'), textAt(item, 'target')] : partsOfVolume(item.text);
    return target === undefined ? [] : [volumeAt(target, source, folder)];
  });
}

// What colons part; those of a variable with a default do not.
const PART = /(?:\$\{[^{}]*\}|[^:])+/g;

/** The source and the target of a volume in its short form. One without a source has no name. */
function partsOfVolume(volume: string): readonly (string | undefined)[] {
  const [first, second] = volume.match(PART) ?? [];
  return second === undefined ? [undefined, first] : [first, second];
}

const KINDS = [
  ['configs', '/'],
  ['secrets', '/run/secrets/'],
] as const;

/** Files that the service has as configs and secrets, which the root of the document names. */
function filesOf(service: YamlMap, document: WorkloadDocument): readonly Mount[] {
  return KINDS.flatMap(([kind, home]) =>
    itemsOf(service, kind).flatMap(item => {
      if (item.kind === 'list') return [];
      const name = item.kind === 'scalar' ? item.text : textAt(item, 'source');
      if (name === undefined) return [];
      const path = (item.kind === 'map' ? textAt(item, 'target') : undefined) ?? name;
      const target = mountTarget(path.startsWith('/') ? path : `${home}${path}`);
      return [{ target, sources: declaredAs(kind, name, document) }];
    }),
  );
}

/** What a config or secret is made of: a file, or a text of the document. Any other source is out of the repository. */
function declaredAs(kind: string, name: string, { root, file }: WorkloadDocument): readonly MountSource[] {
  const declarations = mapAt(root, kind);
  const declared = declarations && mapAt(declarations, name);
  if (declared === undefined) return [];
  if (nodeAt(declared, 'content') !== undefined) {
    return [{ to: 'text', textId: textIdOf({ file, within: { kind: 'string', key: name } }) }];
  }
  const written = textAt(declared, 'file');
  const path = written === undefined ? undefined : pathFrom(folderOf(file.path), written);
  return path === undefined ? [] : [{ to: 'file', path }];
}

function itemsOf(map: YamlMap, field: string): readonly YamlNode[] {
  const node = nodeAt(map, field);
  return node?.kind === 'list' ? node.items : [];
}
