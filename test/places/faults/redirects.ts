import { caseAt, type Fault } from '../fault.ts';
import { bareClient, healthyClient, identifiedClient, PUBLIC_HOST, type Place } from '../place.ts';
import { Marked, merged, wanting, type Fields } from '../yaml.ts';

const RULE = 'redirects-carry-credentials';
// What net/http strips on the way to another host, as far as http_headers takes it (config/headers.go).
const STRIPPED = ['Cookie', 'Cookie2'];

/** What can be wrong with redirects, and with headers that hold a secret of their own. */
export const REDIRECT_FAULTS: readonly Fault[] = [
  {
    name: 'a secret header that redirects take along',
    casesAt: place =>
      takesHeaders(place) ? [caseAt(place, merged(healthyClient(place), fromFile('X-Api-Key', [RULE])))] : [],
  },
  {
    name: 'a secret header that redirects leave behind',
    casesAt: place => {
      const { redirects } = place;
      if (redirects === undefined || !takesHeaders(place)) return [];
      return [
        ...STRIPPED.map(name => caseAt(place, merged(healthyClient(place), fromFile(name, [])))),
        ...(redirects.isOptionIgnored
          ? []
          : [caseAt(place, merged(healthyClient(place), fromFile('X-Api-Key', []), { [redirects.field]: false }))]),
      ];
    },
  },
  {
    name: 'a harmless header that redirects take along',
    casesAt: place =>
      takesHeaders(place)
        ? [caseAt(place, merged(healthyClient(place), { http_headers: { 'X-Scope-OrgID': { values: ['team-a'] } } }))]
        : [],
  },
  {
    name: 'a wish not to be sent elsewhere',
    casesAt: place => {
      const { redirects } = place;
      if (redirects === undefined) return [];
      const refused = (ruleIds: readonly string[]): Fields => ({ [redirects.field]: new Marked(false, ruleIds) });
      const rules = redirects.isOptionIgnored ? [RULE] : [];
      const isKnown = place.ways.some(({ field }) => place.mandatory[field] !== undefined);
      return [
        caseAt(place, merged(healthyClient(place), refused(isKnown ? rules : []))),
        ...place.ways
          .filter(({ besides }) => besides.length === 0)
          .map(way => caseAt(place, merged(identifiedClient(place, way), refused(rules)))),
      ];
    },
  },
  {
    name: 'a secret header without TLS',
    casesAt: place =>
      takesHeaders(place)
        ? place.unencrypted
            .filter(({ isBare }) => isBare !== true)
            .map(connection => {
              const client = bareClient(place, connection, PUBLIC_HOST);
              const { decidedBy } = connection;
              const header = fromFile('X-Api-Key', decidedBy === undefined ? ['plaintext-credentials', RULE] : [RULE]);
              const marked = decidedBy === undefined ? client : wanting(client, decidedBy, 'plaintext-credentials');
              return caseAt(place, merged(marked, header));
            })
        : [],
  },
];

function takesHeaders({ redirects, plain }: Place): boolean {
  return redirects !== undefined && plain.some(({ path }) => path.startsWith('http_headers.'));
}

function fromFile(name: string, ruleIds: readonly string[]): Fields {
  return { http_headers: { [name]: new Marked({ files: ['secrets/key'] }, ruleIds) } };
}
