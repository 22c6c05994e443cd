/** Fields, named as their facts are, by the first version of a program that takes them. */
type NewerFields = Readonly<Record<string, readonly string[]>>;

/** What Alertmanager takes that amtool 0.25 does not know. */
export const NEWER_THAN_ALERTMANAGER_0_25: NewerFields = {
  '0.26': [
    ...fieldsOf('HTTPClientConfig', 'no_proxy proxy_from_environment'),
    ...fieldsOf('OAuth2', 'no_proxy proxy_from_environment proxy_connect_header'),
    ...fieldsOf('TLSConfig', 'ca cert key'),
    ...fieldsOf('Receiver', 'msteams_configs'),
    ...fieldsOf('WebhookConfig', 'url_file'),
    ...fieldsOf('PushoverConfig', 'user_key_file token_file device'),
    ...fieldsOf('TelegramConfig', 'bot_token_file'),
  ],
  '0.27': [
    ...fieldsOf('BasicAuth', 'username_file'),
    ...fieldsOf('DiscordConfig', 'webhook_url_file'),
    ...fieldsOf('PushoverConfig', 'ttl'),
  ],
  '0.28': [
    ...fieldsOf(
      'GlobalConfig',
      'jira_api_url smtp_tls_config rocketchat_api_url rocketchat_token rocketchat_token_file rocketchat_token_id rocketchat_token_id_file',
    ),
    ...fieldsOf('HTTPClientConfig', 'http_headers'),
    ...fieldsOf('BasicAuth', 'username_ref password_ref'),
    ...fieldsOf('Authorization', 'credentials_ref'),
    ...fieldsOf('OAuth2', 'client_secret_ref'),
    ...fieldsOf('TLSConfig', 'ca_ref cert_ref key_ref'),
    ...fieldsOf('Receiver', 'msteamsv2_configs jira_configs rocketchat_configs'),
    ...fieldsOf('DiscordConfig', 'content username avatar_url'),
    ...fieldsOf('WebhookConfig', 'timeout'),
    ...fieldsOf('SigV4Config', 'use_fips_sts_endpoint'),
    ...fieldsOf('TelegramConfig', 'message_thread_id'),
  ],
  '0.29': [
    ...fieldsOf('Receiver', 'incidentio_configs'),
    ...fieldsOf('PushoverConfig', 'monospace'),
    ...fieldsOf('SigV4Config', 'service_name'),
  ],
  '0.30': [
    ...fieldsOf('Config', 'tracing'),
    ...fieldsOf('GlobalConfig', 'slack_app_token slack_app_token_file slack_app_url'),
    ...fieldsOf(
      'OAuth2',
      'client_certificate_key_id client_certificate_key client_certificate_key_file client_certificate_key_ref grant_type signature_algorithm iss audience claims',
    ),
    ...fieldsOf('InhibitRule', 'name'),
    ...fieldsOf('Receiver', 'mattermost_configs'),
    ...fieldsOf('EmailConfig', 'threading'),
    ...fieldsOf('PagerdutyConfig', 'timeout'),
    ...fieldsOf('SlackConfig', 'app_token app_token_file app_url timeout'),
  ],
  '0.31': [
    ...fieldsOf(
      'GlobalConfig',
      'smtp_auth_secret_file smtp_force_implicit_tls wechat_api_secret_file telegram_bot_token telegram_bot_token_file',
    ),
    ...fieldsOf('EmailConfig', 'auth_secret_file force_implicit_tls'),
    ...fieldsOf('SlackConfig', 'message_text'),
    ...fieldsOf('WechatConfig', 'api_secret_file'),
    ...fieldsOf('SigV4Config', 'external_id'),
    ...fieldsOf('TelegramConfig', 'chat_id_file'),
  ],
  '0.32': [
    ...fieldsOf('GlobalConfig', 'mattermost_webhook_url mattermost_webhook_url_file'),
    ...fieldsOf('SlackConfig', 'update_message'),
    ...fieldsOf('WebhookConfig', 'payload'),
  ],
  '0.33': [
    ...fieldsOf('Config', 'event_recorder'),
    ...fieldsOf('Receiver', 'labels'),
    ...fieldsOf('SNSConfig', 'use_aws_http_client'),
  ],
  '0.34': [...fieldsOf('Route', 'labels')],
};

/** What the blackbox exporter takes since 0.24. */
export const NEWER_THAN_BLACKBOX_0_23: NewerFields = {
  '0.24': [
    ...fieldsOf('HTTPProbe', 'no_proxy proxy_from_environment body_file'),
    ...fieldsOf('OAuth2', 'no_proxy proxy_from_environment proxy_connect_header'),
  ],
  '0.25': [...fieldsOf('BasicAuth', 'username_file'), ...fieldsOf('TLSConfig', 'ca cert key')],
  '0.26': [
    ...fieldsOf('HTTPProbe', 'http_headers'),
    ...fieldsOf('BasicAuth', 'username_ref password_ref'),
    ...fieldsOf('Authorization', 'credentials_ref'),
    ...fieldsOf('OAuth2', 'client_secret_ref'),
    ...fieldsOf('TLSConfig', 'ca_ref cert_ref key_ref'),
    ...fieldsOf('QueryResponse', 'labels'),
  ],
  '0.27': [...fieldsOf('HTTPProbe', 'fail_if_body_json_matches_cel fail_if_body_json_not_matches_cel')],
  '0.28': [
    ...fieldsOf('Module', 'unix'),
    ...fieldsOf('HTTPProbe', 'enable_http3'),
    ...fieldsOf(
      'OAuth2',
      'client_certificate_key_id client_certificate_key client_certificate_key_file client_certificate_key_ref grant_type signature_algorithm iss audience claims',
    ),
    ...fieldsOf('QueryResponse', 'expect_bytes'),
    ...fieldsOf('GRPCProbe', 'metadata'),
  ],
  '0.29': [...fieldsOf('Module', 'websocket')],
};

function fieldsOf(type: string, names: string): readonly string[] {
  return names.split(' ').map(name => `${type}.${name}`);
}
