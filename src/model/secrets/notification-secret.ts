import type { Place } from '../walk.ts';

/** A field of Alertmanager that is made for a secret. */
export interface NotificationSecret {
  /** In camel case. */
  readonly field: string;
  /** What it is, in words. */
  readonly kind: string;
  /** The field beside it that names a file instead, as `alertmanager.yml` spells it; absent where there is none. */
  readonly file: string;
}

/** What the URL of an incoming webhook is called. As a whole it is a secret: who has it can write to the channel. */
export const WEBHOOK_URL = 'webhook URL';

type Row = readonly [field: string, kind: string, file: string];

// Fields of type Secret and SecretURL in prometheus/alertmanager v0.34: config/config.go (GlobalConfig),
// config/notifiers.go and notify/*/config.go, by the key of the mapping or list that they stand in.
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  global: [
    ['smtpAuthPassword', 'password', 'smtp_auth_password_file'],
    ['smtpAuthSecret', 'CRAM-MD5 secret', 'smtp_auth_secret_file'],
    ['slackApiUrl', WEBHOOK_URL, 'slack_api_url_file'],
    ['slackAppToken', 'token', 'slack_app_token_file'],
    ['opsgenieApiKey', 'API key', 'opsgenie_api_key_file'],
    ['wechatApiSecret', 'API secret', 'wechat_api_secret_file'],
    ['victoropsApiKey', 'API key', 'victorops_api_key_file'],
    ['telegramBotToken', 'token', 'telegram_bot_token_file'],
    ['rocketchatToken', 'token', 'rocketchat_token_file'],
    ['rocketchatTokenId', 'token id', 'rocketchat_token_id_file'],
    ['mattermostWebhookUrl', WEBHOOK_URL, 'mattermost_webhook_url_file'],
  ],
  discordConfigs: [['webhookUrl', WEBHOOK_URL, 'webhook_url_file']],
  emailConfigs: [
    ['authPassword', 'password', 'auth_password_file'],
    ['authSecret', 'CRAM-MD5 secret', 'auth_secret_file'],
  ],
  incidentioConfigs: [['alertSourceToken', 'token', 'alert_source_token_file']],
  mattermostConfigs: [['webhookUrl', WEBHOOK_URL, 'webhook_url_file']],
  msteamsConfigs: [['webhookUrl', WEBHOOK_URL, 'webhook_url_file']],
  msteamsv2Configs: [['webhookUrl', WEBHOOK_URL, 'webhook_url_file']],
  opsgenieConfigs: [['apiKey', 'API key', 'api_key_file']],
  pagerdutyConfigs: [
    ['serviceKey', 'service key', 'service_key_file'],
    ['routingKey', 'routing key', 'routing_key_file'],
  ],
  pushoverConfigs: [
    ['userKey', 'user key', 'user_key_file'],
    ['token', 'token', 'token_file'],
  ],
  rocketchatConfigs: [
    ['token', 'token', 'token_file'],
    ['tokenId', 'token id', 'token_id_file'],
  ],
  slackConfigs: [
    ['apiUrl', WEBHOOK_URL, 'api_url_file'],
    ['appToken', 'token', 'app_token_file'],
  ],
  telegramConfigs: [['botToken', 'token', 'bot_token_file']],
  victoropsConfigs: [['apiKey', 'API key', 'api_key_file']],
  wechatConfigs: [['apiSecret', 'API secret', 'api_secret_file']],
};

/** The secrets that Alertmanager takes, by the key of the mapping or list that they stand in. */
export const NOTIFICATION_SECRETS: ReadonlyMap<string, readonly NotificationSecret[]> = new Map(
  Object.entries(ROWS).map(([key, rows]) => [key, rows.map(([field, kind, file]) => ({ field, kind, file }))]),
);

/** The URL of a receiver that may be any service: a secret only where it is an address that lets everybody in. */
export const ANY_WEBHOOK: NotificationSecret = { field: 'url', kind: WEBHOOK_URL, file: 'url_file' };

// Which of their URLs is a secret is not told by the field.
const ANY_WEBHOOKS = /^(?:webhook_?[cC]onfigs|incidentio_?[cC]onfigs|webhook_?[oO]utputs)$/;

/** True for a field that holds the URL of a service of whatever kind. */
export function isAnyWebhook({ keys }: Pick<Place, 'keys'>, key: string): boolean {
  return key === ANY_WEBHOOK.field && ANY_WEBHOOKS.test(keys.at(-1) ?? '');
}
