import type { Departure, Program } from '../model/shape/departure.ts';
import type { Model } from '../model/model.ts';
import { profileOf, rankOf } from '../trust/profile.ts';
import { halfPairOf } from './incomplete-client-certificate.ts';
import type { RuleOptions } from './rule.ts';
import type { Span } from '../text/source.ts';

const READERS: Readonly<Record<Program, string>> = {
  prometheus: 'Prometheus',
  web: 'the server',
  alertmanager: 'Alertmanager',
  blackbox: 'the blackbox exporter',
  operator: 'the API server',
};

// kube-openapi, of a field that the schema requires.
const REQUIRED = 'Required value';

/** What becomes of the document, in the words of who reads it: `Prometheus refuses the file: ...`. */
export function refusalIn({ program, kind, text, since, consequence }: Departure): string {
  const isOfOperator = program === 'operator';
  // What goes together no schema of a resource says.
  const isOwnCheck = kind === 'conflict' || (kind === 'missing' && text !== REQUIRED);
  const reader = isOfOperator && isOwnCheck ? 'the operator' : READERS[program];
  const when = since === undefined || isOfOperator ? '' : ` since ${since}`;
  return `${reader} ${consequence ?? `refuses the ${isOfOperator ? 'resource' : 'file'}${when}`}: ${text}`;
}

/** A departure that counts, and whether it does so for some versions of the program alone. */
type Refused = Departure & { readonly isOfSomeVersions: boolean };

/**
 * The departures of a kind that no rule of clients and servers speaks of, and that the version which runs refuses; where
 * that is not known, the newest.
 */
export function departuresOf(
  model: Model,
  { prometheusVersion }: RuleOptions,
  wanted: Departure['kind'],
): readonly Refused[] {
  const departures = model.departures.filter(({ kind }) => kind === wanted);
  if (departures.length === 0) return [];
  const running = profileOf(prometheusVersion)?.label;
  const said = new Set(placesSaid(model, wanted).map(placeOf));
  return departures.flatMap(departure => {
    const { at, others, since, until } = departure;
    const isSaid = [at, ...others.map(other => other.at)].some(span => said.has(placeOf(span)));
    const isAnyVersion = running === undefined || !isOfPrometheus(departure);
    if (isSaid || (isAnyVersion ? until !== undefined : !isRefusedBy(running, departure))) return [];
    return [
      { ...departure, isOfSomeVersions: isAnyVersion && since !== undefined && departure.program !== 'operator' },
    ];
  });
}

function isOfPrometheus({ program }: Departure): boolean {
  return program === 'prometheus' || program === 'web';
}

function isRefusedBy(running: string, { since, until }: Departure): boolean {
  const isOld = since !== undefined && rankOf(running) < rankOf(since);
  return !isOld && (until === undefined || rankOf(running) < rankOf(until));
}

/** Where rules of clients and servers say what departures of a kind would say. */
function placesSaid({ clients, servers, hasDefaultScrapeClass }: Model, kind: Departure['kind']): readonly Span[] {
  switch (kind) {
    case 'unknown':
      return servers.flatMap(({ misnamed }) => misnamed?.span ?? []);
    case 'duplicate':
      return servers.flatMap(({ users }) => users.flatMap(({ isRepeated, nameAt }) => (isRepeated ? nameAt : [])));
    case 'conflict':
      return [
        ...clients.flatMap(({ conflicts }) => conflicts.flatMap(({ fields }) => fields.map(({ span }) => span))),
        ...servers.flatMap(({ tls }) => tls?.replaced.map(({ field }) => field.span) ?? []),
      ];
    case 'missing':
      return [...clients.filter(client => halfPairOf(client, hasDefaultScrapeClass) !== undefined), ...servers].flatMap(
        ({ tls }) => tls?.at ?? [],
      );
    default:
      return [];
  }
}

function placeOf({ file, start, end }: Span): string {
  return `${file.path}:${start}:${end}`;
}
