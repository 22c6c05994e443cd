import type { ScriptDocument, WorkloadDocument, YamlDocument } from '../../documents/document.ts';
import type { CommandLine } from './command-line.ts';
import { composeCommandsIn } from './compose-command.ts';
import { dockerfileCommandsIn } from './dockerfile-command.ts';
import { chartCommandsAt, resourceCommandsAt } from './resource-command.ts';
import { scriptCommandsIn } from './script-command.ts';
import { unitCommandsIn } from './unit-command.ts';
import type { Place } from '../walk.ts';
import { workloadCommandsIn } from './workload-command.ts';

/** The commands in a document that matters for nothing else. */
export function commandLinesIn(document: WorkloadDocument | ScriptDocument): readonly CommandLine[] {
  switch (document.dialect) {
    case 'compose':
      return composeCommandsIn(document);
    case 'kubernetes-workload':
      return workloadCommandsIn(document);
    case 'dockerfile':
      return dockerfileCommandsIn(document);
    case 'systemd-unit':
      return unitCommandsIn(document);
    case 'script':
      return scriptCommandsIn(document);
  }
}

/** The commands that an operator or a chart makes of a mapping. */
export function commandLinesAt(place: Place, document: YamlDocument): readonly CommandLine[] {
  return [...resourceCommandsAt(place, document), ...chartCommandsAt(place, document)];
}
