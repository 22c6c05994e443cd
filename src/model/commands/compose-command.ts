import { identityOf, type WorkloadDocument } from '../../documents/document.ts';
import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { folderOf, pathFrom } from '../../text/path.ts';
import { printable } from '../../text/printable.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { flagsOf, wordsOfNode } from './command-word.ts';
import { entriesOf } from '../mapping.ts';
import { committedPath, mountsOf, type Mount } from './mount.ts';
import { programAt, programOfImage, startedBy } from './program.ts';
import { listeningPort, opensPort } from './publication.ts';

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
  const started = words.length === 0 ? undefined : startedBy(words, ofImage);
  if (started === undefined) return undefined;
  const place = {
    document: identityOf(document),
    label: `service "${printable(name)}"`,
    path: `services.${printable(name)}`,
    mounts: mountsOf([...volumesOf(service, document), ...filesOf(service, document)]),
  };
  const port = listeningPort(flagsOf(started.words));
  const isOnHost = textAt(service, 'network_mode') === 'host';
  const isOptional = nodeAt(service, 'profiles') !== undefined;
  return commandLineOf(started, place, !isOptional && (isOnHost || portsOf(service).some(one => opensPort(one, port))));
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
    const [source, target] =
      item.kind === 'scalar'
        ? item.text.split(':')
        : item.kind === 'map'
          ? [textAt(item, 'source'), textAt(item, 'target')]
          : [];
    const committed = source === undefined ? undefined : committedPath(source, folder);
    return committed === undefined || target === undefined ? [] : [{ target, committed }];
  });
}

const KINDS = [
  ['configs', '/'],
  ['secrets', '/run/secrets/'],
] as const;

/** Files that the service has as configs and secrets, which the root of the document names. */
function filesOf(service: YamlMap, { root, file }: WorkloadDocument): readonly Mount[] {
  return KINDS.flatMap(([kind, home]) =>
    itemsOf(service, kind).flatMap(item => {
      if (item.kind === 'list') return [];
      const name = item.kind === 'scalar' ? item.text : textAt(item, 'source');
      const written = item.kind === 'map' ? textAt(item, 'target') : undefined;
      const declarations = mapAt(root, kind);
      const declared = declarations && mapAt(declarations, name ?? '');
      const path = declared && textAt(declared, 'file');
      const committed = path === undefined ? undefined : pathFrom(folderOf(file.path), path);
      if (name === undefined || committed === undefined) return [];
      const target = written ?? name;
      return [{ target: target.startsWith('/') ? target : `${home}${target}`, committed }];
    }),
  );
}

function itemsOf(map: YamlMap, field: string): readonly YamlNode[] {
  const node = nodeAt(map, field);
  return node?.kind === 'list' ? node.items : [];
}
