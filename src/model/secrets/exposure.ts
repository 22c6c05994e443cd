import type { YamlDocument } from '../../documents/document.ts';
import type { Place } from '../walk.ts';

// Resources of which the operator makes a configuration of Prometheus, and keys below which a chart takes one.
const KINDS = new Set(['Prometheus', 'PrometheusAgent', 'ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig']);
const KEYS = /^(?:additional)?_?remote_?(?:write|read)$|(?:scrape|sd)_?configs$|(?:service|pod)_?monitors?$/i;
const FOREIGN = /^vm|victoria|grafana|alloy|thanos|mimir/i;

const CONFIG = 'Prometheus shows it on /config';
/** Where Prometheus shows values that it does not know to be secrets. */
export const EXPOSURES = {
  config: CONFIG,
  scrapeRequest: 'Prometheus shows it on /config and /targets',
  remoteQuery: `${CONFIG} and in the url label on /metrics`,
  remoteReadPassword: 'Prometheus shows it in the url label on /metrics',
  remoteWritePassword: 'Prometheus writes it to its log',
} as const;

/** True for what becomes configuration of Prometheus, and not of another server that reads the same. */
export function isOfPrometheus({ keys }: Place, key: string, { dialect, kind = '' }: YamlDocument): boolean {
  if (dialect === 'prometheus') return true;
  if (dialect === 'operator') return KINDS.has(kind);
  if (dialect !== 'helm-values' && dialect !== 'ansible-variables') return false;
  const all = [...keys, key];
  return all.some(name => KEYS.test(name)) && !all.some(name => FOREIGN.test(name));
}
