import { describe, expect, test } from '@jest/globals';
import type { Texts } from '../marks.ts';
import { pathsIn } from './mount-sketch.ts';

const JOB = 'scrape_configs: [{job_name: a, scheme: https, tls_config: {ca_file: /certs/a.pem}}]\n';
const RELATIVE = JOB.replace('/certs/a.pem', 'certs/a.pem');

function compose(volumes: string, service = 'image: prom/prometheus\n    command: [--config.file=/etc/p.yml]'): string {
  return `services:\n  prometheus:\n    ${service}\n    volumes: [${volumes}]\n`;
}

const PEM = { 'certs/a.pem': '', 'certs/b.pem': '' };
const ROWS: readonly (readonly [name: string, files: Texts, expected: string])[] = [
  [
    'the file that is mounted there',
    { 'compose.yaml': compose('./p.yml:/etc/p.yml, ./certs:/certs'), 'p.yml': JOB, ...PEM },
    '/certs/a.pem: certs/a.pem',
  ],
  [
    'a file that should be there',
    { 'compose.yaml': compose('./p.yml:/etc/p.yml, ./certs:/certs'), 'p.yml': JOB, 'certs/b.pem': '' },
    '/certs/a.pem: no certs/a.pem',
  ],
  [
    'nothing where another volume is mounted deeper',
    { 'compose.yaml': compose('./p.yml:/etc/p.yml, ./certs:/certs, "x:/certs/a.pem"'), 'p.yml': JOB, ...PEM },
    '/certs/a.pem: ?',
  ],
  [
    'nothing where the file is read by nobody',
    { 'compose.yaml': compose('./certs:/certs'), 'p.yml': JOB, ...PEM },
    '/certs/a.pem: ?',
  ],
  [
    'what lies beside the file as it is mounted',
    { 'compose.yaml': compose('./p.yml:/etc/p.yml, ./pki:/etc/certs'), 'p.yml': RELATIVE, 'pki/a.pem': '', ...PEM },
    'certs/a.pem: pki/a.pem',
  ],
  [
    'what is committed beside it where no mount speaks of that',
    { 'compose.yaml': compose('./p.yml:/etc/p.yml'), 'p.yml': RELATIVE, ...PEM },
    'certs/a.pem: certs/a.pem',
  ],
  [
    'nothing where two that read it see different files',
    {
      'compose.yaml': compose('./p.yml:/etc/p.yml, ./certs:/certs'),
      'other/compose.yaml': compose('../p.yml:/etc/p.yml'),
      'p.yml': JOB,
      ...PEM,
    },
    '/certs/a.pem: ?',
  ],
  [
    'nothing missing where a file is laid over that of the volumes',
    {
      'compose.yaml': compose('./p.yml:/etc/p.yml, ./certs:/certs'),
      'compose.prod.yaml': 'services: {}\n',
      'p.yml': JOB,
      'certs/b.pem': '',
    },
    '/certs/a.pem: ?',
  ],
  [
    'the file that the configuration of the image reads',
    {
      'compose.yaml': compose(
        './p.yml:/etc/prometheus/prometheus.yml, ./certs:/certs',
        'image: prom/prometheus:v3.5.0',
      ),
      'p.yml': JOB,
      ...PEM,
    },
    '/certs/a.pem: certs/a.pem',
  ],
  [
    'nothing where the image is made here',
    {
      'compose.yaml': compose(
        './p.yml:/etc/prometheus/prometheus.yml, ./certs:/certs',
        'image: prom/prometheus\n    build: .',
      ),
      'p.yml': JOB,
      ...PEM,
    },
    '/certs/a.pem: ?',
  ],
];

test.each(ROWS)('a path in a prometheus.yml leads to %s', (_, files, expected) => {
  expect(pathsIn(files)).toEqual([expected]);
});

test('a path mapping counts before a mount', () => {
  const files = {
    'compose.yaml': compose('./p.yml:/etc/p.yml, ./certs:/certs'),
    'p.yml': JOB,
    'pki/a.pem': '',
    ...PEM,
  };
  expect(pathsIn(files, { '/certs': 'pki' })).toEqual(['/certs/a.pem: pki/a.pem']);
});

test('a configuration that stands in a compose file is read where the service has it', () => {
  const service = 'image: prom/prometheus\n    configs: [{source: p, target: /etc/prometheus/prometheus.yml}]';
  const text = `${compose('./certs:/certs', service)}configs: {p: {content: ${JSON.stringify(JOB)}}}\n`;
  expect(pathsIn({ 'compose.yaml': text, ...PEM })).toEqual(['/certs/a.pem: certs/a.pem']);
});

describe('a generator of Kustomize', () => {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - image: prom/prometheus
      volumeMounts: [{name: p, mountPath: /etc/prometheus}, {name: c, mountPath: /certs}]
  volumes: [{name: p, configMap: {name: p}}, {name: c, secret: {secretName: c}}]
`;
  const generators = 'configMapGenerator: [{name: p, files: [prometheus.yml=p.yaml]}]\n';
  const files = { 'pod.yaml': `# --config.file\n${pod}`, 'p.yaml': JOB, 'certs/a.pem': '' };

  test('makes entries of files, under their names or others', () => {
    const kustomization = `${generators}secretGenerator: [{name: c, files: [certs/a.pem]}]\n`;
    expect(pathsIn({ 'kustomization.yml': kustomization, ...files })).toEqual(['/certs/a.pem: certs/a.pem']);
  });

  test('makes none of a file that is not there', () => {
    const secrets = '[{name: c, files: [certs/a.pem]}, {name: c, files: [a.pem=certs/b.pem]}]';
    const kustomization = `${generators}secretGenerator: ${secrets}\n`;
    expect(pathsIn({ Kustomization: kustomization, ...files })).toEqual(['/certs/a.pem: certs/a.pem']);
  });

  test.each([
    ['there is no such file', '[{name: c, files: [certs/b.pem]}]'],
    ['the file is none of the repository', '[{name: c, files: [a.pem=../certs/a.pem]}]'],
    ['the key is another', '[{name: c, files: [b.pem=certs/a.pem]}]'],
    ['two may be meant', '[{name: c, files: [certs/a.pem]}, {name: c, files: [a.pem=p.yaml]}]'],
    ['it is of another kind', '[]\nconfigMapGenerator: [{name: c, files: [certs/a.pem]}]'],
    ['it is no list', '{name: c}'],
    ['the kustomization cannot be read', '[}'],
    ['the kustomization is no text', '[{name: c, files: [certs/a.pem]}] # \0'],
  ])('says nothing where %s', (_, secrets) => {
    const kustomization = `${generators}secretGenerator: ${secrets}\n`;
    expect(pathsIn({ Kustomization: kustomization, ...files })).toEqual(['/certs/a.pem: ?']);
  });
});

function resource(spec: string, metadata = 'name: p, namespace: m'): string {
  return `---\napiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {${metadata}}\nspec: {${spec}}\n`;
}

describe('a Prometheus resource', () => {
  const monitor = `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: s, namespace: apps}
spec: {endpoints: [{port: web, bearerTokenFile: /etc/prometheus/secrets/auth/token}]}
`;
  const secret =
    '---\napiVersion: v1\nkind: Secret\nmetadata: {name: auth, namespace: m}\nstringData: {token: hunter2}\n';

  test.each([
    ['the Secrets that it names', resource('secrets: [auth]'), 'hunter2'],
    ['nothing of a Secret that it does not name', resource('secrets: [other]'), '?'],
    ['nothing where another may scrape', resource('secrets: [auth]') + resource('replicas: 1', 'name: q'), '?'],
    [
      'what each of two has',
      resource('secrets: [auth]') + resource('secrets: [auth]', 'name: q, namespace: m'),
      'hunter2',
    ],
    [
      'volumes of its own',
      resource(
        'volumes: [{name: v, secret: {secretName: auth}}], volumeMounts: [{name: v, mountPath: /etc/prometheus/secrets/auth}]',
      ),
      'hunter2',
    ],
    ['nothing that a template names', resource("secrets: ['{{ x }}']"), '?'],
  ])('gives its monitors %s', (_, resources, expected) => {
    const files = { 'all.yaml': resources + monitor + secret };
    expect(pathsIn(files)).toEqual([`/etc/prometheus/secrets/auth/token: ${expected}`]);
  });

  test('gives its remote writes and the jobs of a Secret the same', () => {
    const jobs = 'scrape_configs.yml: "- {job_name: a, bearer_token_file: /etc/prometheus/secrets/auth/token}"';
    const spec = `secrets: [auth], additionalScrapeConfigs: {name: jobs, key: scrape_configs.yml}, remoteWrite: [{url: 'https://w', bearerTokenFile: /etc/prometheus/secrets/auth/token}]`;
    const own = `---\napiVersion: v1\nkind: Secret\nmetadata: {name: jobs, namespace: m}\nstringData: {${jobs}}\n`;
    expect(pathsIn({ 'all.yaml': resource(spec) + own + secret })).toEqual([
      '/etc/prometheus/secrets/auth/token: hunter2',
      '/etc/prometheus/secrets/auth/token: hunter2',
    ]);
  });

  test('is the same in the values of a chart', () => {
    const values = `prometheus:
  prometheusSpec:
    secrets: [auth]
    additionalScrapeConfigs: [{job_name: a, bearer_token_file: /etc/prometheus/secrets/auth/token}]
`;
    expect(pathsIn({ 'values.yaml': values, 'secret.yaml': secret })).toEqual([
      '/etc/prometheus/secrets/auth/token: hunter2',
    ]);
  });

  test('is told from the Alertmanager of the same values', () => {
    const values = `prometheus:
  prometheusSpec:
    secrets: [auth]
    additionalScrapeConfigs: [{job_name: a, bearer_token_file: /etc/prometheus/secrets/auth/token}]
alertmanager:
  alertmanagerSpec: {secrets: [auth], web: {tlsConfig: {}}}
`;
    expect(pathsIn({ 'values.yaml': values, 'secret.yaml': secret })).toEqual([
      '/etc/prometheus/secrets/auth/token: hunter2',
    ]);
  });
});

test('the chart of Prometheus mounts the Secrets that its values name', () => {
  const values = `server:
  extraFlags: [web.enable-lifecycle]
  extraSecretMounts: [{name: a, mountPath: /etc/secrets, secretName: auth}, {name: b, mountPath: /etc/secrets/token}]
serverFiles:
  prometheus.yml:
    scrape_configs: [{job_name: a, bearer_token_file: /etc/secrets/token}]
`;
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: auth}\nstringData: {token: hunter2}\n';
  expect(pathsIn({ 'values.yaml': values, 'secret.yaml': secret })).toEqual(['/etc/secrets/token: hunter2']);
});

test('a path in an embedded document is not looked for beside its file', () => {
  const config = JSON.stringify({ 'prometheus.yml': RELATIVE });
  const files = { 'p.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: p}\ndata: ${config}\n`, ...PEM };
  expect(pathsIn(files)).toEqual(['certs/a.pem: ?']);
});
