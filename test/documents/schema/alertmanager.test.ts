import { expect, test } from '@jest/globals';
import { departuresIn, wantedIn } from './wanted-departures.ts';

/** Configurations of which each line stands for itself; those of `config/testdata` and the tests of Alertmanager are alike. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'routes name what is defined': `
global:
  smtp_smarthost: mail.example.org:587
  smtp_from: alerts@example.org
route:
  receiver: nobody # want: undefined receiver "nobody" used in route
  matchers: [severity="page"] # want: root route must not have any matchers
  continue: true # want: cannot have continue in root route
  mute_time_intervals: [nights] # want: root route must not have any mute time intervals
  group_interval: 0s # want: group_interval cannot be zero
  group_wait: 0s
  routes:
    - receiver: ops
      matchers:
        - severity="page"
        - 'severity: page' # want: bad matcher format: severity: page
      group_by: [alertname, alertname] # want: duplicated label "alertname" in group_by
      active_time_intervals: [nights, days] # want: undefined time interval "days" used in route
    - match: { a-b: c } # want: invalid label name "a-b"
      match_re: { d: '(' } # want: error parsing regexp: missing closing )
      group_by: ['...', job] # want: cannot have wildcard group_by (\`...\`) and other labels at the same time
      repeat_interval: 5 # want: not a valid duration string: "5"
      routes:
        - receiver: noone # want: undefined receiver "noone" used in route
receivers:
  - name: ops
    email_configs:
      - to: ops@example.org
  - name: ops # want: notification config name "ops" is not unique
time_intervals:
  - name: nights
    time_intervals:
      - times:
          - { start_time: '22:00', end_time: '24:00' }
          - { start_time: '09:00', end_time: '9:30' } # want: couldn't parse timestamp 9:30, invalid format
          - { start_time: '17:00', end_time: '09:00' } # want: start time cannot be equal or greater than end time
        weekdays: ['monday:friday', 'friday:monday'] # want: friday:monday is not a valid weekday
        days_of_month: ['1:5', -1, 32] # want: 32 is not a valid day of the month
        months: [may, jan] # want: jan is not a valid month
        location: Berlin # want: unknown time zone Berlin
mute_time_intervals:
  - name: weekends
  - name: weekends # want: mute time interval "weekends" is not unique
`,
  'every notifier has what it needs': `
global:
  slack_app_token: xoxb
  slack_app_token_file: /etc/slack # want: at most one of slack_app_token & slack_app_token_file must be configured
  http_config:
    bearer_token: abc # want: http authorization can't be set when using Slack App tokens
route:
  receiver: all
receivers:
  - name: all
    labels: { name: others } # want: receiver label "name" must match receiver name "all", got "others"
    slack_configs:
      - channel: '#alerts'
      - update_message: true # want: update_message can only be used with bot tokens. api_url must be set to https://slack.com/api/chat.postMessage
        http_config: {}
        actions: [{ type: button, text: x }] # want: missing name or url in Slack action configuration
    email_configs:
      - to: ops@example.org # want: no global SMTP smarthost set | no global SMTP from set
        headers: { subject: a, Subject: b } # want: duplicate header "Subject" in email config
      - ~ # want: missing email config
    webhook_configs:
      - url: example.org # want: unsupported scheme "" for URL
      - url: https://{{ .CommonLabels.host }}/hook
      - url: https://example.org
        max_alerts: -1 # want: cannot unmarshal !!int \`-1\` into uint
        timeout: 10
      - send_resolved: 'true' # want: one of url or url_file must be configured | cannot unmarshal !!str \`true\` into bool
    opsgenie_configs:
      - api_key: abc
        responders:
          - { type: team } # want: responder has to have at least one of id, username or name specified
          - { name: a, type: group } # want: responder type does not match valid options ^(team|teams|user|escalation|schedule)$
          - { name: a, type: Team }
          - { name: a, type: '{{ .CommonLabels.kind }}' }
    pagerduty_configs:
      - routing_key_file: /etc/key
      - description: x # want: missing service or routing key in PagerDuty config
    victorops_configs:
      - routing_key: a # want: no global VictorOps API Key set
        custom_fields: { entity_id: x } # want: victorOps config contains custom field entity_id which cannot be used as it conflicts with the fixed/static fields
    sns_configs:
      - { topic_arn: a, sigv4: { access_key: b } } # want: must provide a AWS SigV4 Access key and Secret Key if credentials are specified in the SigV4 config
      - { topic_arn: a, target_arn: b } # want: must provide either a Target ARN, Topic ARN, or Phone Number for SNS config
    telegram_configs:
      - bot_token: abc # want: missing chat_id or chat_id_file on telegram_config
        parse_mode: Html # want: unknown parse_mode on telegram_config, must be Markdown, MarkdownV2, HTML or empty string
    webex_configs:
      - room_id: a # want: missing webex_configs.http_config.authorization
      - { room_id: a, http_config: { authorization: { credentials_file: /etc/token } } }
    jira_configs:
      - project: a # want: no global Jira Cloud URL set
        issue_type: b
        summary: { template: a, disable_update: true } # want: field disable_update not found in type jira.plain
        description: a
    incidentio_configs:
      - url: https://example.org # want: at least one of alert_source_token, alert_source_token_file or http_config.authorization must be configured
        http_config: { follow_redirects: false }
    pushover_configs:
      - { user_key: a, token: b, retry: 5 } # want: time: invalid duration "5"
      - { user_key: a, token: b, html: true, monospace: true } # want: at most one of monospace & html must be configured
inhibit_rules:
  - source_matchers: [severity=critical]
    target_match: { 0severity: warning } # want: invalid label name "0severity"
    equal: [alertname, ''] # want: invalid label name "" in equal list
`,
  'event recorders are complete': `
route:
  receiver: all
receivers:
  - name: all
tracing:
  client_type: thrift # want: expected tracing client type to be to be http or grpc, but got thrift
  endpoint: localhost:4317
event_recorder:
  kafka_outputs:
    - topic: a # want: event_recorder kafka: at least one broker is required
      acks: some # want: event_recorder kafka: unknown acks "some", must be "none", "leader", or "all"
    - { topic: a, brokers: [''] } # want: event_recorder kafka: broker entries must be non-empty
  webhook_outputs:
    - url: <secret> # want: event_recorder webhook output requires an absolute http(s) url
    - url: https://example.org # want: event_recorder webhook batch settings require batch: true
      batch_max_events: 5
`,
  'a template may bring what is missing': `
route:
  receiver: {{ .Values.receiver }}
  matchers: [a="b"]
receivers:
  {{- toYaml .Values.receivers | nindent 2 }}
`,
};

test.each(Object.entries(CONFIGURATIONS))('%s', (_, text) => {
  expect(departuresIn('alertmanager.yml', text)).toEqual(wantedIn(text));
});
