import { identityOf, type Document, type YamlDocument } from '../../documents/document.ts';
import { isNull, spanOf, type YamlNode } from '../../parse/yaml-node.ts';
import { Redacted } from '../../text/redacted.ts';
import { literal, type Located } from '../../text/written.ts';
import type { Login } from './client-settings.ts';
import { mappingsOf, type Mapping } from '../mapping.ts';
import { relabelingOf } from './relabeling.ts';
import { secretNatureOf } from '../secrets/secret.ts';
import type { Place } from '../walk.ts';

/** Whom a scrape job or the endpoint of a monitor asks, where its own mapping alone decides that. */
export interface Scrape {
  readonly document: Document;
  /** The path of its client. */
  readonly path: string;
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
  const isJob = document.dialect === 'prometheus' && isItemOf('scrape_configs', place);
  const isEndpoint = document.kind === 'ServiceMonitor' && isItemOf('spec.endpoints', place);
  if (!isJob && !isEndpoint) return [];
  const [mapping, ...others] = mappingsOf(place.map, document.spelling);
  if (mapping === undefined || others.length > 0 || mapping.isTemplated || isDetoured(mapping)) return [];
  const asks = isJob ? addressesIn(mapping) : portIn(mapping);
  if (asks === undefined) return [];
  const login = loginIn(mapping);
  return [{ document: identityOf(document), path: place.path, asks, ...(login === undefined ? {} : { login }) }];
}

function isItemOf(list: string, { keys, isItem }: Place): boolean {
  return isItem && keys.join('.') === list;
}

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
