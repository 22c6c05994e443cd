import * as fc from 'fast-check';
import { RecipeBook } from '../trust/recipe-book.ts';
import { recipesIn, type Recipe } from '../trust/recipe.ts';
import type { Situation } from './situation.ts';
import { situationOf, type Sketch } from './sketch.ts';

const ROOTS = 10;
const INTERMEDIATES = 24;
const LEAVES = 120;

/** So many situations that recombine chains, pools, names and dates, the same ones for the same seed. */
export function randomSituations(seed: number, count: number, now: Date): readonly Situation[] {
  const recipes = recipesIn(linesOf(seed).join('\n'));
  const book = new RecipeBook(recipes, now);
  return sampled(combination, seed, count).map((drawn, at) =>
    situationOf(`combination ${at} of seed ${seed}`, sketchOf(drawn, recipes), book),
  );
}

/** The recipes of the certificates that are combined: each is issued by one that stands before it. */
function linesOf(seed: number): readonly string[] {
  const roots = sampled(authority, seed, ROOTS);
  const intermediates = sampled(fc.tuple(fc.nat(), authority, often(2), fc.nat()), seed, INTERMEDIATES);
  const leaves = sampled(fc.tuple(fc.nat(), leaf), seed, LEAVES);
  const subjects = roots.map(({ subject }) => subject);
  return [
    ...roots.map((words, at) => lineOf(`root${at}`, '-selfsign', words)),
    ...intermediates.map(([issuer, own, isTwin, drawn], at) => {
      const twin = drawn % (ROOTS + at);
      const words = isTwin ? { ...own, subject: subjects[twin] ?? '', key: `key of ${authorityName(twin)}` } : own;
      subjects.push(words.subject);
      return lineOf(`inter${at}`, `-cert ${authorityName(issuer % (ROOTS + at))}`, words);
    }),
    ...leaves.map(([issuer, words], at) =>
      lineOf(`leaf${at}`, `-cert ${authorityName(issuer % (ROOTS + INTERMEDIATES))}`, words),
    ),
  ];
}

/** All that a line says between the name and the issuer on one side and the end on the other. */
interface Words {
  readonly key: string;
  readonly digest: string;
  readonly subject: string;
  readonly days: string;
  readonly isPss: boolean;
  /** Of X.509 v1, without extensions. */
  readonly isOld: boolean;
  readonly extensions: readonly string[];
}

function lineOf(name: string, signer: string, { key, digest, subject, days, isPss, isOld, extensions }: Words): string {
  const written = extensions.filter(extension => extension !== '').join('; ');
  const rest = isOld ? '(X.509 v1, no extensions)' : `ext{${written}}`;
  const option = isPss ? ' sigopt=rsa_padding_mode:pss,rsa_pss_saltlen:32' : '';
  return `${name}: openssl ca ${signer} ${key} -md ${digest} -subj ${subject} valid ${days} ${rest}${option}`;
}

function authorityName(number: number): string {
  return number < ROOTS ? `root${number}` : `inter${number - ROOTS}`;
}

function sampled<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): readonly T[] {
  return fc.sample(arbitrary, { seed, numRuns: count });
}

/** Mostly the first, in one of ten one of the others. */
function mostly(usual: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const keyType = fc.constantFrom('ec:P-256', 'ec:P-256', 'ec:P-384', 'ec:P-521', 'rsa:2048', 'ed25519');
const digest = mostly('sha256', 'sha384', 'sha512', 'sha1');
const validity = mostly('-1d..900d', '-90d..-2d', '5d..900d');
const purposes = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom('', 'extendedKeyUsage=serverAuth', 'extendedKeyUsage=serverAuth,clientAuth'),
  },
  { weight: 1, arbitrary: fc.constantFrom('extendedKeyUsage=clientAuth', 'extendedKeyUsage=anyExtendedKeyUsage') },
);
const identifier = fc.constantFrom(
  'subjectKeyIdentifier=hash',
  'subjectKeyIdentifier=hash',
  'subjectKeyIdentifier=none',
);
const issuerIdentifier = fc.constantFrom('authorityKeyIdentifier=keyid', 'authorityKeyIdentifier=keyid', '');
const unknownExtension = mostly('', '1.2.3.4.5.6=ASN1:UTF8String:x', '1.2.3.4.5.6=critical,ASN1:UTF8String:x');

const policies = fc.constantFrom(
  ...Array.from({ length: 6 }, () => ''),
  'certificatePolicies=1.2.3.4',
  'certificatePolicies=1.2.3.4,1.2.3.5',
  'certificatePolicies=1.2.3.5',
  'certificatePolicies=2.5.29.32.0',
);
/** What authorities ask of policies: explicit ones now or after the next, no mapping, no `anyPolicy`, and a mapping. */
const policyDemands = fc.constantFrom(
  ...Array.from({ length: 12 }, () => ''),
  '2.5.29.36=DER:3003800100',
  '2.5.29.36=DER:3003800101',
  '2.5.29.36=DER:3006800100810100',
  '2.5.29.36=critical,DER:3003810100',
  '2.5.29.54=DER:020100',
  '2.5.29.33=DER:300c300a06032a030406032a0305',
);

// Few names, so that authorities of one name and different keys are common.
const authority: fc.Arbitrary<Words> = fc.record({
  key: keyType,
  digest,
  subject: fc.constantFrom('/CN=Live A', '/CN=Live B', '/O=Live C', '/C=BE', '/O=Live/CN=Live D', '/CN=Live E'),
  days: validity,
  isPss: often(1),
  isOld: often(1),
  extensions: fc.tuple(
    mostly(
      'basicConstraints=critical,CA:TRUE',
      'basicConstraints=CA:TRUE',
      'basicConstraints=critical,CA:TRUE,pathlen:0',
      'basicConstraints=critical,CA:TRUE,pathlen:1',
      'basicConstraints=critical,CA:FALSE',
      '',
    ),
    mostly('keyUsage=critical,keyCertSign,cRLSign', '', 'keyUsage=cRLSign', 'keyUsage=digitalSignature'),
    purposes,
    fc.constantFrom(
      ...Array.from({ length: 20 }, () => ''),
      'nameConstraints=critical,permitted;DNS:localhost',
      'nameConstraints=permitted;DNS:lab.test',
      'nameConstraints=critical,permitted;DNS:.lab.test',
      'nameConstraints=critical,excluded;DNS:lab.test',
      'nameConstraints=permitted;IP:127.0.0.0/255.255.255.0',
      'nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0,permitted;DNS:localhost',
      'nameConstraints=critical,excluded;IP:127.0.0.2/255.255.255.255',
      'nameConstraints=critical,permitted;email:lab.test',
      'nameConstraints=critical,excluded;URI:.lab.test',
      'nameConstraints=permitted;dirName:/O=Live',
    ),
    identifier,
    issuerIdentifier,
    unknownExtension,
    policies,
    policyDemands,
  ),
});

const alternativeNames = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 19,
    arbitrary: fc
      .uniqueArray(
        fc.constantFrom(
          'DNS:localhost',
          'DNS:node.lab.test',
          'DNS:*.lab.test',
          'DNS:*.LAB.test',
          'DNS:lab.test',
          'DNS:node.lab.test.',
          'DNS:*',
          'DNS:n*.lab.test',
          'DNS:under_score.lab.test',
          'DNS:-dash.lab.test',
          'DNS:127.0.0.1',
          'IP:127.0.0.1',
          'IP:127.0.0.2',
          'IP:::1',
          'email:root@lab.test',
          'URI:spiffe://lab.test/node',
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map(list => `subjectAltName=${list.join(',')}`),
  },
);

const leaf: fc.Arbitrary<Words> = fc.record({
  key: keyType,
  digest,
  subject: fc.constantFrom('/CN=localhost', '/CN=node.lab.test', '/O=Live', '/CN=*.lab.test', '/CN=127.0.0.1'),
  days: validity,
  isPss: often(1),
  isOld: often(1),
  extensions: fc.tuple(
    fc.constantFrom('basicConstraints=CA:FALSE', '', 'basicConstraints=critical,CA:TRUE'),
    fc.constantFrom('', 'keyUsage=digitalSignature', 'keyUsage=critical,keyCertSign'),
    purposes,
    identifier,
    issuerIdentifier,
    alternativeNames,
    unknownExtension,
    policies,
  ),
});

interface Combination {
  readonly leaf: number;
  /** Whether the chain is served and its root trusted; else one of them is left to chance. */
  readonly isServed: boolean;
  readonly isTrusted: boolean;
  readonly extras: readonly number[];
  readonly pool: readonly number[];
  readonly isReversed: boolean;
  readonly isPinned: boolean;
  readonly host: string;
  /** Which of the names in the certificate is asked for; without it, any name is. */
  readonly ownName: number | undefined;
  readonly serverName: string | undefined;
  readonly isUnverified: boolean;
}

const combination: fc.Arbitrary<Combination> = fc.record({
  leaf: fc.nat(LEAVES - 1),
  isServed: often(8),
  isTrusted: often(8),
  extras: fc.array(fc.nat(ROOTS + INTERMEDIATES - 1), { maxLength: 3 }),
  pool: fc.array(fc.nat(ROOTS + INTERMEDIATES - 1), { maxLength: 3 }),
  isReversed: fc.boolean(),
  isPinned: often(1),
  host: fc.constantFrom('localhost', '127.0.0.1', '127.0.0.2'),
  ownName: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
  serverName: fc.option(
    fc.constantFrom(
      'localhost',
      'localhost.',
      'node.lab.test',
      'NODE.lab.test.',
      'a.b.lab.test',
      'lab.test',
      'under_score.lab.test',
      '-dash.lab.test',
      '127.0.0.1',
      '[::1]',
      '::1',
      '*.lab.test',
    ),
    { nil: undefined },
  ),
  isUnverified: often(1),
});

/** True in so many of ten. */
function often(tenths: number): fc.Arbitrary<boolean> {
  return fc.nat(9).map(drawn => drawn < tenths);
}

function sketchOf(drawn: Combination, recipes: ReadonlyMap<string, Recipe>): Sketch {
  const name = `leaf${drawn.leaf}`;
  const chain = issuersOf(name, recipes);
  const others = [...(drawn.isServed ? chain.slice(0, -1) : []), ...drawn.extras.map(authorityName)];
  const ca = [
    ...drawn.pool.map(authorityName),
    ...(drawn.isTrusted ? chain.slice(-1) : []),
    ...(drawn.isPinned ? [name] : []),
  ];
  const serverName = ownNameOf(recipes.get(name), drawn.ownName) ?? drawn.serverName;
  return {
    served: [name, ...(drawn.isReversed ? others.toReversed() : others)],
    ca: ca.length === 0 ? null : ca,
    host: drawn.host,
    client: {
      ...(serverName === undefined ? {} : { server_name: serverName }),
      ...(drawn.isUnverified ? { insecure_skip_verify: true } : {}),
    },
  };
}

/** Who issued the certificate, up to the root. */
function issuersOf(name: string, recipes: ReadonlyMap<string, Recipe>): readonly string[] {
  const issuer = recipes.get(name)?.issuer;
  return issuer === undefined ? [] : [issuer, ...issuersOf(issuer, recipes)];
}

/** One of the host names and addresses of a certificate, with a host for the asterisk. */
function ownNameOf(recipe: Recipe | undefined, drawn: number | undefined): string | undefined {
  const written = recipe?.extensions.find(({ name }) => name === 'subjectAltName')?.value ?? '';
  const names = [...written.matchAll(/(?:DNS|IP):([^,]+)/g)].map(([, name = '']) => name.replace('*', 'node'));
  return drawn === undefined ? undefined : names[drawn % names.length];
}
