import { blockOf, hasOneOf, invalid, isSet, listOf, missing, textOf } from '../block.ts';
import type { Place } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';

/** What a notifier needs, of its own or from `global`. */
interface Need {
  readonly fields: readonly string[];
  readonly global: readonly string[];
  /** True where `global` has a default, so that only a null there takes it away. */
  readonly isDefaulted?: true;
  /** What Alertmanager says where there is none. */
  readonly text: string;
}

/** By the field of a receiver. Alertmanager's `config/config.go`, `Config.UnmarshalYAML`. */
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  email_configs: [
    { fields: ['smarthost'], global: ['smtp_smarthost'], text: 'no global SMTP smarthost set' },
    { fields: ['from'], global: ['smtp_from'], text: 'no global SMTP from set' },
  ],
  pagerduty_configs: [
    { fields: ['url'], global: ['pagerduty_url'], isDefaulted: true, text: 'no global PagerDuty URL set' },
  ],
  opsgenie_configs: [
    { fields: ['api_url'], global: ['opsgenie_api_url'], isDefaulted: true, text: 'no global OpsGenie URL set' },
    {
      fields: ['api_key', 'api_key_file'],
      global: ['opsgenie_api_key', 'opsgenie_api_key_file'],
      text: 'no global OpsGenie API Key set either inline or in a file',
    },
  ],
  wechat_configs: [
    { fields: ['api_url'], global: ['wechat_api_url'], isDefaulted: true, text: 'no global Wechat URL set' },
    {
      fields: ['api_secret', 'api_secret_file'],
      global: ['wechat_api_secret', 'wechat_api_secret_file'],
      text: 'no global Wechat Api Secret set either inline or in a file',
    },
    { fields: ['corp_id'], global: ['wechat_api_corp_id'], text: 'no global Wechat CorpID set' },
  ],
  victorops_configs: [
    { fields: ['api_url'], global: ['victorops_api_url'], isDefaulted: true, text: 'no global VictorOps URL set' },
    {
      fields: ['api_key', 'api_key_file'],
      global: ['victorops_api_key', 'victorops_api_key_file'],
      text: 'no global VictorOps API Key set',
    },
  ],
  telegram_configs: [
    {
      fields: ['bot_token', 'bot_token_file'],
      global: ['telegram_bot_token', 'telegram_bot_token_file'],
      text: 'missing bot_token or bot_token_file on telegram_config',
    },
  ],
  webex_configs: [
    { fields: ['api_url'], global: ['webex_api_url'], isDefaulted: true, text: 'no global Webex URL set' },
  ],
  jira_configs: [{ fields: ['api_url'], global: ['jira_api_url'], text: 'no global Jira Cloud URL set' }],
  rocketchat_configs: [
    {
      fields: ['token_id', 'token_id_file'],
      global: ['rocketchat_token_id', 'rocketchat_token_id_file'],
      text: 'no global Rocketchat TokenID set either inline or in a file',
    },
    {
      fields: ['token', 'token_file'],
      global: ['rocketchat_token', 'rocketchat_token_file'],
      text: 'no global Rocketchat Token set either inline or in a file',
    },
  ],
  mattermost_configs: [
    {
      fields: ['webhook_url', 'webhook_url_file'],
      global: ['mattermost_webhook_url', 'mattermost_webhook_url_file'],
      text: 'missing webhook_url or webhook_url_file on mattermost_config',
    },
  ],
  slack_configs: [
    {
      fields: ['api_url', 'api_url_file', 'app_token', 'app_token_file'],
      global: ['slack_api_url', 'slack_api_url_file', 'slack_app_token', 'slack_app_token_file'],
      text: 'no Slack API URL nor App token set either inline or in a file',
    },
  ],
};

/** Of these Alertmanager reads a null item as an empty one. The others it refuses: `nullItemText` of the facts. */
const TAKES_NULL: ReadonlySet<string> = new Set([
  'slack_configs',
  'opsgenie_configs',
  'wechat_configs',
  'rocketchat_configs',
]);

/** Receivers have different names, and each notifier has what it needs, of its own or from `global`. */
export function* receivers(block: Block): Iterable<Complaint> {
  const global = blockOf(block['global']);
  const names = new Set<string>();
  for (const [index, item] of listOf(block['receivers']).entries()) {
    const receiver = blockOf(item);
    const name = textOf(receiver['name']);
    if (names.has(name)) {
      yield invalid(
        ['receivers', index, 'name'],
        `notification config name "${name}" is not unique`,
        'give each a name of its own',
      );
    }
    names.add(name);
    yield* needsOf(receiver, ['receivers', index], global);
  }
}

function* needsOf(receiver: Block, place: Place, global: Block): Iterable<Complaint> {
  for (const [field, needs] of Object.entries(NEEDS)) {
    for (const [index, item] of listOf(receiver[field]).entries()) {
      if (item === null && !TAKES_NULL.has(field)) continue;
      const notifier = blockOf(item);
      for (const need of needs) {
        if (hasOneOf(notifier, need.fields) || isMetBy(global, need)) continue;
        yield missing([...place, field, index], need.fields[0] ?? '', need.text);
      }
      if (field === 'slack_configs') yield* slackAuthorization(notifier, [...place, field, index], global);
    }
  }
}

function isMetBy(global: Block, need: Need): boolean {
  if (need.isDefaulted === undefined) return hasOneOf(global, need.global);
  return need.global.every(field => !(field in global) || global[field] !== null);
}

function* slackAuthorization(slack: Block, place: Place, global: Block): Iterable<Complaint> {
  const text = "http authorization can't be set when using Slack App tokens";
  const ofItsOwn = hasOneOf(slack, ['app_token', 'app_token_file']);
  if (isSet(slack['http_config'])) {
    const field = authorizationIn(blockOf(slack['http_config']));
    if (ofItsOwn && field !== undefined) yield invalid([...place, 'http_config', field], text);
    return;
  }
  const inherits = !isSet(slack['api_url']) && hasOneOf(global, ['slack_app_token', 'slack_app_token_file']);
  if (!ofItsOwn && !inherits) return;
  const field = authorizationIn(blockOf(global['http_config']));
  if (field !== undefined) yield invalid(['global', 'http_config', field], text);
}

/** The field by which an HTTP client gets an `Authorization` header of its own. A bearer token is one, too. */
export function authorizationIn(client: Block): string | undefined {
  return ['authorization', 'bearer_token', 'bearer_token_file'].find(field => isSet(client[field]));
}
