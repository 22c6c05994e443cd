import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { jsonAt, referencesIn, sketchesIn } from './reference-sketch.ts';

/** Where the resources of the operator refer to something; a list in a path is written `[]`, a mapping by name `{}`. */
interface OperatorReferences {
  readonly kinds: readonly {
    readonly kind: string;
    readonly apiVersions: readonly string[];
    readonly secretKeys: readonly string[];
    readonly configMapKeys: readonly string[];
    readonly files: readonly string[];
  }[];
}

/** The fields of `prometheus.yml` that name a file, with what a relative path starts from. */
interface PrometheusFiles {
  readonly httpClient: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
}

const OPERATOR: OperatorReferences = JSON.parse(readFileSync('test/model/fixtures/operator-references.json', 'utf8'));
const PROMETHEUS: PrometheusFiles = JSON.parse(readFileSync('test/model/fixtures/prometheus-files.json', 'utf8'));
const { places: PLACES }: { places: readonly { readonly paths: readonly string[]; readonly kind: string }[] } =
  JSON.parse(readFileSync('test/model/fixtures/prometheus-places.json', 'utf8'));
const CLIENTS = PLACES.filter(({ kind }) => kind === 'http client').flatMap(({ paths }) => paths);

const SELECTOR = { name: 'a', key: 'b' };
// Texts of notifications; files that the server writes.
const UNREAD = /templates\[\]\.|(?:queryLog|scrapeFailureLog)File$/;
const RESOURCES = OPERATOR.kinds.flatMap(places => places.apiVersions.map(apiVersion => ({ ...places, apiVersion })));

describe.each(RESOURCES)('$kind of $apiVersion', ({ kind, apiVersion, secretKeys, configMapKeys, files }) => {
  const sketchesAt = (path: string, value: unknown): readonly string[] =>
    sketchesIn('a.yaml', jsonAt(path, value, { apiVersion, kind })).map(line => line.split(' | ')[2] ?? '');

  test.each([
    { objects: 'Secrets', places: secretKeys, target: 'Secret "a" "b"' },
    { objects: 'ConfigMaps', places: configMapKeys, target: 'ConfigMap "a" "b"' },
  ])('refers to $objects', ({ places, target }) => {
    for (const path of places.filter(place => !UNREAD.test(place))) {
      expect({ path, targets: sketchesAt(path, SELECTOR) }).toEqual({ path, targets: [target] });
    }
  });

  test('refers to files in the Pod', () => {
    for (const path of files.filter(place => !UNREAD.test(place))) {
      expect({ path, targets: sketchesAt(path, 'a') }).toEqual({ path, targets: ['"a" from the process'] });
    }
  });
});

describe('prometheus.yml', () => {
  const rows = [
    ...CLIENTS.filter(path => !path.includes(': ')).flatMap(client =>
      Object.entries(PROMETHEUS.httpClient).map(
        ([field, base]) => [`${client}.${field}`, client.includes('azure_sd') ? 'process' : base] as const,
      ),
    ),
    ...Object.entries(PROMETHEUS.places),
  ];

  test('refers to files, which start from its own folder or from that of the process', () => {
    for (const [path, base] of rows) {
      const targets = referencesIn('a/prometheus.yml', jsonAt(path, 'x', { rule_files: [] })).map(
        ({ target }) => target,
      );
      expect({ path, targets }).toMatchObject({ path, targets: [{ to: 'file', path: { value: 'x' }, base }] });
    }
  });

  test.each([
    ['scrape_configs[].static_configs[].labels.ca_file'],
    ['scrape_configs[].params.key_file[]'],
    ['remote_write[].headers.bearer_token_file'],
    ['global.external_labels.cert_file'],
    ['global.query_log_file'],
    ['scrape_configs[].file_sd_configs[].files[]'],
    ['scrape_configs[].password_file'],
    ['scrape_configs[].basic_auth.password'],
  ])('refers to no file in %s', path => {
    expect(sketchesIn('prometheus.yml', jsonAt(path, 'x', { rule_files: [] }))).toEqual([]);
  });

  test('refers to files of jobs that are named whole, and by a path', () => {
    const files = '["a.yml", "jobs/*.yml", "http://jobs.example/a.yml", "", "{{ b }}.yml"]';
    expect(sketchesIn('prometheus.yml', `scrape_config_files: ${files}\n`)).toEqual([
      'scrape_config_files | scrape configuration | "a.yml" from the document',
      'scrape_config_files | scrape configuration | template {{ b }}.yml from the document',
    ]);
  });
});

test('a web.yml refers to its certificates', () => {
  const fields = 'cert_file: a, key_file: b, client_ca_file: c, min_version: TLS12';
  expect(sketchesIn('web.yml', `tls_server_config: {${fields}}\n`)).toEqual([
    'cert_file | certificate | "a" from the document',
    'key_file | secret private key | "b" from the document',
    'client_ca_file | CA certificate | "c" from the document',
  ]);
});

const MERGED = `scrape_configs:
- &a {job_name: a, authorization: &t {credentials_file: t}, tls_config: {ca_file: ca}}
- {<<: *a, job_name: b, tls_config: {key_file: k}}
- {job_name: c, authorization: *t}
`;

test('what is merged in or repeated is read where it stands', () => {
  expect(sketchesIn('prometheus.yml', MERGED)).toEqual([
    'credentials_file | secret token | "t" from the document',
    'ca_file | CA certificate | "ca" from the document',
    'key_file | secret private key | "k" from the document',
  ]);
});

test('the path of a reference is that of its field, with the names of items', () => {
  const text = 'scrape_configs: [{job_name: a, http_headers: {X-Key: {files: [b]}}, tls_config: {ca_file: c}}]\n';
  expect(referencesIn('prometheus.yml', text).map(({ path, at }) => [path, text.slice(at.start, at.end)])).toEqual([
    ['scrape_configs[a].http_headers.X-Key.files', 'b'],
    ['scrape_configs[a].tls_config.ca_file', 'c'],
  ]);
});
