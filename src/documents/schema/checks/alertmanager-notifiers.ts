import { blockOf, conflict, hasOneOf, invalid, isSet, listOf, missing, textOf } from '../block.ts';
import type { Block, Complaint } from '../complaint.ts';
import { authorizationIn } from './alertmanager-receivers.ts';
import { canonicalHeader } from './header-name.ts';

const SLACK_CHAT = 'https://slack.com/api/chat.postMessage';
const RESPONDER_TYPE = /^(?:team|teams|user|escalation|schedule)$/i;
const VICTOROPS_FIELDS: readonly string[] = [
  'routing_key',
  'message_type',
  'state_message',
  'entity_display_name',
  'monitoring_tool',
  'entity_id',
  'entity_state',
];

/** The label `name` of a receiver is its name. `config/config.go`, `Receiver.UnmarshalYAML`. */
export function* receiverLabels(block: Block): Iterable<Complaint> {
  const name = textOf(block['name']);
  const label = blockOf(block['labels'])['name'];
  if (label === undefined || textOf(label) === name) return;
  yield invalid(['labels', 'name'], `receiver label "name" must match receiver name "${name}", got "${textOf(label)}"`);
}

/**
 * One way to Slack, the URL of a webhook or the token of an application; both only where the URL is that of
 * applications. `config/config.go`, `Config.UnmarshalYAML`.
 */
export function* globalSlack(block: Block): Iterable<Complaint> {
  const fields = ['slack_app_token', 'slack_app_token_file', 'slack_api_url', 'slack_api_url_file'];
  const [token, url] = [fields.slice(0, 2), fields.slice(2)].map(some => some.find(field => isSet(block[field])));
  if (token === undefined || url === undefined) return;
  const application = isSet(block['slack_app_url']) ? textOf(block['slack_app_url']) : SLACK_CHAT;
  if (textOf(block['slack_api_url']) === application) return;
  const text =
    'at most one of slack_app_token/slack_app_token_file & slack_api_url/slack_api_url_file must be configured';
  yield conflict([[token], [url]], text);
}

/** Messages are updated with tokens alone, for which the URL is a fixed one. `SlackConfig.UnmarshalYAML`. */
export function* slackUpdates(block: Block): Iterable<Complaint> {
  if (block['update_message'] !== true || textOf(block['api_url']) === SLACK_CHAT) return;
  const text = `update_message can only be used with bot tokens. api_url must be set to ${SLACK_CHAT}`;
  yield isSet(block['api_url']) ? invalid(['api_url'], text) : missing([], 'api_url', text);
}

/** Webex takes nothing but an authorization. `WebexConfig.UnmarshalYAML`. */
export function* webexAuthorization(block: Block): Iterable<Complaint> {
  if (authorizationIn(blockOf(block['http_config'])) !== undefined) return;
  const text = 'missing webex_configs.http_config.authorization';
  yield isSet(block['http_config'])
    ? missing(['http_config'], 'authorization', text)
    : missing([], 'http_config', text);
}

/** A token, or an authorization of the HTTP client. `notify/incidentio/config.go`. */
export function* incidentioAuthorization(block: Block): Iterable<Complaint> {
  if (!isSet(block['http_config'])) return;
  const field = authorizationIn(blockOf(block['http_config']));
  const token = ['alert_source_token', 'alert_source_token_file'].find(name => isSet(block[name]));
  if (field !== undefined && token !== undefined) {
    yield conflict(
      [[token], ['http_config', field]],
      'cannot specify alert_source_token or alert_source_token_file when using http_config.authorization',
    );
  }
  if (field !== undefined || token !== undefined) return;
  yield missing(
    [],
    'alert_source_token',
    'at least one of alert_source_token, alert_source_token_file or http_config.authorization must be configured',
  );
}

/** `summary` and `description` are a text or a mapping. `notify/jira/config.go`, `JiraFieldConfig`. */
export function* jiraFields(block: Block): Iterable<Complaint> {
  for (const field of ['summary', 'description']) {
    if (Array.isArray(block[field])) yield invalid([field], 'cannot unmarshal !!seq into jira.plain');
    for (const [name, value] of Object.entries(blockOf(block[field]))) {
      const place = [field, name];
      if (name === 'enable_update') {
        if (value !== null && typeof value !== 'boolean') yield invalid(place, 'cannot unmarshal into bool');
      } else if (name === 'template') {
        if (typeof value === 'object' && value !== null) yield invalid(place, 'cannot unmarshal into string');
      } else {
        yield { kind: 'unknown', places: [place], field: name, text: `field ${name} not found in type jira.plain` };
      }
    }
  }
}

/** Who is called: by an identifier or a name, and of a kind that OpsGenie knows. `notify/opsgenie/config.go`. */
export function* responders(block: Block): Iterable<Complaint> {
  for (const [index, item] of listOf(block['responders']).entries()) {
    const responder = blockOf(item);
    const place = ['responders', index];
    if (!hasOneOf(responder, ['id', 'username', 'name'])) {
      yield missing(place, 'name', 'responder has to have at least one of id, username or name specified');
    }
    const type = textOf(responder['type']);
    if (type.includes('{{') || RESPONDER_TYPE.test(type)) continue;
    const text = 'responder type does not match valid options ^(team|teams|user|escalation|schedule)$';
    yield type === '' ? missing(place, 'type', text) : invalid([...place, 'type'], text);
  }
}

/** Headers are given once, whatever their case, and threads set two of them. `EmailConfig.UnmarshalYAML`. */
export function* emailHeaders(block: Block): Iterable<Complaint> {
  const seen = new Map<string, string>();
  for (const name of Object.keys(blockOf(block['headers']))) {
    const canonical = canonicalHeader(name);
    const first = seen.get(canonical);
    if (first !== undefined) {
      yield conflict(
        [
          ['headers', first],
          ['headers', name],
        ],
        `duplicate header "${canonical}" in email config`,
      );
    }
    seen.set(canonical, name);
  }
  const threading = blockOf(block['threading']);
  if (threading['enabled'] !== true) return;
  for (const header of ['References', 'In-Reply-To']) {
    const name = seen.get(header);
    if (name === undefined) continue;
    const text = `conflicting configuration: threading.enabled conflicts with custom ${header} header`;
    yield conflict(
      [
        ['threading', 'enabled'],
        ['headers', name],
      ],
      text,
    );
  }
  const date = textOf(threading['thread_by_date']);
  if (date === 'none' || date === 'daily') return;
  const text = "threading.thread_by_date must be either 'none' or 'daily'";
  if (date === '') yield missing(['threading'], 'thread_by_date', text);
  else yield invalid(['threading', 'thread_by_date'], text);
}

/** Fields that VictorOps has already. `VictorOpsConfig.UnmarshalYAML`. */
export function* victorOpsFields(block: Block): Iterable<Complaint> {
  const custom = blockOf(block['custom_fields']);
  for (const field of VICTOROPS_FIELDS.filter(name => name in custom)) {
    const text = `victorOps config contains custom field ${field} which cannot be used as it conflicts with the fixed/static fields`;
    yield invalid(['custom_fields', field], text);
  }
}

/** One target. Three at once are taken, since two comparisons are chained. `SNSConfig.UnmarshalYAML`. */
export function* snsTarget(block: Block): Iterable<Complaint> {
  const fields = ['target_arn', 'topic_arn', 'phone_number'].filter(field => isSet(block[field]));
  const text = 'must provide either a Target ARN, Topic ARN, or Phone Number for SNS config';
  if (fields.length === 0) yield missing([], 'topic_arn', text);
  if (fields.length === 2)
    yield conflict(
      fields.map(field => [field]),
      text,
    );
}

/** What `<secret>` stands for is no URL of an event recorder, and numbers of batches are not negative. */
export function* eventWebhook(block: Block): Iterable<Complaint> {
  if (block['url'] === '<secret>') {
    yield invalid(['url'], 'event_recorder webhook output requires an absolute http(s) url');
  }
  for (const field of ['batch_max_events', 'batch_max_bytes']) {
    if (Number(block[field]) < 0) yield invalid([field], 'event_recorder webhook batch settings cannot be negative');
  }
}

/** Brokers have names. Alertmanager's `kafka/kafka.go`. */
export function* kafkaBrokers(block: Block): Iterable<Complaint> {
  for (const [index, broker] of listOf(block['brokers']).entries()) {
    if (!isSet(broker)) yield invalid(['brokers', index], 'event_recorder kafka: broker entries must be non-empty');
  }
}
