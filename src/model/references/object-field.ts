import { camelOf } from '../role.ts';

/** A field of a custom resource that names an entry of a Kubernetes object. */
export interface ObjectField {
  /** What the entry holds, in words. */
  readonly kind: string;
  readonly isSecret: boolean;
}

type Row = readonly [kind: string, ...fields: string[]];

// The types SecretKeySelector and SecretOrConfigMap in pkg/apis/monitoring of the Prometheus operator (v0.93), in
// api/operator of that of VictoriaMetrics (in camel case) and in pkg/operator/apis of Google's.
const SECRETS: readonly Row[] = [
  ['password', 'password', 'passwordRef', 'authPassword'],
  ['token', 'credentials', 'token', 'tokenRef', 'botToken', 'alertSourceToken'],
  ['bearer token', 'bearerToken', 'bearerTokenSecret'],
  ['client secret', 'clientSecret'],
  ['private key', 'keySecret', 'keySecretRef'],
  ['secret key', 'secretKey', 'secretKeySelector'],
  ['application secret', 'applicationSecret'],
  ['consumer key', 'consumerKey'],
  ['application credential secret', 'applicationCredentialSecret'],
  ['CRAM-MD5 secret', 'authSecret'],
  ['API key', 'apiKey', 'opsGenieApiKey', 'routingKey', 'serviceKey', 'userKey'],
  ['API secret', 'apiSecret'],
  ['webhook URL', 'urlSecret', 'webhookUrl', 'webhookURL', 'webhookUrlSecret', 'slackApiUrl', 'apiURL', 'apiUrl'],
];
const OTHERS: readonly Row[] = [
  ['user name', 'username'],
  ['access key', 'accessKey', 'accessKeySelector'],
  ['token id', 'tokenID', 'tokenId'],
  ['API URL', 'opsGenieApiUrl'],
  ['CA certificate', 'caSecretRef', 'clientCaSecretRef'],
  ['certificate', 'certSecretRef'],
  [
    'configuration',
    'additionalScrapeConfigs',
    'additionalAlertManagerConfigs',
    'additionalAlertRelabelConfigs',
    'alertRelabelConfigs',
    'alertmanagersConfig',
    'notifierConfigRef',
    'objectStorageConfig',
    'queryConfig',
    'tracingConfig',
    'configSecret',
  ],
];
// These have the object below `secret` or `configMap`, as Google's have all of them.
const NESTED: ReadonlyMap<string, ObjectField> = new Map<string, ObjectField>([
  ['ca', { kind: 'CA certificate', isSecret: false }],
  ['clientCa', { kind: 'CA certificate', isSecret: false }],
  ['cert', { kind: 'certificate', isSecret: false }],
  ['key', { kind: 'private key', isSecret: true }],
  ['clientId', { kind: 'client id', isSecret: false }],
]);
const FIELDS: ReadonlyMap<string, ObjectField> = new Map([
  ...SECRETS.flatMap(row => fieldsOf(row, true)),
  ...OTHERS.flatMap(row => fieldsOf(row, false)),
]);

/** What a field whose value is `{name, key}` names an entry of a Secret for. */
export function objectFieldOf(key: string): ObjectField | undefined {
  return FIELDS.get(camelOf(key));
}

/** What a field with the object one level deeper, in `secret` or `configMap`, names an entry for. */
export function nestedObjectFieldOf(key: string): ObjectField | undefined {
  const field = camelOf(key);
  return NESTED.get(field) ?? FIELDS.get(field);
}

function fieldsOf([kind, ...fields]: Row, isSecret: boolean): readonly (readonly [string, ObjectField])[] {
  return fields.map(field => [field, { kind, isSecret }]);
}
