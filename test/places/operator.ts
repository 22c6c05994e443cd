import { readFileSync } from 'node:fs';
import { connectionsOf, type TransportFact } from './connection.ts';
import { healthyClient, keyOf, type Place, type TlsBlock, type Way } from './place.ts';
import { at, merged, Verbatim, type Fields } from './yaml.ts';

/** The places of custom resources, as operator-places.json has them; a list in a path is written `[]`. */
interface Facts {
  /** What the `oauth2` of a client takes, which makes requests of its own. */
  readonly tokenRequest: ClientFacts;
  readonly kinds: readonly KindFacts[];
}

interface KindFacts {
  readonly kind: string;
  readonly apiVersions: readonly string[];
  readonly clients: readonly (ClientFacts & { readonly path: string })[];
  /** Fields by their whole path that belong to no client. */
  readonly outsideClients?: OutsideFacts;
  /** TLS settings of servers, which have fields of the same names. */
  readonly serverTls?: readonly string[];
}

interface ClientFacts {
  readonly transport: TransportFact;
  /** The block with TLS settings, which takes files or only refers to objects. */
  readonly tls: { readonly block: string; readonly shape: 'safe' | 'files' };
  readonly ways?: readonly string[];
  /** Ways that only this client has, each a reference to a secret that is sent as it is. */
  readonly sends?: readonly string[];
  readonly exclusive?: readonly (readonly [string, string])[];
  readonly urls?: readonly string[];
  readonly plain?: readonly string[];
  readonly secretKeys?: readonly string[];
  readonly files?: readonly string[];
  readonly inlineSecrets?: readonly string[];
  readonly required?: Fields;
  readonly redirects?: 'option ignored';
}

interface OutsideFacts {
  readonly urls?: readonly string[];
  readonly secretKeys?: readonly string[];
  readonly identifiers?: readonly string[];
}

/** TLS settings of a server, in a document that has them. */
interface ServerPlace {
  readonly name: string;
  document(settings: Fields): Fields;
}

const FACTS: Facts = JSON.parse(readFileSync('test/model/fixtures/operator-places.json', 'utf8'));
const MONITORS = new Set(['ServiceMonitor', 'PodMonitor', 'Probe']);
const TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const MOUNTED = '/etc/prometheus/secrets/example';

// Every way in a form that refers to its secrets.
const WAYS: Readonly<Record<string, Fields>> = {
  basicAuth: { basicAuth: { username: keyOf('scrape', 'username'), password: keyOf('scrape', 'password') } },
  authorization: { authorization: { credentials: keyOf('scrape', 'token') } },
  oauth2: {
    oauth2: {
      clientId: { secret: keyOf('login', 'id') },
      clientSecret: keyOf('login', 'secret'),
      tokenUrl: 'https://login.example.com/token',
    },
  },
  bearerToken: { bearerToken: '<token>' },
  bearerTokenFile: { bearerTokenFile: TOKEN_FILE },
  bearerTokenSecret: { bearerTokenSecret: keyOf('scrape', 'token') },
  sigv4: { sigv4: { region: 'eu-central-1', accessKey: keyOf('aws', 'id'), secretKey: keyOf('aws', 'secret') } },
  azureAd: { azureAd: { managedIdentity: { clientId: '11111111-2222-3333-4444-555555555555' } } },
};
const SIGNING = new Set(['sigv4']);

/** Every client of a custom resource, its token request, and the fields outside of clients. */
export const OPERATOR_PLACES: readonly Place[] = FACTS.kinds.flatMap(kind =>
  kind.apiVersions.flatMap(apiVersion => [
    ...kind.clients.flatMap(client => {
      const place = placeOf(kind.kind, apiVersion, client.path, client);
      return client.ways?.includes('oauth2') === true ? [place, tokenRequestOf(place)] : [place];
    }),
    ...(kind.outsideClients === undefined ? [] : [outsideOf(kind.kind, apiVersion, kind.outsideClients)]),
  ]),
);

/** The TLS settings of servers. */
export const SERVER_PLACES: readonly ServerPlace[] = FACTS.kinds.flatMap(({ kind, apiVersions, serverTls = [] }) =>
  apiVersions.flatMap(apiVersion =>
    serverTls.map(path => ({
      name: `${kind} ${path}`,
      document: (settings: Fields) => resourceOf(kind, apiVersion, at(path, settings)),
    })),
  ),
);

/** A resource of a kind, with what belongs to no place. */
function resourceOf(kind: string, apiVersion: string, fields: Fields): Fields {
  return { apiVersion, kind, metadata: { name: 'example' }, ...fields };
}

function placeOf(kind: string, apiVersion: string, path: string, facts: ClientFacts): Place {
  const { transport, ways = [], sends = [], inlineSecrets = [], files = [], redirects } = facts;
  const isFollowing = transport.by !== 'insecure';
  return {
    ...clientOf(facts),
    name: `${kind} (${apiVersion}) ${path}`,
    group: groupOf(kind, path),
    file: 'resource.yaml',
    document: client => resourceOf(kind, apiVersion, at(path, client)),
    ways: [...ways.map(wayOf), ...sends.map(field => ({ ...referring(field), isSent: true }))],
    exclusive: [
      ...ways.flatMap((one, index) => ways.slice(index + 1).map(other => [one, other] as const)),
      ...(files.includes('authorization.credentialsFile')
        ? [['authorization.credentials', 'authorization.credentialsFile'] as const]
        : []),
      ...(facts.exclusive ?? []),
    ],
    secrets: inlineSecrets.map(field => ({
      path: field,
      kind: 'token',
      mayBeEmpty: false,
      around: {},
      besides: deprecationOf(field),
    })),
    plain: (facts.plain ?? []).map(field => ({
      path: field,
      besides:
        isFollowing && field.startsWith('headers.') ? [{ path: field, ruleId: 'redirects-carry-credentials' }] : [],
    })),
    ...(isFollowing
      ? { redirects: { field: 'followRedirects', isOptionIgnored: redirects === 'option ignored' } }
      : {}),
    ...('relabels' in transport ? { relabelings: transport.relabels } : {}),
    resource: { isMonitor: kind === 'ServiceMonitor' && apiVersion === 'monitoring.coreos.com/v1', files },
  };
}

function tokenRequestOf(parent: Place): Place {
  return {
    ...clientOf(FACTS.tokenRequest),
    name: `${parent.name}.oauth2`,
    group: 'token requests',
    file: parent.file,
    document: client => parent.document(merged(healthyClient(parent), { oauth2: client })),
    required: { clientId: { secret: keyOf('login', 'id') } },
    ways: [referring('clientSecret')],
    exclusive: [],
    secrets: [],
    plain: (FACTS.tokenRequest.plain ?? []).map(path => ({ path, besides: [] })),
    resource: { isMonitor: false, files: [] },
  };
}

type Client = Omit<Place, 'name' | 'group' | 'file' | 'document' | 'ways' | 'exclusive' | 'secrets' | 'plain'>;

/** What a client and its token request have alike. */
function clientOf({ transport, tls, secretKeys = [], urls = [], required = {} }: ClientFacts): Client {
  return {
    required,
    mandatory: {},
    ...connectionsOf(transport),
    tls: tlsOf(tls),
    compatible: [],
    secretKeys,
    identifiers: [],
    urls,
    processRelative: [],
    spelled: field => field,
  };
}

/** Fields that stand outside of clients, as a place that is the whole resource. */
function outsideOf(kind: string, apiVersion: string, facts: OutsideFacts): Place {
  return {
    name: `${kind} (${apiVersion})`,
    group: groupOf(kind, ''),
    file: 'resource.yaml',
    document: fields => resourceOf(kind, apiVersion, fields),
    required: {},
    mandatory: {},
    encrypted: [],
    unencrypted: [],
    ways: [],
    exclusive: [],
    compatible: [],
    secrets: [],
    secretKeys: facts.secretKeys ?? [],
    identifiers: facts.identifiers ?? [],
    plain: [],
    urls: facts.urls ?? [],
    processRelative: [],
    resource: { isMonitor: false, files: [] },
    spelled: field => field,
  };
}

function groupOf(kind: string, path: string): string {
  if (path.endsWith('SDConfigs[]')) return 'discoveries';
  return MONITORS.has(kind) || kind === 'ScrapeConfig' ? 'monitors' : 'servers';
}

function tlsOf({ block, shape }: ClientFacts['tls']): TlsBlock {
  const takesFiles = shape === 'files';
  return {
    key: block,
    ca: [
      { field: 'ca', value: new Verbatim('{ configMap: { name: authority, key: ca.crt } }') },
      ...(takesFiles ? [{ field: 'caFile', value: `${MOUNTED}/ca.crt` }] : []),
    ],
    cert: [
      { field: 'cert', value: new Verbatim('{ secret: { name: client, key: tls.crt } }') },
      ...(takesFiles ? [{ field: 'certFile', value: `${MOUNTED}/tls.crt` }] : []),
    ],
    privateKey: [
      { field: 'keySecret', value: keyOf('client', 'tls.key') },
      ...(takesFiles ? [{ field: 'keyFile', value: `${MOUNTED}/tls.key` }] : []),
    ],
  };
}

function wayOf(field: string): Way {
  return { field, fields: WAYS[field] ?? {}, isSent: !SIGNING.has(field), besides: deprecationOf(field) };
}

function referring(field: string): Way {
  return { field, fields: { [field]: keyOf('login', 'secret') }, isSent: true, besides: [] };
}

function deprecationOf(field: string): Way['besides'] {
  return field.startsWith('bearerToken') ? [{ path: field, ruleId: 'deprecated-bearer-token' }] : [];
}
