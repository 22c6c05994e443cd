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
const leaf = makeCertificate({ commonName: 'leaf', key, ...life('2025-01-01') });
const plainKey = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const web = 'tls_server_config: { cert_file: a.pem, key_file: a.key }';
const clientCa = 'tls_server_config: { client_ca_file: a.pem }';

function authority(commonName: string, notAfter: string): { readonly pem: string } {
  return makeCertificate({ commonName, isAuthority: true, key, ...life(notAfter) });
}

function life(notAfter: string): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date('2020-01-01'), notAfter: new Date(notAfter) };
}

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
  ['a prometheus.yml that cannot be read', { 'prometheus.yml': 'scrape_configs: [' }, ['error unreadable-file']],
  ['another file that cannot be read', { 'jobs.yml': 'scrape_configs: [' }, ['note unreadable-file']],
];

test.each(cases)('%s has the severity of the contract', (_, files, severities) => {
  const { findings } = lint({ files: treeOf(files), configuration: DEFAULT_CONFIGURATION, now: EXAMPLE_NOW });
  expect(findings.map(({ severity, ruleId }) => `${severity} ${ruleId}`)).toEqual(severities);
});
