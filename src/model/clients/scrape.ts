import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlNode } from '../../parse/yaml-node.ts';
import { Redacted } from '../../text/redacted.ts';
import { literal, type Located } from '../../text/written.ts';
import type { Login } from './client-settings.ts';
import type { Mapping } from '../mapping.ts';
import { relabelingOf } from './relabeling.ts';
import { secretNatureOf } from '../secrets/secret.ts';
import type { Place } from '../walk.ts';

/** Whom a scrape job, the endpoint of a monitor or another client asks, where its own mapping alone decides that. */
export interface Scrape {
  readonly document: Document;
  /** The path of its client. */
  readonly path: string;
  /** False for Alertmanagers that are told of alerts, and for a remote write or read. */
  readonly isScrape: boolean;
  readonly asks:
    | { readonly kind: 'addresses'; readonly addresses: readonly Located<string>[] }
    | { readonly kind: 'port'; readonly name: Located<string> };
  readonly login?: Login;
}

// They give a target another label, and leave it where it is (prometheus/prometheus model/relabel/relabel.go, v3.14).
const HARMLESS_ACTIONS: ReadonlySet<string> = new Set(['replace', 'lowercase', 'uppercase', 'hashmod']);
const RELABELINGS = ['relabelConfigs', 'relabelings'];
const PROXY_FIELDS = ['proxyUrl', 'proxyURL', 'proxyFromEnvironment'];

/**
 * The scrape that a mapping configures, if it is one and nothing else decides whom it asks: no relabeling, no proxy, no
 * label that Prometheus takes for an address.
 */
export function scrapesAt(place: Place, document: YamlDocument): readonly Scrape[] {
  const form = formAt(place, document);
  if (form === undefined) return [];
  const [mapping, ...others] = place.mappings;
  if (mapping === undefined || others.length > 0 || mapping.isTemplated || isDetoured(mapping)) return [];
  const asks = ASKS[form](mapping);
  if (asks === undefined) return [];
  const login = loginIn(mapping);
  const isScrape = form === 'job' || form === 'endpoint';
  return [
    { document: identityOf(document), path: place.path, isScrape, asks, ...(login === undefined ? {} : { login }) },
  ];
}

type Form = 'job' | 'endpoint' | 'alertmanagers' | 'remote';

const FORMS_OF_ITEMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['scrape_configs', 'job'],
  ['alerting.alertmanagers', 'alertmanagers'],
  ['remote_write', 'remote'],
  ['remote_read', 'remote'],
]);
const ENDPOINTS: ReadonlyMap<string, string> = new Map([
  ['ServiceMonitor', 'spec.endpoints'],
  ['PodMonitor', 'spec.podMetricsEndpoints'],
]);
// Where charts have jobs as they stand.
const JOBS_OF_VALUES = new Set(['scrape_configs', 'additionalScrapeConfigs', 'extraScrapeConfigs']);

/** How a mapping says whom it asks. */
function formAt({ keys, isItem }: Place, { dialect, kind }: YamlDocument): Form | undefined {
  const path = keys.join('.');
  if (dialect === 'prometheus') return isItem ? FORMS_OF_ITEMS.get(path) : undefined;
  if (dialect === 'helm-values') return isItem && JOBS_OF_VALUES.has(keys.at(-1) ?? '') ? 'job' : undefined;
  if (kind === 'ScrapeConfig') return !isItem && path === 'spec' ? 'job' : undefined;
  return isItem && ENDPOINTS.get(kind ?? '') === path ? 'endpoint' : undefined;
}

const ASKS: Readonly<Record<Form, (mapping: Mapping) => Scrape['asks'] | undefined>> = {
  job: addressesIn,
  alertmanagers: addressesIn,
  endpoint: portIn,
  remote: addressOfUrl,
};

function isDetoured(mapping: Mapping): boolean {
  const { rewritesAddress, rewritesScheme } = relabelingOf(mapping);
  return (
    rewritesAddress ||
    rewritesScheme ||
    PROXY_FIELDS.some(field => mapping.has(field)) ||
    RELABELINGS.some(field => mayLoseTargets(mapping.pair(field)?.value))
  );
}

/** True where a relabeling may drop a target; one that is merged in from elsewhere may too. */
function mayLoseTargets(relabelings: YamlNode | undefined): boolean {
  if (relabelings?.kind !== 'list') return false;
  return relabelings.items.some(
    rule =>
      rule.kind !== 'map' ||
      rule.pairs.some(({ key, value }) => key.text === '<<' || (key.text === 'action' && !isHarmless(value))),
  );
}

function isHarmless(action: YamlNode | undefined): boolean {
  return isNull(action) || (action?.kind === 'scalar' && HARMLESS_ACTIONS.has(action.text.toLowerCase()));
}

function addressesIn(mapping: Mapping): Scrape['asks'] {
  const groups = mapping.items('staticConfigs').filter(group => !hasInternalLabels(group));
  const addresses = groups.flatMap(group => group.texts('targets')).flatMap(target => literal(target) ?? []);
  return { kind: 'addresses', addresses };
}

function hasInternalLabels(group: Mapping): boolean {
  return group.mappings('labels').some(labels => labels.keys.some(label => label.startsWith('__')));
}

const AUTHORITY = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i;

function addressOfUrl(mapping: Mapping): Scrape['asks'] | undefined {
  const url = literal(mapping.text('url'));
  const [, address] = AUTHORITY.exec(url?.value ?? '') ?? [];
  if (url === undefined || address === undefined) return undefined;
  return { kind: 'addresses', addresses: [{ value: address, span: url.span }] };
}

function portIn(mapping: Mapping): Scrape['asks'] | undefined {
  const name = literal(mapping.text('port'));
  return name === undefined ? undefined : { kind: 'port', name };
}

function loginIn(mapping: Mapping): Login | undefined {
  const [basicAuth] = mapping.mappings('basicAuth');
  const username = literal(basicAuth?.text('username'));
  if (basicAuth === undefined || username === undefined) return undefined;
  const password = basicAuth.pair('password')?.value;
  if (password?.kind !== 'scalar' || !isKnown(secretNatureOf(password.text, password.tag, 'password'))) {
    return { username };
  }
  return { username, password: { value: new Redacted(password.text), span: spanOf(password) } };
}

function isKnown(nature: ReturnType<typeof secretNatureOf>): boolean {
  return nature === 'literal' || nature === 'default';
}
