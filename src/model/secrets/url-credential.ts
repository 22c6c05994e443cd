import type { YamlDocument } from '../../documents/document.ts';
import { decodedText, spanOf, type YamlNode, type YamlPair, type YamlScalar } from '../../parse/yaml-node.ts';
import { Redacted } from '../../text/redacted.ts';
import type { Span } from '../../text/source.ts';
import { EXPOSURES, isOfPrometheus } from './exposure.ts';
import { scalarsIn } from './header-secret.ts';
import type { Alternative, Credential } from '../model.ts';
import { isDataSource } from '../clients/data-source.ts';
import { camelOf, discoveryOf } from '../role.ts';
import { secretNatureOf } from './secret.ts';
import { isSnakeAt } from '../spelling.ts';
import { secretsOfUrl, type UrlSecret } from './url-secret.ts';
import type { Place } from '../walk.ts';

// Rules and annotations hold texts for people.
const RULES = /Rules?$/;
const PROSE = new Set(['expr', 'description', 'summary', 'message', 'runbook_url', 'annotations']);
// A path with a query in place of `params`.
const PATH_FIELDS = new Set(['metrics_path', 'metricsPath', 'path']);
// URLs of clients that take basic authentication too.
const CLIENT_FIELDS = new Set(['url', 'server', 'servers', 'host', 'apiServer']);
const REMOTE = /^(?:additional)?remote(?<direction>write|read)$/i;
// Of type config.URL, which masks passwords (prometheus/common config/http_config.go, prometheus discovery/kubernetes).
const MASKED_FIELDS = new Set(['proxyUrl', 'proxyURL', 'apiServer']);
const API_SERVER = 'apiserverConfig';
const OF_DATA_SOURCE: Alternative = {
  to: 'other',
  advice: 'set basicAuthUser, and secureJsonData.basicAuthPassword to a variable, $NAME, or a file, $__file{/path}',
};

/** A secret in a URL, without what says where the URL stands. */
type UrlCredential = Omit<Credential, 'document' | 'path'>;

const NONE: readonly UrlCredential[] = [];

/** The secrets in the URLs that an entry of a mapping sets: each URL the whole of a text. */
export function urlCredentialsOf(pair: YamlPair, place: Place, document: YamlDocument): readonly UrlCredential[] {
  if (!mayHoldSecret(pair.value, pair.key.text) || isProse(pair, place, document)) return NONE;
  const scalars = scalarsIn(pair.value).filter(scalar => mayHoldSecret(scalar, pair.key.text));
  return scalars.flatMap(scalar =>
    secretsOfUrl(scalar.text).map(secret => {
      const alternative = alternativeOf(secret, pair, place, document);
      const leak = isOfPrometheus(place, pair.key.text, document) ? leakOf(secret, pair, place) : undefined;
      return {
        kind: secret.kind,
        field: pair.key.text,
        carrier: 'url' as const,
        ...(alternative === undefined ? {} : { alternative }),
        ...(leak === undefined ? {} : { leak }),
        value: { value: new Redacted(secret.text), span: spanWithin(scalar, secret) },
        nature: secretNatureOf(secret.text, scalar.tag, secret.kind),
      };
    }),
  );
}

function mayHoldSecret(node: YamlNode | undefined, key: string): boolean {
  if (node?.kind === 'list') return node.items.some(item => mayHoldSecret(item, key));
  if (node?.kind !== 'scalar') return false;
  const { text } = node;
  if (text.includes('://')) return text.includes('@') || text.includes('?');
  return PATH_FIELDS.has(key) && text.includes('?');
}

function isProse({ key }: YamlPair, { keys }: Place, { kind = '' }: YamlDocument): boolean {
  return RULES.test(kind) || PROSE.has(key.text) || keys.some(above => PROSE.has(above));
}

function spanWithin(scalar: YamlScalar, { start, end }: UrlSecret): Span {
  if (scalar.masked === undefined) return decodedText(scalar)?.span(start, end) ?? spanOf(scalar);
  // The offsets are those of what is written in the template, and not of what it was read as.
  const whole = spanOf(scalar);
  const before = whole.exact ? whole.file.text.slice(whole.start, whole.end).indexOf(scalar.text) : -1;
  const from = whole.start + before;
  return before === -1 ? whole : { ...whole, start: from + start, end: from + end };
}

/** Basic authentication takes the place of user information; nothing takes the place of a query. */
function alternativeOf(
  { part }: UrlSecret,
  { key }: YamlPair,
  place: Place,
  document: YamlDocument,
): Alternative | undefined {
  const list = camelOf(place.keys.at(-1) ?? '');
  const isClient = REMOTE.test(list) || list === API_SERVER || discoveryOf(list) !== undefined;
  if (isDataSource(place)) return part === 'query' ? undefined : OF_DATA_SOURCE;
  if (part === 'query' || !isClient || !CLIENT_FIELDS.has(camelOf(key.text))) return undefined;
  return isSnakeAt(place, key.text, document)
    ? { to: 'file', field: part === 'user' ? 'basic_auth.username_file' : 'basic_auth.password_file' }
    : { to: 'other', advice: 'refer to a key of a Secret in basicAuth' };
}

function leakOf({ part }: UrlSecret, { key }: YamlPair, { keys }: Place): string | undefined {
  const parent = camelOf(keys.at(-1) ?? '');
  const field = camelOf(key.text);
  if (parent === 'params') return EXPOSURES.scrapeRequest;
  const direction = field === 'url' ? REMOTE.exec(parent)?.groups?.['direction']?.toLowerCase() : undefined;
  if (direction !== undefined && part === 'query') return EXPOSURES.remoteQuery;
  if (direction !== undefined && part === 'password') {
    return direction === 'read' ? EXPOSURES.remoteReadPassword : EXPOSURES.remoteWritePassword;
  }
  const isMasked = MASKED_FIELDS.has(field) || parent === API_SERVER;
  return part === 'password' && isMasked ? undefined : EXPOSURES.config;
}
