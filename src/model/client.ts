import { identityOf, type YamlDocument } from '../documents/document.ts';
import { spanOf } from '../parse/yaml-node.ts';
import { isTemplated, literal, type Written } from '../text/written.ts';
import { mappingsOf, type Mapping } from './mapping.ts';
import type { Client, Reference, TlsClient } from './model.ts';
import { camelOf, discoveryOf, labelOf } from './role.ts';
import { holdsTemplate } from './secret.ts';
import { schemeOf } from './host.ts';
import { targetsOf, urlOf } from './targets.ts';
import type { Place } from './walk.ts';

// Lists whose items are clients even where they set neither TLS nor credentials.
const CLIENT_LISTS = new Set([
  'scrapeConfigs',
  'additionalScrapeConfigs',
  'additionalAlertManagerConfigs',
  'alertingEndpoints',
  'alertmanagers',
  'remoteWrite',
  'remoteRead',
  'endpoints',
  'podMetricsEndpoints',
]);
// Lists of a monitor, of which the operator makes scrape jobs, and resources that are one as a whole.
const MONITOR_LISTS = new Set(['endpoints', 'podMetricsEndpoints']);
const SCRAPE_KINDS = new Set(['Probe', 'ScrapeConfig']);
const AUTHENTICATION = ['basicAuth', 'authorization', 'oauth2', 'bearerToken', 'bearerTokenFile', 'bearerTokenSecret'];
// Without one of these, or a merge that may bring one in, a mapping that stands in no list of clients is none.
const TELLING = new Set([...AUTHENTICATION, 'tlsConfig', 'insecureSkipVerify', '<<']);
// Server blocks with fields of the same names: the gRPC server of a Thanos sidecar, a `web.yml`.
const SERVER_KEYS = new Set(['grpcServerTlsConfig', 'tlsServerConfig']);
// Others by their place: the web server of a resource, the gossip of Alertmanagers.
const SERVER_PLACE = /(?:spec\.web|clusterTLS\.server)$/i;

/** The clients that a mapping configures: none, one, or one for each reading of keys that come twice. */
export function clientsAt(place: Place, document: YamlDocument): readonly Client[] {
  const isListed = isListedClient(place, document);
  const isPossible = isListed || place.map.pairs.some(({ key }) => TELLING.has(camelOf(key.text)));
  if (!isPossible || isOfServer(place)) return [];
  // The block itself is read with the client that it belongs to.
  if (!isListed && camelOf(place.keys.at(-1) ?? '') === 'tlsConfig') return [];
  const clients: Client[] = [];
  for (const mapping of mappingsOf(place.map, document.spelling)) {
    const blocks = tlsBlocksOf(mapping);
    const isClient = isListed || blocks.length > 0 || AUTHENTICATION.some(field => isSet(mapping, field));
    if (!isClient) continue;
    for (const tls of blocks.length === 0 ? [undefined] : blocks) clients.push(clientOf(place, document, mapping, tls));
  }
  return clients;
}

/** True where a mapping is a client by its place alone. */
function isListedClient(place: Place, document: YamlDocument): boolean {
  const { keys, names, isItem } = place;
  const last = camelOf(keys.at(-1) ?? '');
  if (isItem) return CLIENT_LISTS.has(last) || discoveryOf(last) !== undefined;
  // A chart keeps jobs in a mapping by name where Prometheus has a list.
  const isMappedJob = camelOf(keys.at(-2) ?? '') === 'scrapeConfigs' && names.at(-2) === undefined;
  return isMappedJob || last === 'oauth2' || isMonitored(place, document);
}

/**
 * True for what the operator makes a scrape job of and merges a scrape class into (pkg/prometheus/promcfg.go,
 * addHTTPConfigToYAML).
 */
function isMonitored({ keys, isItem }: Place, { kind = '' }: YamlDocument): boolean {
  return isItem ? MONITOR_LISTS.has(keys.at(-1) ?? '') : keys.length === 1 && SCRAPE_KINDS.has(kind);
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

/** The TLS settings of a mapping: in a block of their own, or, in Helm values, beside the others. */
function tlsBlocksOf(mapping: Mapping): readonly TlsClient[] {
  const block = mapping.pair('tlsConfig');
  if (block?.value.kind === 'map') {
    return mapping.mappings('tlsConfig').map(tls => tlsOf(tls, spanOf(block.key), false));
  }
  if (block?.value.kind === 'scalar' && holdsTemplate(block.value.text)) {
    return [{ at: spanOf(block.key), isTemplated: true }];
  }
  const flag = mapping.pair('insecureSkipVerify');
  return flag === undefined ? [] : [tlsOf(mapping, spanOf(flag.key), true)];
}

function tlsOf(tls: Mapping, at: TlsClient['at'], isBeside: boolean): TlsClient {
  const flag = tls.boolean('insecureSkipVerify');
  const ca = referenceOf(tls, 'ca', 'caFile');
  const cert = referenceOf(tls, 'cert', 'certFile');
  const key = referenceOf(tls, 'key', 'keyFile') ?? referenceOf(tls, 'keySecret', 'keyFile');
  const serverName = tls.text('serverName');
  return {
    at,
    isTemplated: tls.isTemplated || isBeside,
    ...(flag === undefined ? {} : { insecureSkipVerify: { ...flag, field: tls.spelled('insecureSkipVerify') } }),
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined || literal(serverName)?.value === '' ? {} : { serverName }),
  };
}

/**
 * Where the value of a field is to be had: the file named beside it, the object it refers to, or the text that is
 * written here.
 */
export function referenceOf(mapping: Mapping, field: string, fileField: string): Reference | undefined {
  const path = mapping.text(fileField);
  if (path !== undefined && literal(path)?.value !== '') {
    return { to: 'file', path, field: mapping.spelled(fileField) };
  }
  const pair = mapping.pair(field);
  if (pair === undefined) return undefined;
  const isEmpty = pair.value.kind === 'map' ? pair.value.pairs.length === 0 : false;
  if (isEmpty) return undefined;
  return { to: pair.value.kind === 'scalar' ? 'inline' : 'object', at: spanOf(pair.value), field: pair.key.text };
}

function clientOf(place: Place, document: YamlDocument, mapping: Mapping, tls: TlsClient | undefined): Client {
  const scheme = schemeIn(mapping);
  const caField = caFieldOf(document, mapping);
  return {
    document: identityOf(document),
    label: labelOf(place, document),
    path: place.path,
    targets: targetsOf(place, document, mapping),
    takesScrapeClass: isMonitored(place, document),
    // Values are laid over those of the chart, except for lists, which they replace.
    mayInheritTls:
      (isMonitored(place, document) && namesScrapeClass(document)) ||
      (document.dialect === 'helm-values' && !(place.isItem && isListedClient(place, document))),
    ...(caField === undefined ? {} : { caField }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/**
 * A custom resource takes a CA from an object everywhere, and from a file in some kinds only; a chart's own switch says
 * nothing of one.
 */
function caFieldOf(document: YamlDocument, mapping: Mapping): string | undefined {
  if (mapping.has('insecureSkipVerify')) return document.spelling === 'camel' ? 'ca' : undefined;
  const block = mapping.spelled('tlsConfig');
  if (document.spelling === 'camel') return `${block}.ca`;
  return `${block}.${block.includes('_') ? 'ca_file' : 'caFile'}`;
}

function schemeIn(mapping: Mapping): Written<string> | undefined {
  const scheme = mapping.text('scheme') ?? mapping.mappings('prober')[0]?.text('scheme');
  if (scheme !== undefined) return isTemplated(scheme) ? scheme : { ...scheme, value: scheme.value.toLowerCase() };
  const url = urlOf(mapping);
  if (url === undefined || isTemplated(url)) return url;
  const value = schemeOf(url.value);
  return value === undefined ? undefined : { value, span: url.span };
}

/** True when a monitor names the scrape class that its settings come from. */
function namesScrapeClass({ dialect, parts }: YamlDocument): boolean {
  const spec = parts[0]?.node;
  return dialect === 'operator' && spec?.kind === 'map' && spec.pairs.some(({ key }) => key.text === 'scrapeClass');
}
