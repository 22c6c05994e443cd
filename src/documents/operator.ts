import type { YamlMap } from '../parse/yaml-node.ts';
import { textAt, type Dialect } from './dialect.ts';
import type { Part, Spelling } from './document.ts';
import { resourceOf, type Resource } from './resource.ts';

// The Prometheus operator, and those that took its resources over with small changes: Azure's and Red Hat's managed
// Prometheus, VictoriaMetrics (whose oauth2 and passwordFile are in snake case), Google's managed Prometheus.
const SPELLINGS: ReadonlyMap<string, Spelling> = new Map<string, Spelling>([
  ['monitoring.coreos.com', 'camel'],
  ['azmonitoring.coreos.com', 'camel'],
  ['monitoring.rhobs', 'camel'],
  ['operator.victoriametrics.com', 'either'],
  ['monitoring.googleapis.com', 'camel'],
]);
// What only this operator has, so that a template that makes the version may make no other.
const OWN_KINDS = new Set([
  'ServiceMonitor',
  'PodMonitor',
  'PrometheusRule',
  'PrometheusAgent',
  'AlertmanagerConfig',
  'ThanosRuler',
  'ScrapeConfig',
]);
const OWN_GROUP = 'monitoring.coreos.com';
// JSON may escape the slash.
const SIGN =
  /(?:monitoring\.(?:coreos\.com|rhobs|googleapis\.com)|operator\.victoriametrics\.com)\\*\/|kind:[ \t]+(?:ServiceMonitor|PodMonitor|PrometheusRule|PrometheusAgent|AlertmanagerConfig|ThanosRuler|ScrapeConfig)\b/;
const TEMPLATED = /\{[{%]|\$\{/;
// The OperatorConfig of Google has its settings beside its metadata (prometheus-engine,
// pkg/operator/apis/monitoring/v1/operator_types.go).
const SETTINGS_AT_ROOT = new Set(['rules', 'collection', 'exports', 'managedAlertmanager']);

/** The custom resources of the Prometheus operator and of its likes, every kind of their groups. */
export const operator: Dialect = {
  signAt: () => SIGN,
  isFirstOnly: false,
  claimOf(root) {
    const resource = resourceOf(root);
    if (resource === undefined) return undefined;
    const group = groupOf(root, resource);
    const spelling = SPELLINGS.get(group);
    if (spelling === undefined) return undefined;
    return { dialect: 'operator', spelling, ...resource, group, parts: partsOf(root, resource.kind) };
  },
};

function groupOf(root: YamlMap, { group, kind }: Resource): string {
  const isTemplated = OWN_KINDS.has(kind) && TEMPLATED.test(textAt(root, 'apiVersion') ?? '');
  return isTemplated ? OWN_GROUP : group;
}

/** The branches of a template may each have a `spec`. */
function partsOf(root: YamlMap, kind: string): readonly Part[] {
  const specs = root.pairs.flatMap(({ key, value }) =>
    key.text === 'spec' && value !== undefined ? [{ keys: ['spec'], node: value }] : [],
  );
  if (specs.length > 0) return specs;
  if (kind !== 'OperatorConfig') return [];
  return root.pairs.flatMap(({ key, value }) =>
    value !== undefined && SETTINGS_AT_ROOT.has(key.text) ? [{ keys: [key.text], node: value }] : [],
  );
}
