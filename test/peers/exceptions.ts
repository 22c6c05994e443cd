import { NEWER_THAN_ALERTMANAGER_0_25, NEWER_THAN_BLACKBOX_0_23 } from './newer-fields.ts';
import type { Compared } from './peer.ts';

/**
 * Why the two sides may differ. `blind`: the check takes what the process refuses. `older`: the check is of an older
 * version, or of a build without it. `shared`: promsec is silent, since other software reads such a file.
 */
export interface Exception {
  readonly program: Compared;
  readonly why: 'blind' | 'older' | 'shared';
  readonly reason: string;
  /** What the peer does: it says that there is no such field, takes the document, or refuses it in words like these. */
  readonly peer: 'knows no field' | 'takes it' | RegExp;
  /** What promsec says of what the peer takes. */
  readonly promsec?: RegExp;
  /** Of a blind check the first version of which the process itself refuses it. */
  readonly since?: string;
  /** Types, and types with a field. One that no document needs fails the run. */
  readonly at: readonly string[];
  /** The only places that are meant: below one of these fields. */
  readonly below?: readonly string[];
  /** The only faults that are meant. */
  readonly faults?: RegExp;
}

const ASKS_FOR_BOTH = /client (?:certificate|key) without its|exactly one of (?:cert|key)/;

export const EXCEPTIONS: readonly Exception[] = [
  {
    program: 'prometheus',
    why: 'older',
    reason: 'Debian builds promtool 2.42 without it',
    peer: 'knows no field',
    at: [
      'ScrapeConfig.consul_sd_configs',
      'ScrapeConfig.kubernetes_sd_configs',
      'ScrapeConfig.kuma_sd_configs',
      'ScrapeConfig.linode_sd_configs',
      'ScrapeConfig.nomad_sd_configs',
      'AlertmanagerConfig.consul_sd_configs',
      'AlertmanagerConfig.kubernetes_sd_configs',
      'AlertmanagerConfig.kuma_sd_configs',
      'AlertmanagerConfig.linode_sd_configs',
      'AlertmanagerConfig.nomad_sd_configs',
    ],
  },
  {
    program: 'prometheus',
    why: 'older',
    reason: 'Prometheus looks at the HTTP client of these since 2.48',
    peer: 'takes it',
    promsec:
      /of which one alone is allowed|oauth2 (?:client_id|token_url|client_secret or client_secret_file) must be configured/,
    at: [
      'AzureSDConfig.basic_auth',
      'AzureSDConfig.authorization',
      'AzureSDConfig.oauth2',
      'AzureSDConfig.bearer_token',
      'EC2SDConfig.basic_auth',
      'EC2SDConfig.authorization',
      'EC2SDConfig.oauth2',
      'EC2SDConfig.bearer_token',
      'HTTPSDConfig.basic_auth',
      'HTTPSDConfig.authorization',
      'HTTPSDConfig.oauth2',
      'HTTPSDConfig.bearer_token',
      'LightsailSDConfig.basic_auth',
      'LightsailSDConfig.authorization',
      'LightsailSDConfig.oauth2',
      'LightsailSDConfig.bearer_token',
      'PuppetDBSDConfig.basic_auth',
      'PuppetDBSDConfig.authorization',
      'PuppetDBSDConfig.oauth2',
      'PuppetDBSDConfig.bearer_token',
      'UyuniSDConfig.basic_auth',
      'UyuniSDConfig.authorization',
      'UyuniSDConfig.oauth2',
      'UyuniSDConfig.bearer_token',
    ],
  },
  {
    program: 'prometheus',
    why: 'older',
    reason: 'Prometheus asks the instance for its region until 3.10, and here is none',
    peer: /SD configuration requires a region/,
    at: [
      'EC2SDConfig',
      'LightsailSDConfig',
      'ScrapeConfig.ec2_sd_configs',
      'ScrapeConfig.lightsail_sd_configs',
      'AlertmanagerConfig.ec2_sd_configs',
      'AlertmanagerConfig.lightsail_sd_configs',
    ],
  },
  {
    program: 'prometheus',
    why: 'older',
    reason: 'Go names groups with (?<name>) since 1.22',
    peer: /unsupported Perl syntax: `\(\?<`/,
    at: ['RelabelConfig.regex'],
  },
  {
    program: 'prometheus',
    why: 'blind',
    reason: 'promtool asks for both a certificate and its key in jobs alone, until it does when it loads the file',
    peer: 'takes it',
    promsec: ASKS_FOR_BOTH,
    since: '2.40',
    at: ['TLSConfig.cert_file', 'TLSConfig.key_file'],
    below: ['Config.remote_write', 'Config.remote_read', 'AlertingConfig.alertmanagers'],
  },
  {
    program: 'prometheus',
    why: 'older',
    reason: 'Prometheus asks for both a certificate and its key when it loads the file since 2.45',
    peer: 'takes it',
    promsec: ASKS_FOR_BOTH,
    at: ['TLSConfig.cert_file', 'TLSConfig.key_file'],
  },
  {
    program: 'prometheus',
    why: 'blind',
    reason: 'a ticker is made of the interval when it is first waited for, and Prometheus crashes',
    peer: 'takes it',
    promsec: /non-positive interval for NewTicker/,
    at: [
      'MetadataConfig.send_interval',
      'AzureSDConfig.refresh_interval',
      'DNSSDConfig.refresh_interval',
      'DigitalOceanSDConfig.refresh_interval',
      'DockerSDConfig.refresh_interval',
      'DockerSwarmSDConfig.refresh_interval',
      'EC2SDConfig.refresh_interval',
      'EurekaSDConfig.refresh_interval',
      'FileSDConfig.refresh_interval',
      'GCESDConfig.refresh_interval',
      'HTTPSDConfig.refresh_interval',
      'HetznerSDConfig.refresh_interval',
      'IONOSSDConfig.refresh_interval',
      'LightsailSDConfig.refresh_interval',
      'MarathonSDConfig.refresh_interval',
      'OVHcloudSDConfig.refresh_interval',
      'OpenStackSDConfig.refresh_interval',
      'PuppetDBSDConfig.refresh_interval',
      'ScalewaySDConfig.refresh_interval',
      'UyuniSDConfig.refresh_interval',
      'VultrSDConfig.refresh_interval',
    ],
  },
  {
    program: 'prometheus',
    why: 'shared',
    reason: 'VictoriaMetrics takes a list of expressions',
    peer: /cannot unmarshal !!seq into string|field alert_relabel_configs not found/,
    at: ['RelabelConfig.regex'],
  },
  {
    program: 'web',
    why: 'blind',
    reason: 'with these suites Go does not serve HTTP/2, which only the server sees',
    peer: 'takes it',
    promsec: /^server-will-not-start: .* HTTP\/2-required/,
    since: '2.24',
    at: ['TLSConfig.cipher_suites'],
    faults: /"TLS_RSA_WITH_AES_128_CBC_SHA"|"TLS_AES_128_GCM_SHA256"/,
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Alertmanager asks for both a certificate and its key since 0.26',
    peer: 'takes it',
    promsec: ASKS_FOR_BOTH,
    at: ['TLSConfig.cert_file', 'TLSConfig.key_file'],
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Alertmanager takes an OAuth 2.0 client without a secret since 0.28',
    peer: /^FAILED: either oauth2 client_secret or client_secret_file must be configured/,
    at: ['OAuth2.client_secret', 'OAuth2.client_secret_file'],
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Alertmanager takes any UTF-8 for the name of a label since 0.27',
    peer: /invalid label name|is not a valid label name|bad matcher format/,
    at: [
      'Route.group_by',
      'Route.matchers',
      'InhibitRule.equal',
      'InhibitRule.source_matchers',
      'InhibitRule.target_matchers',
    ],
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Go names groups with (?<name>) since 1.22',
    peer: /unsupported Perl syntax: `\(\?<`/,
    at: ['Route.match_re', 'InhibitRule.source_match_re', 'InhibitRule.target_match_re'],
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Alertmanager takes a template for the URL of a webhook since 0.31',
    peer: /unsupported scheme|parse /,
    at: ['WebhookConfig.url'],
    faults: /\{\{/,
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Alertmanager takes values of any kind for the details of a PagerDuty event since 0.30',
    peer: /cannot unmarshal !!(?:seq|map) into string/,
    at: ['PagerdutyConfig.details'],
  },
  {
    program: 'alertmanager',
    why: 'older',
    reason: 'Alertmanager leaves out a receiver that is null since 0.26, and crashes until then',
    peer: /^panic: runtime error: invalid memory address/,
    at: ['Config.receivers'],
  },
  {
    program: 'blackbox',
    why: 'older',
    reason: 'the blackbox exporter asks for both a certificate and its key since 0.25',
    peer: 'takes it',
    promsec: ASKS_FOR_BOTH,
    at: ['TLSConfig.cert_file', 'TLSConfig.key_file'],
  },
  {
    program: 'blackbox',
    why: 'older',
    reason: 'the blackbox exporter takes an OAuth 2.0 client without a secret since 0.25',
    peer: /either oauth2 client_secret or client_secret_file must be configured/,
    at: ['OAuth2.client_secret', 'OAuth2.client_secret_file'],
  },
  {
    program: 'blackbox',
    why: 'older',
    reason: 'Go names groups with (?<name>) since 1.22',
    peer: /Could not compile regular expression/,
    at: [
      'QueryResponse.expect',
      'HTTPProbe.fail_if_body_matches_regexp',
      'HTTPProbe.fail_if_body_not_matches_regexp',
      'HeaderMatch.regexp',
    ],
    faults: /\(\?<name>/,
  },
  {
    program: 'blackbox',
    why: 'older',
    reason: 'the blackbox exporter looks at the prober when it loads the file since 0.29; until then each probe fails',
    peer: 'takes it',
    promsec: /prober '.*' is not valid/,
    at: ['Module.prober'],
  },
  {
    program: 'blackbox',
    why: 'older',
    reason: 'miekg/dns has these types since versions after 1.1.50',
    peer: /query type '\w+' is not valid/,
    at: ['DNSProbe.query_type'],
    faults: /RESINFO|NXNAME|IPSECKEY|AMTRELAY/,
  },
  ...newerFields('alertmanager', 'Alertmanager', NEWER_THAN_ALERTMANAGER_0_25),
  ...newerFields('blackbox', 'the blackbox exporter', NEWER_THAN_BLACKBOX_0_23),
];

function newerFields(
  program: Compared,
  name: string,
  fields: Readonly<Record<string, readonly string[]>>,
): readonly Exception[] {
  return Object.entries(fields).map(([version, at]) => ({
    program,
    why: 'older',
    reason: `${name} takes it since ${version}`,
    peer: 'knows no field',
    at,
  }));
}
