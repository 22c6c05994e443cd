import { expect, test } from '@jest/globals';
import { departuresIn, wantedIn } from './wanted-departures.ts';

/** Configurations of which each line stands for itself; those of Prometheus' `config/testdata` are alike. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'jobs have names, timeouts and protocols that go together': `
global:
  scrape_interval: 30s
  scrape_timeout: 31s # want: global scrape timeout greater than scrape interval
  scrape_protocols: [] # want: scrape_protocols cannot be empty
  external_labels: { a: 1, '': b } # want: "" is not a valid label name
rule_files: [rules/*/a.yml, rules/*.yml] # want: invalid rule file path "..."
scrape_configs:
  - job_name: first
    scrape_timeout: 40s # want: scrape timeout greater than scrape interval for scrape config with job name "first"
  - job_name: first # want: found multiple scrape configs with job name "first"
    scrape_interval: 5s
    scrape_timeout: 5001ms # want: scrape timeout greater than scrape interval for scrape config with job name "first"
  - job_name: second
    scrape_interval: 1m
    scrape_timeout: 60s
    scrape_protocols:
      - PrometheusProto
      - prometheusproto # want: duplicated protocol in scrape_protocols | scrape_protocols: unknown scrape protocol prometheusproto, supported: [OpenMetricsText0.0.1 OpenMetricsText1.0.0 PrometheusProto PrometheusText0.0.4 PrometheusText1.0.0]
    sample_limit: '5' # want: cannot unmarshal !!str \`5\` into uint
  - metrics_path: /metrics # want: job_name is empty
  - ~ # want: empty or null scrape config section
`,
  'a target is a host and a port': `
scrape_configs:
  - job_name: plain
    static_configs:
      - targets:
          - node:9100
          - http://node:9100 # want: it is not a valid hostname
          - node:9100/metrics # want: it is not a valid hostname
          - '' # want: no address
        labels: { '': x } # want: "" is not a valid label name
      - ~ # want: empty or null section in static_configs
  - job_name: keeps its address
    static_configs:
      - targets: [node/metrics] # want: it is not a valid hostname
    relabel_configs:
      - { target_label: instance, replacement: x }
  - job_name: probe
    static_configs:
      - targets: ['http://example.org/']
    relabel_configs:
      - { source_labels: [__address__], target_label: __param_target }
      - { target_label: __address__, replacement: 'blackbox:9115' }
`,
  'relabelings have what their action needs': `
scrape_configs:
  - job_name: first
    relabel_configs:
      - action: replce # want: unknown relabel action "replce"
      - action: ~ # want: relabel action cannot be empty
      - action: Replace
        target_label: a
      - regex: a # want: relabel configuration for replace action requires 'target_label' value
      - action: hashmod # want: relabel configuration for hashmod requires non-zero modulus
        target_label: a
      - action: labelmap
        replacement: '' # want: "" is invalid 'replacement' for labelmap action
      - action: uppercase
        target_label: a
        replacement: b # want: 'replacement' can not be set for uppercase action
      - action: labeldrop
        regex: a
        source_labels: [] # want: labeldrop action requires only 'regex', and no other fields
        separator: ';'
      - action: keepequal
        source_labels: [a]
        target_label: b
        regex: (.*) # want: keepequal action requires only 'source_labels' and \`target_label\`, and no other fields
      - target_label: a
        regex: a(b # want: error parsing regexp: missing closing )
      - ~ # want: empty or null target relabeling rule in scrape config
    metric_relabel_configs:
      - ~ # want: empty or null metric relabeling rule in scrape config
`,
  'names are escaped as they are checked': `
global:
  metric_name_validation_scheme: legacy
  metric_name_escaping_scheme: none # want: unknown global name escaping method specified, must be one of 'allow-utf-8', 'underscores', 'dots', or 'values', got "none"
scrape_configs:
  - job_name: first
    metric_name_escaping_scheme: allow-utf-8 # want: utf8 metric names requested but validation scheme is not set to UTF8
  - job_name: second
    metric_name_validation_scheme: utf8
    metric_name_escaping_scheme: allow-utf-8
  - job_name: third
    metric_name_validation_scheme: ascii # want: unrecognized ValidationScheme: "ascii"
otlp:
  translation_strategy: NoTranslation # want: OTLP translation strategy "NoTranslation" is not allowed when UTF8 is disabled
`,
};

for (const [name, text] of Object.entries(CONFIGURATIONS)) {
  test(name, () => {
    expect(departuresIn('prometheus.yml', text)).toStrictEqual(wantedIn(text));
  });
}
