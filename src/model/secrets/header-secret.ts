import { spanOf, type YamlNode, type YamlScalar } from '../../parse/yaml-node.ts';
import type { Span } from '../../text/source.ts';
import { camelOf } from '../role.ts';
import type { Place } from '../walk.ts';

// Mappings of names to values that requests carry; `http_headers` has one more level below the name. Grafana keeps what
// they carry among other secrets.
const CARRIED = new Set([
  'headers',
  'httpHeaders',
  'proxyConnectHeader',
  'params',
  'endpointParams',
  'claims',
  'secureJsonData',
]);

/**
 * The values of headers and parameters in a mapping. Any may be a secret, and which is cannot be told: to be masked
 * wherever the text is shown.
 */
export function headerSecretsAt({ map, keys }: Place): readonly Span[] {
  const isCarried = keys.slice(-2).some(key => CARRIED.has(camelOf(key)));
  return isCarried ? map.pairs.flatMap(({ value }) => scalarsIn(value).map(spanOf)) : [];
}

// In these the type of `http_headers` has the name `headers` (prometheus/alertmanager tracing/config.go v0.34, blackbox
// exporter config/config.go).
const HEADER_OWNERS = new Set(['tracing', 'websocket']);

/** True for the mapping of one header to its values, secrets and files. */
export function isHeader(keys: readonly string[]): boolean {
  const parent = camelOf(keys.at(-2) ?? '');
  return parent === 'httpHeaders' || (parent === 'headers' && HEADER_OWNERS.has(keys.at(-3) ?? ''));
}

/** The scalars that are a node, or the items of a list. */
export function scalarsIn(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node?.kind === 'list') return node.items.flatMap(scalarsIn);
  return node?.kind === 'scalar' ? [node] : [];
}
