import * as fc from 'fast-check';

/** A value of a configuration, before it is said how it is written. Keys are in their order. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value };

/** A configuration of which much can be mended, and the name of its file. */
export interface Misspelt {
  readonly name: string;
  readonly value: Value;
}

const word = fc.constantFrom(
  'node',
  'a.b:9100',
  '/run/secrets/token',
  'two words',
  'x # y',
  "it's",
  '{{ a',
  'é',
  '*.b',
);
const path = fc.constantFrom('ca.pem', '/etc/ca.pem', 'certs/our ca.pem');

/** Some of the entries, in any order. */
function someOf(
  entries: Readonly<Record<string, fc.Arbitrary<Value>>>,
): fc.Arbitrary<{ readonly [key: string]: Value }> {
  return fc
    .shuffledSubarray(Object.keys(entries))
    .chain(keys => fc.tuple(...keys.map(key => entries[key] ?? word)).map(values => ({ keys, values })))
    .map(({ keys, values }) => Object.fromEntries(keys.map((key, at) => [key, values[at] ?? ''])));
}

const SECRET = { name: 'node', key: 'token' };
const secret = fc.constant(SECRET);
const tls = someOf({
  ca_file: path,
  caFile: path,
  server_name: word,
  serverName: word,
  sever_name: word,
  insecure_skip_verify: fc.constantFrom('true', 'no'),
  insecureSkipVerify: fc.constantFrom('true', 'no'),
  'min-version': fc.constantFrom('TLS12', 'TLS1.2', 'tsl12'),
  min_version: fc.constantFrom('TLS12', 'TLS1.3', 'tls13', 'TSL12'),
});
const safeTls = someOf({
  ca: fc.constant({ secret: { name: 'node', key: 'ca.crt' } }),
  server_name: word,
  ServerName: word,
  insecure_skip_verify: fc.constantFrom('true', 'no'),
  insecureSkipVerify: fc.constantFrom('true', 'no'),
});
const relabelings = fc.array(
  someOf({
    source_labels: fc.constant(['a', 'b']),
    sourceLabels: fc.constant(['a']),
    target_label: fc.constant('c'),
    targetLabel: fc.constant('d'),
    sepaator: fc.constant('/'),
  }),
  { maxLength: 2 },
);
const job = someOf({
  scheme: fc.constant('https'),
  tls_config: tls,
  tlsConfig: tls,
  bearer_token_file: path,
  bearer_token: fc.constant('Plover-Dunlin-7'),
  basicAuth: fc.constant({ username: 'node', password_file: 'password' }),
  relabelConfigs: relabelings,
  relabel_configs: relabelings,
  static_configs: fc.constant([{ targets: ['node.internal:9100'] }]),
  scrapeInterval: fc.constant('30s'),
  honor_labels: fc.constantFrom('yes', 'True'),
  sample_limit: fc.constant('10'),
}).map(settings => ({ job_name: 'node', ...settings }));
const endpoint = someOf({
  scheme: fc.constant('https'),
  tlsConfig: safeTls,
  tls_config: safeTls,
  bearerTokenSecret: secret,
  bearer_token_secret: secret,
  metricRelabelings: relabelings,
  metric_relabelings: relabelings,
  basic_auth: fc.constant({ username: SECRET, password: SECRET }),
}).map(settings => ({ port: 'metrics', ...settings }));

/** A file of Prometheus, or a resource of the operator. */
export const misspelt: fc.Arbitrary<Misspelt> = fc.oneof(
  fc
    .array(job, { minLength: 1, maxLength: 2 })
    .map(jobs => ({ name: 'prometheus.yml', value: { global: { scrape_interval: '15s' }, scrape_configs: jobs } })),
  fc.array(endpoint, { minLength: 1, maxLength: 2 }).map(endpoints => ({
    name: 'monitor.yaml',
    value: {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'node' },
      spec: { selector: { matchLabels: { app: 'node' } }, podMetricsEndpoints: endpoints },
    },
  })),
);
