import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, type Dialect } from './dialect.ts';
import type { Part } from './document.ts';

const SIGN = /scrape_configs|remote_write/;
// Before version 0.19 `prometheus` was what `metrics` is since.
const METRICS = ['metrics', 'prometheus'];
const OF_AN_INSTANCE = ['scrape_configs', 'remote_write'];

/**
 * The configuration of Grafana Agent in static mode (grafana/agent internal/static/config/config.go, at v0.44): its
 * metrics, and where its integrations write theirs. Its logs and traces are not read.
 */
export const grafanaAgent: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  claimOf(root) {
    const parts = [...METRICS.flatMap(key => metricsIn(root, key)), ...integrationsIn(root)];
    return parts.length === 0 ? undefined : { dialect: 'grafana-agent', spelling: 'snake', name: '', parts };
  },
};

/** The metrics of the agent: instances in `configs`, each with jobs and writes of its own. */
function metricsIn(root: YamlMap, key: string): readonly Part[] {
  const node = mapAt(root, key);
  const configs = node && nodeAt(node, 'configs');
  const isOurs = configs?.kind === 'list' && configs.items.some(isInstance);
  return node !== undefined && isOurs ? [{ keys: [key], node }] : [];
}

function isInstance(item: YamlNode): boolean {
  return item.kind === 'map' && OF_AN_INSTANCE.some(field => nodeAt(item, field)?.kind === 'list');
}

function integrationsIn(root: YamlMap): readonly Part[] {
  const integrations = mapAt(root, 'integrations');
  const node = integrations && nodeAt(integrations, 'prometheus_remote_write');
  return node?.kind === 'list' ? [{ keys: ['integrations', 'prometheus_remote_write'], node }] : [];
}
