import type { YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { printable } from '../../text/printable.ts';
import { Redacted } from '../../text/redacted.ts';
import { EXPOSURES, isOfPrometheus } from './exposure.ts';
import { isHeader, scalarsIn } from './header-secret.ts';
import type { Alternative, Credential } from '../model.ts';
import { camelOf } from '../role.ts';
import { looksRandom, secretKindOf, withoutScheme } from './secret-name.ts';
import { secretNatureOf } from './secret.ts';
import { isSnakeAt } from '../spelling.ts';
import type { Place } from '../walk.ts';

/** What a mapping gives names and values to that requests carry. */
type Carried = 'headers' | 'secretHeaders' | 'connectHeaders' | 'scrapeParameters' | 'tokenParameters';

const CARRIED: ReadonlyMap<string, Carried> = new Map<string, Carried>([
  ['headers', 'headers'],
  ['proxyConnectHeader', 'connectHeaders'],
  ['params', 'scrapeParameters'],
  ['endpointParams', 'tokenParameters'],
  ['claims', 'tokenParameters'],
]);
const RELABELINGS = new Set(['relabelConfigs', 'relabelings']);
// Labels that become parameters of the request (scrape/target.go).
const PARAMETER = '__param_';
const REMOTE = /^(?:additional)?remote(?:Write|Read)$/i;

/** A header or a parameter, with its values. */
interface Named {
  readonly carried: Carried;
  readonly name: string;
  readonly scalars: readonly YamlScalar[];
}

/** A secret that a request carries in a header or a parameter, without what says where it stands. */
type CarriedSecret = Pick<Credential, 'kind' | 'field' | 'carrier' | 'alternative' | 'leak' | 'value' | 'nature'>;

/** True for a mapping that may set headers or parameters. */
export function mayCarrySecrets({ keys, isItem }: Place): boolean {
  const parent = camelOf(keys.at(-1) ?? '');
  if (CARRIED.has(parent) || parent === 'labels' || (isItem && RELABELINGS.has(parent))) return true;
  return isHeader(keys) || isMetadata(keys);
}

/** True for what a gRPC module of the blackbox exporter sends as headers. */
function isMetadata(keys: readonly string[]): boolean {
  return keys.at(-1) === 'metadata' && keys.at(-2) === 'grpc';
}

/** The secrets in the headers or parameters that an entry of such a mapping sets. */
export function carriedSecretsOf(pair: YamlPair, place: Place, document: YamlDocument): readonly CarriedSecret[] {
  const named = namedBy(pair, place);
  if (named === undefined) return [];
  const { carried, name } = named;
  // These are of a type for secrets, but a proxy is told more than secrets: `Host`, `User-Agent`.
  const isField = carried === 'secretHeaders' || carried === 'connectHeaders';
  return named.scalars.flatMap(scalar => {
    if (isNull(scalar)) return [];
    const isSecret = carried === 'secretHeaders' || (isField && looksRandom(scalar.text));
    const kind = secretKindOf(name, scalar.text) ?? (isSecret ? 'secret' : undefined);
    if (kind === undefined) return [];
    const alternative = alternativeOf(named, pair, place, document);
    const leak = isField ? undefined : leakOf(carried, pair, place, document);
    return [
      {
        kind,
        field: printable(name),
        carrier: isField ? 'field' : 'header',
        ...(alternative === undefined ? {} : { alternative }),
        ...(leak === undefined ? {} : { leak }),
        value: { value: new Redacted(scalar.text), span: spanOf(scalar) },
        nature: secretNatureOf(withoutScheme(scalar.text), scalar.tag, kind),
      },
    ];
  });
}

function namedBy({ key, value }: YamlPair, { map, keys, isItem }: Place): Named | undefined {
  const last = keys.at(-1) ?? '';
  const parent = camelOf(last);
  const carried = isMetadata(keys) ? 'headers' : CARRIED.get(parent);
  if (carried !== undefined) return { carried, name: key.text, scalars: scalarsIn(value) };
  if (isHeader(keys)) {
    const isSecret = key.text === 'secrets';
    if (!isSecret && key.text !== 'values') return undefined;
    return { carried: isSecret ? 'secretHeaders' : 'headers', name: last, scalars: scalarsIn(value) };
  }
  if (parent === 'labels' && key.text.startsWith(PARAMETER)) return parameterNamed(key.text, value);
  if (!isItem || key.text !== 'replacement' || !RELABELINGS.has(parent)) return undefined;
  const label = map.pairs.find(pair => camelOf(pair.key.text) === 'targetLabel')?.value;
  // What refers to a part of the source labels is made of them.
  const isMade = value?.kind === 'scalar' && value.text.includes('$');
  return label?.kind === 'scalar' && label.text.startsWith(PARAMETER) && !isMade
    ? parameterNamed(label.text, value)
    : undefined;
}

function parameterNamed(label: string, value: YamlPair['value']): Named {
  return { carried: 'scrapeParameters', name: label.slice(PARAMETER.length), scalars: scalarsIn(value) };
}

/** Scrape parameters, those of a token request, proxies and traces have no other form; nor have custom resources. */
function alternativeOf(
  { carried, name }: Named,
  { key }: YamlPair,
  place: Place,
  document: YamlDocument,
): Alternative | undefined {
  const isSnake = isSnakeAt(place, key.text, document);
  if (carried === 'tokenParameters') {
    if (camelOf(name) !== 'clientSecret') return undefined;
    return isSnake
      ? { to: 'file', field: 'oauth2.client_secret_file' }
      : { to: 'other', advice: 'refer to a key of a Secret in oauth2.clientSecret' };
  }
  const isOfClient =
    isHeader(place.keys) ||
    (document.dialect === 'blackbox' && place.keys.at(-2) === 'http') ||
    place.keys.some(above => camelOf(above) === 'httpHeaders' || REMOTE.test(camelOf(above)));
  const isOfRequest = carried === 'headers' || carried === 'secretHeaders';
  if (!isOfRequest || !isOfClient || !isSnake) return undefined;
  // http_headers refuses the one that has a block of its own (prometheus/common config/headers.go).
  if (name.toLowerCase() === 'authorization') return { to: 'file', field: 'authorization.credentials_file' };
  const block = isHeader(place.keys) ? (place.keys.at(-2) ?? '') : 'http_headers';
  return { to: 'file', field: `${block}.${printable(name)}.files` };
}

function leakOf(carried: Carried, { key }: YamlPair, place: Place, document: YamlDocument): string | undefined {
  if (!isOfPrometheus(place, key.text, document)) return undefined;
  return carried === 'scrapeParameters' ? EXPOSURES.scrapeRequest : EXPOSURES.config;
}
