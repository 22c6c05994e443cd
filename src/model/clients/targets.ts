import type { YamlDocument } from '../../documents/document.ts';
import { isTemplated, literal, type Located, type Written } from '../../text/written.ts';
import { hostOf } from '../host.ts';
import type { Mapping } from '../mapping.ts';
import type { Targets } from '../model.ts';
import { camelOf, discoveryOf } from '../role.ts';
import { discoversNodes, isKubeletEndpoint } from './kubelet.ts';
import { moduleAt } from './blackbox-module.ts';
import { TOLD_TARGETS } from './probe.ts';
import type { Relabeling } from './relabeling.ts';
import type { Place } from '../walk.ts';

const NOBODY: Targets = { hosts: [], areInCluster: false, areUnknown: false, areKubelets: false, isApiServer: false };
const UNKNOWN: Targets = { ...NOBODY, areUnknown: true };
const IN_CLUSTER: Targets = { ...NOBODY, areInCluster: true };
const MONITOR_LISTS = new Set(['endpoints', 'podMetricsEndpoints']);
const DISCOVERIES_IN_THE_FILE = new Set(['kubernetes', 'static']);
const KUBELET_PORT = ':10250';
// How Thanos is to resolve a name (thanos-io/thanos docs/service-discovery.md).
const LOOKUP = /^dns(?:srv(?:noa)?)?\+/;
const API_SERVER = /^kubernetes(?:\.default(?:\.svc(?:\.cluster\.local)?)?)?$/;

// Fields that hold the URL of whom a client connects to; a `proxy_url` is no such field.
const URL_FIELDS = [
  'url',
  'tokenUrl',
  'apiServer',
  'host',
  'endpoint',
  'apiURL',
  'apiUrl',
  'server',
  'identityEndpoint',
];

/** The URL that a client is configured with, if it is with one, and the field that holds it. */
export function urlIn(mapping: Mapping): { readonly field: string; readonly text: Written<string> } | undefined {
  for (const field of URL_FIELDS) {
    const text = mapping.text(field);
    if (text !== undefined) return { field: mapping.spelled(field), text };
  }
  // Marathon's, of which the first stands for all.
  const [text] = mapping.texts('servers');
  return text === undefined ? undefined : { field: mapping.spelled('servers'), text };
}

/** Whom a client connects to, as far as its own mapping says. */
export function targetsOf(place: Place, document: YamlDocument, mapping: Mapping, relabeling: Relabeling): Targets {
  const list = camelOf(place.keys.at(-1) ?? '');
  if (moduleAt(place.keys, document) !== undefined && list !== 'oauth2') return TOLD_TARGETS;
  if (relabeling.rewritesAddress) return rewrittenTargets(mapping, relabeling.address);
  if (place.isItem ? MONITOR_LISTS.has(list) : isNodeScrape(place, document)) {
    return isKubeletEndpoint(document, mapping) ? { ...IN_CLUSTER, areKubelets: true } : IN_CLUSTER;
  }
  const url = urlIn(mapping);
  if (url !== undefined) {
    const isApiServer = list === 'apiserverConfig' || discoveryOf(list) === 'kubernetes';
    return { ...NOBODY, hosts: [hostIn(url.text)], isApiServer };
  }
  const prober = proberIn(mapping)?.text('url');
  if (prober !== undefined) return { ...NOBODY, hosts: [hostIn(prober)] };
  if (list === 'alertingEndpoints' || (document.dialect === 'operator' && list === 'alertmanagers')) return IN_CLUSTER;
  return discoveredTargets(mapping);
}

/** True for VictoriaMetrics' scrape of the nodes themselves. */
function isNodeScrape({ keys }: Place, { kind }: YamlDocument): boolean {
  return kind === 'VMNodeScrape' && keys.length === 1;
}

/** The settings of what probes in the place of Prometheus, of a Probe or VMProbe. */
export function proberIn(mapping: Mapping): Mapping | undefined {
  return mapping.mappings('prober')[0] ?? mapping.mappings('vmProberSpec')[0];
}

function rewrittenTargets(mapping: Mapping, address: Located<string> | undefined): Targets {
  if (address === undefined) return UNKNOWN;
  const host = hostOf(address.value);
  const areKubelets = API_SERVER.test(host) && discoversNodes(mapping);
  return { ...NOBODY, hosts: [{ ...address, value: host }], areKubelets };
}

function discoveredTargets(mapping: Mapping): Targets {
  const groups = [...mapping.items('staticConfigs'), ...(mapping.has('targets') ? [mapping] : [])];
  // Thanos has the targets themselves where Prometheus has groups of them.
  const targets = [...groups.flatMap(group => group.texts('targets')), ...mapping.texts('staticConfigs')];
  const discoveries = mapping.keys.flatMap(key => discoveryOf(key)?.toLowerCase() ?? []);
  return {
    ...NOBODY,
    hosts: targets.map(hostIn),
    areInCluster: discoveries.includes('kubernetes'),
    areUnknown: discoveries.some(name => !DISCOVERIES_IN_THE_FILE.has(name)),
    areKubelets:
      targets.some(target => literal(target)?.value.endsWith(KUBELET_PORT) === true) ||
      (discoveries.includes('kubernetes') && discoversNodes(mapping)),
  };
}

function hostIn(target: Written<string>): Written<string> {
  return isTemplated(target) ? target : { ...target, value: hostOf(target.value.replace(LOOKUP, '')) };
}
