import { expect, test } from '@jest/globals';
import { rangeOf } from '../../../src/report/position.ts';
import { meaningIn } from '../../meaning.ts';
import { wantedIn } from './wanted-departures.ts';

/** Configurations with the versions that each line is of, or that refuse it. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  'a field and a value are of the versions that know them': `
runtime: {} # want: version 2.53-: field runtime not found in type config.plain
scrape_configs:
  - job_name: first
    scrape_classic_histograms: true # want: version 2.45-3.0: field scrape_classic_histograms not found in type config.ScrapeConfig
    tls_config:
      max_version: TLS13 # want: version 2.41-: field max_version not found in type config.plain
    scrape_protocols: # want: version 2.49-: field scrape_protocols not found in type config.ScrapeConfig
      - PrometheusText1.0.0 # want: version 3.0-: scrape_protocols: unknown scrape protocol PrometheusText1.0.0
    ec2_sd_configs:
      - region: a
        basic_auth: {} # want: version 2.41-: field basic_auth not found in type aws.plain
        external_id: a # want: version 3.12-: field external_id not found in type aws.plain
    dns_sd_configs:
      - names: [a]
        type: NS # want: version 2.49-: invalid DNS-SD records type NS
        port: 53
    relabel_configs:
      - action: keepequal # want: version 2.41-: unknown relabel action
        source_labels: [a]
        target_label: b
`,
  'names of labels are of the old form before 3.0': `
global:
  external_labels: { a-b: c } # want: invalid -3.0: "a-b" is not a valid label name
scrape_configs:
  - job_name: first
    static_configs:
      - targets: [node:9100]
        labels: { 1a: b } # want: invalid -3.0: "1a" is not a valid label name
    relabel_configs:
      - source_labels: [a-b] # want: invalid -3.0: "a-b" is not a valid label name
        target_label: a.b # want: invalid -3.0: "a.b" is invalid 'target_label' for replace action
      - target_label: a_$1
      - action: labelmap
        replacement: a-$1 # want: invalid -3.0: "a-$1" is invalid 'replacement' for labelmap action
`,
  'where a file asks for it, names of labels are of the old form later too': `
global:
  metric_name_validation_scheme: legacy # want: version 2.55-: field metric_name_validation_scheme not found in type config.plain
  external_labels: { a-b: c } # want: invalid -: "a-b" is not a valid label name
remote_write:
  - url: http://first
    write_relabel_configs:
      - target_label: a.b # want: invalid -3.0: "a.b" is invalid 'target_label' for replace action | invalid 3.7-: "a.b" is invalid 'target_label' for replace action
`,
  'rules that came later, and those that went away, are of their versions': `
remote_write:
  - url: http://first
    queue_config:
      max_shards: 0 # want: invalid 3.12-: remote write queue max_shards must be positive
    oauth2: # want: missing -2.51: either oauth2 client_secret or client_secret_file must be configured
      client_id: a
      token_url: http://b
scrape_configs:
  - job_name: first
    metric_name_validation_scheme: legacy # want: version 2.55-: field metric_name_validation_scheme not found in type config.ScrapeConfig | invalid 3.4-3.7: utf8 metric names requested but validation scheme is not set to UTF8
alerting:
  alertmanagers:
    - api_version: v1 # want: invalid 3.0-: expected Alertmanager api version to be one of [v2] but got v1
`,
};

for (const [name, text] of Object.entries(CONFIGURATIONS)) {
  test(name, () => {
    const { departures } = meaningIn('prometheus.yml', text);
    const said = departures.map(
      ({ at, kind, since = '', until = '', text: words }) => `${rangeOf(at).line} ${kind} ${since}-${until}: ${words}`,
    );
    expect(said).toStrictEqual(wantedIn(text));
  });
}
