import { AUTHORITY } from '../../../src/rules/example-chain.ts';
import { caseAt, SECRET, wantingBesides, type Case, type Fault } from '../fault.ts';
import { healthyClient, type Place, type SecretField } from '../place.ts';
import { at, Marked, merged, type Fields } from '../yaml.ts';

const CA_FILE = 'tls_config.ca_file';

/** What can be wrong with fields that name a file. */
export const FILE_FAULTS: readonly Fault[] = [
  {
    name: 'a file field that is empty',
    casesAt: place =>
      secretFilesOf(place).map(({ field, file }) => {
        const empty = new Marked('', field.mayBeEmpty ? [] : ['empty-secret-reference']);
        return caseAt(place, merged(withoutSecret(place, field), at(file, empty)), { detail: file });
      }),
  },
  {
    name: 'a secret in a committed file',
    casesAt: place =>
      secretFilesOf(place).flatMap(({ field, file }) => [
        committed(place, field, file, SECRET, startsAtDocument(place, file)),
        committed(place, field, file, '<secret>', false),
        committed(place, field, file, 'ENC[AES256_GCM,data:Zm9v,iv:AAAA,tag:BBBB,type:str]', false),
      ]),
  },
  {
    name: 'a CA that is not where it should be',
    casesAt: place => [
      ...caCases(place, 'certs/gone.pem', startsAtDocument(place, CA_FILE)),
      ...caCases(place, 'elsewhere/gone.pem', false),
      ...caCases(place, '/etc/prometheus/certs/gone.pem', false),
      ...caCases(place, 'certs/ca.pem', false),
    ],
  },
  {
    name: 'a secret that is rightly not committed',
    casesAt: place =>
      secretFilesOf(place).map(({ field, file }) =>
        caseAt(place, withFile(place, field, file), { beside: besideDocument(place, 'secrets/other', '<secret>') }),
      ),
  },
];

interface SecretFile {
  readonly field: SecretField;
  readonly file: string;
}

/** The files that take the place of secrets; private keys are another matter. */
function secretFilesOf(place: Place): readonly SecretFile[] {
  return place.secrets.flatMap(field =>
    field.file === undefined || field.kind === 'private key' ? [] : [{ field, file: field.file }],
  );
}

function withFile(place: Place, field: SecretField, file: string): Fields {
  const besides = field.besides.map(({ path, ruleId }) => ({ path: path === 'bearer_token' ? file : path, ruleId }));
  return wantingBesides(merged(withoutSecret(place, field), at(file, 'secrets/value')), besides);
}

function withoutSecret(place: Place, { path, around }: SecretField): Fields {
  // The form in a file of Consul's user belongs to basic authentication, with a user of its own.
  const own = path === 'password' ? { basic_auth: { username: 'prometheus' } } : around;
  return merged(healthyClient(place), own, { [path]: undefined });
}

function committed(place: Place, field: SecretField, file: string, content: string, isWanted: boolean): Case {
  const beside = besideDocument(place, 'secrets/value', `${content}\n`);
  return caseAt(place, withFile(place, field, file), {
    beside,
    wanted: isWanted ? Object.keys(beside).map(path => `${path}:1 committed-secret`) : [],
    detail: file,
  });
}

/** A client whose CA is in the file, in a repository that holds `certs/ca.pem` and no other. */
function caCases(place: Place, file: string, isWanted: boolean): readonly Case[] {
  const { tls } = place;
  if (tls?.ca.some(({ field }) => field === 'ca_file') !== true) return [];
  const client = merged(healthyClient(place), at(CA_FILE, new Marked(file, isWanted ? ['missing-file'] : [])));
  return [caseAt(place, client, { beside: besideDocument(place, 'certs/ca.pem', AUTHORITY), detail: file })];
}

function startsAtDocument({ processRelative }: Place, field: string): boolean {
  return !processRelative.includes('*') && !processRelative.includes(field);
}

function besideDocument({ file }: Place, path: string, content: string): Record<string, string> {
  return { [`${file.slice(0, file.lastIndexOf('/') + 1)}${path}`]: content };
}
