import { baseName } from '../text/path.ts';
import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, type Dialect } from './dialect.ts';
import type { Part } from './document.ts';

const VALUES_NAME = /(?:^|[-_.])values(?:[-_.].*)?\.ya?ml$/i;
// The keys under which charts keep what becomes configuration of Prometheus or a resource of its operator; other
// software in the same file (Traefik, Argo CD) has an `insecureSkipVerify` of its own elsewhere.
const OURS =
  /prometheus|alert_?manager|service_?monitor|pod_?monitor|scrape_?config|remote_?(?:write|read)|thanos_?ruler|vm_?agent|web[-_]?config|web\.ya?ml/i;
// What makes a mapping a resource, and no values.
const TYPE = /^(?:apiVersion|kind):/;

const SIGN =
  /insecure_?[sS]kip_?[vV]erify|tls_?(?:server_?|Server)?[cC]onfig|basic_?[aA]uth|bearer_?[tT]oken|authorization|oauth2|remote_?[wW]rite|crapeConfigs|scrape_configs|additional(?:Service|Pod)Monitors/;
// Values of kube-prometheus-stack are recognised under any name.
const STACK_SIGN = /prometheusSpec/;

/** The values of a Helm chart, where they speak of Prometheus. */
export const helmValues: Dialect = {
  signAt(path) {
    if (path.endsWith('.json')) return undefined;
    return isValuesFile(path) ? SIGN : STACK_SIGN;
  },
  isFirstOnly: true,
  isNamed: () => false,
  mayNeed: entry => TYPE.test(entry) || (OURS.test(entry) && SIGN.test(entry)),
  claimsOf(root, path) {
    const isResource = nodeAt(root, 'apiVersion') !== undefined && nodeAt(root, 'kind') !== undefined;
    if (isResource || !(isValuesFile(path) || isStack(root))) return [];
    const parts = [...partsOf(root)];
    return parts.length === 0 ? [] : [{ dialect: 'helm-values', spelling: 'either', name: '', parts }];
  },
};

function isValuesFile(path: string): boolean {
  return VALUES_NAME.test(baseName(path));
}

/** True for values of kube-prometheus-stack, under whatever file name, alone or as a subchart. */
function isStack(root: YamlMap): boolean {
  const stack = mapAt(root, 'kube-prometheus-stack') ?? root;
  const server = mapAt(stack, 'prometheus');
  return server !== undefined && mapAt(server, 'prometheusSpec') !== undefined;
}

/** The topmost nodes below keys of ours, in the order of the text. What aliases repeat is looked through once. */
function* partsOf(root: YamlMap): Generator<Part> {
  const seen = new Set<YamlNode>();
  const open: (Part & { readonly isOurs: boolean })[] = [{ keys: [], node: root, isOurs: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { keys, node, isOurs } = next;
    if (isOurs) yield { keys, node };
    if (isOurs || seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items.toReversed()) open.push({ keys, node: item, isOurs });
    if (node.kind !== 'map') continue;
    for (const { key, value } of node.pairs.toReversed()) {
      if (value === undefined || value.kind === 'scalar') continue;
      open.push({ keys: [...keys, key.text], node: value, isOurs: OURS.test(key.text) });
    }
  }
}
