import type { YamlNode } from '../../parse/yaml-node.ts';
import type { Program } from './departure.ts';

// What vmagent has and Prometheus has not (VictoriaMetrics v1.140, lib/promscrape/config.go, lib/promauth/config.go,
// lib/promrelabel/config.go, lib/envtemplate): fields ...
const FIELDS = [
  'stream_parse',
  'scrape_align_interval',
  'scrape_offset',
  'series_limit',
  '(?:metric_)?relabel_debug',
  'no_stale_markers',
  'disable_compression',
  'disable_keepalive',
  'max_scrape_size',
  'proxy_(?:authorization|basic_auth|bearer_token(?:_file)?|headers|oauth2|tls_config)',
  '(?:yandexcloud|consulagent)_sd_configs',
  'if',
  // Google's fork of Prometheus (GoogleCloudPlatform/prometheus, config/config.go).
  'google_cloud',
];
// ... actions of relabelings, and lists where Prometheus has a text or a mapping.
const ACTIONS =
  'keep_metrics|drop_metrics|replace_all|labelmap_all|keep_if_equal|drop_if_equal|keep_if_contains|drop_if_contains|graphite';
const OF_VMAGENT = new RegExp(
  [
    String.raw`(?<![\w.-])(?:${FIELDS.join('|')})["']?[ \t]*:`,
    String.raw`\baction["']?[ \t]*:[ \t]*["']?(?:${ACTIONS})\b`,
    String.raw`\bregex["']?[ \t]*:[ \t]*(?:\[|\n[ \t]*- )`,
    String.raw`\bheaders["']?[ \t]*:[ \t]*(?:\[[ \t]*|\n[ \t]*- )["']?[\w-]+:`,
    String.raw`%\{\w+\}`,
  ].join('|'),
);

// ribbybibby/ssl_exporter config/config.go, at v2.4: it has modules as the blackbox exporter, and other probers.
const OF_SSL_EXPORTER =
  /(?<![\w.-])default_module["']?[ \t]*:|\bprober["']?[ \t]*:[ \t]*["']?(?:https|file|http_file|kubernetes|kubeconfig)\b/;
const FOREIGN: Readonly<Partial<Record<Program, RegExp>>> = { prometheus: OF_VMAGENT, blackbox: OF_SSL_EXPORTER };

/** True where a configuration has what its program does not know, since other software reads it. */
export function isOfOthers(node: YamlNode, program: Program): boolean {
  return FOREIGN[program]?.test(node.source.text.slice(node.start, node.end)) === true;
}
