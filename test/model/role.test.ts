import { expect, test } from '@jest/globals';
import { meaningIn } from '../meaning.ts';

function labelsIn(path: string, text: string): readonly string[] {
  return meaningIn(path, text).clients.map(({ label }) => label);
}

test.each([
  ['discord_configs', 'Discord'],
  ['email_configs', 'mail'],
  ['incidentio_configs', 'incident.io'],
  ['jira_configs', 'Jira'],
  ['mattermost_configs', 'Mattermost'],
  ['msteams_configs', 'Teams'],
  ['msteamsv2_configs', 'Teams'],
  ['opsgenie_configs', 'Opsgenie'],
  ['pagerduty_configs', 'PagerDuty'],
  ['pushover_configs', 'Pushover'],
  ['rocketchat_configs', 'Rocket.Chat'],
  ['slack_configs', 'Slack'],
  ['sns_configs', 'SNS'],
  ['telegram_configs', 'Telegram'],
  ['victorops_configs', 'VictorOps'],
  ['webex_configs', 'Webex'],
  ['webhook_configs', 'webhook'],
  ['wechat_configs', 'WeChat'],
])('what is configured by %s is called a receiver of %s', (field, name) => {
  const receiver = `{ name: a, ${field}: [{ http_config: { tls_config: { insecure_skip_verify: true } } }] }`;
  const text = `route: { receiver: a }\nreceivers: [${receiver}]\n`;
  expect(labelsIn('alertmanager.yml', text)).toContainEqual(`${name} receiver "a"`);
});
