import { identityOf, type WorkloadDocument } from '../../documents/document.ts';
import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { wordsOfNode } from './command-word.ts';
import { podMountsOf } from './pod-volume.ts';
import { configurationOfImage, programAt, programOfImage, startedBy } from './program.ts';
import { podReachOf } from './reach.ts';

/** The commands of the containers of a workload. One without replicas has none. */
export function workloadCommandsIn(document: WorkloadDocument): readonly CommandLine[] {
  const spec = mapAt(document.root, 'spec');
  if (spec === undefined || textAt(spec, 'replicas') === '0') return [];
  const template = templateOf(document.root);
  const pod = mapAt(template, 'spec') ?? template;
  const containers = nodeAt(pod, 'containers');
  if (containers?.kind !== 'list') return [];
  return containers.items.flatMap(container =>
    container.kind === 'map' ? (commandOf(container, pod, template, document) ?? []) : [],
  );
}

/** What has the metadata and the specification of the pods: the template of the workload, or that of its jobs. */
function templateOf(owner: YamlMap): YamlMap {
  const spec = mapAt(owner, 'spec');
  const template = spec && (mapAt(spec, 'template') ?? mapAt(spec, 'jobTemplate'));
  return template !== undefined && mapAt(template, 'spec') !== undefined ? templateOf(template) : owner;
}

function commandOf(
  container: YamlMap,
  pod: YamlMap,
  template: YamlMap,
  document: WorkloadDocument,
): CommandLine | undefined {
  const name = textAt(container, 'name') ?? '';
  const image = textAt(container, 'image');
  const words = ['command', 'args'].flatMap(field => wordsOfNode(nodeAt(container, field), 'plain'));
  const started = startedBy(words, image === undefined ? programAt(name) : programOfImage(image));
  const configuration = words.length > 0 ? undefined : configurationOfImage(image ?? '');
  if (started === undefined || (words.length === 0 && configuration === undefined)) return undefined;
  const [kind = '', workload = ''] = document.name.split('/');
  const place = {
    document: identityOf(document),
    label: `container "${printable(name)}" of ${kind} "${workload}"`,
    path: `${document.name}: containers[${printable(name)}]`,
    mounts: podMountsOf(pod, container),
    reach: podReachOf(template, container, image ?? name),
    ...(configuration === undefined ? {} : { imageConfiguration: configuration }),
  };
  return commandLineOf(started, place, textAt(pod, 'hostNetwork') === 'true');
}
