import { mapAt, nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap, YamlNode } from '../../parse/yaml-node.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { mapsIn } from './pod-volume.ts';

/** How others reach what a command starts, as far as that is written beside it. */
export type Reach = ComposeReach | PodReach | MachineReach;

/** A service of a compose file. */
export interface ComposeReach {
  readonly kind: 'compose';
  /** What its neighbours call it, in lower case: none where it has no network of its own. */
  readonly names: readonly string[];
  readonly networks: readonly string[];
  /** The service, or `host`, whose loopback address is its own. */
  readonly loopback: string;
  readonly port?: string;
}

/** A container of a Pod. */
export interface PodReach {
  readonly kind: 'pod';
  /** Labels of the Pod, by which a Service selects it. */
  readonly labels: ReadonlyMap<string, string>;
  /** Those that the container names. */
  readonly ports: readonly ContainerPort[];
  readonly port?: string;
}

/** A port that a container is said to listen at. */
interface ContainerPort {
  readonly name?: string;
  readonly number: string;
}

/** A process of a machine, in no container. */
interface MachineReach {
  readonly kind: 'machine';
  readonly port?: string;
}

// Where each listens unless it is told otherwise (github.com/prometheus/prometheus/wiki/Default-port-allocations).
const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  prometheus: '9090',
  pushgateway: '9091',
  alertmanager: '9093',
  node: '9100',
  haproxy: '9101',
  statsd: '9102',
  mysqld: '9104',
  consul: '9107',
  graphite: '9108',
  elasticsearch: '9114',
  blackbox: '9115',
  snmp: '9116',
  apache: '9117',
  redis: '9121',
  influxdb: '9122',
  memcached: '9150',
  windows: '9182',
  postgres: '9187',
  mongodb: '9216',
  process: '9256',
  ipmi: '9290',
  systemd: '9558',
  smartctl: '9633',
};

/** The port at which a program listens by default, by its own name or that of its image; absent where it is not known. */
export function defaultPortOf(program: string): { readonly port?: string } {
  const name = program
    .replace(/@.*$/, '')
    .replace(/^.*\//, '')
    .replace(/:.*$/, '')
    .replace(/(?<=.)[-_]exporter$/, '');
  const port = DEFAULT_PORTS[name];
  return port === undefined ? {} : { port };
}

const DEFAULT_NETWORK = 'default';

/** How a service of a compose file is reached; `undefined` where a template says it. */
export function composeReachOf(name: string, service: YamlMap): ComposeReach | undefined {
  const mode = textAt(service, 'network_mode') ?? '';
  const networks = networksOf(service);
  const aliases = networks.flatMap(({ aliases: own }) => own);
  const given = ['container_name', 'hostname'].flatMap(field => textAt(service, field) ?? []);
  const names = [name, ...given, ...aliases].map(one => one.toLowerCase());
  if (names.some(holdsTemplate) || holdsTemplate(mode)) return undefined;
  const port = defaultPortOf(textAt(service, 'image') ?? name);
  if (mode === '' || mode === 'bridge') {
    return { kind: 'compose', names, networks: networks.map(network => network.name), loopback: name, ...port };
  }
  return { kind: 'compose', names: [], networks: [], loopback: mode.replace(/^service:/, ''), ...port };
}

interface Network {
  readonly name: string;
  readonly aliases: readonly string[];
}

function networksOf(service: YamlMap): readonly Network[] {
  const networks = nodeAt(service, 'networks');
  if (networks?.kind === 'list') {
    return networks.items.flatMap(item => (item.kind === 'scalar' ? [{ name: item.text, aliases: [] }] : []));
  }
  if (networks?.kind !== 'map') return [{ name: DEFAULT_NETWORK, aliases: [] }];
  return networks.pairs.map(({ key, value }) => ({
    name: key.text,
    aliases: value?.kind === 'map' ? textsIn(nodeAt(value, 'aliases')) : [],
  }));
}

function textsIn(node: YamlNode | undefined): readonly string[] {
  return node?.kind === 'list' ? node.items.flatMap(item => (item.kind === 'scalar' ? [item.text] : [])) : [];
}

/**
 * How a container of a Pod is reached.
 *
 * @param template what has the metadata of the Pod. @param image the program where there is none.
 */
export function podReachOf(template: YamlMap, container: YamlMap, image: string): PodReach {
  const metadata = mapAt(template, 'metadata');
  return {
    kind: 'pod',
    labels: labelsIn(metadata && mapAt(metadata, 'labels')),
    ports: mapsIn(nodeAt(container, 'ports')).flatMap(port => {
      const number = textAt(port, 'containerPort');
      const name = textAt(port, 'name');
      return number === undefined ? [] : [{ number, ...(name === undefined ? {} : { name }) }];
    }),
    ...defaultPortOf(image),
  };
}

/** The labels that something has to have to be selected; `undefined` where a template says some, or there are none. */
export function selectorIn(map: YamlMap | undefined): ReadonlyMap<string, string> | undefined {
  const selector = labelsIn(map);
  return selector.size === 0 || selector.size !== map?.pairs.length ? undefined : selector;
}

/** The entries of a mapping of labels, but for those that a template makes. */
export function labelsIn(map: YamlMap | undefined): ReadonlyMap<string, string> {
  return new Map(
    (map?.pairs ?? []).flatMap(({ key, value }) =>
      value?.kind === 'scalar' && !holdsTemplate(value.text) ? [[key.text, value.text] as const] : [],
    ),
  );
}
