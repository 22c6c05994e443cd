import { booleanOf, isNull, type YamlMap, type YamlNode, type YamlPair } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, type Dialect } from './dialect.ts';
import type { Fault, Part } from './document.ts';
import { yamlWithin } from './embedded-yaml.ts';
import { pathKindOf } from './path-kind.ts';
import { dataSourcesInValues } from './grafana-datasources.ts';

// The keys under which charts keep what becomes configuration of Prometheus or a resource of its operator; other
// software in the same file (Traefik, Argo CD) has an `insecureSkipVerify` of its own elsewhere.
const OURS =
  /prometheus|alert_?manager|service_?monitor|pod_?monitor|scrape_?config|remote_?(?:write|read)|thanos_?ruler|vm_?agent|web[-_]?config|web\.ya?ml|kube_?api_?server/i;
// It has Grafana among its parts, which is not ours.
const STACK = 'kube-prometheus-stack';
// Keys whose string holds YAML, for a chart's templates to put something in.
const STRINGS = /^(?:extra|additional)_?(?:scrape_?configs?|alert_?manager_?configs)$/i;
// Where the chart of promtail has jobs of its own, which scrape logs.
const LOGS = 'snippets';
// What makes a mapping a resource, and no values.
const TYPE = /^(?:apiVersion|kind):/;

const SIGN =
  /insecure_?[sS]kip_?[vV]erify|tls_?(?:server_?|Server)?[cC]onfig|basic_?[aA]uth|bearer_?[tT]oken|authorization|oauth2|remote_?(?:[wW]rite|[rR]ead)|crapeConfigs|scrape_configs|additional(?:Service|Pod)Monitors|adminPassword|type\\*["']?[ \t]*:[ \t]*\\*["']?[\w-]*(?:prometheus|alertmanager|victoriametrics)|web\.(?:enable-|cors\.|config\.file)|enable(?:AdminAPI|RemoteWriteReceiver|OTLPReceiver)|smtp_|[a-z]_configs|slack_api_url|prober/;
// Values of kube-prometheus-stack are recognised under any name.
const STACK_SIGN = /prometheusSpec/;
// Of the server of the chart `prometheus` its flags and mounts alone are ours: ingresses and probes stand beside them.
const SERVER = 'server';
const SERVER_ENTRY = /^["']?server["']?:/;
const SERVER_FLAGS = new Set(['extraFlags', 'extraArgs', 'defaultFlagsOverride']);
const SERVER_MOUNTS = new Set(['extraSecretMounts', 'extraConfigmapMounts']);
const FLAG = /web\./;
const GRAFANA_ENTRY = /^["']?(?:grafana|datasources)["']?:/;
const CONFIG_ENTRY = /^["']?config["']?:/;
const GRAFANA_PASSWORD = 'adminPassword';
const GRAFANA_SIGN = /adminPassword|type\\*["']?[ \t]*:[ \t]*\\*["']?[\w-]*(?:prometheus|alertmanager|victoriametrics)/;
// Of these kube-prometheus-stack makes `true` of a null (templates/exporters/*/servicemonitor.yaml and _helpers.tpl,
// kubeVersionDefaultValue), since Kubernetes 1.22 and 1.23.
const NULL_MEANS_TRUE = new Set(['kubeControllerManager', 'kubeScheduler']);

/** The values of a Helm chart, where they speak of Prometheus. */
export const helmValues: Dialect = {
  signAt({ isJson, isValues }) {
    if (isJson) return undefined;
    return isValues ? SIGN : STACK_SIGN;
  },
  isFirstOnly: true,
  mayNeed: entry =>
    TYPE.test(entry) ||
    (OURS.test(entry) && (SIGN.test(entry) || STACK_SIGN.test(entry))) ||
    (SERVER_ENTRY.test(entry) && FLAG.test(entry)) ||
    (CONFIG_ENTRY.test(entry) && SIGN.test(entry)) ||
    (GRAFANA_ENTRY.test(entry) && GRAFANA_SIGN.test(entry)),
  claimOf(root, path) {
    const isResource = nodeAt(root, 'apiVersion') !== undefined && nodeAt(root, 'kind') !== undefined;
    const stack = mapAt(root, STACK) ?? root;
    const isStack = isOfStack(stack);
    if (isResource || !(pathKindOf(path).isValues || isStack)) return undefined;
    const parts: Part[] = [];
    const faults: Fault[] = [];
    for (const found of foundIn(root)) {
      if ('node' in found) parts.push(found);
      else faults.push(found.fault);
    }
    parts.push(...serverFlagsOf(root));
    parts.push(...configurationsOf(root));
    if (isStack) parts.push(...grafanaOf(stack, stack === root ? [] : [STACK]));
    parts.push(...dataSourcesOf(root, []), ...dataSourcesOf(mapAt(root, STACK), [STACK]));
    if (parts.length + faults.length === 0) return undefined;
    return { dialect: 'helm-values', spelling: 'either', name: '', parts, faults };
  },
};

/**
 * The entry of a mapping in values with which verification is turned off by a null that is written there.
 *
 * @param keys the keys above the mapping.
 */
export function nullThatSkipsVerification(keys: readonly string[], { pairs }: YamlMap): YamlPair | undefined {
  if (keys.at(-1) !== 'serviceMonitor' || !NULL_MEANS_TRUE.has(keys.at(-2) ?? '')) return undefined;
  if (pairs.some(({ key, value }) => key.text === 'enabled' && booleanOf(value) === false)) return undefined;
  return pairs.find(({ key, value }) => key.text === 'insecureSkipVerify' && isNull(value));
}

/** True for a key whose string is a part of the values, and read with them. */
export function isReadWithValues(key: string): boolean {
  return STRINGS.test(key);
}

/** True for values of kube-prometheus-stack, under whatever file name, alone or as a subchart. */
function isOfStack(stack: YamlMap): boolean {
  const server = mapAt(stack, 'prometheus');
  return server !== undefined && mapAt(server, 'prometheusSpec') !== undefined;
}

/** What the charts `alertmanager` and `prometheus-blackbox-exporter` make a file of, in values of their own. */
function configurationsOf(root: YamlMap): readonly Part[] {
  const config = mapAt(root, 'config');
  if (config === undefined) return [];
  const isAlertmanager = mapAt(config, 'route') !== undefined && nodeAt(config, 'receivers')?.kind === 'list';
  const isBlackbox = mapAt(config, 'modules')?.pairs.some(
    ({ value }) => value?.kind === 'map' && nodeAt(value, 'prober') !== undefined,
  );
  return isAlertmanager || isBlackbox === true ? [{ keys: ['config'], node: config }] : [];
}

/** The password that the stack gives its Grafana, and nothing else of it. */
function grafanaOf(stack: YamlMap, keys: readonly string[]): readonly Part[] {
  const grafana = mapAt(stack, 'grafana');
  const pairs = grafana?.pairs.filter(({ key }) => key.text === GRAFANA_PASSWORD) ?? [];
  return grafana === undefined || pairs.length === 0
    ? []
    : [{ keys: [...keys, 'grafana'], node: { ...grafana, pairs } }];
}

/** The data sources of Grafana, alone or as a subchart. */
function dataSourcesOf(values: YamlMap | undefined, keys: readonly string[]): readonly Part[] {
  if (values === undefined) return [];
  const grafana = mapAt(values, 'grafana');
  const below = grafana === undefined ? [] : dataSourcesInValues(grafana, [...keys, 'grafana']);
  return [...dataSourcesInValues(values, keys), ...below];
}

/** The flags and mounts that the chart `prometheus` starts its server with, and nothing else of it. */
function serverFlagsOf(root: YamlMap): readonly Part[] {
  const server = mapAt(root, SERVER);
  const pairs = server?.pairs.filter(({ key }) => SERVER_FLAGS.has(key.text) || SERVER_MOUNTS.has(key.text)) ?? [];
  if (server === undefined || pairs.length === 0) return [];
  const isOurs =
    pairs.some(({ key }) => SERVER_MOUNTS.has(key.text)) ||
    FLAG.test(server.source.text.slice(server.start, server.end));
  return isOurs ? [{ keys: [SERVER], node: { ...server, pairs } }] : [];
}

interface Step extends Part {
  /** True from the topmost key of ours on. */
  readonly isOurs: boolean;
  /** True where that key leads here. */
  readonly isTop: boolean;
}

/**
 * The topmost nodes below keys of ours, and what strings hold of ours, in the order of the text. What aliases repeat is
 * looked through once.
 */
function* foundIn(root: YamlMap): Generator<Part | { readonly fault: Fault }> {
  const ours = new Set<YamlNode>();
  const others = new Set<YamlNode>();
  const open: Step[] = [{ keys: [], node: root, isOurs: false, isTop: false }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { keys, node, isOurs, isTop } = step;
    if (isTop) yield { keys, node };
    const seen = isOurs ? ours : others;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') {
      const within = yamlWithin(node);
      if (within !== undefined) yield 'node' in within ? { keys, node: within.node } : within;
    }
    // One by one: an argument list has a limit that a long list is over.
    for (const below of stepsBelow(step).toReversed()) open.push(below);
  }
}

function stepsBelow({ keys, node, isOurs }: Step): readonly Step[] {
  if (node.kind === 'list') {
    const items = node.items.filter(item => item.kind !== 'scalar');
    return items.map(item => ({ keys, node: item, isOurs, isTop: false }));
  }
  if (node.kind === 'scalar') return [];
  const steps: Step[] = [];
  for (const { key, value } of node.pairs) {
    if (value === undefined || key.text === LOGS || isSwitchedOff(key.text, value)) continue;
    const keysBelow = key.text === '<<' && key.style === 'plain' ? keys : [...keys, key.text];
    if (value.kind === 'scalar') {
      if (STRINGS.test(key.text)) steps.push({ keys: keysBelow, node: value, isOurs, isTop: false });
      continue;
    }
    const isTop = !isOurs && key.text !== STACK && OURS.test(key.text);
    steps.push({ keys: keysBelow, node: value, isOurs: isOurs || isTop, isTop });
  }
  return steps;
}

/** True for a component of the stack that is not deployed, so that a null in its monitor means nothing. */
function isSwitchedOff(key: string, value: YamlNode): boolean {
  return NULL_MEANS_TRUE.has(key) && value.kind === 'map' && booleanOf(nodeAt(value, 'enabled')) === false;
}
