import { identityOf, type YamlDocument } from '../../documents/document.ts';
import { decodedText, isNull, spanOf, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { holdsPem } from '../../parse/pem.ts';
import { Redacted } from '../../text/redacted.ts';
import { certificatesOf } from '../certificates/certificate.ts';
import { carriedSecretsOf, mayCarrySecrets } from './header-credential.ts';
import type { Alternative, Credential } from '../model.ts';
import { camelOf } from '../role.ts';
import { expanded } from './expansion.ts';
import { isAnyWebhook, WEBHOOK_URL } from './notification-secret.ts';
import { replacementOf } from './replacement.ts';
import { secretFieldAnywhere, secretFieldsAt, WEBHOOK, type SecretField } from './secret-field.ts';
import { secretNatureOf } from './secret.ts';
import { isSnakeAt } from '../spelling.ts';
import { urlCredentialsOf } from './url-credential.ts';
import { pathBelow, type Place } from '../walk.ts';
import { isCapability, webhookNatureOf } from './webhook-url.ts';

// The chart of the pushgateway hashes the passwords of its users itself, so that they stand in clear, and takes no
// other form.
const CHART_USER: SecretField = { kind: 'password' };
// The chart of Grafana, that kube-prometheus-stack brings along. It is not ours, and only what the world knows is said.
const GRAFANA_PASSWORD: SecretField = {
  kind: 'password',
  alternative: { to: 'other', advice: 'name a Secret in admin.existingSecret' },
};

// The roles of prometheus-community/ansible hash the passwords of their users (roles/_common/templates/web_config.yml.j2).
const ROLE_USER: SecretField = {
  kind: 'password',
  alternative: { to: 'other', advice: 'encrypt it with ansible-vault' },
};

/** The secrets that a mapping writes out itself; what an alias or `<<` brings in is read where it stands. */
export function credentialsAt(place: Place, document: YamlDocument): readonly Credential[] {
  const fields = secretFieldsAt(place);
  const isCarrier = mayCarrySecrets(place);
  const credentials: Credential[] = [];
  for (const pair of place.map.pairs) {
    if (pair.value === undefined || pair.value.kind === 'map') continue;
    const field = fieldOf(pair, fields, place, document);
    for (const found of field === undefined
      ? secretsWithin(pair, isCarrier, place, document)
      : fieldSecretsOf(pair, field, place, document)) {
      const path = pathBelow(place.path, pair.key.text);
      const replacement = replacementOf(pair, found, place, document);
      credentials.push({
        document: identityOf(document),
        path,
        ...expanded(found, document),
        ...(replacement === undefined ? {} : { replacement }),
      });
    }
  }
  return credentials;
}

type Secret = Omit<Credential, 'document' | 'path'>;

/** The secrets in an entry whose field is not made for one: told by the name of a header, or written in a URL. */
function secretsWithin(pair: YamlPair, isCarrier: boolean, place: Place, document: YamlDocument): readonly Secret[] {
  const carried = isCarrier ? carriedSecretsOf(pair, place, document) : undefined;
  if (carried !== undefined && carried.length > 0) return carried;
  return urlCredentialsOf(pair, place, document);
}

function fieldSecretsOf(
  { key, value }: YamlPair,
  field: SecretField,
  place: Place,
  document: YamlDocument,
): readonly Secret[] {
  if (value?.kind !== 'scalar' || isNull(value)) return [];
  const secret = secretOf(value, field.kind);
  // Charts keep the name of a key or a path under that name; nothing but PEM is a key.
  const isName = field.kind === 'private key' && secret.nature === 'literal' && !holdsPrivateKey(value);
  const nature = isName ? 'reference' : secret.nature;
  if (field === GRAFANA_PASSWORD && nature !== 'default') return [];
  // Of a role that takes hashes as they are.
  if (field === ROLE_USER && nature === 'hash') return [];
  const isChartField = field === CHART_USER || field === GRAFANA_PASSWORD || field === ROLE_USER;
  const alternative: Alternative | undefined =
    isChartField || isSnakeAt(place, key.text, document) ? field.alternative : { to: 'object' };
  return [
    {
      kind: field.kind,
      field: key.text,
      carrier: 'field',
      ...(alternative === undefined ? {} : { alternative }),
      value: secret.value,
      nature,
    },
  ];
}

function holdsPrivateKey(scalar: YamlScalar): boolean {
  const text = holdsPem(scalar.text) ? decodedText(scalar) : undefined;
  return text !== undefined && certificatesOf(text).keys.length > 0;
}

/** A scalar as a secret: from here on its text is redacted. @param kind what belongs there, as in {@link secretNatureOf}. */
export function secretOf(scalar: YamlScalar, kind?: string): Pick<Credential, 'value' | 'nature'> {
  const value = { value: new Redacted(scalar.text), span: spanOf(scalar) };
  const nature =
    kind === WEBHOOK_URL ? webhookNatureOf(scalar.text, scalar.tag) : secretNatureOf(scalar.text, scalar.tag, kind);
  return { value, nature };
}

function fieldOf(
  { key, value }: YamlPair,
  fields: ReadonlyMap<string, SecretField>,
  { keys }: Place,
  { dialect }: YamlDocument,
): SecretField | undefined {
  const known = secretFieldAnywhere(key.text) ?? (fields.size === 0 ? undefined : fields.get(camelOf(key.text)));
  if (known !== undefined) return known;
  if (value?.kind === 'scalar' && isAnyWebhook({ keys }, key.text) && isCapability(value.text)) return WEBHOOK;
  const parent = keys.at(-1);
  if (parent === 'basicAuthUsers') return CHART_USER;
  if (dialect === 'ansible-variables' && parent === 'basic_auth_users') return ROLE_USER;
  return dialect === 'helm-values' && parent === 'grafana' && key.text === 'adminPassword'
    ? GRAFANA_PASSWORD
    : undefined;
}
