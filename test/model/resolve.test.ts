import { describe, expect, test } from '@jest/globals';
import { yamlDocumentsOf } from '../../src/documents/yaml-documents.ts';
import type { CommittedSecret, FileTarget, Found, SecretObject } from '../../src/model/model.ts';
import { committedPath, resolved, type Repository } from '../../src/model/references/resolve.ts';
import { usesOf } from '../../src/model/references/use.ts';
import type { PathMappings } from '../../src/model/references/path-mapping.ts';
import { secretObjectOf } from '../../src/model/secrets/secret-object.ts';
import { SourceFile } from '../../src/text/source.ts';
import { treeOf, type Files } from '../tree.ts';
import { NOBODY, referencesIn } from './reference-sketch.ts';

function committed(
  path: string,
  mappings: PathMappings = {},
  base: FileTarget['base'] = 'document',
): string | undefined {
  const file = new SourceFile('deploy/prod/prometheus.yml', '');
  return committedPath(path, base, { dialect: 'prometheus', file, name: '' }, mappings);
}

test.each([
  ['ca.pem', 'deploy/prod/ca.pem'],
  ['./certs/ca.pem', 'deploy/prod/certs/ca.pem'],
  ['certs//ca.pem', 'deploy/prod/certs/ca.pem'],
  ['../certs/./ca.pem', 'deploy/certs/ca.pem'],
  ['../../ca.pem', 'ca.pem'],
  ['../../../ca.pem', undefined],
  ['a/../../../../ca.pem', undefined],
  ['/etc/prometheus/ca.pem', undefined],
])('the path %j in deploy/prod/prometheus.yml means %j', (path, expected) => {
  expect(committed(path)).toBe(expected);
});

test('nothing is known of the folder of a process', () => {
  expect(committed('ca.pem', {}, 'process')).toBeUndefined();
});

describe('a path mapping', () => {
  const mappings = {
    '/etc/prometheus': 'deploy',
    '/etc/prometheus/certs': './pki/issued/',
    '/run/ca.pem': 'pki/ca.pem',
    certs: 'pki',
  };

  test.each([
    ['/etc/prometheus/web.yml', 'deploy/web.yml'],
    ['/etc/prometheus/certs/ca.pem', 'pki/issued/ca.pem'],
    ['/etc/prometheus/certs/../a.pem', 'pki/a.pem'],
    ['/etc/prometheus/certs', 'pki/issued'],
    ['/etc/prometheusx/ca.pem', undefined],
    ['/run/ca.pem', 'pki/ca.pem'],
    ['/run/ca.pem.old', undefined],
    ['certs/ca.pem', 'pki/ca.pem'],
    ['/etc/prometheus/../../../a', undefined],
  ])('sends %j to %j', (path, expected) => {
    expect(committed(path, mappings)).toBe(expected);
    expect(committed(path, mappings, 'process')).toBe(expected);
  });

  test('may end with a slash, and be of the root', () => {
    expect(committed('/certs/ca.pem', { '/certs/': 'pki/' })).toBe('pki/ca.pem');
    expect(committed('/certs/ca.pem', { '/': 'image' })).toBe('image/certs/ca.pem');
  });

  test('has no name that every object has', () => {
    expect(committed('constructor')).toBe('deploy/prod/constructor');
  });
});

/** The files of a repository, of which nothing is left out but what is excluded. */
function filesOf(files: Files, excluded: readonly string[] = []): Repository['files'] {
  return { ...treeOf(files), includes: path => !excluded.includes(path) };
}

/** What the references in the files lead to, by field. */
function foundIn(files: Files, pathMappings: PathMappings = {}, excluded: readonly string[] = []): readonly string[] {
  const texts = Object.entries(files).flatMap(([path, text]) =>
    typeof text === 'string' ? [[path, text] as const] : [],
  );
  const references = texts.flatMap(([path, text]) => (/\.ya?ml$/.test(path) ? referencesIn(path, text) : []));
  const secrets = texts.flatMap(([path, text]) => (path.endsWith('.yaml') ? secretObjectsIn(path, text) : []));
  return resolved(references, { files: filesOf(files, excluded), secrets, pathMappings, ...NOBODY }).map(
    ({ field, found }) => `${field}: ${sketchOf(found)}`,
  );
}

function secretObjectsIn(path: string, text: string): readonly SecretObject[] {
  return yamlDocumentsOf(new SourceFile(path, text)).documents.flatMap(document =>
    document.dialect === 'kubernetes-secret' ? (secretObjectOf(document) ?? []) : [],
  );
}

function sketchOf(found: Found): string {
  if (found.kind === 'file')
    return `${found.path}${found.secret === undefined ? '' : ` with ${secretIn(found.secret)}`}`;
  if (found.kind === 'missing file') return `no ${found.path}`;
  if (found.kind === 'missing key') return `no key in ${found.object.name.value}${found.isSure ? '' : ', perhaps'}`;
  return found.kind === 'entry' ? secretIn(found.secret) : found.kind;
}

function secretIn({ value, nature }: CommittedSecret): string {
  return `${nature} ${value.value.reveal()}`;
}

describe('a file', () => {
  const CONFIG = `scrape_config_files: [jobs/a.yml, jobs/b.yml, b.yml]
scrape_configs:
- tls_config: {ca_file: certs/ca.pem, cert_file: certs/tls.crt, key_file: certs/tls.key}
- tls_config: {ca_file: empty/ca.pem, cert_file: /etc/certs/tls.crt}
- basic_auth: {username_file: secrets/user, password_file: secrets/password}
- authorization: {credentials_file: secrets/token}
- oauth2: {client_secret_file: "{{ x }}", client_certificate_key_file: secrets/key}
- azure_sd_configs: [{tls_config: {ca_file: certs/no.pem}}]
`;
  const FILES = {
    'a/prometheus.yml': CONFIG,
    'a/jobs/a.yml': '',
    'a/certs/ca.pem': '',
    'a/empty/README': '',
    'a/secrets/user': 'admin',
    'a/secrets/password': 'admin\n',
  };

  test('is there with its secret, is missing among its like, or is nothing to be said of', () => {
    expect(foundIn(FILES)).toEqual([
      'scrape_config_files: a/jobs/a.yml',
      'scrape_config_files: no a/jobs/b.yml',
      // Beside it is the file alone that names it.
      'scrape_config_files: unknown',
      'ca_file: a/certs/ca.pem',
      'cert_file: no a/certs/tls.crt',
      'key_file: unknown',
      'ca_file: unknown',
      'cert_file: unknown',
      'username_file: a/secrets/user',
      'password_file: a/secrets/password with default admin',
      'credentials_file: unknown',
      'client_secret_file: unknown',
      'client_certificate_key_file: unknown',
      'ca_file: unknown',
    ]);
  });

  test('that is excluded is not read', () => {
    const found = foundIn(FILES, {}, ['a/secrets/password']);
    expect(found).toContain('password_file: a/secrets/password');
  });

  test('in a Pod is found through a path mapping', () => {
    const head = 'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\n';
    const spec =
      'spec: {endpoints: [{bearerTokenFile: /run/token, tlsConfig: {caFile: /run/no.pem, keyFile: token}}]}\n';
    const files = { 'm.yml': head + spec, 'run/token': 'hunter2', 'run/ca.pem': '' };
    expect(foundIn(files, { '/run': 'run' })).toEqual([
      'bearerTokenFile: run/token with literal hunter2',
      'caFile: no run/no.pem',
      'keyFile: unknown',
    ]);
  });

  test('of a private key is judged elsewhere', () => {
    const files = { 'prometheus.yml': 'scrape_configs: [{tls_config: {key_file: k}}]\n', k: 'hunter2' };
    expect(foundIn(files)).toEqual(['key_file: k']);
  });

  test('that cannot be read is there', () => {
    const files = { 'prometheus.yml': 'scrape_configs: [{bearer_token_file: k}]\n', k: 'hunter2' };
    const references = referencesIn('prometheus.yml', files['prometheus.yml']);
    const unreadable = { ...filesOf(files), read: () => ({ reason: 'it is too large' }) };
    const [reference] = resolved(references, { files: unreadable, secrets: [], pathMappings: {}, ...NOBODY });
    expect(reference?.found).toEqual({ kind: 'file', path: 'k' });
  });
});

/** A monitor that refers to a key of a Secret. */
function monitor(selector: string, metadata = 'namespace: n'): string {
  const spec = `spec: {endpoints: [{authorization: {credentials: {${selector}}}}]}`;
  return `---\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {${metadata}}\n${spec}\n`;
}

function secret(metadata: string, fields = 'stringData: {token: hunter2}'): string {
  return `---\napiVersion: v1\nkind: Secret\nmetadata: {${metadata}}\n${fields}\n`;
}

describe('an entry of a Secret', () => {
  const TOKEN = monitor('name: s, key: token');
  const OTHER = monitor('name: s, key: other');

  test.each([
    ['is found by name and namespace', [TOKEN, secret('name: s, namespace: n')], 'literal hunter2'],
    ['is missing', [OTHER, secret('name: s, namespace: n')], 'no key in s'],
    ['is of another namespace', [TOKEN, secret('name: s, namespace: m')], 'unknown'],
    ['is of another Secret', [TOKEN, secret('name: t, namespace: n')], 'unknown'],
    ['is of a Secret without a namespace', [TOKEN, secret('name: s')], 'literal hunter2'],
    ['is missing in one without a namespace', [OTHER, secret('name: s')], 'no key in s, perhaps'],
    [
      'is referred to without a namespace',
      [monitor('name: s, key: other', ''), secret('name: s')],
      'no key in s, perhaps',
    ],
    ['is of one of two', [monitor('name: s, key: token', ''), secret('name: s'), secret('name: s')], 'unknown'],
    [
      'is of none of two',
      [OTHER, secret('name: s, namespace: n'), secret('name: s, namespace: n')],
      'no key in s, perhaps',
    ],
    [
      'is sure to be missing among others of other namespaces',
      [OTHER, secret('name: s, namespace: n'), secret('name: s, namespace: m')],
      'no key in s',
    ],
    ['may be added', [OTHER, secret('name: s, namespace: n', 'data: {}')], 'unknown'],
    ['is optional', [monitor('name: s, key: other, optional: true'), secret('name: s, namespace: n')], 'unknown'],
    ['has a key that is not known', [monitor('name: s, key: "{{ k }}"'), secret('name: s, namespace: n')], 'unknown'],
    ['has no key', [monitor('name: s'), secret('name: s, namespace: n')], 'unknown'],
    [
      'has a template for a namespace',
      [monitor('name: s, key: token', 'namespace: "{{ n }}"'), secret('name: s')],
      'literal hunter2',
    ],
  ])('%s', (_name, texts, found) => {
    expect(foundIn({ 'a.yaml': texts.join('') })).toEqual([`credentials: ${found}`]);
  });

  test('is found in each overlay that has it', () => {
    const files = {
      'base/a.yaml': TOKEN + secret('name: s, namespace: n', 'stringData: {user: a}'),
      'dev/a.yaml': secret('name: s, namespace: n', 'stringData: {token: Wren-1}'),
      'prod/a.yaml': secret('name: s, namespace: n', 'stringData: {token: Hawk-9}'),
    };
    expect(foundIn(files)).toEqual(['credentials: literal Wren-1', 'credentials: literal Hawk-9']);
  });

  test('may be of the namespace that the reference names', () => {
    const cluster = 'apiVersion: monitoring.googleapis.com/v1\nkind: ClusterPodMonitoring\n';
    const selector = '{secret: {namespace: m, name: s, key: token}}';
    const text = `${cluster}spec: {endpoints: [{authorization: {credentials: ${selector}}}]}\n`;
    const found = (namespace: string): readonly string[] =>
      foundIn({ 'a.yaml': text + secret(`name: s, namespace: ${namespace}`) });
    expect(found('m')).toEqual(['credentials.secret: literal hunter2']);
    expect(found('n')).toEqual(['credentials.secret: unknown']);
  });

  test('is none of a ConfigMap', () => {
    const spec = '{endpoints: [{tlsConfig: {ca: {configMap: {name: s, key: other}}}}]}';
    const text = `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {namespace: n}\nspec: ${spec}\n`;
    expect(foundIn({ 'a.yaml': text + secret('name: s, namespace: n') })).toEqual(['ca.configMap: unknown']);
  });
});

test('what names nothing leads nowhere', () => {
  expect(foundIn({ 'prometheus.yml': 'scrape_configs: [{authorization: {}}]\n' })).toEqual(['authorization: unknown']);
});

const CERTIFICATES = { 'a/ca.pem': '', 'a/tls.crt': '', 'tls.key': '' };

test('the uses of a committed file are the fields that lead to it, each place once', () => {
  const files = {
    ...CERTIFICATES,
    'a/prometheus.yml': `x: &t {ca_file: ca.pem, cert_file: tls.crt, key_file: ../tls.key}
scrape_configs:
- {job_name: a, tls_config: *t}
- {job_name: b, tls_config: *t}
- {job_name: c, tls_config: {ca_file: ca.pem}}
- {job_name: d, tls_config: {ca_file: "{{ x }}", ca: inline}}
- {job_name: e, tls_config: {ca_file: /abs/ca.pem}}
`,
    'a/web.yml': 'tls_server_config: {cert_file: tls.crt, key_file: ../tls.key, client_ca_file: ca.pem}\n',
  };
  const references = ['a/prometheus.yml', 'a/web.yml'] as const;
  const uses = usesOf(
    resolved(
      references.flatMap(path => referencesIn(path, files[path])),
      { files: filesOf(files), secrets: [], pathMappings: {}, ...NOBODY },
    ),
  );
  const seen = [...uses].map(
    ([path, fields]) => `${path}: ${fields.map(({ field, as }) => `${field} as ${as}`).join(', ')}`,
  );
  expect(seen.sort()).toEqual([
    'a/ca.pem: ca_file as ca, ca_file as ca, client_ca_file as ca',
    'a/tls.crt: cert_file as certificate, cert_file as certificate',
    'tls.key: key_file as key, key_file as key',
  ]);
});

test('a hundred thousand references to one file are put together in no time', () => {
  const [reference] = referencesIn('prometheus.yml', 'scrape_configs: [{tls_config: {ca_file: ca.pem}}]\n');
  if (reference === undefined) throw new Error('there is no reference');
  const references = Array.from({ length: 100_000 }, (_, start) => ({ ...reference, at: { ...reference.at, start } }));
  const files = filesOf({ 'ca.pem': '' });
  expect(usesOf(resolved(references, { files, secrets: [], pathMappings: {}, ...NOBODY })).get('ca.pem')).toHaveLength(
    100_000,
  );
});
