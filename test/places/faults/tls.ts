import type { Case, Fault } from '../fault.ts';
import { caseAt } from '../fault.ts';
import { bareClient, caOf, fieldsOf, healthyClient, PRIVATE_HOST, PUBLIC_HOST } from '../place.ts';
import type { Place, TlsBlock } from '../place.ts';
import { Marked, merged, Verbatim, wanting, type Fields, type Value } from '../yaml.ts';

const ADDRESSES = ['10.20.30.40', '[fd00::5]'];
const LATE_VERSIONS = ['TLS12', 'TLS13'];
const EARLY_VERSIONS = ['TLS10', 'TLS11'];

/** What can be wrong with TLS settings. */
export const TLS_FAULTS: readonly Fault[] = [
  {
    name: 'verification that is off',
    casesAt: place => [
      ...withSetting(place, { insecureSkipVerify: new Marked(true, ['insecure-skip-verify']) }),
      ...withSetting(place, { insecureSkipVerify: new Marked(true, ['insecure-skip-verify']), caIsLeftOut: true }),
      ...withSetting(place, { insecureSkipVerify: new Marked(new Verbatim('yes'), ['insecure-skip-verify']) }),
    ],
  },
  {
    name: 'verification that is on, or may be',
    casesAt: place => [
      ...withSetting(place, { insecureSkipVerify: false }),
      ...withSetting(place, { insecureSkipVerify: '{{ skip_verify }}' }),
      ...withSetting(place, { insecureSkipVerify: new Verbatim('') }),
    ],
  },
  {
    name: 'a lowest version that is too low',
    casesAt: place =>
      EARLY_VERSIONS.flatMap(version => [
        ...withSetting(place, { minVersion: new Marked(version, ['weak-tls-version']) }),
        ...withSetting(place, { minVersion: new Marked(version, ['weak-tls-version']), maxVersion: 'TLS13' }),
        ...withSetting(place, { minVersion: new Marked(version, ['weak-tls-version']), maxVersion: 'TLS11' }),
      ]),
  },
  {
    name: 'a highest version that is too low, alone',
    casesAt: place =>
      EARLY_VERSIONS.flatMap(version => withSetting(place, { maxVersion: new Marked(version, ['weak-tls-version']) })),
  },
  {
    name: 'versions that are high enough, or may be',
    casesAt: place =>
      [...LATE_VERSIONS, '{{ tls_version }}'].flatMap(version => [
        ...withSetting(place, { minVersion: version }),
        ...withSetting(place, { maxVersion: version }),
      ]),
  },
  {
    name: 'half of a client certificate',
    casesAt: place =>
      inBlock(place, ({ cert, privateKey }) =>
        [...cert, ...privateKey].map(form => ({
          [form.field]: new Marked(form.value, ['incomplete-client-certificate']),
        })),
      ),
  },
  {
    name: 'a whole client certificate',
    casesAt: place =>
      inBlock(place, ({ cert, privateKey }) => cert.flatMap(one => privateKey.map(other => fieldsOf(one, other)))),
  },
  { name: 'an address without a name to verify', casesAt: addressCases },
  { name: 'a private target without a CA', casesAt: privateCases },
  { name: 'a target that the public authorities sign for', casesAt: publicCases },
  { name: 'TLS settings without TLS', casesAt: ignoredCases },
];

/** A healthy client with more in its TLS settings; `caIsLeftOut` takes the CA out. */
function withSetting(place: Place, { caIsLeftOut, ...settings }: Fields): readonly Case[] {
  return inBlock(place, ({ ca }) => {
    const spelled = Object.entries(settings).map(([field, value]) => [place.spelled(field), value] as const);
    const removed = caIsLeftOut === true && ca[0] !== undefined ? { [ca[0].field]: undefined } : {};
    return [{ ...removed, ...Object.fromEntries(spelled) }];
  });
}

function inBlock(place: Place, settingsOf: (tls: TlsBlock) => readonly Fields[]): readonly Case[] {
  const { tls } = place;
  if (tls === undefined) return [];
  return settingsOf(tls).map(settings => caseAt(place, merged(healthyClient(place), { [tls.key]: settings })));
}

function addressCases(place: Place): readonly Case[] {
  const { tls, encrypted, mandatory } = place;
  if (tls === undefined) return [];
  const serverName = place.spelled('serverName');
  return encrypted
    .filter(({ asksHost }) => asksHost)
    .flatMap(connection =>
      ADDRESSES.flatMap(address => {
        const client = (block: Value): Fields =>
          merged(bareClient(place, connection, address), mandatory, { [tls.key]: block });
        const ca = fieldsOf(tls.ca[0]);
        return [
          caseAt(place, client(connection.isApiServer === true ? ca : new Marked(ca, ['missing-server-name']))),
          caseAt(place, client({ ...ca, [serverName]: 'node.internal' })),
          caseAt(place, client({ ...ca, [serverName]: '{{ name }}' })),
          caseAt(place, client({ ...ca, [place.spelled('insecureSkipVerify')]: '{{ skip_verify }}' })),
        ];
      }),
    );
}

function privateCases(place: Place): readonly Case[] {
  const { tls, encrypted, mandatory } = place;
  if (tls === undefined) return [];
  return encrypted
    .filter(({ asksHost, isInCluster }) => asksHost || isInCluster)
    .flatMap(connection => {
      const client = merged(bareClient(place, connection), mandatory);
      const block = { [place.spelled('minVersion')]: 'TLS12' };
      return [
        ...(connection.decidedBy === undefined
          ? []
          : [caseAt(place, wanting(client, connection.decidedBy, 'missing-ca-file'))]),
        caseAt(place, merged(client, { [tls.key]: new Marked(block, ['missing-ca-file']) })),
      ];
    });
}

function publicCases(place: Place): readonly Case[] {
  const { tls, encrypted, mandatory } = place;
  if (tls === undefined) return [];
  return encrypted.flatMap(connection => {
    if (connection.isInCluster) return [];
    const client = merged(bareClient(place, connection, PUBLIC_HOST), mandatory);
    return [caseAt(place, client), caseAt(place, merged(client, caOf(tls)))];
  });
}

function ignoredCases(place: Place): readonly Case[] {
  const { tls, unencrypted } = place;
  if (tls === undefined) return [];
  const [skip, serverName] = [place.spelled('insecureSkipVerify'), place.spelled('serverName')];
  return unencrypted.flatMap(connection => {
    const withBlock = (block: Value): Case =>
      caseAt(place, merged(bareClient(place, connection, PRIVATE_HOST), { [tls.key]: block }), {
        detail: connection.name,
      });
    return [
      withBlock(new Marked(fieldsOf(tls.ca[0]), ['tls-config-ignored'])),
      withBlock(new Marked({ [serverName]: 'node.internal' }, ['tls-config-ignored'])),
      withBlock(new Marked({ [place.spelled('minVersion')]: 'TLS12' }, ['tls-config-ignored'])),
      withBlock({}),
      withBlock({ [skip]: false }),
      withBlock({ [skip]: new Marked(true, ['insecure-skip-verify']) }),
    ];
  });
}
