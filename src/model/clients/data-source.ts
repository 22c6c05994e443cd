import { isDataSourceOfOurs } from '../../documents/grafana-datasources.ts';
import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import { isTemplated, literal, type Written } from '../../text/written.ts';
import { hostOf } from '../host.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import type { Authentication, Client, Reference, Targets, TlsClient } from '../model.ts';
import { secretKindOf } from '../secrets/secret-name.ts';
import { transportByUrl } from './transport.ts';
import type { Place } from '../walk.ts';

const LISTS = new Set(['datasources', 'additionalDataSources']);
const HEADER_NAME = /^httpHeaderName(\d+)$/;
const NOBODY: Targets = { hosts: [], areInCluster: false, areUnknown: false, areKubelets: false, isApiServer: false };
// Grafana has no such option, and its proxy leaves redirects to the browser.
const REDIRECTS = { field: 'redirects', areFollowedByDefault: false, isOptionIgnored: false };
const CA_FIELD = 'jsonData.tlsAuthWithCACert to true and secureJsonData.tlsCACert';

/** True for the mapping of a data source that asks a Prometheus or an Alertmanager. */
export function isDataSource({ map, keys, isItem }: Place): boolean {
  const key = keys.at(-1) ?? '';
  return (isItem ? LISTS.has(key) : keys.join('.') === 'spec.datasource') && isDataSourceOfOurs(map);
}

/**
 * The client that a data source makes of Grafana (pkg/services/datasources/service/datasource.go, 12.3): its own HTTP
 * client, or, with `access: direct`, the browser's, of which nothing here decides.
 */
export function dataSourceClientsAt(place: Place, document: YamlDocument): readonly Client[] {
  if (!isDataSource(place)) return [];
  return mappingsOf(place.map, 'camel').flatMap(source => {
    const access = source.text('access');
    if (access !== undefined && (isTemplated(access) || access.value === 'direct')) return [];
    return [dataSourceClientOf(place, document, source)];
  });
}

function dataSourceClientOf(place: Place, document: YamlDocument, source: Mapping): Client {
  const settings = source.mappings('jsonData')[0];
  const secrets = source.mappings('secureJsonData')[0];
  const url = source.text('url');
  const tls = settings && tlsOf(source, settings, secrets);
  return {
    document: identityOf(document),
    label: dataSourceLabel(source),
    path: place.path,
    isDataSource: true,
    transport: transportByUrl(source),
    targets: { ...NOBODY, hosts: url === undefined ? [] : [hostIn(url)] },
    authentications: authenticationsOf(source, settings, secrets),
    conflicts: [],
    redirects: REDIRECTS,
    takesScrapeClass: false,
    mayInherit: false,
    caField: CA_FIELD,
    ...(tls === undefined ? {} : { tls }),
  };
}

function dataSourceLabel(source: Mapping): string {
  const name = literal(source.text('name'))?.value ?? '';
  return name === '' ? 'the data source' : `data source "${printable(name)}"`;
}

function hostIn(url: Written<string>): Written<string> {
  return isTemplated(url) ? url : { ...url, value: hostOf(url.value) };
}

function isOn(mapping: Mapping | undefined, field: string): boolean {
  return literal(mapping?.text(field))?.value.toLowerCase() === 'true';
}

/** A switch of `jsonData`, which becomes JSON by way of go-yaml v3: `yes` is a text to it, and no boolean. */
function switchIn(settings: Mapping, field: string): Written<boolean> | undefined {
  const text = settings.text(field);
  const isWord = text !== undefined && !isTemplated(text) && !/^(?:true|false)$/i.test(text.value);
  return isWord ? undefined : settings.boolean(field);
}

/** The TLS settings in `jsonData`, whose certificates and keys are secrets. */
function tlsOf(source: Mapping, settings: Mapping, secrets: Mapping | undefined): TlsClient | undefined {
  const flag = settings.pair('tlsSkipVerify');
  const at = source.pair('jsonData')?.key;
  if (at === undefined) return undefined;
  const skips = switchIn(settings, 'tlsSkipVerify');
  const ca = isOn(settings, 'tlsAuthWithCACert') ? inlineIn(secrets, 'tlsCACert') : undefined;
  const isMutual = isOn(settings, 'tlsAuth');
  const cert = isMutual ? inlineIn(secrets, 'tlsClientCert') : undefined;
  const key = isMutual ? inlineIn(secrets, 'tlsClientKey') : undefined;
  const serverName = settings.text('serverName');
  const isUnknown = ['tlsAuthWithCACert', 'tlsAuth'].some(field => isTemplatedIn(settings, field));
  if ([skips, ca, cert, key, serverName].every(setting => setting === undefined) && !isUnknown) return undefined;
  return {
    at: spanOf(flag?.key ?? at),
    isTemplated: isUnknown || settings.isTemplated,
    spelled: { cert: 'secureJsonData.tlsClientCert', key: 'secureJsonData.tlsClientKey', serverName: 'serverName' },
    ...(skips === undefined ? {} : { insecureSkipVerify: { ...skips, field: 'tlsSkipVerify' } }),
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(serverName === undefined || literal(serverName)?.value === '' ? {} : { serverName }),
  };
}

function isTemplatedIn(mapping: Mapping, field: string): boolean {
  const text = mapping.text(field);
  return text !== undefined && isTemplated(text);
}

function inlineIn(secrets: Mapping | undefined, field: string): Reference | undefined {
  const pair = secrets?.pair(field);
  return pair === undefined ? undefined : { to: 'inline', at: spanOf(pair.value), field: `secureJsonData.${field}` };
}

/** Basic authentication, a signature for AWS, and headers whose value is kept as a secret. */
function authenticationsOf(
  source: Mapping,
  settings: Mapping | undefined,
  secrets: Mapping | undefined,
): readonly Authentication[] {
  const found: Authentication[] = [];
  const basic = source.pair('basicAuth');
  if (basic !== undefined && isOn(source, 'basicAuth')) {
    found.push({ kind: 'basic', field: 'basicAuth', at: spanOf(basic.key) });
  }
  const signature = settings?.pair('sigV4Auth');
  if (signature !== undefined && isOn(settings, 'sigV4Auth')) {
    found.push({ kind: 'cloud', field: 'sigV4Auth', at: spanOf(signature.key) });
  }
  for (const key of settings?.keys ?? []) {
    const number = HEADER_NAME.exec(key)?.[1];
    const pair = number === undefined ? undefined : settings?.pair(key);
    const value = secrets?.pair(`httpHeaderValue${number}`)?.value;
    if (pair?.value.kind !== 'scalar' || value?.kind !== 'scalar' || isNull(value)) continue;
    if (secretKindOf(pair.value.text, value.text) === undefined) continue;
    found.push({ kind: 'header', field: printable(pair.value.text), at: spanOf(pair.value) });
  }
  return found;
}
