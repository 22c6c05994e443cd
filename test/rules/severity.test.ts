import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import type { Texts } from '../marks.ts';
import { treeOf } from '../tree.ts';

const key = seededKeyPair('severity');
const expired = authority('Old', '2025-01-01').pem;
const good = authority('New', '2120-01-01').pem;
const leaf = makeCertificate({ commonName: 'leaf', names: ['leaf'], key, ...life('2025-01-01') });
const plainKey = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const web = 'tls_server_config: { cert_file: a.pem, key_file: a.key }';
const clientCa =
  'tls_server_config: { cert_file: /a, key_file: /b, client_auth_type: RequireAndVerifyClientCert, client_ca_file: a.pem }';

function authority(commonName: string, notAfter: string): { readonly pem: string } {
  return makeCertificate({ commonName, isAuthority: true, key, ...life(notAfter) });
}

function life(notAfter: string): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date('2020-01-01'), notAfter: new Date(notAfter) };
}

const jobOf = (lines: string): string => `scrape_configs: [{job_name: a, ${lines}}]`;
const tlsJobOf = (versions: string): string =>
  jobOf(`scheme: https, tls_config: {ca_file: ca.pem, ${versions}}, static_configs: [{targets: [a.internal]}]`);
const plainJobOf = (target: string): string =>
  jobOf(`authorization: {credentials_file: token}, static_configs: [{targets: [a.internal, ${target}]}]`);
const webOf = (lines: string): Texts => ({ 'web.yml': `tls_server_config: {cert_file: /a, key_file: /b, ${lines}}` });
const secretOf = (metadata: string): string => `{apiVersion: v1, kind: Secret, metadata: {${metadata}}, data: {b: ""}}`;
const monitor = `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: {name: a, namespace: shop}
spec: {podMetricsEndpoints: [{port: a, authorization: {credentials: {name: login, key: a}}, scheme: https, tlsConfig: {ca: {secret: {name: ca, key: a}}}}]}
`;

const cases: readonly (readonly [name: string, files: Texts, severities: readonly string[]])[] = [
  ['an expired leaf that a server uses', { 'web.yml': web, 'a.pem': leaf.pem }, ['error certificate-expired']],
  ['an expired leaf that nothing uses', { 'a.pem': leaf.pem }, ['warning certificate-expired']],
  ['an expired authority that is alone', { 'web.yml': clientCa, 'a.pem': expired }, ['error certificate-expired']],
  [
    'an expired authority beside a good one',
    { 'web.yml': clientCa, 'a.pem': expired + good },
    ['warning certificate-expired'],
  ],
  [
    'an expired leaf before its good authority',
    { 'web.yml': web, 'a.pem': leaf.pem + good },
    ['error certificate-expired'],
  ],
  ['a private key', { 'a.key': plainKey }, ['error private-key-committed']],
  ['a private key in a folder for tests', { 'testdata/a.key': plainKey }, ['warning private-key-committed']],
  ['an encrypted private key', { 'a.key': leaf.encryptedKeyPem }, ['warning private-key-committed']],
  ['credentials to a public host', { 'prometheus.yml': plainJobOf('a.example.com') }, ['error plaintext-credentials']],
  ['credentials to a private host', { 'prometheus.yml': plainJobOf('10.0.0.1') }, ['warning plaintext-credentials']],
  [
    'a signature to a public host',
    { 'prometheus.yml': 'remote_write: [{url: "http://a.example.com/", sigv4: {region: eu-west-1}}]' },
    ['warning plaintext-credentials'],
  ],
  ['a low least version of TLS', { 'prometheus.yml': tlsJobOf('min_version: TLS11') }, ['warning weak-tls-version']],
  ['a low highest version of TLS', { 'prometheus.yml': tlsJobOf('max_version: TLS11') }, ['error weak-tls-version']],
  [
    'two low versions of TLS',
    { 'prometheus.yml': tlsJobOf('min_version: TLS10, max_version: TLS11') },
    ['warning weak-tls-version'],
  ],
  [
    'a highest version of TLS below the least',
    { 'prometheus.yml': tlsJobOf('min_version: TLS12, max_version: TLS11') },
    ['error weak-tls-version'],
  ],
  [
    'a token that is committed',
    { 'prometheus.yml': plainJobOf('a.internal'), token: 'correct-horse-battery-staple' },
    ['warning plaintext-credentials', 'error committed-secret'],
  ],
  [
    'a token in a folder for tests',
    { 'e2e/prometheus.yml': plainJobOf('a.internal'), 'e2e/token': 'correct-horse-battery-staple' },
    ['warning plaintext-credentials', 'warning committed-secret'],
  ],
  [
    'a key that a Secret lacks',
    { 'a.yaml': monitor, 'b.yaml': secretOf('name: login, namespace: shop') },
    ['error missing-secret-key'],
  ],
  [
    'a key that a Secret of no written namespace lacks',
    { 'a.yaml': monitor, 'b.yaml': secretOf('name: login') },
    ['warning missing-secret-key'],
  ],
  [
    'a server that takes any client certificate',
    webOf('client_auth_type: RequireAnyClientCert'),
    ['error unverified-client-certificates'],
  ],
  [
    'a server that asks for client certificates',
    webOf('client_auth_type: RequestClientCert'),
    ['warning unverified-client-certificates'],
  ],
  [
    'a server that takes the clients of public authorities',
    webOf('client_auth_type: RequireAndVerifyClientCert'),
    ['error unverified-client-certificates'],
  ],
  [
    'a server that takes those by name',
    webOf('client_auth_type: RequireAndVerifyClientCert, client_allowed_sans: [a]'),
    [],
  ],
  [
    'a probe that sends no credentials and takes any certificate',
    { 'blackbox.yml': 'modules: { a: { prober: http, http: { tls_config: { insecure_skip_verify: true } } } }' },
    ['warning insecure-skip-verify'],
  ],
  ['a server that accepts an old version', webOf('min_version: TLS11'), ['warning weak-tls-version']],
  ['a server with no version at all', webOf('min_version: TLS13, max_version: TLS12'), ['error weak-tls-version']],
  [
    'users of a server without TLS',
    { 'web.yml': 'basic_auth_users: { a: "{{ hash }}" }' },
    ['warning web-without-tls'],
  ],
  ['a prometheus.yml that cannot be read', { 'prometheus.yml': 'scrape_configs: [' }, ['error unreadable-file']],
  ['another file that cannot be read', { 'jobs.yml': 'scrape_configs: [' }, ['note unreadable-file']],
];

test.each(cases)('%s has the severity of the contract', (_, files, severities) => {
  const { findings } = lint({ files: treeOf(files), configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW });
  expect(findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`)).toEqual(severities);
});
