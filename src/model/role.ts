import type { YamlDocument } from '../documents/document.ts';
import { moduleAt } from './clients/blackbox-module.ts';
import { printable } from '../text/printable.ts';
import type { Place } from './walk.ts';

const HTTP_CLIENT = 'HTTP client';
// What configuration under a key does, in words; keys in camel case.
const ROLES: ReadonlyMap<string, string> = new Map([
  ['scrapeConfigs', 'scrape job'],
  ['additionalScrapeConfigs', 'scrape job'],
  ['extraScrapeConfigs', 'scrape job'],
  ['scrapeClasses', 'scrape class'],
  ['endpoints', 'endpoint'],
  ['podMetricsEndpoints', 'endpoint'],
  ['targetEndpoints', 'endpoint'],
  ['alertmanagers', 'Alertmanager client'],
  ['alertingEndpoints', 'Alertmanager client'],
  ['additionalAlertManagerConfigs', 'Alertmanager client'],
  ['remoteWrite', 'remote write'],
  ['additionalRemoteWrite', 'remote write'],
  ['prometheusRemoteWrite', 'remote write'],
  ['remoteRead', 'remote read'],
  ['additionalRemoteRead', 'remote read'],
  ['tracing', 'trace export'],
  ['tracingConfig', 'trace export'],
  ['apiserverConfig', 'API server client'],
  ['oauth2', 'token request'],
  ['discordConfigs', 'Discord receiver'],
  ['emailConfigs', 'mail receiver'],
  ['incidentioConfigs', 'incident.io receiver'],
  ['jiraConfigs', 'Jira receiver'],
  ['kafkaOutputs', 'Kafka output'],
  ['mattermostConfigs', 'Mattermost receiver'],
  ['msteamsConfigs', 'Teams receiver'],
  ['msteamsv2Configs', 'Teams receiver'],
  ['opsgenieConfigs', 'Opsgenie receiver'],
  ['pagerdutyConfigs', 'PagerDuty receiver'],
  ['pushoverConfigs', 'Pushover receiver'],
  ['rocketchatConfigs', 'Rocket.Chat receiver'],
  ['slackConfigs', 'Slack receiver'],
  ['snsConfigs', 'SNS receiver'],
  ['telegramConfigs', 'Telegram receiver'],
  ['victoropsConfigs', 'VictorOps receiver'],
  ['webexConfigs', 'Webex receiver'],
  ['webhookConfigs', 'webhook receiver'],
  ['webhookOutputs', 'webhook output'],
  ['wechatConfigs', 'WeChat receiver'],
  ['httpConfig', HTTP_CLIENT],
  ['notifier', 'notifier client'],
  ['notifiers', 'notifier client'],
  ['datasource', 'data source client'],
  ['serverGroups', 'server group'],
  ['queryEndpoints', 'query client'],
  ['serviceMonitor', 'service monitor'],
  ['podMonitor', 'pod monitor'],
]);
const DISCOVERY = /^(\w+?)_?sd_?configs$/i;

// No field is longer, and a key can have megabytes.
const FIELD_UNITS = 100;

const CAMEL = new Map<string, string>();
// The fields there are, with room for the labels of a large file.
const MOST_CAMEL = 10_000;

/** `scrape_configs` as `scrapeConfigs`. */
export function camelOf(key: string): string {
  if (key.length > FIELD_UNITS || !key.includes('_')) return key;
  let camel = CAMEL.get(key);
  if (camel === undefined) {
    camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (CAMEL.size < MOST_CAMEL) CAMEL.set(key, camel);
  }
  return camel;
}

/**
 * What messages call the client at a place: `scrape job "node"`, `consul discovery of scrape job "node"`, `endpoint
 * "web" of ServiceMonitor "app"`.
 */
export function labelOf({ keys, names, path }: Place, document: YamlDocument): string {
  const labels: string[] = [];
  const module = moduleAt(keys, document);
  if (module !== undefined) labels.push(`${module.prober} module "${printable(module.name)}"`);
  for (const [index, key] of keys.entries()) {
    const discovery = discoveryOf(key);
    const role = ROLES.get(camelOf(key)) ?? (discovery && `${discovery} discovery`);
    if (role === undefined) continue;
    // The name is that of the receiver, and the settings below are its own.
    const isReceiver = camelOf(keys[index - 1] ?? '') === 'receivers';
    if (role === HTTP_CLIENT && labels.length > 0) continue;
    const isMapOfJobs = names[index] === undefined && camelOf(key) === 'scrapeConfigs';
    const name = (isMapOfJobs ? keys[index + 1] : names[isReceiver ? index - 1 : index]) ?? '';
    labels.push(name === '' ? role : `${role} "${name}"`);
  }
  const own = labels.slice(-2).toReversed().join(' of ');
  if (document.dialect === 'helm-values' && !own.includes('"')) return `${labels.at(-1) ?? 'the client'} at ${path}`;
  if (document.kind === undefined) return own === '' ? `the client at ${path}` : own;
  const resource = resourceOf(document);
  return own === '' ? resource : `${labels.at(-1)} of ${resource}`;
}

/** The service that the key of a list of discoveries names: `consul` for `consul_sd_configs`, `http` for `httpSDConfigs`. */
export function discoveryOf(key: string): string | undefined {
  // Of nearly all keys it is plain to see, and there are many.
  return key.endsWith('onfigs') ? DISCOVERY.exec(key)?.[1] : undefined;
}

function resourceOf({ kind = '', name }: YamlDocument): string {
  const slash = name.indexOf('/');
  return slash === -1 ? kind : `${kind} "${name.slice(slash + 1)}"`;
}
