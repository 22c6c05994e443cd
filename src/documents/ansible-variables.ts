import { pathKindOf } from './path-kind.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../parse/yaml-node.ts';
import { isNull } from '../parse/yaml-node.ts';
import { groupedBy } from '../text/grouped.ts';
import type { Dialect } from './dialect.ts';
import type { Part } from './document.ts';

const SIGN =
  /scrape_configs|remote_(?:write|read)|alertmanager_(?:config|receivers|smtp|http_config|\w+_(?:api|key|url|secret))|web_config|(?:tls|http)_server_config|basic_auth_users|_modules/;

/** What a role makes of a variable: its name, whose it is, and the keys at which the configuration has its value. */
interface Setting {
  readonly variable: RegExp;
  readonly keys: readonly string[];
}

const SERVER = String.raw`^(\w*(?:prometheus|alertmanager|exporter|pushgateway|prober))_`;

// The roles of prometheus-community/ansible (2026-07), `roles/*/defaults/main.yml` and what their templates make of it;
// others name theirs in the same way.
const SETTINGS: readonly Setting[] = [
  ...['scrape_configs', 'remote_write', 'remote_read'].map(key => ({
    variable: new RegExp(String.raw`^(\w*(?:prometheus|vmagent)(?:_additional|_extra)?)_${key}$`),
    keys: [key],
  })),
  { variable: /^(\w*prometheus)_alertmanager_config$/, keys: ['alerting', 'alertmanagers'] },
  ...['web_config', 'tls_server_config', 'http_server_config', 'basic_auth_users'].map(key => ({
    variable: new RegExp(`${SERVER}${key}$`),
    keys: [key],
  })),
  { variable: /^(\w*blackbox_exporter)_configuration_modules$/, keys: ['modules'] },
  { variable: /^(\w*alertmanager)_receivers$/, keys: ['receivers'] },
  ...['slack_api_url', 'opsgenie_api_key', 'victorops_api_key', 'http_config'].map(key => ({
    variable: new RegExp(String.raw`^(\w*alertmanager)_${key}$`),
    keys: ['global', key],
  })),
  { variable: /^(\w*alertmanager)_wechat_secret$/, keys: ['global', 'wechat_api_secret'] },
];
const SMTP = /^(\w*alertmanager)_smtp$/;
// What stands for the variables of other files, which fill in what is missing here.
const OTHERS = '{{ vars }}';

/** Variables of Ansible that a role writes into the configuration of Prometheus, its Alertmanager or an exporter. */
export const ansibleVariables: Dialect = {
  signAt: ({ isVariables }) => (isVariables ? SIGN : undefined),
  isFirstOnly: true,
  mayNeed: entry => SIGN.test(entry),
  claimOf(root, path) {
    if (!pathKindOf(path).isVariables) return undefined;
    const entries = root.pairs.filter(({ value }) => !isUnset(value)).flatMap(entriesOf);
    const parts = [...groupedBy(entries, ({ owner }) => owner)].map(([owner, own]) => partOf(owner, own, root));
    return parts.length === 0 ? undefined : { dialect: 'ansible-variables', spelling: 'snake', name: '', parts };
  },
};

/** A variable as an entry of the configuration that it gets into. */
interface Entry {
  /** What its name starts with: `prometheus`, `node_exporter`. */
  readonly owner: string;
  /** The key that it stands under in the configuration; absent at its top. */
  readonly section?: string;
  readonly pair: YamlPair;
}

function entriesOf(pair: YamlPair): readonly Entry[] {
  const smtp = SMTP.exec(pair.key.text)?.[1];
  if (smtp !== undefined && pair.value?.kind === 'map') {
    return pair.value.pairs.map(below => ({
      owner: smtp,
      section: 'global',
      pair: { ...below, key: renamed(below.key, `smtp_${below.key.text}`) },
    }));
  }
  for (const { variable, keys } of SETTINGS) {
    const owner = variable.exec(pair.key.text)?.[1];
    const [first = '', second] = keys;
    if (owner === undefined) continue;
    const entry = { ...withoutUnset(pair), key: renamed(pair.key, second ?? first) };
    return [{ owner, pair: entry, ...(second === undefined ? {} : { section: first }) }];
  }
  return [];
}

/** A role leaves out the blocks of a web configuration that are empty. */
function withoutUnset({ value, ...pair }: YamlPair): YamlPair {
  if (value?.kind !== 'map') return { ...pair, ...(value === undefined ? {} : { value }) };
  return { ...pair, value: { ...value, pairs: value.pairs.filter(below => !isUnset(below.value)) } };
}

function isUnset(value: YamlNode | undefined): boolean {
  if (value?.kind === 'map') return value.pairs.length === 0;
  return value?.kind === 'list' ? value.items.length === 0 : isNull(value) || value?.text === '';
}

function renamed(key: YamlScalar, text: string): YamlScalar {
  return { ...key, text };
}

/** The configuration that the variables of an owner make, as far as this file tells. */
function partOf(owner: string, entries: readonly Entry[], root: YamlMap): Part {
  const pairs = [...groupedBy(entries, ({ section = '' }) => section)].flatMap(([section, own]) => {
    const below = own.map(({ pair }) => pair);
    const [first] = below;
    if (section === '' || first === undefined) return below;
    const value: YamlMap = { ...root, pairs: withOthers(below) };
    return [{ ...first, key: renamed(first.key, section), value }];
  });
  return { keys: [owner], node: { ...root, pairs: withOthers(pairs) } };
}

function withOthers(pairs: readonly YamlPair[]): readonly YamlPair[] {
  const [first] = pairs;
  return first === undefined ? pairs : [...pairs, { key: { ...renamed(first.key, OTHERS), style: 'plain' } }];
}
