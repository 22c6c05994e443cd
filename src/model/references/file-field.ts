import { isHeader } from '../secrets/header-secret.ts';
import { ANY_WEBHOOK, NOTIFICATION_SECRETS, type NotificationSecret } from '../secrets/notification-secret.ts';
import { camelOf, discoveryOf } from '../role.ts';
import type { Place } from '../walk.ts';

/** A field that names a file. */
export interface FileField {
  /** What the file holds, in words. */
  readonly kind: string;
  readonly isSecret: boolean;
  /** What a relative path in a `prometheus.yml` starts from. */
  readonly base: 'document' | 'process';
  /** The fields beside it that take its place; absent where nothing is wrong with an empty path. */
  readonly others?: readonly string[];
}

type FileFields = ReadonlyMap<string, FileField>;

const BEARER_TOKEN_OTHERS = ['bearerToken', 'bearerTokenSecret', 'authorization', 'basicAuth', 'oauth2'];

// prometheus/common config/http_config.go v0.70, exporter-toolkit web/tls_config.go v0.17, and the operator's spelling.
const ANYWHERE: FileFields = new Map([
  ['caFile', open('CA certificate')],
  ['clientCaFile', open('CA certificate')],
  ['clientCAFile', open('CA certificate')],
  ['certFile', open('certificate')],
  ['keyFile', secret('private key')],
  ['bearerTokenFile', secret('bearer token', BEARER_TOKEN_OTHERS)],
  ['objectStorageConfigFile', open('configuration')],
  ['tracingConfigFile', open('configuration')],
  ['alertRelabelConfigFile', open('configuration')],
]);

// By the key of the mapping that they stand in. SetDirectory of prometheus/common forgets the key of OAuth 2.0, and
// that of remote write the blocks that sign in to a cloud (config/config.go of Prometheus 3.14).
const BELOW: ReadonlyMap<string, FileFields> = new Map<string, FileFields>([
  [
    'basicAuth',
    new Map([
      ['usernameFile', open('user name')],
      ['passwordFile', secret('password', ['password', 'passwordRef'])],
    ]),
  ],
  ['authorization', new Map([['credentialsFile', secret('token', ['credentials', 'credentialsRef'])]])],
  [
    'oauth2',
    new Map([
      ['clientSecretFile', secret('client secret', ['clientSecret', 'clientSecretRef'])],
      ['clientCertificateKeyFile', ofProcess(secret('private key'))],
    ]),
  ],
  ['googleIam', new Map([['credentialsFile', ofProcess(secret('credentials'))]])],
  ['workloadIdentity', new Map([['tokenFilePath', ofProcess(secret('token'))]])],
  [
    'certificate',
    new Map([
      ['certificatePath', ofProcess(open('certificate'))],
      ['certificateKeyPath', ofProcess(secret('private key'))],
    ]),
  ],
  // Alertmanager joins none of them with its folder (config/config.go v0.34, resolveFilepaths).
  ...[...NOTIFICATION_SECRETS].map(([key, rows]) => [key, notificationFiles(rows)] as const),
  ['webhookConfigs', notificationFiles([ANY_WEBHOOK])],
]);

// discovery/* of Prometheus 3.14, whatever the service. STACKIT's paths are joined with no folder.
const DISCOVERY: FileFields = new Map([
  ['authTokenFile', secret('token', ['authToken'])],
  ['secretKeyFile', secret('secret key', ['secretKey'])],
  ['keyPassphraseFile', secret('passphrase')],
  ['kubeconfigFile', secret('kubeconfig')],
  ['serviceAccountKeyPath', ofProcess(secret('service account key', ['serviceAccountKey']))],
  ['privateKeyPath', ofProcess(secret('signing key'))],
  ['credentialsFilePath', ofProcess(secret('credentials'))],
]);
const HEADER_FILES = secret('header', []);

// Every field that names a file ends so.
const NAME = /(?:file|files|path)$/i;
// Mappings with keys of the user's own.
const FREE = new Set(['labels', 'externalLabels', 'params', 'headers', 'annotations', 'matchLabels', 'endpointParams']);

/** What a field of a mapping names a file for, if it names one; the files of an HTTP header are a list of them. */
export function fileFieldAt({ keys }: Pick<Place, 'keys'>, key: string): FileField | undefined {
  if (!NAME.test(key)) return undefined;
  const found = fieldBelow(keys, camelOf(key));
  // That of Azure joins no path with the folder (discovery/azure has no SetDirectory).
  const isAzure = found !== undefined && keys.some(name => discoveryOf(name)?.toLowerCase() === 'azure');
  return isAzure ? ofProcess(found) : found;
}

function fieldBelow(keys: readonly string[], field: string): FileField | undefined {
  const parent = camelOf(keys.at(-1) ?? '');
  if (FREE.has(parent)) return undefined;
  if (field === 'files') return isHeader(keys) ? HEADER_FILES : undefined;
  const fields = discoveryOf(parent) === undefined ? BELOW.get(parent) : DISCOVERY;
  return fields?.get(field) ?? ANYWHERE.get(field);
}

function open(kind: string): FileField {
  return { kind, isSecret: false, base: 'document' };
}

function secret(kind: string, others?: readonly string[]): FileField {
  return { kind, isSecret: true, base: 'document', ...(others === undefined ? {} : { others }) };
}

function notificationFiles(rows: readonly NotificationSecret[]): FileFields {
  return new Map(rows.map(({ file, kind }) => [camelOf(file), ofProcess(secret(kind))]));
}

function ofProcess(field: FileField): FileField {
  return { ...field, base: 'process' };
}
