import { caseAt, SECRET, wantingBesides, type Case, type Fault } from '../fault.ts';
import { healthyClient, someOf, type CarriedField, type Place } from '../place.ts';
import { at, Marked, merged, type Fields, type Value } from '../yaml.ts';

const HARMLESS = ['{{ value }}', '<value>', 'ENC[AES256_GCM,data:Zm9v,iv:AAAA,tag:BBBB,type:str]', ''];
// Each as a header or a parameter by this name would be; none of them holds a secret.
const HARMLESS_NAMES: Readonly<Record<string, readonly string[]>> = {
  headers: ['X-Scope-OrgID', 'X-Tenant'],
  http_headers: ['X-Scope-OrgID', 'Accept-Language'],
  params: ['module', 'match[]', 'auth', 'target', 'format'],
  endpoint_params: ['audience', 'resource'],
  endpointParams: ['audience', 'resource'],
  claims: ['scope', 'sub'],
};

/** What can be wrong with URLs, headers and parameters. */
export const CARRIED_FAULTS: readonly Fault[] = [
  {
    name: 'a secret in a URL',
    casesAt: place =>
      urlCases(place, [
        [`prometheus:${SECRET}@metrics.example.com/x`, 'secret-in-url'],
        [`metrics.example.com/x?token=${SECRET}`, 'secret-in-url'],
        [`metrics.example.com/x?step=5&api_key=${SECRET}`, 'secret-in-url'],
      ]),
  },
  {
    name: 'a published password in a URL',
    casesAt: place => urlCases(place, [['admin:admin@metrics.example.com/x', 'default-password']]),
  },
  {
    name: 'a variable in a URL in the place of a secret',
    casesAt: place => urlCases(place, [['prometheus:${SCRAPE_SECRET}@metrics.example.com/x', 'unexpanded-variable']]),
  },
  {
    name: 'a URL without a secret',
    casesAt: place =>
      urlCases(place, [
        ['metrics.example.com/x'],
        ['prometheus@metrics.example.com/x'],
        ['user:password@metrics.example.com/x'],
        ['<user>:<password>@metrics.example.com/x'],
        ['prometheus:{{ password }}@metrics.example.com/x'],
        ['metrics.example.com/x?step=5'],
        ['metrics.example.com/x?token={{ token }}'],
      ]),
  },
  {
    name: 'a secret in a header or parameter that everybody sees',
    casesAt: place => place.plain.map(field => carrying(place, field, new Marked(SECRET, ['secret-in-plain-header']))),
  },
  {
    name: 'a header or parameter without a secret',
    casesAt: place => [
      ...place.plain.flatMap(({ path }) => harmlessCases(place, path)),
      ...place.plain.flatMap(({ path }) =>
        someOf(HARMLESS, place.name + path).map(value => carrying(place, { path, besides: [] }, value, true)),
      ),
    ],
  },
  {
    name: 'a secret that relabeling makes a parameter',
    casesAt: place => [
      ...parameterLabelled(place, '__param_token', new Marked(SECRET, ['secret-in-plain-header'])),
      ...parameterLabelled(place, '__param_token', '{{ token }}'),
      ...parameterLabelled(place, '__param_token', '$1'),
      ...parameterLabelled(place, '__param_target', SECRET),
      ...parameterLabelled(place, 'token', SECRET),
    ],
  },
];

/** Each text as each of the URLs, over https, with the finding that is wanted there. */
function urlCases(place: Place, urls: readonly (readonly [text: string, ruleId?: string])[]): readonly Case[] {
  return place.urls.flatMap(path =>
    someOf(urls, place.name + path).map(([text, ruleId]) => {
      const url = new Marked(`https://${text}`, ruleId === undefined ? [] : [ruleId]);
      return caseAt(place, merged(healthyClient(place), at(path, url)), { detail: path });
    }),
  );
}

function carrying(place: Place, { path, besides }: CarriedField, value: Value, isDefaultOnly = false): Case {
  const client = wantingBesides(merged(healthyClient(place), at(path, value)), besides);
  return caseAt(place, client, { detail: path, isDefaultOnly });
}

function harmlessCases(place: Place, path: string): readonly Case[] {
  const [map = '', name = ''] = path.split('.');
  return someOf(HARMLESS_NAMES[map] ?? [], place.name + path).map(harmless => {
    const isList = name.endsWith('[]');
    const entry: Fields =
      map === 'http_headers' ? { [harmless]: { values: ['team-a'] } } : { [harmless]: isList ? ['team-a'] : 'team-a' };
    return caseAt(place, merged(healthyClient(place), { [map]: entry }), { detail: `${map}.${harmless}` });
  });
}

function parameterLabelled(place: Place, label: string, replacement: Value): readonly Case[] {
  const { relabelings } = place;
  const takesParameters = place.plain.some(({ path }) => path.startsWith('params.'));
  if (relabelings === undefined || !takesParameters) return [];
  const rule = { [place.spelled('targetLabel')]: label, replacement };
  return [caseAt(place, merged(healthyClient(place), { [relabelings]: [rule] }), { detail: label })];
}
