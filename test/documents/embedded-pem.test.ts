import { expect, test } from '@jest/globals';
import { EXAMPLE_KEY } from '../../src/rules/example-certificates.ts';
import { findingsIn, reportOn } from '../linted.ts';

const KEY = EXAMPLE_KEY.trim();
const BLOCK = KEY.replaceAll(/^/gm, '    ');
const ONE_LINE = JSON.stringify(`${KEY}\n`);
const BASE64 = Buffer.from(`${KEY}\n`).toString('base64');

function object(kind: string, section: string, entry: string): string {
  return `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\n${section}:\n  ${entry}\n`;
}

const KEYS: readonly (readonly [name: string, path: string, text: string, findings: readonly string[]])[] = [
  ['a ConfigMap', 'a.yaml', object('ConfigMap', 'data', `tls.key: |\n${BLOCK}`), ['a.yaml:6 private-key-committed']],
  ['a Secret', 'a.yaml', object('Secret', 'stringData', `tls.key: ${ONE_LINE}`), ['a.yaml:5 private-key-committed']],
  ['base64', 'a.yaml', object('Secret', 'data', `tls.key: ${BASE64}`), ['a.yaml:5 private-key-committed']],
  [
    'a field that is no secret',
    'prometheus.yml',
    `scrape_configs:\n- job_name: a\n  tls_config:\n    ca: |\n${KEY.replaceAll(/^/gm, '      ')}\n`,
    ['prometheus.yml:5 private-key-committed'],
  ],
  [
    'a field that is one, which is said once',
    'prometheus.yml',
    `scrape_configs:\n- job_name: a\n  tls_config:\n    ca_file: a\n    cert_file: b\n    key: ${ONE_LINE}\n`,
    ['prometheus.yml:6 inline-secret'],
  ],
  ['a document of other software', 'a.yaml', `tls:\n  key: |\n${BLOCK}\n`, []],
  ['an example without a key', 'a.yaml', object('Secret', 'stringData', 'tls.key: "-----BEGIN PRIVATE KEY-----"'), []],
];

test.each(KEYS)('of private keys in YAML one is found in: %s', (_name, path, text, findings) => {
  expect(findingsIn({ [path]: text }).filter(finding => /key|inline/.test(finding))).toEqual(findings);
});

test('what is no certificate in a string of other software is nobody’s fault', () => {
  const text = object(
    'ConfigMap',
    'data',
    'ca.crt: "-----BEGIN CERTIFICATE-----\\nyour CA\\n-----END CERTIFICATE-----\\n"',
  );
  expect(reportOn({ 'a.yaml': text }).findings).toEqual([]);
});
