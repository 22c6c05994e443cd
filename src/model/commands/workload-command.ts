import { identityOf, type WorkloadDocument } from '../../documents/document.ts';
import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import type { CommandLine } from './command-line.ts';
import { commandLineOf } from './command-place.ts';
import { wordsOfNode } from './command-word.ts';
import { podMountsOf } from './pod-volume.ts';
import { configurationOfImage, programAt, programOfImage, startedBy } from './program.ts';

/** The commands of the containers of a workload. One without replicas has none. */
export function workloadCommandsIn(document: WorkloadDocument): readonly CommandLine[] {
  const spec = mapAt(document.root, 'spec');
  if (spec === undefined || textAt(spec, 'replicas') === '0') return [];
  const pod = podOf(spec);
  const containers = nodeAt(pod, 'containers');
  if (containers?.kind !== 'list') return [];
  return containers.items.flatMap(container =>
    container.kind === 'map' ? (commandOf(container, pod, document) ?? []) : [],
  );
}

/** The specification of the pods: below the templates of the workload and of its jobs. */
function podOf(spec: YamlMap): YamlMap {
  const template = mapAt(spec, 'template') ?? mapAt(spec, 'jobTemplate');
  const below = template && mapAt(template, 'spec');
  return below === undefined ? spec : podOf(below);
}

function commandOf(container: YamlMap, pod: YamlMap, document: WorkloadDocument): CommandLine | undefined {
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
    ...(configuration === undefined ? {} : { imageConfiguration: configuration }),
  };
  return commandLineOf(started, place, textAt(pod, 'hostNetwork') === 'true');
}
