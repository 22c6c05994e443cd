import { caseAt, wantingBesides, type Fault } from '../fault.ts';
import {
  bareClient,
  healthyClient,
  identifiedClient,
  keyOf,
  PUBLIC_HOST,
  type Connection,
  type Place,
  type Way,
} from '../place.ts';
import { at, Marked, merged, wanting, type Fields } from '../yaml.ts';

const ENCRYPTED = 'ENC[AES256_GCM,data:Zm9vYmFy,iv:AAAA,tag:BBBB,type:str]';

/** What can be wrong with the way in which a client says who it is, though no secret stands in the document. */
export const CREDENTIAL_FAULTS: readonly Fault[] = [
  {
    name: 'credentials that are referred to, over TLS',
    casesAt: place => place.ways.map(way => caseAt(place, wantingBesides(identifiedClient(place, way), way.besides))),
  },
  {
    name: 'credentials without TLS',
    casesAt: place =>
      place.unencrypted
        .filter(({ isBare }) => isBare !== true)
        .flatMap(connection =>
          place.ways
            .filter(({ isSent }) => isSent)
            .map(way => caseAt(place, plaintext(place, connection, way), { detail: connection.name })),
        ),
  },
  {
    name: 'credentials that are passed over',
    casesAt: place =>
      place.unencrypted
        .filter(({ isBare }) => isBare)
        .flatMap(connection =>
          place.ways.map(({ fields }) =>
            caseAt(place, merged(bareClient(place, connection, PUBLIC_HOST), fields), { isDefaultOnly: true }),
          ),
        ),
  },
  {
    name: 'credentials without TLS that do not leave the machine',
    casesAt: place =>
      place.unencrypted
        .filter(({ asksHost }) => asksHost)
        .flatMap(connection =>
          ['localhost', '127.0.0.1', '[::1]'].flatMap(host =>
            place.ways.slice(0, 1).map(way => caseAt(place, merged(bareClient(place, connection, host), way.fields))),
          ),
        ),
  },
  {
    name: 'credentials where a template or a label decides on TLS',
    casesAt: place =>
      place.ways.slice(0, 1).flatMap(way => undecided(place).map(client => caseAt(place, merged(client, way.fields)))),
  },
  {
    name: 'credentials of which one alone may be set',
    casesAt: place =>
      place.exclusive.map(([one, other]) =>
        caseAt(place, wanting(twoCredentials(place, one, other), other, 'conflicting-credentials')),
      ),
  },
  {
    name: 'credentials that may be set together',
    casesAt: place => place.compatible.map(([one, other]) => caseAt(place, twoCredentials(place, one, other))),
  },
  {
    name: 'credentials of which one is empty',
    casesAt: place =>
      place.exclusive
        .filter(([one, other]) => one === 'basic_auth' && other === 'bearer_token')
        .map(([one]) => caseAt(place, merged(healthyClient(place), fieldsFor(place, one), { bearer_token: '' }))),
  },
  {
    name: 'an authorization without a token',
    casesAt: place =>
      place.ways.some(({ field }) => field === 'authorization')
        ? [caseAt(place, merged(healthyClient(place), { authorization: new Marked({}, ['empty-secret-reference']) }))]
        : [],
  },
];

function plaintext(place: Place, connection: Connection, { field, fields, besides }: Way): Fields {
  const client = merged(bareClient(place, connection, PUBLIC_HOST), fields);
  return wantingBesides(wanting(client, connection.decidedBy ?? field, 'plaintext-credentials'), besides);
}

/** Clients of which nobody knows whether they use TLS. */
function undecided(place: Place): readonly Fields[] {
  const { relabelings, unencrypted } = place;
  return unencrypted.flatMap(connection => {
    const client = bareClient(place, connection, PUBLIC_HOST);
    const { decidedBy } = connection;
    const templated = decidedBy === undefined ? [] : [merged(client, at(decidedBy, '{{ decided_elsewhere }}'))];
    if (relabelings === undefined) return templated;
    const rule = { [place.spelled('targetLabel')]: '__scheme__', replacement: 'https' };
    return [...templated, merged(client, { [relabelings]: [rule] })];
  });
}

/** A healthy client with two credentials, and what is deprecated in them wanted. */
function twoCredentials(place: Place, one: string, other: string): Fields {
  const without = merged(healthyClient(place), { [one]: undefined, [other]: undefined });
  const both = merged(without, fieldsFor(place, one), fieldsFor(place, other));
  const besides = place.ways.filter(({ field }) => field === one || field === other).flatMap(way => way.besides);
  return wantingBesides(both, besides);
}

/** A field with a value that is no secret in clear. */
function fieldsFor(place: Place, path: string): Fields {
  const way = place.ways.find(({ field }) => field === path);
  if (way !== undefined) return way.fields;
  if (path.endsWith('_file') || path.endsWith('File')) return at(path, 'secrets/value');
  if (place.resource !== undefined) return at(path, keyOf('scrape', 'token'));
  return at(path, path.endsWith('username') ? 'prometheus' : ENCRYPTED);
}
