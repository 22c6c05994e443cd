import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import { nodeAt, textAt } from '../../documents/dialect.ts';
import type { YamlMap } from '../../parse/yaml-node.ts';
import { mountTarget, type Mount, type MountSource } from '../mounts.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import type { Place } from '../walk.ts';
import { mapsIn, podMountsOf } from './pod-volume.ts';

/** A server that an operator or a chart starts, with what it mounts there. */
export interface OperatedServer {
  readonly document: Document;
  readonly mounts: readonly Mount[];
  /** The kinds of resources that may configure it besides its own. */
  readonly selects: readonly string[];
}

interface Kind {
  readonly secrets: string;
  readonly configMaps: string;
  readonly selects: readonly string[];
}

// SecretsDir and ConfigmapsDir in pkg/prometheus and pkg/alertmanager of the Prometheus operator (v0.93), and SecretsDir
// and ConfigMapsDir in internal/controller/operator/factory of that of VictoriaMetrics (v0.63).
const OF_PROMETHEUS: Kind = {
  secrets: '/etc/prometheus/secrets',
  configMaps: '/etc/prometheus/configmaps',
  selects: ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'],
};
const OF_ALERTMANAGER: Kind = {
  secrets: '/etc/alertmanager/secrets',
  configMaps: '/etc/alertmanager/configmaps',
  selects: [],
};
const OF_VICTORIA: Kind = { secrets: '/etc/vm/secrets', configMaps: '/etc/vm/configs', selects: [] };
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['Prometheus', OF_PROMETHEUS],
  ['PrometheusAgent', OF_PROMETHEUS],
  ['Alertmanager', OF_ALERTMANAGER],
  [
    'VMAgent',
    { ...OF_VICTORIA, selects: ['VMServiceScrape', 'VMPodScrape', 'VMProbe', 'VMNodeScrape', 'VMStaticScrape'] },
  ],
  ['VMAlert', OF_VICTORIA],
  ['VMAlertmanager', OF_VICTORIA],
]);
// The values of kube-prometheus-stack that become the `spec` of a resource.
const SPECS: ReadonlyMap<string, Kind> = new Map([
  ['prometheusSpec', OF_PROMETHEUS],
  ['alertmanagerSpec', OF_ALERTMANAGER],
]);

/** The servers that a mapping makes, with the objects that it mounts by its lists of names and its own volumes. */
export function operatedServersAt({ map, keys }: Place, document: YamlDocument): readonly OperatedServer[] {
  if (document.dialect === 'helm-values' && keys.at(-1) === 'server') return chartServersIn(map, document);
  const kind = kindAt(keys, document);
  if (kind === undefined) return [];
  const mounts = [
    ...objectsIn(map, 'secrets', 'Secret', kind.secrets),
    ...objectsIn(map, 'configMaps', 'ConfigMap', kind.configMaps),
    ...podMountsOf(map, map),
  ];
  return [{ document: identityOf(document), mounts, selects: kind.selects }];
}

function kindAt(keys: readonly string[], { dialect, kind = '' }: YamlDocument): Kind | undefined {
  if (dialect === 'operator') return keys.length === 1 && keys[0] === 'spec' ? KINDS.get(kind) : undefined;
  return dialect === 'helm-values' ? SPECS.get(keys.at(-1) ?? '') : undefined;
}

function objectsIn(spec: YamlMap, field: string, to: 'Secret' | 'ConfigMap', folder: string): readonly Mount[] {
  const names = nodeAt(spec, field);
  if (names?.kind !== 'list') return [];
  return names.items.flatMap(item => {
    if (item.kind !== 'scalar' || item.text === '' || holdsTemplate(item.text)) return [];
    const source: MountSource = { to, name: item.text, subPath: '', isOptional: false };
    return [{ target: mountTarget(`${folder}/${item.text}`), sources: [source] }];
  });
}

// The mounts of the chart `prometheus`, and the field of each that names the object (templates/deploy.yaml, v28).
const CHART_MOUNTS = [
  ['extraSecretMounts', 'Secret', 'secretName'],
  ['extraConfigmapMounts', 'ConfigMap', 'configMap'],
] as const;

function chartServersIn(server: YamlMap, document: YamlDocument): readonly OperatedServer[] {
  const mounts = CHART_MOUNTS.flatMap(([field, to, nameField]) =>
    mapsIn(nodeAt(server, field)).flatMap(item => {
      const [target, name] = [textAt(item, 'mountPath'), textAt(item, nameField)];
      const subPath = textAt(item, 'subPath') ?? '';
      if (target === undefined || name === undefined || [target, name, subPath].some(holdsTemplate)) return [];
      const source = { to, name, subPath, isOptional: textAt(item, 'optional') === 'true' };
      return [{ target: mountTarget(target), sources: [source] }];
    }),
  );
  return mounts.length === 0 ? [] : [{ document: identityOf(document), mounts, selects: [] }];
}
