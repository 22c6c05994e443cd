import type { YamlMap, YamlNode } from '../parse/yaml-node.ts';
import { mapAt, nodeAt, textAt, type Dialect } from './dialect.ts';
import type { Fault, Part } from './document.ts';
import { yamlWithin } from './embedded-yaml.ts';
import { resourceOf } from './resource.ts';

const SIGN = /prometheusremotewrite|scrape_config|\/api\/v1\/otlp/;
const RESOURCE_SIGN = /opentelemetry\.io\\*\//;
const GROUP = 'opentelemetry.io';
const KIND = 'OpenTelemetryCollector';
// By both names that it has had.
const OTLP_EXPORTERS = new Set(['otlphttp', 'otlp_http']);
// The path at which Prometheus takes OTLP (web/web.go of Prometheus 3.14).
const OTLP_RECEIVER = /\/api\/v1\/otlp(?:\/|$)/;

/**
 * The configuration of an OpenTelemetry Collector that scrapes as Prometheus does, or writes to one: a file, or the
 * resource of its operator (open-telemetry/opentelemetry-collector-contrib v0.140, receiver/prometheusreceiver and
 * exporter/prometheusremotewriteexporter). What it says of traces, logs and other servers is not read.
 */
export const opentelemetry: Dialect = {
  signAt: ({ isJson }) => (isJson ? RESOURCE_SIGN : SIGN),
  isFirstOnly: false,
  claimOf(root) {
    const resource = resourceOf(root);
    if (resource === undefined) return claimOfParts(partsOf(root, []), []);
    const spec = mapAt(root, 'spec');
    if (resource.group !== GROUP || resource.kind !== KIND || spec === undefined) return undefined;
    const { node, fault } = configurationIn(spec);
    const parts = node === undefined ? [] : partsOf(node, ['spec', 'config']);
    const claim = claimOfParts(parts, fault === undefined ? [] : [fault]);
    return claim && { ...claim, ...resource };
  },
};

/** The type of a component by its key, which is `type` or `type/name`. */
export function componentTypeOf(key: string): string {
  const slash = key.indexOf('/');
  return slash === -1 ? key : key.slice(0, slash);
}

function claimOfParts(parts: readonly Part[], faults: readonly Fault[]): ReturnType<Dialect['claimOf']> {
  if (parts.length + faults.length === 0) return undefined;
  return { dialect: 'opentelemetry', spelling: 'snake', name: '', parts, faults };
}

/** The configuration in a resource: a mapping since v1beta1, before that a string. */
function configurationIn(spec: YamlMap): { readonly node?: YamlMap; readonly fault?: Fault } {
  const config = nodeAt(spec, 'config');
  if (config?.kind === 'map') return { node: config };
  const within = config?.kind === 'scalar' && SIGN.test(config.text) ? yamlWithin(config) : undefined;
  if (within === undefined) return {};
  if ('fault' in within) return within;
  return within.node.kind === 'map' ? { node: within.node } : {};
}

/** The configurations of scrapes, the exporters that write to a Prometheus, and what those are authenticated with. */
function partsOf(config: YamlMap, keys: readonly string[]): readonly Part[] {
  const scrapes = componentsIn(config, 'receivers').flatMap(({ key, map }) => {
    const node = componentTypeOf(key) === 'prometheus' ? mapAt(map, 'config') : undefined;
    return node === undefined ? [] : [{ keys: [...keys, 'receivers', key, 'config'], node }];
  });
  const exporters = componentsIn(config, 'exporters').filter(isOfPrometheus);
  const authenticators = new Set(exporters.flatMap(({ map }) => authenticatorOf(map) ?? []));
  const extensions = componentsIn(config, 'extensions').filter(({ key }) => authenticators.has(key));
  return [
    ...scrapes,
    ...exporters.map(({ key, map }) => ({ keys: [...keys, 'exporters', key], node: map })),
    ...extensions.map(({ key, map }) => ({ keys: [...keys, 'extensions', key], node: map })),
  ];
}

interface Component {
  readonly key: string;
  readonly map: YamlMap;
}

function componentsIn(config: YamlMap, section: string): readonly Component[] {
  const pairs = mapAt(config, section)?.pairs ?? [];
  return pairs.flatMap(({ key, value }) => (isMap(value) ? [{ key: key.text, map: value }] : []));
}

function isMap(node: YamlNode | undefined): node is YamlMap {
  return node?.kind === 'map';
}

function isOfPrometheus({ key, map }: Component): boolean {
  const type = componentTypeOf(key);
  if (type === 'prometheusremotewrite') return true;
  const endpoints = [textAt(map, 'endpoint'), textAt(map, 'metrics_endpoint')];
  return OTLP_EXPORTERS.has(type) && endpoints.some(endpoint => endpoint !== undefined && OTLP_RECEIVER.test(endpoint));
}

function authenticatorOf(exporter: YamlMap): string | undefined {
  const auth = mapAt(exporter, 'auth');
  return auth && textAt(auth, 'authenticator');
}
