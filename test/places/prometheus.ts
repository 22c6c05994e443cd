import { readFileSync } from 'node:fs';
import { connectionsOf, type TransportFact } from './connection.ts';
import { healthyClient, type Besides, type Place, type SecretField, type TlsBlock, type Way } from './place.ts';
import { at, merged, type Fields } from './yaml.ts';

/** The places of `prometheus.yml`, as prometheus-places.json has them; a list in a path is written `[]`. */
interface Facts {
  /** What every HTTP client takes. */
  readonly httpClient: ClientFacts;
  /** What its `oauth2` takes, which makes requests of its own. */
  readonly tokenRequest: ClientFacts;
  readonly places: readonly PlaceFacts[];
}

interface SecretFact {
  readonly field: string;
  readonly kind: SecretField['kind'];
  readonly file?: string;
  readonly isMandatory?: boolean;
  /** True where an empty value is as good as another: a key without a passphrase. */
  readonly mayBeEmpty?: boolean;
  readonly with?: Fields;
}

interface ClientFacts {
  readonly secrets?: readonly SecretFact[];
  readonly identifiers?: readonly string[];
  readonly exclusive?: readonly (readonly [string, string])[];
  readonly deprecated?: readonly string[];
  readonly plain?: readonly string[];
  readonly urls?: readonly string[];
  readonly processRelative?: readonly string[];
}

interface PlaceFacts extends ClientFacts {
  /** A path that begins with `scrape_config_files: ` stands in a file that this field names. */
  readonly paths: readonly string[];
  readonly kind: 'http client' | 'tls only' | 'own';
  readonly transport: TransportFact;
  readonly required?: Fields;
  /** Secrets and blocks that are sent as they are, and not only sign what is sent. */
  readonly sends?: readonly string[];
  /** Blocks by which a cloud knows the client, each in a form without a secret. */
  readonly blocks?: Readonly<Record<string, Fields>>;
  readonly redirects?: 'option ignored' | 'off by default';
  /** False where the rules for credentials are not applied. */
  readonly isValidated?: boolean;
}

const FACTS: Facts = JSON.parse(readFileSync('test/model/fixtures/prometheus-places.json', 'utf8'));
const SCRAPE_FILE = 'scrape_config_files: ';

const TLS: TlsBlock = {
  key: 'tls_config',
  ca: [{ field: 'ca_file', value: 'certs/ca.pem' }],
  cert: [{ field: 'cert_file', value: 'certs/client.pem' }],
  privateKey: [{ field: 'key_file', value: 'secrets/client.key' }],
};
const COMMON_WAYS: readonly Way[] = [
  wayOf('basic_auth', { username: 'prometheus', password_file: 'secrets/password' }),
  wayOf('authorization', { credentials_file: 'secrets/token' }),
  wayOf('oauth2', {
    client_id: 'prometheus',
    client_secret_file: 'secrets/client',
    token_url: 'https://login.example.com/token',
  }),
  deprecated('bearer_token', '<token>'),
  deprecated('bearer_token_file', 'secrets/token'),
];
/** Where Prometheus does not make the one of the other, a bearer token has no successor. */
const NOT_DEPRECATED_WAYS: readonly Way[] = COMMON_WAYS.map(way => ({ ...way, besides: [] }));

/** Every client of `prometheus.yml` and of its scrape config files, and the token requests of the former. */
export const PROMETHEUS_PLACES: readonly Place[] = FACTS.places.flatMap(facts =>
  facts.paths.flatMap(path => {
    const place = placeOf(facts, path);
    // In another file they would be the same once more.
    const isRequesting = facts.kind === 'http client' && !path.startsWith(SCRAPE_FILE);
    return isRequesting ? [place, tokenRequestOf(place)] : [place];
  }),
);

/** Where the documents with a client stand. */
export type Home = Pick<Place, 'group' | 'file' | 'document'>;

/** A place as the facts describe it, by default in a file of Prometheus. */
export function placeOf(facts: PlaceFacts, path: string, home: Home = homeOf(path)): Place {
  const { kind, transport, required = {}, redirects, isValidated = true } = facts;
  const isClient = kind === 'http client';
  const shared = isClient ? FACTS.httpClient : {};
  const connections = connectionsOf(transport);
  const secrets = facts.secrets ?? [];
  const exclusive = [...(shared.exclusive ?? []), ...(facts.exclusive ?? [])];
  const isFollowing = isClient && redirects !== 'off by default';
  const tlsSecrets = isClient ? [] : (FACTS.httpClient.secrets ?? []).filter(({ field }) => field.startsWith(TLS.key));
  return {
    name: path,
    ...home,
    required,
    mandatory: merged({}, ...secrets.filter(({ isMandatory }) => isMandatory).map(placeholderOf)),
    ...(kind === 'own' ? { ...connections, encrypted: connections.encrypted.slice(1) } : { ...connections, tls: TLS }),
    ways: [...(isClient ? (isValidated ? COMMON_WAYS : NOT_DEPRECATED_WAYS) : []), ...ownWaysOf(facts)],
    exclusive: isValidated ? exclusive : [],
    compatible: isValidated ? [] : exclusive,
    secrets: [...(shared.secrets ?? tlsSecrets), ...secrets].map(fact => secretOf(fact, isFollowing, isValidated)),
    secretKeys: [],
    identifiers: facts.identifiers ?? [],
    plain: [...(shared.plain ?? []), ...(facts.plain ?? [])].map(field => ({
      path: field,
      besides: isFollowing ? followedWith(field) : [],
    })),
    urls: [...(shared.urls ?? []), ...urlOf(transport)],
    processRelative: facts.processRelative ?? [],
    ...(isFollowing ? { redirects: { field: 'follow_redirects', isOptionIgnored: redirects !== undefined } } : {}),
    ...('relabels' in transport ? { relabelings: transport.relabels } : {}),
    spelled: snakeOf,
  };
}

function homeOf(path: string): Home {
  return {
    group: /sd_configs/.test(path) ? 'discoveries' : 'clients of their own',
    file: path.startsWith(SCRAPE_FILE) ? 'scrape.d/jobs.yml' : 'prometheus.yml',
    document: client => documentOf(path, client),
  };
}

function placeholderOf({ field, file }: SecretFact): Fields {
  return file === undefined ? { [field]: '<secret>' } : { [file]: 'secrets/own' };
}

/** The request for a token that the `oauth2` of a client makes. */
export function tokenRequestOf(parent: Place): Place {
  const { secrets = [], exclusive = [], plain = [], urls = [], processRelative = [] } = FACTS.tokenRequest;
  const way: Way = wayOf('client_secret_file', 'secrets/client');
  return {
    name: `${parent.name}.oauth2`,
    group: 'token requests',
    file: parent.file,
    document: client => parent.document(merged(healthyClient(parent), { oauth2: client })),
    required: { client_id: 'prometheus' },
    mandatory: {},
    ...connectionsOf({ by: 'url', field: 'token_url' }),
    tls: TLS,
    ways: [way],
    exclusive: parent.exclusive.length > 0 ? exclusive : [],
    compatible: [],
    secrets: secrets.map(fact => secretOf(fact, false)),
    secretKeys: [],
    identifiers: [],
    plain: plain.map(path => ({ path, besides: [] })),
    urls,
    processRelative: parent.processRelative.includes('*') ? ['*'] : processRelative,
    spelled: snakeOf,
  };
}

/** The document around the client at a path. */
function documentOf(path: string, client: Fields): Fields {
  const [list = '', ...below] = path.replace(SCRAPE_FILE, '').split('.');
  if (list === 'scrape_configs[]') {
    const inner = below.length === 0 ? client : at(below.join('.'), client);
    return { scrape_configs: [{ job_name: 'example', ...inner }] };
  }
  if (list === 'alerting') return { alerting: at(below.join('.'), client) };
  // A trace export alone does not tell the file.
  return list === 'tracing' ? { rule_files: [], tracing: client } : at(list, client);
}

function ownWaysOf({ blocks = {}, sends = [], secrets = [] }: PlaceFacts): readonly Way[] {
  return [
    ...Object.entries(blocks).map(([field, fields]) => ({ ...wayOf(field, fields), isSent: sends.includes(field) })),
    ...secrets
      .filter(({ field }) => sends.includes(field))
      .flatMap(({ field, file }) => {
        const user = field === 'password' ? { username: 'prometheus' } : {};
        const inline: Way = { ...wayOf(field, '<secret>'), fields: { ...user, [field]: '<secret>' } };
        return file === undefined || file.includes('.') ? [inline] : [inline, wayOf(file, 'secrets/own')];
      }),
  ];
}

function wayOf(field: string, value: Fields | string): Way {
  return { field, fields: { [field]: value }, isSent: true, besides: [] };
}

function deprecated(field: string, value: string): Way {
  return { ...wayOf(field, value), besides: [{ path: field, ruleId: 'deprecated-bearer-token' }] };
}

function secretOf(
  { field, kind, file, mayBeEmpty = false, with: more = {} }: SecretFact,
  isFollowing: boolean,
  hasSuccessor = true,
): SecretField {
  const [block = ''] = field.split('.');
  const around: Readonly<Record<string, Fields>> = {
    basic_auth: { basic_auth: { username: 'prometheus' } },
    tls_config: { tls_config: { cert_file: 'certs/client.pem' } },
    proxy_connect_header: { proxy_url: 'http://proxy.example.com:3128' },
    password: { username: 'prometheus' },
  };
  return {
    path: field,
    kind,
    mayBeEmpty,
    ...(file === undefined ? {} : { file }),
    around: merged(around[block] ?? {}, more),
    besides: [
      ...(hasSuccessor && FACTS.httpClient.deprecated?.includes(field) === true
        ? [{ path: field, ruleId: 'deprecated-bearer-token' }]
        : []),
      ...(isFollowing ? followedWith(field) : []),
    ],
  };
}

/** What a header that a redirect takes along is reported for. */
function followedWith(path: string): readonly Besides[] {
  const header = /^(?:http_headers|headers)\.[\w-]+/.exec(path)?.[0];
  return header === undefined ? [] : [{ path: header, ruleId: 'redirects-carry-credentials' }];
}

function urlOf(transport: TransportFact): readonly string[] {
  if (transport.by === 'url') return [transport.field];
  return transport.by === 'scheme' && transport.address !== undefined ? [transport.address] : [];
}

function snakeOf(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
