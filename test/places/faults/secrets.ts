import { caseAt, SECRET, wantingBesides, type Case, type Fault } from '../fault.ts';
import { healthyClient, someOf, type Place, type SecretField } from '../place.ts';
import { at, Marked, merged, Verbatim, type Fields, type Value } from '../yaml.ts';

// An Ed25519 key that was made for this test and opens nothing.
const PRIVATE_KEY =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINvSPoXF22NZ4UHlhtB3Z8MAc2GYlM1IHCKndQSqMg+a\n-----END PRIVATE KEY-----\n';
const HASH = '$2y$10$yokKjiZHVsmu/uvZA/Nec3.mMTX.K/xRtez/owYsVZuVbAy6I852a';
const PUBLISHED = ['admin', 'prom-operator', 'guest'];
const VARIABLES = ['${SCRAPE_SECRET}', '$(SCRAPE_SECRET)', '$SCRAPE_SECRET', '%SCRAPE_SECRET%'];
const STAND_INS: readonly Value[] = [
  '{{ scrape_secret }}',
  '{% include "secret" %}',
  'ENC[AES256_GCM,data:Zm9vYmFy,iv:AAAA,tag:BBBB,type:str]',
  new Verbatim('!vault "scrape"'),
];
const PLACEHOLDERS: readonly Value[] = ['<secret>', 'changeme', '__SECRET__', 'your-password-here'];

/** What can be wrong with a field that holds a secret itself. */
export const SECRET_FAULTS: readonly Fault[] = [
  {
    name: 'a secret in clear',
    casesAt: place =>
      place.secrets.map(field => {
        const value = field.kind === 'private key' ? PRIVATE_KEY : SECRET;
        return caseAt(place, withSecret(place, field, new Marked(value, ['inline-secret'])), { detail: field.path });
      }),
  },
  {
    name: 'a password that is published',
    casesAt: place =>
      passwordsOf(place, password =>
        PUBLISHED.map(text => withSecret(place, password, new Marked(text, ['default-password']))),
      ),
  },
  {
    name: 'a hash where the password belongs',
    casesAt: place =>
      passwordsOf(place, password => [withSecret(place, password, new Marked(HASH, ['hash-as-password']))]),
  },
  {
    name: 'a variable in the place of a secret',
    casesAt: place =>
      place.secrets.flatMap(field =>
        someOf(VARIABLES, place.name + field.path).map(text =>
          caseAt(place, withSecret(place, field, new Marked(text, ['unexpanded-variable'])), { detail: field.path }),
        ),
      ),
  },
  {
    name: 'what another tool replaces',
    casesAt: place =>
      place.secrets.flatMap(field =>
        someOf(standInsFor(field), place.name + field.path).map(value =>
          // Whether a header with such a value counts for redirects is said elsewhere.
          caseAt(place, withSecret(place, field, value), { detail: field.path, isDefaultOnly: isHeader(field) }),
        ),
      ),
  },
  {
    name: 'an empty secret',
    casesAt: place =>
      place.secrets
        .filter(({ path }) => path !== 'authorization.credentials')
        .map(field => caseAt(place, merged(besideSecret(place, field), at(field.path, '')), { detail: field.path })),
  },
  {
    name: 'a name that looks like a secret',
    casesAt: place =>
      place.identifiers.map(path => caseAt(place, merged(healthyClient(place), at(path, 'AKIAIOSFODNN7EXAMPLE')))),
  },
];

/** What may stand in the place of a secret; nothing but PEM looks like a private key. */
function standInsFor({ kind }: SecretField): readonly Value[] {
  return kind === 'private key' ? STAND_INS : [...STAND_INS, ...PLACEHOLDERS];
}

function passwordsOf(place: Place, clientsOf: (field: SecretField) => readonly Fields[]): readonly Case[] {
  return place.secrets
    .filter(({ kind }) => kind === 'password')
    .flatMap(field => clientsOf(field).map(client => caseAt(place, client, { detail: field.path })));
}

function isHeader({ path }: SecretField): boolean {
  return path.startsWith('http_headers.');
}

function withSecret(place: Place, field: SecretField, value: Value): Fields {
  return wantingBesides(merged(besideSecret(place, field), at(field.path, value)), field.besides);
}

/** A healthy client that uses the field, still without it, and without the file in its place. */
function besideSecret(place: Place, { path, file, around }: SecretField): Fields {
  const taken = file === undefined ? {} : { [file]: undefined };
  return merged(healthyClient(place), around, { ...taken, [path]: undefined });
}
