import type { YamlMap } from '../parse/yaml-node.ts';
import { mapAt, nodeAt } from './dialect.ts';
import type { Claim } from './dialect.ts';

// prometheus-operator/prometheus-operator pkg/apis/monitoring/v1/types.go, TLSConfig and SafeTLSConfig, at v0.86.
const TLS_FIELDS = new Set([
  'ca',
  'caFile',
  'cert',
  'certFile',
  'keySecret',
  'keyFile',
  'serverName',
  'insecureSkipVerify',
  'minVersion',
  'maxVersion',
]);
const ENDPOINTS = ['endpoints', 'podMetricsEndpoints'];
// What only a job of Prometheus has beside its TLS settings; other software has those settings too.
const OF_A_JOB = [
  'kubernetes_sd_configs',
  'static_configs',
  'relabel_configs',
  'metric_relabel_configs',
  'metrics_path',
];

/** What each named template holds somewhere that may be a part of a document of ours. */
export const FRAGMENT_SIGN = /tls_?[cC]onfig|[eE]ndpoints/;

/**
 * The part of a document that a named template makes: the inside of a monitor or of a scrape job. `undefined` where it
 * could as well be other software's.
 */
export function claimOfFragment(root: YamlMap): Claim | undefined {
  const parts = [{ keys: [], node: root }];
  if (isOfMonitor(root)) return { dialect: 'operator', spelling: 'camel', name: '', parts };
  const isOfJob = mapAt(root, 'tls_config') !== undefined && OF_A_JOB.some(key => nodeAt(root, key) !== undefined);
  return isOfJob ? { dialect: 'prometheus', spelling: 'snake', name: '', parts } : undefined;
}

function isOfMonitor(root: YamlMap): boolean {
  const tls = mapAt(root, 'tlsConfig')?.pairs ?? [];
  const known = tls.filter(({ key }) => TLS_FIELDS.has(key.text));
  // What a template puts in has no name to be known by.
  const named = tls.filter(({ key }) => key.masked === undefined && !key.text.includes('{{'));
  const hasTls = known.length > 0 && known.length === named.length;
  return hasTls || ENDPOINTS.some(key => isListOfEndpoints(root, key));
}

function isListOfEndpoints(root: YamlMap, key: string): boolean {
  const list = nodeAt(root, key);
  return (
    list?.kind === 'list' && list.items.some(item => item.kind === 'map' && mapAt(item, 'tlsConfig') !== undefined)
  );
}
