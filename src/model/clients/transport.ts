import type { YamlDocument } from '../../documents/document.ts';
import { booleanOf, spanOf } from '../../parse/yaml-node.ts';
import { isTemplated, literal, type Written } from '../../text/written.ts';
import { schemeOf } from '../host.ts';
import type { Mapping } from '../mapping.ts';
import type { Transport } from '../model.ts';
import { ownEntry } from '../own-entry.ts';
import { camelOf, discoveryOf } from '../role.ts';
import { moduleAt } from './blackbox-module.ts';
import { transportOfModule } from './probe.ts';
import { proberIn, urlIn } from './targets.ts';
import type { Relabeling } from './relabeling.ts';
import type { Place } from '../walk.ts';

// Lists whose items have a `scheme` that is http unless it is set.
const SCHEMED_LISTS = new Set([
  'scrapeConfigs',
  'additionalScrapeConfigs',
  'extraScrapeConfigs',
  'alertmanagers',
  'alertingEndpoints',
  'additionalAlertManagerConfigs',
  'endpoints',
  'podMetricsEndpoints',
  'targetEndpoints',
  'serverGroups',
  'queryEndpoints',
]);
const SCHEMED_KINDS = new Set(['Probe', 'ScrapeConfig', 'VMProbe', 'VMNodeScrape', 'VMScrapeConfig']);
// Discoveries whose service has one address, with https, or has that unless an endpoint is written (Prometheus 3.14,
// discovery/*).
const HTTPS_DISCOVERIES =
  /^(?:digitalocean|hetzner|ionos|linode|vultr|azure|oci|triton|gce|ec2|lightsail|ecs|msk|elasticache|rds|aws|scaleway|outscale|stackit|ovhcloud|kubernetes)$/i;

const LABELLING = new Set(['file', 'http']);

const UNKNOWN: Transport = { kind: 'unknown', reason: '', remedy: '' };

/**
 * Whether the connection of a client is encrypted.
 *
 * @param isWhole true where the mapping becomes configuration as it stands, so that what is not written has its default.
 * @param rewritesScheme true where a label overrides the scheme (scrape/target.go, PopulateLabels).
 */
export function transportOf(
  place: Place,
  document: YamlDocument,
  mapping: Mapping,
  { rewritesScheme, isWhole }: Pick<Relabeling, 'rewritesScheme'> & { readonly isWhole: boolean },
): Transport {
  const key = place.keys.at(-1) ?? '';
  const list = camelOf(key);
  if (list === 'tracing' || list === 'tracingConfig') return transportOfTracing(mapping);
  if (moduleAt(place.keys, document) !== undefined && list !== 'oauth2') {
    return transportOfModule(place.keys, mapping, document);
  }
  const discovery = place.isItem ? discoveryOf(key) : undefined;
  if (discovery !== undefined) return transportOfDiscovery(discovery, mapping);
  const prober = proberIn(mapping);
  const schemed = prober?.has('scheme') === true ? prober : mapping;
  const isWritten = schemed.has('scheme');
  if (isWritten || (isWhole && isSchemed(place, document, list))) {
    const isOverridden = rewritesScheme || isLabelled(mapping) || (!isWritten && mayBeLabelled(mapping));
    if (isOverridden) return UNKNOWN;
    // Where a prober has settings of its own, a scheme that is missing belongs there.
    return isWritten || prober === undefined ? transportByScheme(schemed) : withoutSwitch(transportByScheme(schemed));
  }
  return transportByUrl(mapping);
}

function isSchemed({ keys, names, isItem }: Place, { kind = '' }: YamlDocument, list: string): boolean {
  if (isItem) return SCHEMED_LISTS.has(list);
  const isMappedJob = camelOf(keys.at(-2) ?? '') === 'scrapeConfigs' && names.at(-2) === undefined;
  return isMappedJob || (keys.length === 1 && SCHEMED_KINDS.has(kind));
}

/** True where targets have a scheme of their own. */
function isLabelled(mapping: Mapping): boolean {
  return mapping.items('staticConfigs').some(group => {
    return group.mappings('labels').some(labels => labels.keys.includes('__scheme__'));
  });
}

/** True where what discovers the targets gives them labels too, which may have the scheme (discovery/targetgroup). */
function mayBeLabelled(mapping: Mapping): boolean {
  return mapping.keys.some(key => LABELLING.has(discoveryOf(key) ?? ''));
}

function transportOfTracing(mapping: Mapping): Transport {
  const insecure = mapping.pair('insecure');
  const field = mapping.spelled('insecure');
  if (insecure === undefined) return { kind: 'tls', reason: '', remedy: '' };
  const value = booleanOf(insecure.value);
  if (value === undefined) return UNKNOWN;
  const kind = value ? 'plain' : 'tls';
  const entry = ownEntry(mapping, 'insecure');
  const switching = entry === undefined ? {} : { switching: { entry, on: { [field]: false }, off: { [field]: true } } };
  return { kind, at: spanOf(insecure.value), reason: `${field} is ${value}`, remedy: `remove ${field}`, ...switching };
}

function withoutSwitch(transport: Transport): Transport {
  const { switching: _, ...rest } = transport;
  return rest;
}

/** By a `scheme`, without which Prometheus takes http. */
function transportByScheme(mapping: Mapping): Transport {
  const scheme = mapping.text('scheme');
  if (scheme !== undefined && isTemplated(scheme)) return UNKNOWN;
  const remedy = 'set scheme: https';
  const isUpper = scheme?.value === 'HTTP' || scheme?.value === 'HTTPS';
  const [on, off] = isUpper ? ['HTTPS', 'HTTP'] : ['https', 'http'];
  const entry = ownEntry(mapping, 'scheme');
  const switching = { on: { scheme: on }, off: { scheme: off }, ...(entry === undefined ? {} : { entry }) };
  if (scheme === undefined || scheme.value === '')
    return { kind: 'plain', reason: 'scheme is http by default', remedy, switching };
  const value = scheme.value.toLowerCase();
  const kind = value === 'https' ? 'tls' : value === 'http' ? 'plain' : 'unknown';
  const at = scheme.span;
  // What is merged in, or stands for an alias, is that of others too.
  return { kind, at, reason: `scheme is ${value}`, remedy, ...(entry === undefined ? {} : { switching }) };
}

function transportOfDiscovery(discovery: string, mapping: Mapping): Transport {
  const written = transportByUrl(mapping);
  if (discovery.toLowerCase() === 'consul') {
    // In the address https alone counts (hashicorp/consul api.go, NewClient).
    return written.kind === 'tls' ? written : transportByScheme(mapping);
  }
  const url = urlIn(mapping);
  // A template may hold a scheme, and without one Kubernetes' client decides by the port.
  const isSaid =
    written.kind !== 'unknown' || (url !== undefined && (isTemplated(url.text) || discovery === 'kubernetes'));
  return isSaid || !HTTPS_DISCOVERIES.test(discovery) ? written : { kind: 'tls', reason: '', remedy: '' };
}

/** By the URL that a client is configured with. */
export function transportByUrl(mapping: Mapping): Transport {
  const url = urlIn(mapping);
  return url === undefined ? UNKNOWN : transportOfUrl(url);
}

/** Whether the connection to a URL is encrypted; unknown where no scheme is written. */
export function transportOfUrl(url: { readonly field: string; readonly text: Written<string> }): Transport {
  const written = literal(url.text);
  const scheme = written === undefined ? undefined : schemeOf(written.value);
  if (written === undefined || scheme === undefined) return UNKNOWN;
  const kind = scheme === 'https' ? 'tls' : 'plain';
  const reason = `${url.field} begins with ${scheme}://`;
  return { kind, at: written.span, reason, remedy: `use https:// in ${url.field}`, isBare: !/^https?$/.test(scheme) };
}
