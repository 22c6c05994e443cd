import { identityOf, type YamlDocument } from '../documents/document.ts';
import { spanOf } from '../parse/yaml-node.ts';
import { isTemplated, literal, type Written } from '../text/written.ts';
import { mappingsOf, type Mapping } from './mapping.ts';
import type { Client, Reference, TlsClient } from './model.ts';
import { camelOf, labelOf } from './role.ts';
import { holdsTemplate } from './secret.ts';
import { schemeOf } from './host.ts';
import { targetsOf, urlOf } from './targets.ts';
import type { Place } from './walk.ts';

// Lists whose items are clients even where they set neither TLS nor credentials.
const CLIENT_LISTS = new Set([
  'scrapeConfigs',
  'additionalScrapeConfigs',
  'alertmanagers',
  'remoteWrite',
  'remoteRead',
  'endpoints',
  'podMetricsEndpoints',
]);
const AUTHENTICATION = ['basicAuth', 'authorization', 'oauth2', 'bearerToken', 'bearerTokenFile', 'bearerTokenSecret'];
// Without one of these, or a merge that may bring one in, a mapping that stands in no list of clients is none.
const TELLING = new Set([...AUTHENTICATION, 'tlsConfig', 'insecureSkipVerify', '<<']);
// Server blocks with fields of the same names: the web server of a resource, and the gRPC server of a Thanos sidecar.
const SERVER_KEYS = new Set(['web', 'grpcServerTlsConfig', 'tlsServerConfig']);

/** The clients that a mapping configures: none, one, or one for each reading of keys that come twice. */
export function clientsAt(place: Place, document: YamlDocument): readonly Client[] {
  const isListed = isListedClient(place);
  const isPossible = isListed || place.map.pairs.some(({ key }) => TELLING.has(camelOf(key.text)));
  if (!isPossible || place.keys.some(key => SERVER_KEYS.has(camelOf(key)))) return [];
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

function isListedClient({ keys, isItem }: Place): boolean {
  // A chart keeps jobs in a mapping by name where Prometheus has a list.
  const list = isItem ? keys.at(-1) : keys.at(-2);
  const camel = camelOf(list ?? '');
  return isItem ? CLIENT_LISTS.has(camel) : camel === 'scrapeConfigs';
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
  return {
    at,
    isTemplated: tls.isTemplated || isBeside,
    ...(flag === undefined ? {} : { insecureSkipVerify: { ...flag, field: tls.spelled('insecureSkipVerify') } }),
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

/** Where the value of a field is to be had: the file named beside it, the object it refers to, or the text that is written here. */
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
  return {
    document: identityOf(document),
    label: labelOf(place, document),
    path: place.path,
    targets: targetsOf(place, document, mapping),
    caField: caFieldOf(document, mapping),
    mayInheritTls: namesScrapeClass(document) || (document.dialect === 'helm-values' && !isListedClient(place)),
    ...(scheme === undefined ? {} : { scheme }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/** A custom resource takes a CA from an object everywhere, and from a file in some kinds only. */
function caFieldOf(document: YamlDocument, mapping: Mapping): string {
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
