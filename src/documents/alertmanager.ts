import { baseName } from '../text/path.ts';
import { mapAt, nodeAt, textAt, type Dialect } from './dialect.ts';

// prometheus/alertmanager config/config.go, type Config, at v0.34.
const TOP_LEVEL = new Set([
  'global',
  'route',
  'receivers',
  'inhibit_rules',
  'templates',
  'mute_time_intervals',
  'time_intervals',
  'tracing',
  'event_recorder',
]);
// Without one of these there is nothing to be said of it. Other software has `receivers` too.
// A rare character first: to look for it is cheaper than for a dozen first letters.
const SIGN =
  /_configs(?<=(?:discord|email|incidentio|jira|mattermost|msteams|msteamsv2|opsgenie|pagerduty|pushover|rocketchat|slack|sns|telegram|victorops|webex|webhook|wechat)_configs)|smtp_[a-z]/;
const NAMES = new Set(['alertmanager.yml', 'alertmanager.yaml']);

/** `alertmanager.yml`, also where Mimir, Loki or Thanos hand it on to the Alertmanager that they contain. */
export const alertmanager: Dialect = {
  signAt: ({ isJson }) => (isJson ? undefined : SIGN),
  isFirstOnly: true,
  names: NAMES,
  claimOf(root, path) {
    const keys = root.pairs.map(pair => pair.key.text);
    const route = mapAt(root, 'route');
    const known = keys.filter(key => TOP_LEVEL.has(key)).length;
    const isNamed = NAMES.has(baseName(path));
    // OpenTelemetry has a mapping of receivers, and Grafana none beside a route.
    const isOurs =
      (nodeAt(root, 'receivers')?.kind === 'list' && route !== undefined && textAt(route, 'receiver') !== undefined) ||
      (isNamed && known === keys.length);
    // Tools that encrypt or render the file keep keys of their own beside ours.
    const isMostlyOurs = known * 2 > keys.length || isNamed;
    if (!isOurs || !isMostlyOurs || keys.includes('apiVersion')) return undefined;
    return { dialect: 'alertmanager', spelling: 'snake', name: '', parts: [{ keys: [], node: root }] };
  },
};
