import { caseAt, SECRET, wantingBesides, type Case, type Fault } from '../fault.ts';
import { fieldsOf, healthyClient, keyOf, someOf, type Place } from '../place.ts';
import { at, Marked, merged, Verbatim, yamlOf, type Fields, type Value } from '../yaml.ts';

const REFERENCE = keyOf('example-secret', 'secret');
const EMPTY = [
  '{ name: "", key: "" }',
  '{ name: "", key: "secret" }',
  '{ name: "example-secret", key: "" }',
  '{ name: "example-secret" }',
];

/** What can be wrong with fields that refer to a key of a Kubernetes Secret. */
export const SECRET_KEY_FAULTS: readonly Fault[] = [
  {
    name: 'a reference that names nothing',
    casesAt: place =>
      place.secretKeys.flatMap(path =>
        someOf(isBearerToken(path) ? EMPTY.slice(1) : EMPTY, place.name + path).map(text =>
          referring(place, path, new Marked(new Verbatim(text), ['empty-secret-reference'])),
        ),
      ),
  },
  {
    name: 'a reference that need not name anything',
    casesAt: place =>
      place.secretKeys.flatMap(path => [
        referring(place, path, new Verbatim('{ name: "", key: "", optional: true }')),
        referring(place, path, new Verbatim('{ name: "{{ secret }}", key: "{{ key }}" }')),
        ...(isBearerToken(path) ? [caseAt(place, merged(around(place, path), at(path, keyOf('', ''))))] : []),
      ]),
  },
  {
    name: 'a reference to a secret that is committed',
    casesAt: place =>
      withoutPrivateKeys(place).flatMap(path => [
        referring(place, path, REFERENCE, secretOf({ secret: new Marked(SECRET, ['committed-secret']) })),
        referring(place, path, REFERENCE, encodedSecretOf(SECRET, ['committed-secret'])),
      ]),
  },
  {
    name: 'a reference to what is no secret in clear',
    casesAt: place =>
      withoutPrivateKeys(place).flatMap(path => [
        referring(place, path, REFERENCE, secretOf({ secret: '<secret>' })),
        referring(place, path, REFERENCE, secretOf({ secret: '{{ secret }}' })),
        referring(place, path, REFERENCE, encodedSecretOf('ENC[AES256_GCM,data:Zm9v,iv:AAAA,tag:BBBB,type:str]', [])),
        referring(place, path, keyOf('another-secret', 'secret'), secretOf({ other: SECRET })),
      ]),
  },
  {
    name: 'a reference to a key that is not in the Secret',
    casesAt: place =>
      place.secretKeys.flatMap(path => [
        referring(place, path, new Marked(REFERENCE, ['missing-secret-key']), secretOf({ other: '<secret>' })),
        referring(
          place,
          path,
          new Verbatim('{ name: "example-secret", key: "secret", optional: true }'),
          secretOf({ other: '<secret>' }),
        ),
      ]),
  },
];

/** Keys are another matter, whether they are committed in a file or in a Secret. */
function withoutPrivateKeys(place: Place): readonly string[] {
  return place.secretKeys.filter(path => !path.endsWith('keySecret'));
}

function referring(place: Place, path: string, reference: Value, secret?: Fields): Case {
  const client = merged(around(place, path), at(path, reference));
  const besides = place.ways.filter(({ field }) => field === path).flatMap(way => way.besides);
  const beside = secret === undefined ? {} : { 'secret.yaml': yamlOf(secret) };
  return caseAt(place, wantingBesides(client, besides), { detail: path, beside });
}

/** A healthy client with everything that belongs to a field. */
function around(place: Place, path: string): Fields {
  const [block = ''] = path.split('.');
  const way = place.ways.find(({ field }) => field === block && path !== block);
  const { tls } = place;
  const isOfTls = tls !== undefined && block === tls.key;
  const isOfProxy = path.includes('proxyConnectHeader');
  const proxy = path.replace(/proxyConnectHeader.*/, 'proxyUrl');
  return merged(
    healthyClient(place),
    way?.fields ?? {},
    isOfTls ? { [tls.key]: fieldsOf(tls.cert[0]) } : {},
    isOfProxy ? at(proxy, 'http://proxy.example.com:3128') : {},
  );
}

function isBearerToken(path: string): boolean {
  return path === 'bearerTokenSecret';
}

function secretOf(entries: Fields): Fields {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'example-secret' }, stringData: entries };
}

function encodedSecretOf(text: string, ruleIds: readonly string[]): Fields {
  const data = { secret: new Marked(Buffer.from(text).toString('base64'), ruleIds) };
  return merged(secretOf({}), { stringData: undefined, data });
}
