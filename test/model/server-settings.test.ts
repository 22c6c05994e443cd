import { expect, test } from '@jest/globals';
import type { Server } from '../../src/model/model.ts';
import { meaningIn } from '../meaning.ts';

function serverIn(path: string, text: string): Server {
  const [server, ...others] = meaningIn(path, text).servers;
  if (server === undefined || others.length > 0) throw new Error('the text is not one server');
  return server;
}

/** The server of a `web.yml` with TLS settings. */
function webWith(tls: string): Server {
  return serverIn('web.yml', `tls_server_config: {${tls}}\n`);
}

/** The only server of a resource of the operator. */
function resourceWith(kind: string, spec: string): Server {
  return serverIn(
    'a.yaml',
    `{apiVersion: monitoring.coreos.com/v1, kind: ${kind}, metadata: {name: a}, spec: {${spec}}}\n`,
  );
}

test.each([
  ['cert_file: a, key_file: b', 'tls'],
  ['cert: PEM', 'tls'],
  ['client_auth_type: NoClientCert', 'tls'],
  ['client_ca_file: a', 'tls'],
  ['', 'plain'],
  ['min_version: TLS12, client_allowed_sans: [a], cipher_suites: [b], curve_preferences: [c]', 'plain'],
  ['cert_file: "", key_file: "", client_auth_type: ""', 'plain'],
  ['cert_file: ~', 'plain'],
  ['cert_file: "{{ cert }}"', 'unknown'],
  ['"{{ settings }}": a', 'unknown'],
])('with {%s} the encryption of a web.yml is %s', (tls, encryption) => {
  expect(webWith(tls).encryption).toBe(encryption);
});

test('a block that is a template, and values that are laid over others, leave encryption unknown', () => {
  expect(serverIn('web.yml', 'tls_server_config: "{{ tls }}"\n')).toMatchObject({
    encryption: 'unknown',
    clientCertificates: 'unknown',
    isComplete: false,
  });
  const values = 'prometheus: {prometheusSpec: {web: {tlsConfig: {minVersion: TLS12}}}}\n';
  expect(serverIn('values.yaml', values)).toMatchObject({ encryption: 'unknown', isComplete: false });
});

test.each([
  ['cert_file: a', 'none'],
  ['client_auth_type: NoClientCert', 'none'],
  ['client_auth_type: RequestClientCert', 'asked'],
  ['client_auth_type: VerifyClientCertIfGiven', 'asked'],
  ['client_auth_type: RequireClientCert', 'demanded'],
  ['client_auth_type: RequireAnyClientCert', 'demanded'],
  ['client_auth_type: RequireAndVerifyClientCert', 'demanded'],
  ['client_auth_type: requireandverifyclientcert', 'unknown'],
  ['client_auth_type: "{{ policy }}"', 'unknown'],
])('with {%s} client certificates are %s', (tls, clientCertificates) => {
  expect(webWith(tls).clientCertificates).toBe(clientCertificates);
});

test('a resource has a web server, with the CA of its clients in snake case', () => {
  const tls =
    'cert: {secret: {name: a, key: b}}, keySecret: {name: a, key: c}, client_ca: {configMap: {name: d, key: e}}';
  for (const kind of ['Prometheus', 'PrometheusAgent', 'Alertmanager', 'ThanosRuler']) {
    expect(resourceWith(kind, `web: {tlsConfig: {${tls}, clientAuthType: RequireAndVerifyClientCert}}`)).toMatchObject({
      label: `the web server of ${kind} "a"`,
      path: `${kind}/a: spec.web`,
      encryption: 'tls',
      clientCertificates: 'demanded',
      protocol: 'http',
      cert: { to: 'object', field: 'cert' },
      key: { to: 'object', field: 'keySecret' },
      clientCa: { to: 'object', field: 'client_ca' },
    });
  }
});

test('a file of the CA of clients is found in both spellings', () => {
  expect(webWith('client_ca_file: a').clientCa).toMatchObject({ to: 'file', field: 'client_ca_file' });
  expect(resourceWith('Prometheus', 'web: {tlsConfig: {clientCAFile: a}}').clientCa).toMatchObject({
    to: 'file',
    field: 'clientCAFile',
  });
});

test('Alertmanagers have a server for their gossip, which is no HTTP', () => {
  const server = resourceWith('Alertmanager', 'clusterTLS: {server: {certFile: a, keyFile: b}, client: {}}');
  expect(server).toMatchObject({
    label: 'the gossip server of Alertmanager "a"',
    encryption: 'tls',
    protocol: 'gossip',
  });
});

test('the title of the pages makes no server', () => {
  const text =
    '{apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: {name: a}, spec: {web: {pageTitle: b}}}\n';
  expect(meaningIn('a.yaml', text).servers).toEqual([]);
});

test('headers have the names of HTTP, whatever a resource calls them', () => {
  const web = serverIn('web.yml', 'http_server_config: {http2: off, headers: {X-Frame-Options: deny}}\n');
  const resource = resourceWith('Prometheus', 'web: {httpConfig: {headers: {xFrameOptions: Deny}}}');
  expect(web.http).toMatchObject({ http2: { value: false }, headers: { entries: [{ isChecked: false }] } });
  expect([web, resource].map(({ http }) => http?.headers?.entries[0]?.name.value)).toEqual([
    'X-Frame-Options',
    'X-Frame-Options',
  ]);
});

test('of two users with the same hash the second is told, whatever the version says', () => {
  const hash = 'y$12$t0KJsAPYvvWVDALpbLb8WXNiGpj0i2sP.eZJtevolp17DkVQt42qG';
  const { users } = serverIn(
    'web.yml',
    `basic_auth_users: {a: $2${hash}, b: $2b${hash.slice(1)}, c: x, d: x, a: $2${hash}}\n`,
  );
  expect(users.map(({ name, hashOf, isRepeated }) => [name, hashOf, isRepeated])).toEqual([
    ['a', undefined, false],
    ['b', 'a', false],
    ['c', undefined, false],
    ['d', undefined, false],
    ['a', undefined, true],
  ]);
});

test('a web.yml with the settings of a client in place of its own is a web.yml', () => {
  expect(serverIn('web.yml', 'tls_config: {cert_file: a, key_file: b}\n').misnamed?.value).toBe('tls_config');
  expect(() => serverIn('web.yml', 'tls_config: {ca_file: a}\n')).toThrow();
  expect(() => serverIn('other.yml', 'tls_config: {cert_file: a, key_file: b}\n')).toThrow();
});
