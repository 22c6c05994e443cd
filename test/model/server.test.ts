import { expect, test } from '@jest/globals';
import type { Server } from '../../src/model/model.ts';
import { meaningIn } from '../meaning.ts';

function serversIn(path: string, text: string): readonly Server[] {
  return meaningIn(path, text).servers;
}

/** The users of the only server of a `web.yml`. */
function usersIn(users: string): readonly string[] {
  const [server] = serversIn('web.yml', `basic_auth_users:\n${users}`);
  return (server?.users ?? []).map(
    ({ name, path, nature, reading }) => `${name} at ${path}: ${nature}, ${reading.kind}`,
  );
}

// In the form of a hash; of no password.
const HASH = '$2y$10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7za';

test('a user is a name with what stands in the place of a hash', () => {
  expect(usersIn(`  ann: ${HASH}\n`)).toEqual(['ann at basic_auth_users.ann: literal, hash']);
  expect(usersIn('  ann: hunter2\n')).toEqual(['ann at basic_auth_users.ann: literal, not a hash']);
  expect(usersIn('  ann: ""\n  bob: ${HASH}\n').map(user => user.replace(/, .*/, ''))).toEqual([
    'ann at basic_auth_users.ann: empty',
    'bob at basic_auth_users.bob: variable',
  ]);
});

test('a user without a value is there, with an empty hash, and one with a mapping is none', () => {
  expect(usersIn('  ? ann\n  bob: {a: b}\n  cid: [d]\n')).toHaveLength(1);
});

test('a name is shown on one line', () => {
  expect(usersIn('  "a\\nb": x\n  constructor: y\n').map(user => user.replace(/:.*/, ''))).toEqual([
    'a b at basic_auth_users.a b',
    'constructor at basic_auth_users.constructor',
  ]);
});

test('a server has the files of its certificate, its key and the CA of its clients', () => {
  const [server, ...others] = serversIn(
    'web.yml',
    'tls_server_config: {cert_file: a, key_file: b, client_ca_file: c}\nhttp_server_config: {http2: true}\n',
  );
  expect(others).toEqual([]);
  expect([server?.cert, server?.key, server?.clientCa]).toMatchObject([
    { to: 'file', path: { value: 'a' }, field: 'cert_file' },
    { to: 'file', path: { value: 'b' }, field: 'key_file' },
    { to: 'file', path: { value: 'c' }, field: 'client_ca_file' },
  ]);
  expect(server?.users).toEqual([]);
});

test('a certificate that is written out is no file', () => {
  const [server] = serversIn('web.yml', 'tls_server_config: {cert: PEM, cert_file: ""}\n');
  expect(server?.cert).toMatchObject({ to: 'inline', field: 'cert' });
});

test('a web configuration in values is a server too', () => {
  const text = `prometheus-node-exporter:\n  webConfig: {basic_auth_users: {ann: hunter2}}\n`;
  expect(serversIn('values.yaml', text).map(({ path }) => path)).toEqual(['prometheus-node-exporter.webConfig']);
});

test('prometheus.yml configures no server', () => {
  expect(serversIn('prometheus.yml', 'scrape_configs: [{basicAuthUsers: {a: b}}]\n')).toEqual([]);
});

test('of a hash that everybody can read it is known where', () => {
  const [server] = serversIn(
    'web.yml',
    `basic_auth_users:\n  ann: ${HASH}\n  bob: $2b$12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay\n`,
  );
  expect(server?.users.map(user => user.publication)).toEqual([
    undefined,
    'the Prometheus guide to basic authentication',
  ]);
});
