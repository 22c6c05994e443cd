import { entriesOf, yamlOf, type Entry, type Plain, type Yaml } from './yaml-sketch.ts';

/** What no facts say: values that checks ask for, by the name of a type and by that of a type and its field. */
export interface Fixtures {
  readonly smallest: Readonly<Record<string, readonly Entry[]>>;
  readonly fields: Readonly<Record<string, Yaml>>;
  /** Values of a field, where they are few and its facts do not list them. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** By type, fields that take each other's place where no exclusion of the facts says so. */
  readonly alternatives: Readonly<Record<string, readonly string[]>>;
  /** Texts to try in a field, as they are written. */
  readonly tried: Readonly<Record<string, readonly string[]>>;
}

type Fields = Readonly<Record<string, { readonly [key: string]: Plain }>>;

const ALTERNATIVES: Fixtures['alternatives'] = {
  OAuth2: ['client_secret', 'client_secret_file', 'client_secret_ref'],
  SNSConfig: ['topic_arn', 'target_arn', 'phone_number'],
};

function fixtures(
  smallest: Fields,
  fields: { readonly [path: string]: Plain } = {},
  tried: Fixtures['tried'] = {},
  choices: Fixtures['choices'] = {},
): Fixtures {
  return {
    choices,
    alternatives: ALTERNATIVES,
    tried,
    smallest: Object.fromEntries(Object.entries(smallest).map(([type, block]) => [type, entriesOf(block)])),
    fields: Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, yamlOf(value)])),
  };
}

const ID = '00000000-0000-0000-0000-000000000001';
const ESCAPINGS = ['allow-utf-8', 'underscores', 'dots', 'values'];
const PROTOCOLS = [
  'PrometheusText0.0.4',
  'PrometheusText1.0.0',
  'OpenMetricsText0.0.1',
  'OpenMetricsText1.0.0',
  'PrometheusProto',
];

const CLOCK = ['"24:00"', '"00:00"', '"23:59"', '"9:00"', '"25:00"', '"09:60"', '"17:01"', '"09:00:00"'];

export const FIXTURES = {
  prometheus: fixtures(
    {
      Config: { scrape_configs: [{ job_name: 'first' }], rule_files: ['none/*.yml'] },
      RelabelConfig: { target_label: 'label' },
      OAuth2: { client_secret: 'text' },
      AzureSDConfig: { tenant_id: 'text', client_id: 'text', client_secret: 'text' },
      DNSSDConfig: { type: 'A', port: 80 },
      OCISDConfig: {
        tenancy: 'text',
        user: 'text',
        fingerprint: 'text',
        key_file: 'text',
        region: 'text',
      },
      KubernetesSDConfig: { api_server: 'http://host.example', role: 'pod' },
      SelectorConfig: { role: 'pod' },
      EC2SDConfig: { region: 'text' },
      FileSDConfig: { files: ['targets/*.yml'] },
      LightsailSDConfig: { region: 'text' },
      NerveSDConfig: { paths: ['/text'] },
      ScalewaySDConfig: { access_key: 'SCWAAAAAAAAAAAAAAAAA', secret_key: ID, project_id: ID },
      ServersetSDConfig: { paths: ['/text'] },
      TargetGroup: { targets: ['host.example:9090'] },
    },
    { 'SelectorConfig.field': 'metadata.name=text', 'SelectorConfig.label': 'a in (b, c)' },
    {
      'SelectorConfig.field': ['a=b,c!=d', 'a==b', 'a', '"=a"', '"!a"', 'a>1'],
      'SelectorConfig.label': [
        'a=b,c!=d',
        'a',
        '"!a"',
        '"a in ()"',
        '"a in (b"',
        'a>1',
        '"a notin (b)"',
        '"a=b c"',
        '"-a=b"',
      ],
      'TargetGroup.targets': [
        'host',
        '":80"',
        '"host:port"',
        'http://host:80',
        'host/path',
        '"[::1]:80"',
        'user@host',
        '"host:99999"',
        '"a b"',
      ],
      'NerveSDConfig.paths': ['/', 'text'],
      'ServersetSDConfig.paths': ['/', 'text'],
      'FileSDConfig.files': [
        'targets.yml',
        'targets.json',
        'targets.txt',
        '"*"',
        '"*/targets.yml"',
        'TARGETS.YML',
        'a*b*.json',
        '"[.yml"',
      ],
      'RelabelConfig.replacement': ['"$1"', '"${1}"', '"${a}"', '"a-b"', '"a$1"', '"${1}b"', '"1"', '"é$1"', '"$"'],
      'RelabelConfig.target_label': ['"$1"', '"${1}"', '"a${1}b"', '"1a"', '"a-b"', '"a$"', '"é"', '"$1é"'],
      'RelabelConfig.source_labels': ['__name__', '"a-b"', '"1a"', '"é"'],
    },
    {
      'RelabelConfig.action': [
        'replace',
        'keep',
        'drop',
        'hashmod',
        'labelmap',
        'labeldrop',
        'labelkeep',
        'lowercase',
        'uppercase',
        'keepequal',
        'dropequal',
      ],
      'DNSSDConfig.type': ['A', 'AAAA', 'MX', 'NS', 'SRV'],
      'KubernetesSDConfig.role': ['pod', 'node', 'service', 'endpoints', 'endpointslice', 'ingress'],
      'SelectorConfig.role': ['pod', 'node', 'service', 'endpoints', 'endpointslice', 'ingress'],
      'GlobalConfig.metric_name_escaping_scheme': ESCAPINGS,
      'ScrapeConfig.metric_name_escaping_scheme': ESCAPINGS,
      'GlobalConfig.scrape_protocols': PROTOCOLS,
      'ScrapeConfig.scrape_protocols': PROTOCOLS,
    },
  ),
  web: fixtures(
    {
      Config: { http_server_config: { http2: true } },
      TLSConfig: { cert_file: 'text', key_file: 'text', client_auth_type: 'RequireAndVerifyClientCert' },
    },
    {
      'HTTPConfig.headers': { 'X-Frame-Options': 'deny' },
      'Config.basic_auth_users': { user: '$2y$10$TKUTkLgZGoqVBnjVbLVHDOJXNhPQlZ8bIU9Ib5PjpxfzAb9sBnXe.' },
    },
    {
      'Config.basic_auth_users': ['$2y$10$short', '"$1$abc"'],
      'TLSConfig.min_version': ['TLS1.2', 'tls12', 'SSL30'],
      'TLSConfig.client_auth_type': ['RequireClientCert', 'requireanyclientcert', 'none'],
      'HTTPConfig.headers': ['deny', 'DENY', 'SAMEORIGIN', 'nosniff'],
    },
    {
      'TLSConfig.min_version': ['TLS10', 'TLS11', 'TLS12', 'TLS13'],
      'TLSConfig.max_version': ['TLS10', 'TLS11', 'TLS12', 'TLS13'],
      'TLSConfig.client_auth_type': [
        'NoClientCert',
        'RequestClientCert',
        'RequireAnyClientCert',
        'VerifyClientCertIfGiven',
        'RequireAndVerifyClientCert',
      ],
      'TLSConfig.cipher_suites': [
        'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        'TLS_RSA_WITH_AES_128_CBC_SHA',
        'TLS_AES_128_GCM_SHA256',
      ],
      'TLSConfig.curve_preferences': ['CurveP256', 'CurveP384', 'CurveP521', 'X25519'],
    },
  ),
  alertmanager: fixtures(
    {
      Config: {
        route: { receiver: 'first' },
        receivers: [{ name: 'first' }],
        time_intervals: [{ name: 'times', time_intervals: [] }],
      },
      JiraConfig: { api_url: 'http://host.example' },
      MattermostConfig: { webhook_url: 'http://host.example' },
      RocketchatConfig: { token: 'text', token_id: 'text' },
      Route: { receiver: 'first' },
      OAuth2: { client_secret: 'text' },
      OpsGenieConfigResponder: { name: 'text', type: 'team' },
      TimeRange: { start_time: '09:00', end_time: '17:00' },
      EmailConfig: { from: 'from@host.example', smarthost: 'host.example:25' },
      SlackConfig: { api_url: 'https://slack.com/api/chat.postMessage' },
      OpsGenieConfig: { api_key: 'text' },
      VictorOpsConfig: { api_key: 'text' },
      SNSConfig: { topic_arn: 'text' },
      TelegramConfig: { bot_token: 'text' },
      WebexConfig: { http_config: { authorization: { credentials: 'text' } } },
      WechatConfig: { api_secret: 'text', corp_id: 'text' },
    },
    { 'Route.mute_time_intervals': ['times'], 'Route.active_time_intervals': ['times'] },
    {
      'TimeRange.start_time': CLOCK,
      'TimeRange.end_time': CLOCK,
      'Route.group_by': ['"..."', '"a-b"', '"1a"'],
      'Route.receiver': ['second'],
      'Route.mute_time_intervals': ['others'],
      'OpsGenieConfigResponder.type': ['user', 'Teams', 'schedules'],
    },
  ),
  blackbox: fixtures({
    Config: { modules: { first: { prober: 'http' } } },
    Module: { prober: 'http' },
    HTTPProbe: { enable_http2: false },
    OAuth2: { client_secret: 'text' },
  }),
} as const;
