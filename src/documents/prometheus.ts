import { baseName } from '../text/path.ts';
import type { YamlMap } from '../parse/yaml-node.ts';
import { nodeAt, textAt, type Dialect } from './dialect.ts';

// prometheus/prometheus config/config.go, type Config, at v3.14; vmagent adds `scrape_config_files` and takes the same
// rest.
const TOP_LEVEL = new Set([
  'global',
  'runtime',
  'alerting',
  'rule_files',
  'scrape_config_files',
  'scrape_configs',
  'storage',
  'tracing',
  'remote_write',
  'remote_read',
  'otlp',
]);
// One of these, and not only a `global` or `alerting` that other software has too.
const TELLING = ['scrape_configs', 'scrape_config_files', 'remote_write', 'remote_read', 'rule_files', 'alerting'];
// promtail scrapes logs with `scrape_configs` of its own, and pushes them to `clients`.
const FOREIGN = new Set([
  'clients',
  'positions',
  'server',
  'receivers',
  'exporters',
  'service',
  'apiVersion',
  'auth_enabled',
]);
const SIGN = /scrape_config|remote_write|remote_read|rule_files|alertmanagers|job_name/;
// What only jobs of promtail have, and a label that only its targets have.
const OF_LOGS = new Set([
  'pipeline_stages',
  'journal',
  'syslog',
  'loki_push_api',
  'windows_events',
  'gcplog',
  'cloudflare',
]);
const LOG_PATH = /__path__/;
const NAMES = new Set(['prometheus.yml', 'prometheus.yaml']);

/** `prometheus.yml`, and the files that its `scrape_config_files` reads. */
export const prometheus: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  names: NAMES,
  claimOf(root, path) {
    const keys = root.pairs.map(pair => pair.key.text);
    const isNamed = NAMES.has(baseName(path));
    const known = keys.filter(key => TOP_LEVEL.has(key)).length;
    const isOurs =
      TELLING.some(key => isFilled(nodeAt(root, key)?.kind)) || (isNamed && known > 0 && known === keys.length);
    // Tools that encrypt or render the file keep keys of their own beside ours.
    const isMostlyOurs = known * 2 > keys.length || isNamed;
    if (!isOurs || !isMostlyOurs || keys.some(key => FOREIGN.has(key))) return undefined;
    return { dialect: 'prometheus', spelling: 'snake', name: '', parts: [{ keys: [], node: root }] };
  },
  // What the operator is given as additional jobs, and what charts put below their own.
  claimOfList(list) {
    const jobs = list.items.filter(item => item.kind === 'map');
    const isOfLogs = LOG_PATH.test(list.source.text.slice(list.start, list.end));
    if (jobs.length === 0 || isOfLogs || !jobs.every(isJob)) return undefined;
    return { dialect: 'prometheus', spelling: 'snake', name: '', parts: [{ keys: ['scrape_configs'], node: list }] };
  },
};

function isJob(item: YamlMap): boolean {
  return textAt(item, 'job_name') !== undefined && !item.pairs.some(({ key }) => OF_LOGS.has(key.text));
}

function isFilled(kind: string | undefined): boolean {
  return kind === 'list' || kind === 'map';
}
