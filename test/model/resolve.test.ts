import { describe, expect, test } from '@jest/globals';
import type { DialectId } from '../../src/documents/document.ts';
import { committedPath, usesOf, type PathMappings } from '../../src/model/resolve.ts';
import { SourceFile } from '../../src/text/source.ts';
import { meaningIn } from '../meaning.ts';

function committed(path: string, mappings: PathMappings = {}, dialect: DialectId = 'prometheus'): string | undefined {
  return committedPath(path, { dialect, file: new SourceFile('deploy/prod/prometheus.yml', ''), name: '' }, mappings);
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
  expect(committed(path, {}, 'web-config')).toBe(expected);
});

test('paths in resources and values are inside a container, where nothing is known of', () => {
  expect(committed('ca.pem', {}, 'operator')).toBeUndefined();
  expect(committed('ca.pem', {}, 'helm-values')).toBeUndefined();
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
    expect(committed(path, mappings, 'operator')).toBe(expected);
  });

  test('may end with a slash, and be of the root', () => {
    expect(committed('/certs/ca.pem', { '/certs/': 'pki/' })).toBe('pki/ca.pem');
    expect(committed('/certs/ca.pem', { '/': 'image' })).toBe('image/certs/ca.pem');
  });

  test('has no name that every object has', () => {
    expect(committed('constructor')).toBe('deploy/prod/constructor');
  });
});

test('the uses of a committed file are the fields that lead to it, each place once', () => {
  const config = meaningIn(
    'a/prometheus.yml',
    `x: &t {ca_file: ca.pem, cert_file: tls.crt, key_file: ../tls.key}
scrape_configs:
- {job_name: a, tls_config: *t}
- {job_name: b, tls_config: *t}
- {job_name: c, tls_config: {ca_file: ca.pem}}
- {job_name: d, tls_config: {ca_file: "{{ x }}", ca: inline}}
- {job_name: e, tls_config: {ca_file: /abs/ca.pem}}
`,
  );
  const web = meaningIn(
    'a/web.yml',
    'tls_server_config: {cert_file: tls.crt, key_file: ../tls.key, client_ca_file: ca.pem}\n',
  );
  const uses = usesOf([...config.clients, ...web.clients], [...config.servers, ...web.servers], {});
  const seen = [...uses].map(
    ([path, fields]) => `${path}: ${fields.map(({ field, as }) => `${field} as ${as}`).join(', ')}`,
  );
  expect(seen.sort()).toEqual([
    'a/ca.pem: ca_file as ca, ca_file as ca, client_ca_file as ca',
    'a/tls.crt: cert_file as certificate, cert_file as certificate',
    'tls.key: key_file as key, key_file as key',
  ]);
});

test('a hundred thousand uses of one file are put together in no time', () => {
  const client = meaningIn('prometheus.yml', 'scrape_configs: [{tls_config: {ca_file: ca.pem}}]\n').clients[0];
  if (client?.tls?.ca?.to !== 'file') throw new Error('the client has no CA file');
  const { tls } = client;
  const { ca } = client.tls;
  const clients = Array.from({ length: 100_000 }, (_, start) => {
    const path = { value: 'ca.pem', span: { ...ca.path.span, start } };
    return { ...client, tls: { ...tls, ca: { ...ca, path } } };
  });
  expect(usesOf(clients, [], {}).get('ca.pem')).toHaveLength(100_000);
});
