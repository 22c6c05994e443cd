import { identityOf, type YamlDocument } from '../documents/document.ts';
import { spanOf, type YamlPair, type YamlScalar } from '../parse/yaml-node.ts';
import { Redacted } from '../text/redacted.ts';
import { bcryptOf } from './bcrypt.ts';
import type { Alternative, Credential } from './model.ts';
import { camelOf } from './role.ts';
import { secretNatureOf } from './secret.ts';
import { pathBelow, type Place } from './walk.ts';

/** A field that holds a secret: what it is called in messages, and the mapping it belongs to. */
interface SecretField {
  readonly kind: string;
  /** The key of the mapping that makes the field a secret one; without it the name alone does. */
  readonly below?: string;
}

// Fields of type Secret in prometheus/common config/http_config.go v0.70 and in the discoveries of Prometheus 3.14.
const SECRET_FIELDS: Readonly<Record<string, SecretField>> = {
  password: { kind: 'password', below: 'basicAuth' },
  credentials: { kind: 'token', below: 'authorization' },
  clientSecret: { kind: 'client secret', below: 'oauth2' },
  bearerToken: { kind: 'bearer token' },
  key: { kind: 'private key', below: 'tlsConfig' },
};
const DISCOVERY_SECRETS: Readonly<Record<string, SecretField>> = {
  password: { kind: 'password' },
  token: { kind: 'token' },
  clientSecret: { kind: 'client secret' },
  secretKey: { kind: 'secret key' },
  applicationSecret: { kind: 'application secret' },
  consumerKey: { kind: 'consumer key' },
  applicationCredentialSecret: { kind: 'application credential secret' },
};

/** The secrets that a mapping writes out itself; what an alias or `<<` brings in is read where it stands. */
export function credentialsAt(place: Place, document: YamlDocument): readonly Credential[] {
  const credentials: Credential[] = [];
  for (const pair of place.map.pairs) {
    const field = secretFieldOf(pair, place, document);
    if (field === undefined || pair.value?.kind !== 'scalar') continue;
    const alternative = alternativeOf(pair, place, document);
    credentials.push({
      document: identityOf(document),
      kind: field.kind,
      path: pathBelow(place.path, pair.key.text),
      field: pair.key.text,
      ...(alternative === undefined ? {} : { alternative }),
      ...secretOf(pair.value),
    });
  }
  return credentials;
}

/** A scalar as a secret: from here on its text is redacted. */
export function secretOf(scalar: YamlScalar): Pick<Credential, 'value' | 'nature'> {
  const value = { value: new Redacted(scalar.text), span: spanOf(scalar) };
  return { value, nature: secretNatureOf(scalar.text, scalar.tag) };
}

function secretFieldOf({ key, value }: YamlPair, place: Place, document: YamlDocument): SecretField | undefined {
  const camel = camelOf(key.text);
  const parent = camelOf(place.keys.at(-1) ?? '');
  const field = SECRET_FIELDS[camel];
  if (field !== undefined && (field.below === undefined || field.below === parent)) return field;
  // The chart of the pushgateway hashes these itself, so that they stand in clear; a hash there is no password.
  const isChartUser = parent === 'basicAuthUsers' && !place.keys.at(-1)?.includes('_');
  if (isChartUser && value?.kind === 'scalar' && bcryptOf(value.text).kind !== 'hash') return { kind: 'password' };
  return document.dialect === 'prometheus' ? DISCOVERY_SECRETS[camel] : undefined;
}

function alternativeOf({ key }: YamlPair, place: Place, document: YamlDocument): Alternative | undefined {
  const camel = camelOf(key.text);
  const parent = place.keys.at(-1) ?? '';
  const isSnake = document.spelling === 'snake' || place.keys.some(name => /_|crapeConfigs$/.test(name));
  if (!isSnake) return { to: 'object' };
  if (camel === 'bearerToken') return { to: 'file', field: 'authorization.credentials_file' };
  return SECRET_FIELDS[camel]?.below === camelOf(parent) ? { to: 'file', field: `${key.text}_file` } : undefined;
}
