import type { YamlMap } from '../parse/yaml-node.ts';
import { nodeAt, type Dialect } from './dialect.ts';
import type { Part, Spelling } from './document.ts';
import { resourceOf } from './resource.ts';

// The Prometheus operator, and those that took its resources over with small changes: Azure's and Red Hat's managed
// Prometheus, VictoriaMetrics (whose oauth2 and passwordFile are in snake case), Google's managed Prometheus.
const SPELLINGS: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ['monitoring.coreos.com', 'camel'],
  ['azmonitoring.coreos.com', 'camel'],
  ['monitoring.rhobs', 'camel'],
  ['operator.victoriametrics.com', 'either'],
  ['monitoring.googleapis.com', 'camel'],
]);
// JSON may escape the slash.
const SIGN = /(?:monitoring\.(?:coreos\.com|rhobs|googleapis\.com)|operator\.victoriametrics\.com)\\?\//;
// The OperatorConfig of Google has its settings beside its metadata (prometheus-engine,
// pkg/operator/apis/monitoring/v1/operator_types.go).
const SETTINGS_AT_ROOT = new Set(['rules', 'collection', 'exports', 'managedAlertmanager']);

/** The custom resources of the Prometheus operator and of its likes, every kind of their groups. */
export const operator: Dialect = {
  signAt: () => SIGN,
  isFirstOnly: false,
  isNamed: () => false,
  claimOf(root) {
    const resource = resourceOf(root);
    const spelling = resource && SPELLINGS.get(resource.group);
    if (resource === undefined || spelling === undefined) return undefined;
    return { dialect: 'operator', spelling, ...resource, parts: partsOf(root, resource.kind) };
  },
};

function partsOf(root: YamlMap, kind: string): readonly Part[] {
  const spec = nodeAt(root, 'spec');
  if (spec !== undefined) return [{ keys: ['spec'], node: spec }];
  if (kind !== 'OperatorConfig') return [];
  return root.pairs.flatMap(({ key, value }) =>
    value !== undefined && SETTINGS_AT_ROOT.has(key.text) ? [{ keys: [key.text], node: value }] : [],
  );
}
