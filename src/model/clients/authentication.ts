import type { YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlNode, type YamlPair } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import type { Span } from '../../text/source.ts';
import type { Mapping } from '../mapping.ts';
import type { Authentication } from '../model.ts';
import { bearerSuccessorOf } from './bearer-successor.ts';
import { camelOf, discoveryOf } from '../role.ts';
import { holdsTemplate } from '../secrets/secret.ts';
import { secretKindOf } from '../secrets/secret-name.ts';
import type { Place } from '../walk.ts';

type Kind = Authentication['kind'];

// prometheus/common config/http_config.go v0.70, and the blocks that only some clients have (config/config.go of
// Prometheus 3.14); `azureAd` and `bearerTokenSecret` are the operator's.
const FIELDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['basicAuth', 'basic'],
  ['authorization', 'token'],
  ['oauth2', 'oauth2'],
  ['bearerToken', 'token'],
  ['bearerTokenFile', 'token'],
  ['bearerTokenSecret', 'token'],
  ['sigv4', 'cloud'],
  ['azuread', 'token'],
  ['azureAd', 'token'],
  ['googleIam', 'token'],
]);
// What discoveries send besides, where it is the secret itself and no signature made with it (discovery/*).
const DISCOVERY_FIELDS: Readonly<Record<string, ReadonlyMap<string, Kind>>> = {
  consul: new Map([
    ['token', 'token'],
    ['tokenRef', 'token'],
    ['password', 'basic'],
  ]),
  marathon: new Map([
    ['authToken', 'token'],
    ['authTokenFile', 'token'],
  ]),
  openstack: new Map([
    ['password', 'basic'],
    ['applicationCredentialSecret', 'token'],
  ]),
  scaleway: new Map([
    ['secretKey', 'token'],
    ['secretKeyFile', 'token'],
  ]),
  uyuni: new Map([['password', 'basic']]),
};
const CLIENT_SECRETS: ReadonlyMap<string, Kind> = new Map(
  ['clientSecret', 'clientSecretFile', 'clientCertificateKey', 'clientCertificateKeyFile'].map(field => [
    field,
    'oauth2',
  ]),
);

/** What a client identifies itself with, in the order of the text. */
export function authenticationsOf(place: Place, document: YamlDocument, mapping: Mapping): readonly Authentication[] {
  const block = place.keys.at(-1) ?? '';
  const more = block === 'oauth2' ? CLIENT_SECRETS : DISCOVERY_FIELDS[discoveryOf(block)?.toLowerCase() ?? ''];
  const found: Authentication[] = [];
  for (const key of mapping.keys) {
    const field = camelOf(key);
    const kind = FIELDS.get(field) ?? more?.get(field);
    if (kind === undefined || mapping.pair(field)?.key.text !== key) continue;
    const at = placeOfAuthentication(mapping, field);
    if (at === undefined) continue;
    const successor = field.startsWith('bearerToken') ? bearerSuccessorOf(field, place, document, mapping) : undefined;
    found.push({ kind, field: key, at, ...(successor === undefined ? {} : { successor }) });
  }
  found.push(...headersOf(mapping));
  return found.length > 1 ? found.toSorted((a, b) => a.at.start - b.at.start) : found;
}

/** Where a field says who asks; `undefined` where it says nothing. */
function placeOfAuthentication(mapping: Mapping, field: string): Span | undefined {
  const pair = mapping.pair(field);
  if (pair === undefined || mapping.isOpen(field) || isLeftToUsers(pair)) return undefined;
  return isContent(field === 'authorization' ? withoutType(pair.value) : pair.value) ? spanOf(pair.key) : undefined;
}

/** The headers of one's own that carry a secret: by their name, or since it is kept where secrets are. */
function headersOf(mapping: Mapping): readonly Authentication[] {
  const ofRequests = mapping.pair('headers')?.value;
  const ofClient = mapping.pair('httpHeaders')?.value;
  if (ofRequests === undefined && ofClient === undefined) return [];
  const pairs = [ofRequests, ofClient].flatMap(node => (node?.kind === 'map' ? node.pairs : []));
  return pairs.flatMap(({ key, value }) => {
    if (value === undefined || isNull(value) || !isSecretHeader(key.text, value)) return [];
    return [{ kind: 'header' as const, field: printable(key.text), at: spanOf(key) }];
  });
}

function isSecretHeader(name: string, node: YamlNode): boolean {
  if (node.kind === 'scalar') return secretKindOf(name, node.text) !== undefined;
  if (node.kind === 'list') return node.items.some(item => isSecretHeader(name, item));
  return node.pairs.some(({ key, value }) => {
    if (value === undefined || !isContent(value)) return false;
    return key.text === 'values' ? isSecretHeader(name, value) : key.text === 'secrets' || key.text === 'files';
  });
}

/** True for what a template puts in as a whole where there is any: credentials that are none until somebody sets them. */
function isLeftToUsers({ value, under }: YamlPair): boolean {
  return under !== undefined && value?.kind === 'scalar' && holdsTemplate(value.text);
}

/** The type alone says nothing of who asks. */
function withoutType(node: YamlNode): YamlNode {
  return node.kind === 'map' ? { ...node, pairs: node.pairs.filter(({ key }) => key.text !== 'type') } : node;
}

function isContent(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.text !== '';
  if (node.kind === 'list') return node.items.some(isContent);
  return node.pairs.some(({ value }) => value !== undefined && !isNull(value) && isContent(value));
}
