import { describe, expect, test } from '@jest/globals';
import { meaningsIn } from '../../meaning.ts';

/** What is said of a file: the line, what is marked there, the kind and the path. */
function departuresIn(path: string, text: string): readonly string[] {
  return meaningsIn(path, text)
    .flatMap(({ departures }) => departures)
    .map(({ at, kind, path: place }) => {
      const { text: whole } = at.file;
      const line = whole.slice(0, at.start).split('\n').length;
      return `${line} ${kind} \`${whole.slice(at.start, at.end)}\` ${place}`;
    });
}

const PLACES: readonly (readonly [name: string, text: string, wanted: readonly string[]])[] = [
  [
    'an unknown field at its key',
    'scrape_configs:\n- job_name: a\n  foo: 1\n',
    ['3 unknown `foo` scrape_configs[a].foo'],
  ],
  [
    'the name of a job that is misspelt, and is a name in the path all the same',
    'scrape_configs:\n- jobName: a\n',
    ['2 unknown `jobName` scrape_configs[a].jobName'],
  ],
  [
    'a value where it is',
    'scrape_configs:\n- job_name: a\n  honor_labels: "true"\n',
    ['3 invalid `"true"` scrape_configs[a].honor_labels'],
  ],
  [
    'a block in the place of a value at its key',
    'scrape_configs:\n- job_name: a\n  scheme:\n    a: b\n',
    ['3 invalid `scheme` scrape_configs[a].scheme'],
  ],
  [
    'what is missing at the block',
    'scrape_configs:\n- scheme: http\n',
    ['2 missing `scheme` scrape_configs[].job_name'],
  ],
  [
    'fields that exclude each other at the last',
    'scrape_configs:\n- job_name: a\n  basic_auth: {username: a}\n  bearer_token_file: b\n',
    ['4 conflict `bearer_token_file` scrape_configs[a].bearer_token_file'],
  ],
  [
    'a key that comes twice at the second',
    'scrape_configs:\n- job_name: a\n  scheme: http\n  scheme: https\n',
    ['4 duplicate `scheme` scrape_configs[a].scheme'],
  ],
  [
    'each of several entries of a key',
    'scrape_configs:\n- job_name: a\n  honor_labels: a\n  honor_labels: b\n',
    [
      '3 invalid `a` scrape_configs[a].honor_labels',
      '4 duplicate `honor_labels` scrape_configs[a].honor_labels',
      '4 invalid `b` scrape_configs[a].honor_labels',
    ],
  ],
  [
    'what is merged and repeated once, where it stands',
    'scrape_configs:\n- &a\n  job_name: a\n  foo: 1\n- <<: *a\n  job_name: b\n',
    ['4 unknown `foo` scrape_configs[a].foo'],
  ],
  [
    'a label that is merged and set once more, at the second',
    'scrape_configs:\n- job_name: a\n  static_configs:\n  - &a\n    labels: &b {c: d}\n  - labels:\n      <<: *b\n      c: e\n',
    ['8 duplicate `c` scrape_configs[a].static_configs[].labels.c'],
  ],
  [
    'a label that is merged and set once more where all are read anew, at the second',
    'scrape_configs:\n- job_name: a\n  static_configs: [{labels: &a {b: c}}]\nglobal:\n  external_labels: {<<: *a, b: d}\n',
    ['5 duplicate `b` global.external_labels.b'],
  ],
  [
    'an unknown field, whatever is merged in it',
    'scrape_configs:\n- job_name: a\n  params: &a {b: [c]}\n  foo: {<<: *a, b: d}\n',
    ['4 unknown `foo` scrape_configs[a].foo'],
  ],
  [
    'a null item at its place, beside what is wrong with the next',
    'scrape_configs:\n- job_name: a\n  relabel_configs: [~, {target_label: b, foo: 1}]\n',
    ['3 invalid `~` scrape_configs[a].relabel_configs[]', '3 unknown `foo` scrape_configs[a].relabel_configs[].foo'],
  ],
];

test.each(PLACES)('a departure stands at %s', (_name, text, wanted) => {
  expect(departuresIn('prometheus.yml', text)).toEqual(wanted);
});

describe('another tool puts in', () => {
  const ROWS: readonly (readonly [name: string, text: string, wanted: readonly string[]])[] = [
    ['a value', 'scrape_configs:\n- job_name: a\n  honor_labels: {{ .a }}\n', []],
    [
      'what stands below',
      'scrape_configs:\n- job_name: a\n  foo: {a: {{ .a }}}\n  bar: 1\n',
      ['4 unknown `bar` scrape_configs[a].bar'],
    ],
    ['other entries', 'scrape_configs:\n- scheme: http\n  {{- toYaml .a | nindent 2 }}\n', []],
    [
      'either of two',
      'scrape_configs:\n- job_name: a\n  {{ if .a }}\n  bearer_token: b\n  {{ else }}\n  basic_auth: {username: c}\n  {{ end }}\n',
      [],
    ],
    [
      'either of two that are wrong',
      'scrape_configs:\n- job_name: a\n  {{ if .a }}\n  honor_labels: a\n  {{ else }}\n  honor_labels: b\n  {{ end }}\n',
      ['4 invalid `a` scrape_configs[a].honor_labels', '6 invalid `b` scrape_configs[a].honor_labels'],
    ],
    [
      'the whole file',
      '{{ if .a }}\nscrape_configs:\n- scheme: http\n{{ end }}\n',
      ['3 missing `scheme` scrape_configs[].job_name'],
    ],
  ];

  test.each(ROWS)('%s, and nothing is said of that', (_name, text, wanted) => {
    expect(departuresIn('prometheus.yml', text)).toEqual(wanted);
  });
});

test('a departure stands on its line in what carries the configuration', () => {
  const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data:
  prometheus.yml: |
    scrape_configs:
    - job_name: a
      tls_config: {ca_flie: b}
`;
  expect(departuresIn('configmap.yaml', text)).toEqual([
    '8 unknown `ca_flie` ConfigMap/a: data.prometheus.yml.scrape_configs[a].tls_config.ca_flie',
  ]);
});

test('a field of a custom resource that is spelt as that of a file is pruned', () => {
  const text = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: a}
spec:
  selector: {}
  endpoints:
  - port: web
    tls_config: {insecure_skip_verify: true}
    tlsconfg: {}
`;
  const [meaning] = meaningsIn('monitor.yaml', text);
  expect(
    meaning?.departures.map(({ kind, field, nearest, isOfSecurity }) => ({ kind, field, nearest, isOfSecurity })),
  ).toEqual([
    { kind: 'pruned', field: 'tls_config', nearest: 'tlsConfig', isOfSecurity: true },
    { kind: 'unknown', field: 'tlsconfg', nearest: 'tlsConfig', isOfSecurity: true },
  ]);
});

test('the same name in another spelling is meant, and not one that is nearer by its letters', () => {
  const [meaning] = meaningsIn(
    'alertmanager.yml',
    'global: {rocketchatTokenIdFile: a}\nroute: {receiver: b}\nreceivers: [{name: b}]\n',
  );
  expect(meaning?.departures.map(({ nearest }) => nearest)).toEqual(['rocketchat_token_id_file']);
});

test.each(['scrape_configs:\n- stream_parse: true\n  foo: 1\n', 'server: a\nclients: []\nscrape_configs: []\n'])(
  'the files of other software are left alone',
  text => {
    expect(departuresIn('prometheus.yml', text)).toEqual([]);
  },
);

test('no departure shows what may be a secret', () => {
  const secret = 'hunter2-hunter2';
  const text = `scrape_configs:
- job_name: a
  basic_auth: {username: a, password: [${secret}]}
  authorization: ${secret}
  oauth2: {client_secret: {a: ${secret}}, token_url: 'http://a:${secret}@%zz'}
  bearer_token: {a: ${secret}}
remote_write:
- url: 'http://user:${secret}@%zz'
  headers: {a: [${secret}]}
`;
  const [meaning] = meaningsIn('prometheus.yml', text);
  const { departures = [] } = meaning ?? {};
  expect(departures.length).toBeGreaterThan(5);
  for (const { text: said, remedy, path } of departures) expect([said, remedy, path].join()).not.toContain('hunter2');
});

test('a field with a block that nobody knows is found in a patch of a resource too', () => {
  const text = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
patches:
- patch: |
    apiVersion: monitoring.coreos.com/v1
    kind: ServiceMonitor
    metadata: {name: a}
    spec:
      endpoints:
      - tls_config: {caFile: a}
`;
  expect(departuresIn('kustomization.yaml', text)).toEqual([
    '10 pruned `tls_config` Kustomization: patches.patch: ServiceMonitor/a: spec.endpoints[].tls_config',
  ]);
});
