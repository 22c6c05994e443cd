import { componentTypeOf } from '../../documents/opentelemetry.ts';
import type { Alternative } from '../model.ts';
import { ANY_WEBHOOK, NOTIFICATION_SECRETS } from './notification-secret.ts';
import { camelOf, discoveryOf } from '../role.ts';
import type { Place } from '../walk.ts';

/** A field that is made for a secret. */
export interface SecretField {
  /** What it is, in words. */
  readonly kind: string;
  /** The other form that `prometheus.yml` has; absent where there is none. */
  readonly alternative?: Alternative;
}

type SecretFields = ReadonlyMap<string, SecretField>;
type Row = readonly [field: string, kind: string, alternative?: Alternative | undefined];

const NONE: SecretFields = new Map();
const AWS_CHAIN = 'leave both keys out, so that the default credential chain of AWS finds some';
const OPENSTACK_ENVIRONMENT =
  'leave it out together with identity_endpoint and the user, so that all of them come from OS_* environment variables';

// Fields of type Secret in prometheus/common config/http_config.go v0.70, prometheus/sigv4 v0.4 and exporter-toolkit
// web/tls_config.go v0.17, by the keys of the mappings that make them secret ones.
const FIELDS: ReadonlyMap<string, SecretFields> = new Map([
  ['basicAuth', fields(['password', 'password', file('password_file')])],
  ['authorization', fields(['credentials', 'token', file('credentials_file')])],
  [
    'oauth2',
    fields(
      ['clientSecret', 'client secret', file('client_secret_file')],
      // SetDirectory forgets the path, so that it starts from the working directory.
      ['clientCertificateKey', 'private key', file('client_certificate_key_file (an absolute path)')],
    ),
  ],
  ['tlsConfig', fields(['key', 'private key', file('key_file')])],
  ['smtpTlsConfig', fields(['key', 'private key', file('key_file')])],
  ['tlsServerConfig', fields(['key', 'private key', file('key_file')])],
  ['sigv4', fields(['secretKey', 'secret key', other(AWS_CHAIN)])],
  // The extensions of an OpenTelemetry Collector that authenticate clients (contrib v0.140, extension/*).
  ['clientAuth', fields(['password', 'password', file('password_file')])],
  ['bearertokenauth', fields(['token', 'token', file('filename')])],
  ['oauth2client', fields(['clientSecret', 'client secret', file('client_secret_file')])],
  ...[...NOTIFICATION_SECRETS].map(
    ([key, rows]) => [key, fields(...rows.map(row => [row.field, row.kind, file(row.file)] as const))] as const,
  ),
]);
/** That of an address which is a secret as a whole, in a field for any. */
export const WEBHOOK: SecretField = { kind: ANY_WEBHOOK.kind, alternative: file(ANY_WEBHOOK.file) };
const BEARER_TOKEN: SecretField = { kind: 'bearer token', alternative: file('authorization.credentials_file') };

// storage/remote/azuread of Prometheus 3.14, below `azuread`.
const AZURE_IDENTITY = 'authenticate with managed_identity, workload_identity, sdk or certificate in its place';
const AZURE_FIELDS: ReadonlyMap<string, SecretFields> = new Map([
  ['oauth', fields(['clientSecret', 'client secret', other(AZURE_IDENTITY)])],
  ['certificate', fields(['certificatePassword', 'password'])],
]);

// Those of the discoveries of Prometheus 3.14 (discovery/*), and how else each service takes them.
const DISCOVERY_KINDS: readonly (readonly [field: string, kind: string])[] = [
  ['password', 'password'],
  ['token', 'token'],
  ['authToken', 'token'],
  ['clientSecret', 'client secret'],
  ['secretKey', 'secret key'],
  ['applicationSecret', 'application secret'],
  ['consumerKey', 'consumer key'],
  ['applicationCredentialSecret', 'application credential secret'],
  ['keyPassphrase', 'passphrase'],
  ['serviceAccountKey', 'service account key'],
  ['privateKey', 'signing key'],
];
const AWS: Readonly<Record<string, Alternative>> = { secretKey: other(AWS_CHAIN) };
const DISCOVERY_ALTERNATIVES: ReadonlyMap<string, Readonly<Record<string, Alternative>>> = new Map([
  ['aws', AWS],
  ['ec2', AWS],
  ['ecs', AWS],
  ['elasticache', AWS],
  ['lightsail', AWS],
  ['msk', AWS],
  ['rds', AWS],
  ['azure', { clientSecret: other('set authentication_method to ManagedIdentity, WorkloadIdentity or SDK') }],
  ['consul', { token: file('authorization.credentials_file'), password: file('basic_auth.password_file') }],
  ['marathon', { authToken: file('auth_token_file') }],
  ['oci', { keyPassphrase: file('key_passphrase_file') }],
  ['openstack', { password: other(OPENSTACK_ENVIRONMENT), applicationCredentialSecret: other(OPENSTACK_ENVIRONMENT) }],
  ['outscale', { secretKey: file('secret_key_file') }],
  ['scaleway', { secretKey: file('secret_key_file') }],
  [
    'stackit',
    {
      serviceAccountKey: file('service_account_key_path (an absolute path)'),
      privateKey: file('private_key_path (an absolute path)'),
    },
  ],
]);
const DISCOVERY_FIELDS = new Map<string, SecretFields>();

/**
 * The fields of a mapping that are made for secrets, by their names in camel case. Those of a discovery are taken for
 * secrets whatever the service.
 */
export function secretFieldsAt({ keys }: Place): SecretFields {
  const key = camelOf(componentTypeOf(keys.at(-1) ?? ''));
  const found = FIELDS.get(key);
  if (found !== undefined) return found;
  const service = discoveryOf(key)?.toLowerCase();
  if (service !== undefined) return discoveryFields(service);
  return keys.at(-2)?.toLowerCase() === 'azuread' ? (AZURE_FIELDS.get(key) ?? NONE) : NONE;
}

/** The field that is a secret wherever it stands, if the key is that. */
export function secretFieldAnywhere(key: string): SecretField | undefined {
  return key === 'bearer_token' || key === 'bearerToken' ? BEARER_TOKEN : undefined;
}

function discoveryFields(service: string): SecretFields {
  let known = DISCOVERY_FIELDS.get(service);
  if (known === undefined) {
    const alternatives = DISCOVERY_ALTERNATIVES.get(service);
    known = fields(...DISCOVERY_KINDS.map(([field, kind]) => [field, kind, alternatives?.[field]] as const));
    DISCOVERY_FIELDS.set(service, known);
  }
  return known;
}

function fields(...rows: readonly Row[]): SecretFields {
  return new Map(
    rows.map(([field, kind, alternative]): readonly [string, SecretField] => [
      field,
      { kind, ...(alternative === undefined ? {} : { alternative }) },
    ]),
  );
}

function file(field: string): Alternative {
  return { to: 'file', field };
}

function other(advice: string): Alternative {
  return { to: 'other', advice };
}
