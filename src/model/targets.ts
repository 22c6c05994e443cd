import type { YamlDocument } from '../documents/document.ts';
import { isTemplated, type Written } from '../text/written.ts';
import { hostOf } from './host.ts';
import type { Mapping } from './mapping.ts';
import type { Targets } from './model.ts';
import { camelOf, discoveryOf } from './role.ts';
import type { Place } from './walk.ts';

const UNKNOWN: Targets = { hosts: [], areInCluster: false, areUnknown: true };
const IN_CLUSTER: Targets = { hosts: [], areInCluster: true, areUnknown: false };
// A relabeling, or a label of the target itself, beats what the job says (scrape/target.go, PopulateLabels).
const REWRITING = new Set(['__address__', '__scheme__']);

// Fields that hold the URL of whom a client connects to; a `proxy_url` is no such field.
const URL_FIELDS = ['url', 'tokenUrl', 'apiServer', 'host', 'endpoint', 'apiURL', 'server', 'identityEndpoint'];

/** The URL that a client is configured with, if it is with one. */
export function urlOf(mapping: Mapping): Written<string> | undefined {
  return URL_FIELDS.map(field => mapping.text(field)).find(text => text !== undefined);
}

/** Whom a client connects to, as far as its own mapping says. */
export function targetsOf(place: Place, document: YamlDocument, mapping: Mapping): Targets {
  const list = camelOf(place.keys.at(-1) ?? '');
  if (isRewritten(mapping)) return UNKNOWN;
  if (place.isItem && (list === 'endpoints' || list === 'podMetricsEndpoints')) return IN_CLUSTER;
  const url = urlOf(mapping);
  if (url !== undefined) return { hosts: [hostIn(url)], areInCluster: false, areUnknown: false };
  const prober = mapping.mappings('prober')[0]?.text('url');
  if (prober !== undefined) return { hosts: [hostIn(prober)], areInCluster: false, areUnknown: false };
  if (list === 'alertingEndpoints' || (document.dialect === 'operator' && list === 'alertmanagers')) return IN_CLUSTER;
  return discoveredTargets(mapping);
}

function isRewritten(mapping: Mapping): boolean {
  const relabelings = [...mapping.items('relabelConfigs'), ...mapping.items('relabelings')];
  return (
    relabelings.some(rule => REWRITING.has(textOf(rule.text('targetLabel')) ?? '')) ||
    mapping
      .items('staticConfigs')
      .some(group => group.mappings('labels').some(labels => labels.keys.includes('__scheme__')))
  );
}

function discoveredTargets(mapping: Mapping): Targets {
  const groups = mapping.items('staticConfigs');
  const discoveries = mapping.keys.flatMap(key => discoveryOf(key) ?? []);
  return {
    hosts: groups.flatMap(group => group.texts('targets')).map(hostIn),
    areInCluster: discoveries.includes('kubernetes'),
    areUnknown: discoveries.some(name => name !== 'kubernetes'),
  };
}

function textOf(written: Written<string> | undefined): string | undefined {
  return written === undefined || isTemplated(written) ? undefined : written.value;
}

function hostIn(target: Written<string>): Written<string> {
  return isTemplated(target) ? target : { ...target, value: hostOf(target.value) };
}
