import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { literal } from '../../text/written.ts';
import { authenticationsOf } from './authentication.ts';
import { componentAt } from './component.ts';
import { conflictsOf } from './conflict.ts';
import type { Mapping } from '../mapping.ts';
import type { Client, TlsClient } from '../model.ts';
import { isBlockOfClient, withBlockOfClient } from './nested-client.ts';
import { redirectsOf } from './redirects.ts';
import { probeAt } from './probe.ts';
import { entryBehind } from '../own-entry.ts';
import { isOfHttpReceiver } from './receiver-place.ts';
import { relabelingOf } from './relabeling.ts';
import { camelOf, discoveryOf, labelOf } from '../role.ts';
import { targetsOf } from './targets.ts';
import { blockNameAt, tlsClientsOf } from './tls-client.ts';
import { transportOf } from './transport.ts';
import type { Place } from '../walk.ts';

// Lists whose items are clients even where they set neither TLS nor credentials.
const CLIENT_LISTS = new Set([
  'scrapeConfigs',
  'additionalScrapeConfigs',
  'extraScrapeConfigs',
  'additionalAlertManagerConfigs',
  'alertingEndpoints',
  'alertmanagers',
  'remoteWrite',
  'additionalRemoteWrite',
  'remoteRead',
  'additionalRemoteRead',
  'prometheusRemoteWrite',
  'serverGroups',
  'queryEndpoints',
  'endpoints',
  'podMetricsEndpoints',
  'targetEndpoints',
]);
// Lists of a monitor, of which the operator makes scrape jobs, and resources that are one as a whole.
const MONITOR_LISTS = new Set(['endpoints', 'podMetricsEndpoints']);
const SCRAPE_KINDS = new Set(['Probe', 'ScrapeConfig', 'VMProbe', 'VMNodeScrape', 'VMScrapeConfig']);
const AUTHENTICATION = ['basicAuth', 'authorization', 'oauth2', 'bearerToken', 'bearerTokenFile', 'bearerTokenSecret'];
const ENCRYPTION = ['scheme', 'tlsConfig'];
// What a client begins with, or its encryption is said by: what is added comes behind that.
const LEADING = ['scheme', 'jobName', 'name', 'url', 'port', 'targetPort'];
const TLS_BLOCKS = new Set(['tlsConfig', 'smtpTlsConfig']);
// Without one of these, or a merge that may bring one in, a mapping that stands in no list of clients is none.
const TELLING = new Set([...AUTHENTICATION, 'tlsConfig', 'insecureSkipVerify', '<<']);
// The block of Alertmanagers that talk to each other, with the settings of the client in `client`.
const GOSSIP = 'clusterTLS';
// Server blocks with fields of the same names: the gRPC server of a Thanos sidecar, a `web.yml`.
const SERVER_KEYS = new Set(['grpcServerTlsConfig', 'tlsServerConfig']);
// Others by their place: the web server of a resource, the gossip of Alertmanagers.
const SERVER_PLACE = /(?:spec\.web|clusterTLS\.server)$/i;

/** The clients that a mapping configures: none, one, or one for each reading of keys that come twice. */
export function clientsAt(place: Place, document: YamlDocument): readonly Client[] {
  const isListed = isListedClient(place, document);
  const isPossible =
    isListed || place.keys.at(-1) === GOSSIP || place.map.pairs.some(({ key }) => TELLING.has(camelOf(key.text)));
  if (!isPossible || isOfServer(place) || componentAt(place, document) !== undefined) return [];
  // That of a receiver is read with the receiver, which has the URL.
  if (isOfHttpReceiver(place)) return [];
  // The block itself is read with the client that it belongs to.
  if (!isListed && (isTlsBlock(place, document) || isBlockOfClient(place, document))) return [];
  const clients: Client[] = [];
  for (const mapping of readingsOf(place, document)) {
    const blocks = tlsClientsOf(place, document, mapping);
    const isClient = isListed || blocks.length > 0 || AUTHENTICATION.some(field => isSet(mapping, field));
    if (!isClient) continue;
    for (const tls of blocks.length === 0 ? [undefined] : blocks) {
      clients.push(clientOf(place, document, mapping, { isListed, tls }));
    }
  }
  return clients;
}

function readingsOf({ mappings }: Place, document: YamlDocument): readonly Mapping[] {
  return mappings.flatMap(mapping => withBlockOfClient(mapping, document));
}

function isTlsBlock({ keys }: Place, { kind }: YamlDocument): boolean {
  return TLS_BLOCKS.has(camelOf(keys.at(-1) ?? '')) || (kind === 'Alertmanager' && keys.at(-2) === GOSSIP);
}

/** True where a mapping is a client by its place alone. */
function isListedClient(place: Place, document: YamlDocument): boolean {
  const { keys, names, isItem } = place;
  const last = camelOf(keys.at(-1) ?? '');
  if (isItem) return CLIENT_LISTS.has(last) || discoveryOf(last) !== undefined;
  // A chart keeps jobs in a mapping by name where Prometheus has a list.
  const isMappedJob = camelOf(keys.at(-2) ?? '') === 'scrapeConfigs' && names.at(-2) === undefined;
  const isOwn = document.dialect === 'operator' && keys.join('.') === 'spec.apiserverConfig';
  return isMappedJob || last === 'oauth2' || isOwn || isMonitored(place, document) || isTracing(keys, document);
}

/**
 * True for what the operator makes a scrape job of and merges a scrape class into (pkg/prometheus/promcfg.go,
 * addHTTPConfigToYAML).
 */
function isMonitored({ keys, isItem }: Place, { kind = '' }: YamlDocument): boolean {
  return isItem ? MONITOR_LISTS.has(keys.at(-1) ?? '') : keys.length === 1 && SCRAPE_KINDS.has(kind);
}

function isTracing(keys: readonly string[], { dialect }: YamlDocument): boolean {
  return keys.join('.') === (dialect === 'operator' ? 'spec.tracingConfig' : 'tracing') && dialect !== 'helm-values';
}

function isOfServer({ keys }: Place): boolean {
  return keys.some(
    (key, index) => SERVER_KEYS.has(camelOf(key)) || SERVER_PLACE.test(`${keys[index - 1] ?? ''}.${key}`),
  );
}

function isSet(mapping: Mapping, field: string): boolean {
  const kind = mapping.pair(field)?.value.kind;
  // Charts have switches of the same name: `authorization: true`.
  return field.startsWith('bearerToken') ? kind !== undefined : kind === 'map';
}

/** How a mapping is a client. */
interface ClientForm {
  /** True where its place alone makes it one. */
  readonly isListed: boolean;
  readonly tls: TlsClient | undefined;
}

/** The client of one reading of a mapping. */
export function clientOf(
  place: Place,
  document: YamlDocument,
  mapping: Mapping,
  { isListed, tls }: ClientForm,
): Client {
  const key = place.keys.at(-1) ?? '';
  const relabeling = relabelingOf(mapping);
  // Values are laid over those of the chart, except for lists, which they replace.
  const isLaidOver = document.dialect === 'helm-values' && !(place.isItem && isListed);
  // A template may put in more entries, or decide about those that are here.
  const isWhole =
    !isLaidOver &&
    !mapping.isTemplated &&
    !AUTHENTICATION.some(field => mapping.isOpen(field)) &&
    !mapping.leavesOut(ENCRYPTION);
  const transport = transportOf(place, document, mapping, { rewritesScheme: relabeling.rewritesScheme, isWhole });
  const caField = caFieldOf(document, mapping);
  const entry = mapping.isTemplated || isLaidOver ? undefined : entryBehind(mapping, LEADING);
  const probe = key === 'oauth2' ? undefined : probeAt(place.keys, document);
  return {
    document: identityOf(document),
    label: `${isDefaultClass(key, mapping) ? 'default ' : ''}${labelOf(place, document)}`,
    path: place.path,
    transport,
    targets: targetsOf(place, document, mapping, relabeling),
    authentications: transport.isBare === true ? [] : authenticationsOf(place, document, mapping),
    conflicts: !isLaidOver ? conflictsOf(key, mapping) : [],
    redirects: redirectsOf(place, mapping, isTracing(place.keys, document)),
    takesScrapeClass: isMonitored(place, document),
    mayInherit: !isWhole || (isMonitored(place, document) && namesScrapeClass(document)),
    ...(entry === undefined ? {} : { own: { entry, tlsField: mapping.spelled(blockNameAt(place, document)) } }),
    ...(caField === undefined ? {} : { caField }),
    ...(probe === undefined ? {} : { probe }),
    ...(tls === undefined ? {} : { tls }),
  };
}

function isDefaultClass(key: string, mapping: Mapping): boolean {
  return key === 'scrapeClasses' && literal(mapping.boolean('default'))?.value === true;
}

/**
 * A custom resource takes a CA from an object everywhere, and from a file in some kinds only, and charts make resources
 * of their values; a chart's own switch says nothing of one.
 */
function caFieldOf(document: YamlDocument, mapping: Mapping): string | undefined {
  if (mapping.has('insecureSkipVerify')) return document.spelling === 'camel' ? 'ca' : undefined;
  if (document.group === 'monitoring.googleapis.com') return 'tls.ca';
  const block = mapping.spelled('tlsConfig');
  return `${block}.${block.includes('_') ? 'ca_file' : 'ca'}`;
}

/** True when a monitor names the scrape class that its settings come from. */
function namesScrapeClass({ dialect, parts }: YamlDocument): boolean {
  const spec = parts[0]?.node;
  return dialect === 'operator' && spec?.kind === 'map' && spec.pairs.some(({ key }) => key.text === 'scrapeClass');
}
