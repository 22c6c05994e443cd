import { partialButLists } from '../../documents/embedded/partial.ts';
import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlDocument } from '../../documents/document.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import type { Program } from './departure.ts';
import { itemName } from '../walk.ts';
import { itemRoots, placesIn, without, type ShapePlace, type ShapeRoot } from './shape-root.ts';

type Handed = readonly [Program, string];

// What charts hand on just as it is, by the last two keys: kube-prometheus-stack 88 (templates/prometheus,
// templates/alertmanager, templates/thanos-ruler) and prometheus 29 (templates/cm.yaml, templates/_helpers.tpl). Of lists
// the items, of which each is whole.
const LISTS: ReadonlyMap<string, Handed> = new Map<string, Handed>([
  ['prometheusSpec.remoteWrite', ['operator', 'RemoteWriteSpec']],
  ['prometheusSpec.additionalRemoteWrite', ['operator', 'RemoteWriteSpec']],
  ['prometheusSpec.remoteRead', ['operator', 'RemoteReadSpec']],
  ['prometheusSpec.additionalRemoteRead', ['operator', 'RemoteReadSpec']],
  ['prometheusSpec.alertingEndpoints', ['operator', 'AlertmanagerEndpoints']],
  ['prometheusSpec.scrapeClasses', ['operator', 'ScrapeClass']],
  ['thanosRulerSpec.remoteWrite', ['operator', 'RemoteWriteSpec']],
  ['prometheusSpec.additionalScrapeConfigs', ['prometheus', 'ScrapeConfig']],
  ['prometheusSpec.additionalAlertManagerConfigs', ['prometheus', 'AlertmanagerConfig']],
  ['prometheusSpec.additionalAlertRelabelConfigs', ['prometheus', 'RelabelConfig']],
  ['server.remoteWrite', ['prometheus', 'RemoteWriteConfig']],
  ['server.remoteRead', ['prometheus', 'RemoteReadConfig']],
  ['server.alertmanagers', ['prometheus', 'AlertmanagerConfig']],
]);
// The chart lays mappings over its own.
const MAPPINGS: ReadonlyMap<string, Handed> = new Map<string, Handed>([
  ['prometheusSpec.apiserverConfig', ['operator', 'APIServerConfig']],
  ['prometheusSpec.tracingConfig', ['operator', 'TracingConfig']],
  ['prometheusSpec.web', ['operator', 'PrometheusWebSpec']],
  ['alertmanagerSpec.alertmanagerConfiguration', ['operator', 'AlertmanagerConfiguration']],
  ['alertmanagerSpec.tlsConfig', ['operator', 'TLSConfig']],
  ['alertmanagerSpec.web', ['operator', 'AlertmanagerWebSpec']],
  ['thanosRulerSpec.grpcServerTlsConfig', ['operator', 'GRPCServerTLSConfig']],
  ['thanosRulerSpec.web', ['operator', 'ThanosRulerWebSpec']],
  ['serverFiles.prometheus.yml', ['prometheus', 'Config']],
]);
const MONITORS: ReadonlyMap<string, Handed> = new Map<string, Handed>([
  ['additionalServiceMonitors', ['operator', 'Endpoint']],
  ['additionalPodMonitors', ['operator', 'PodMetricsEndpoint']],
]);
const ENDPOINTS = new Set(['endpoints', 'podMetricsEndpoints']);
// Keys of the charts `prometheus` and `alertmanager` that say whether something is there at all, and what it is called.
const OF_CHART = new Set(['enabled', 'job_name']);
const DISCOVERY = /_configs$/;

/** What stands in a part of the values of a chart and is handed on as it is. */
export function valuesRoots(part: ShapePlace, document: YamlDocument): readonly ShapeRoot[] {
  // Charts that take a list there are of vmagent.
  const isText = part.node.source !== (document.source ?? document.file);
  if (isText && part.keys.at(-1) === 'extraScrapeConfigs') return itemRoots('prometheus', 'ScrapeConfig', part);
  return [part, ...placesBelow(part, new Set())].flatMap(rootsAt);
}

/** Everything that stands in mappings alone: of lists nobody knows what a chart makes. */
function* placesBelow(place: ShapePlace, seen: Set<YamlNode>): Generator<ShapePlace> {
  if (seen.has(place.node)) return;
  seen.add(place.node);
  for (const below of placesIn(place)) {
    yield below;
    yield* placesBelow(below, seen);
  }
}

function rootsAt(place: ShapePlace): readonly ShapeRoot[] {
  const [above = '', key = ''] = [place.keys.at(-2), place.keys.at(-1)];
  const trail = `${above}.${key}`;
  const list = LISTS.get(trail);
  if (list !== undefined) return itemRoots(...list, place);
  const mapping = MAPPINGS.get(trail);
  if (mapping !== undefined) return [laidOver(place, mapping)];
  const monitors = MONITORS.get(key);
  if (monitors !== undefined) return endpointRoots(place, monitors);
  if (key === 'scrapeConfigs') return jobRoots(place);
  return key === 'config' || trail === 'alertmanagerFiles.alertmanager.yml' ? configurationRoots(place) : [];
}

/** A mapping that is laid over one of the chart, which may have what it lacks. */
function laidOver(place: ShapePlace, [program, type]: Handed): ShapeRoot {
  const node = place.node.kind === 'map' ? without(OF_CHART, place.node) : place.node;
  return { ...place, program, type, node: partialButLists(node) };
}

function endpointRoots({ node, path, keys }: ShapePlace, handed: Handed): readonly ShapeRoot[] {
  if (node.kind !== 'list') return [];
  const monitors = node.items.flatMap(item => placesIn({ node: item, path: `${path}[${itemName(item, '')}]`, keys }));
  return monitors.filter(place => ENDPOINTS.has(place.keys.at(-1) ?? '')).flatMap(place => itemRoots(...handed, place));
}

/** The jobs of the chart `prometheus` by their names. */
function jobRoots(place: ShapePlace): readonly ShapeRoot[] {
  const jobs = placesIn(place);
  return jobs.every(({ node }) => node.kind === 'map' && isJob(node))
    ? jobs.map(job => laidOver(job, ['prometheus', 'ScrapeConfig']))
    : [];
}

function isJob({ pairs }: YamlMap): boolean {
  return pairs.every(({ key }) => OF_CHART.has(key.text)) || pairs.some(({ key }) => DISCOVERY.test(key.text));
}

/** What the charts `alertmanager` and `prometheus-blackbox-exporter`, and those that contain them, make a file of. */
function configurationRoots(place: ShapePlace): readonly ShapeRoot[] {
  const { node } = place;
  if (node.kind !== 'map') return [];
  const route = mapAt(node, 'route');
  const hasReceivers = nodeAt(node, 'receivers')?.kind === 'list';
  if (hasReceivers && route !== undefined && textAt(route, 'receiver') !== undefined) {
    return [laidOver(place, ['alertmanager', 'Config'])];
  }
  return placesIn(place)
    .filter(({ keys }) => keys.at(-1) === 'modules')
    .flatMap(placesIn)
    .filter(({ node: module }) => module.kind === 'map' && nodeAt(module, 'prober') !== undefined)
    .map(module => laidOver(module, ['blackbox', 'Module']));
}
