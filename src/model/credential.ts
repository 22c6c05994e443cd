import { identityOf, type YamlDocument } from '../documents/document.ts';
import { decodedText, isNull, spanOf, type YamlPair, type YamlScalar } from '../parse/yaml-node.ts';
import { holdsPem } from '../parse/pem.ts';
import { Redacted } from '../text/redacted.ts';
import { bcryptOf } from './bcrypt.ts';
import { certificatesOf } from './certificate.ts';
import type { Alternative, Credential } from './model.ts';
import { camelOf } from './role.ts';
import { secretNatureOf } from './secret.ts';
import { pathBelow, type Place } from './walk.ts';

/** A field that holds a secret: what it is called in messages, and the mapping it belongs to. */
interface SecretField {
  readonly kind: string;
  /** The keys of the mappings that make the field a secret one; without them the name alone does. */
  readonly below?: readonly string[];
  /** The field that names a file with the secret instead; absent where there is none. */
  readonly file?: string;
}

// Fields of type Secret in prometheus/common config/http_config.go v0.70 and exporter-toolkit web/tls_config.go v0.17.
const SECRET_FIELDS: ReadonlyMap<string, SecretField> = new Map<string, SecretField>([
  ['password', { kind: 'password', below: ['basicAuth'], file: 'password_file' }],
  ['credentials', { kind: 'token', below: ['authorization'], file: 'credentials_file' }],
  ['clientSecret', { kind: 'client secret', below: ['oauth2'], file: 'client_secret_file' }],
  ['clientCertificateKey', { kind: 'private key', below: ['oauth2'], file: 'client_certificate_key_file' }],
  ['bearerToken', { kind: 'bearer token', file: 'authorization.credentials_file' }],
  ['key', { kind: 'private key', below: ['tlsConfig', 'tlsServerConfig'], file: 'key_file' }],
]);
// Those of the discoveries of Prometheus 3.14, and of the blocks that sign requests for a cloud.
const SERVICE = /sdConfigs$|^(?:sigv4|oauth|certificate)$/i;
const SERVICE_SECRETS: ReadonlyMap<string, SecretField> = new Map<string, SecretField>([
  ['password', { kind: 'password' }],
  ['token', { kind: 'token', file: 'authorization.credentials_file' }],
  ['authToken', { kind: 'token', file: 'auth_token_file' }],
  ['clientSecret', { kind: 'client secret' }],
  ['secretKey', { kind: 'secret key' }],
  ['applicationSecret', { kind: 'application secret' }],
  ['consumerKey', { kind: 'consumer key' }],
  ['applicationCredentialSecret', { kind: 'application credential secret' }],
  ['keyPassphrase', { kind: 'passphrase', file: 'key_passphrase_file' }],
  ['serviceAccountKey', { kind: 'service account key', file: 'service_account_key_path' }],
  ['privateKey', { kind: 'signing key', file: 'private_key_path' }],
  ['certificatePassword', { kind: 'password' }],
]);

// The chart of the pushgateway hashes the passwords of its users itself, so that they stand in clear, and takes no
// other form.
const CHART_USER: SecretField = { kind: 'password' };

/** The secrets that a mapping writes out itself; what an alias or `<<` brings in is read where it stands. */
export function credentialsAt(place: Place, document: YamlDocument): readonly Credential[] {
  const credentials: Credential[] = [];
  for (const pair of place.map.pairs) {
    const field = secretFieldOf(pair, place);
    if (field === undefined || pair.value?.kind !== 'scalar' || isNull(pair.value)) continue;
    const alternative = field === CHART_USER ? undefined : alternativeOf(field, pair, place, document);
    credentials.push({
      document: identityOf(document),
      kind: field.kind,
      path: pathBelow(place.path, pair.key.text),
      field: pair.key.text,
      ...(alternative === undefined ? {} : { alternative }),
      ...secretOf(pair.value),
      // Charts keep the name of a key or a path under that name; nothing but PEM is a key.
      ...(field.kind === 'private key' && !holdsPrivateKey(pair.value) ? { nature: 'reference' } : {}),
    });
  }
  return credentials;
}

function holdsPrivateKey(scalar: YamlScalar): boolean {
  const text = holdsPem(scalar.text) ? decodedText(scalar) : undefined;
  return text !== undefined && certificatesOf(text).keys.length > 0;
}

/** A scalar as a secret: from here on its text is redacted. */
export function secretOf(scalar: YamlScalar): Pick<Credential, 'value' | 'nature'> {
  const value = { value: new Redacted(scalar.text), span: spanOf(scalar) };
  return { value, nature: secretNatureOf(scalar.text, scalar.tag) };
}

function secretFieldOf({ key, value }: YamlPair, place: Place): SecretField | undefined {
  const camel = camelOf(key.text);
  const parent = camelOf(place.keys.at(-1) ?? '');
  const field = SECRET_FIELDS.get(camel);
  if (field !== undefined && (field.below === undefined || field.below.includes(parent))) return field;
  // A hash there is no password.
  const isChartUser = parent === 'basicAuthUsers' && !place.keys.at(-1)?.includes('_');
  if (isChartUser && value?.kind === 'scalar' && bcryptOf(value.text).kind !== 'hash') return CHART_USER;
  return SERVICE.test(parent) ? SERVICE_SECRETS.get(camel) : undefined;
}

function alternativeOf(
  { file }: SecretField,
  { key }: YamlPair,
  { keys }: Place,
  document: YamlDocument,
): Alternative | undefined {
  const isSnake = document.spelling === 'snake' || [...keys, key.text].some(name => /_|crapeConfigs$/.test(name));
  if (!isSnake) return { to: 'object' };
  return file === undefined ? undefined : { to: 'file', field: file };
}
