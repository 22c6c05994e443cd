import { isNull, spanOf, type YamlNode } from '../../parse/yaml-node.ts';
import type { Located } from '../../text/written.ts';
import type { Conflict } from './client-settings.ts';
import type { Mapping } from '../mapping.ts';
import { discoveryOf } from '../role.ts';
import { holdsTemplate } from '../secrets/secret.ts';

/**
 * The ways in which a client says who it is, of which one alone may be set: prometheus/common config/http_config.go v0.70
 * (Validate), config/config.go of Prometheus 3.14 for the blocks that sign requests, and the operator's own forms.
 */
export const WAYS: readonly string[] = [
  'basicAuth',
  'authorization',
  'oauth2',
  'bearerToken',
  'bearerTokenFile',
  'bearerTokenSecret',
  'sigv4',
  'azuread',
  'azureAd',
  'googleIam',
];
const WITHIN = [
  ['basicAuth', formsOf('username')],
  ['basicAuth', formsOf('password')],
  ['authorization', formsOf('credentials')],
] as const;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
// discovery/*: the services that have secrets of their own.
const OF_DISCOVERY: Readonly<Record<string, readonly (readonly string[])[]>> = {
  consul: [
    ['token', 'tokenRef', 'authorization', 'oauth2'],
    ['password', 'basicAuth'],
  ],
  marathon: [['authToken', 'authTokenFile', 'basicAuth', 'authorization', 'bearerToken', 'bearerTokenFile']],
  oci: [['keyPassphrase', 'keyPassphraseFile']],
  outscale: [['secretKey', 'secretKeyFile']],
  scaleway: [['secretKey', 'secretKeyFile']],
};

function formsOf(field: string): readonly string[] {
  return [field, `${field}File`, `${field}Ref`];
}

/**
 * The settings of a client's credentials that exclude each other and are all set.
 *
 * @param key the key that the client stands under.
 */
export function conflictsOf(key: string, mapping: Mapping): readonly Conflict[] {
  const discovery = discoveryOf(key)?.toLowerCase();
  // Its settings are not validated (discovery/aws, UnmarshalYAML).
  if (discovery === 'aws') return [];
  const conflicts: Conflict[] = [];
  const add = (within: Mapping, fields: readonly string[]): void => {
    conflicts.push(...conflictsAmong(within, fields));
  };
  if (key === 'oauth2') {
    for (const fields of groupsOfOauth2(mapping)) add(mapping, fields);
    return conflicts;
  }
  add(mapping, WAYS);
  for (const [block, fields] of WITHIN) for (const within of mapping.mappings(block)) add(within, fields);
  // What excludes each other everywhere has been said.
  if (conflicts.length > 0) return conflicts;
  for (const fields of OF_DISCOVERY[discovery ?? ''] ?? []) add(mapping, fields);
  return conflicts;
}

/** The fields that exclude each other, where more than one of them is set. */
export function conflictsAmong(mapping: Mapping, fields: readonly string[]): readonly Conflict[] {
  const set: Located<string>[] = [];
  for (const field of fields) {
    const pair = mapping.pair(field);
    if (pair !== undefined && isSet(pair.value)) set.push({ value: pair.key.text, span: spanOf(pair.key) });
  }
  return set.length > 1 ? [{ fields: set.toSorted((a, b) => a.span.start - b.span.start) }] : [];
}

/** The grant decides which secret is looked at. */
function groupsOfOauth2(mapping: Mapping): readonly (readonly string[])[] {
  const grant = mapping.text('grantType');
  if (grant === undefined || ('value' in grant && grant.value !== JWT_BEARER)) return [formsOf('clientSecret')];
  return 'value' in grant ? [formsOf('clientCertificateKey')] : [];
}

/** False for an empty text, which Go reads as not set, and for what a template may leave empty. */
function isSet(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.text !== '' && !isNull(node) && !holdsTemplate(node.text);
  if (node.kind === 'list') return true;
  const values = node.pairs.flatMap(({ value }) => value ?? []);
  return values.length === 0 || values.some(isSet);
}
