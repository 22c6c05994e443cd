import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, textAt, type Dialect } from './dialect.ts';
import type { Part } from './document.ts';
import { resourceOf, type Resource } from './resource.ts';

// The core data sources that ask a Prometheus or its Alertmanager, and the plug-ins that were split off from them or
// speak to a server with the same API (grafana/grafana pkg/plugins, 12.3).
const TYPES = new Set([
  'prometheus',
  'alertmanager',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
  'victoriametrics-metrics-datasource',
]);
// The keys of provisioning stand at the root; below another key they are a chart's.
const SIGN = /datasources\\*["']?[ \t]*:|integreatly\.org\\*\//;
// Grafana reads no provisioning in JSON, in which dashboards are.
const RESOURCE_SIGN = /integreatly\.org\\*\//;
const GROUPS = new Set(['grafana.integreatly.org', 'integreatly.org']);

/**
 * The data sources that Grafana is provisioned with (grafana/grafana pkg/services/provisioning/datasources/types.go,
 * configsV1, at 12.3), and the resources from which its operator makes some.
 */
export const grafanaDatasources: Dialect = {
  signAt: ({ isJson }) => (isJson ? RESOURCE_SIGN : SIGN),
  isFirstOnly: false,
  claimOf(root) {
    const resource = resourceOf(root);
    const parts = resource === undefined ? partsOfProvisioning(root) : partsOfResource(root, resource);
    if (parts.length === 0) return undefined;
    return { dialect: 'grafana-datasources', spelling: 'camel', ...(resource ?? { name: '' }), parts };
  },
};

/** True for a data source of Grafana that asks a Prometheus or an Alertmanager. */
export function isDataSourceOfOurs(node: YamlNode): node is YamlMap {
  return node.kind === 'map' && TYPES.has(textAt(node, 'type') ?? '');
}

/**
 * The data sources of ours that values of the chart of Grafana provision, and those that kube-prometheus-stack adds.
 *
 * @param keys the keys above the values of Grafana.
 */
export function dataSourcesInValues(grafana: YamlMap, keys: readonly string[]): readonly Part[] {
  const files = mapAt(grafana, 'datasources')?.pairs ?? [];
  return [
    ...listOf(grafana, 'additionalDataSources', keys),
    ...files.flatMap(({ key, value }) =>
      value?.kind === 'map' ? listOf(value, 'datasources', [...keys, 'datasources', key.text]) : [],
    ),
  ];
}

function partsOfProvisioning(root: YamlMap): readonly Part[] {
  return textAt(root, 'apiVersion') === '1' ? listOf(root, 'datasources', []) : [];
}

/** Version 5 of the operator has one data source in a resource, version 4 has several. */
function partsOfResource(root: YamlMap, { group, kind }: Resource): readonly Part[] {
  const spec = mapAt(root, 'spec');
  if (spec === undefined || !GROUPS.has(group) || kind.toLowerCase() !== 'grafanadatasource') return [];
  const node = nodeAt(spec, 'datasource');
  const single = node !== undefined && isDataSourceOfOurs(node) ? [{ keys: ['spec', 'datasource'], node }] : [];
  return [...single, ...listOf(spec, 'datasources', ['spec'])];
}

/** The list under a key with the items of it that are ours, where there are some. */
function listOf(map: YamlMap, key: string, keys: readonly string[]): readonly Part[] {
  const list = nodeAt(map, key);
  if (list?.kind !== 'list') return [];
  const items = list.items.filter(isDataSourceOfOurs);
  return items.length === 0 ? [] : [{ keys: [...keys, key], node: { ...list, items } }];
}
