import { spanOf, type YamlNode, type YamlScalar } from '../parse/yaml-node.ts';
import type { Span } from '../text/source.ts';
import { camelOf } from './role.ts';
import type { Place } from './walk.ts';

// Mappings of names to values that requests carry; `http_headers` has one more level below the name.
const CARRIED = new Set(['headers', 'httpHeaders', 'proxyConnectHeader', 'params', 'endpointParams', 'claims']);

/**
 * The values of headers and parameters in a mapping. Any may be a secret, and which is cannot be told: to be masked
 * wherever the text is shown.
 */
export function headerSecretsAt({ map, keys }: Place): readonly Span[] {
  const isCarried = keys.slice(-2).some(key => CARRIED.has(camelOf(key)));
  return isCarried ? map.pairs.flatMap(({ value }) => scalarsIn(value).map(spanOf)) : [];
}

/** The scalars that are a node, or the items of a list. */
export function scalarsIn(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node?.kind === 'list') return node.items.flatMap(scalarsIn);
  return node?.kind === 'scalar' ? [node] : [];
}
