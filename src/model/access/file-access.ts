import type { YamlDocument } from '../../documents/document.ts';
import { nodeAt } from '../../documents/dialect.ts';
import { booleanOf } from '../../parse/yaml-node.ts';
import type { Place } from '../walk.ts';

const SERVER_KINDS = new Set(['Prometheus', 'PrometheusAgent']);

/**
 * Whether a Prometheus resource, or the values that make one, denies monitors the files of its Pods
 * (`arbitraryFSAccessThroughSMs`); `undefined` where a mapping is neither.
 */
export function deniesFilesAt({ map, keys, isItem }: Place, { kind = '', group }: YamlDocument): boolean | undefined {
  const isResource = keys.length === 1 && group === 'monitoring.coreos.com' && SERVER_KINDS.has(kind);
  if (isItem || !(isResource || keys.at(-1) === 'prometheusSpec')) return undefined;
  const access = nodeAt(map, 'arbitraryFSAccessThroughSMs');
  return access?.kind === 'map' && booleanOf(nodeAt(access, 'deny')) === true;
}
