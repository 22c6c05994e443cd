import { readFileSync } from 'node:fs';
import type { TransportFact } from './connection.ts';
import type { Place } from './place.ts';
import { placeOf, tokenRequestOf, type Home } from './prometheus.ts';
import { at, merged, type Fields } from './yaml.ts';

/** The places of `alertmanager.yml`, as alertmanager-places.json has them; a list in a path is written `[]`. */
interface Facts {
  readonly clients: readonly (ClientFacts & { readonly receiver?: Fields })[];
  /** Mappings with TLS settings in a block, and nothing else of an HTTP client. */
  readonly tlsOnly: readonly (ClientFacts & { readonly block: string })[];
  readonly secrets: readonly NotificationSecretFact[];
  /** Fields by their whole path that look like a secret and are none. */
  readonly identifiers: readonly string[];
}

interface ClientFacts {
  readonly path: string;
  readonly transport: TransportFact;
  readonly required?: Fields;
  readonly processRelative?: readonly string[];
}

/** A field that holds a secret, in a mapping. */
export interface NotificationSecretFact {
  readonly path: string;
  readonly field: string;
  readonly kind: 'password' | 'token' | 'url';
  readonly file: string;
  /** True where both may be set. */
  readonly acceptsBoth?: boolean;
}

const FACTS: Facts = JSON.parse(readFileSync('test/model/fixtures/alertmanager-places.json', 'utf8'));
const FILE = 'alertmanager.yml';
const ROUTE: Fields = { route: { receiver: 'bakers' } };

/** Every HTTP client of `alertmanager.yml`, its request for a token, and what has TLS settings alone. */
export const ALERTMANAGER_PLACES: readonly Place[] = [
  ...FACTS.clients.flatMap(facts => {
    const place = placeOf({ ...facts, paths: [], kind: 'http client' }, facts.path, homeOf(facts.path, facts.receiver));
    return [place, tokenRequestOf(place)];
  }),
  ...FACTS.tlsOnly.map(facts => {
    const { path, block } = facts;
    const place = placeOf({ ...facts, paths: [], kind: 'tls only' }, path, homeOf(path));
    const home: Place['document'] = client => {
      const { tls_config: tls, ...others } = client;
      return place.document(tls === undefined ? others : { ...others, [block]: tls });
    };
    return { ...place, document: home };
  }),
];

export const NOTIFICATION_SECRET_FACTS: readonly NotificationSecretFact[] = FACTS.secrets;
export const NOTIFICATION_IDENTIFIERS: readonly string[] = FACTS.identifiers;

/** A whole file with fields at a path. */
export function alertmanagerWith(path: string, fields: Fields): Fields {
  const [top = '', ...below] = path.split('.');
  if (top !== 'receivers[]') return { ...ROUTE, receivers: [{ name: 'bakers' }], ...at(path, fields) };
  return { ...ROUTE, receivers: [{ name: 'bakers', ...at(below.join('.'), fields) }] };
}

/** What is not of the client, such as its URL, stands in the receiver. */
function homeOf(path: string, receiver: Fields = {}): Home {
  const [, above, name] = /^(.*)\.(http_config)$/.exec(path) ?? [];
  return {
    group: 'clients',
    file: FILE,
    document: client => {
      if (above === undefined || name === undefined || above === 'global') return alertmanagerWith(path, client);
      const { url, ...settings } = client;
      return alertmanagerWith(above, merged(receiver, url === undefined ? {} : { url }, { [name]: settings }));
    },
  };
}
