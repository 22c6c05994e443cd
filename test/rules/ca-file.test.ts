import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { linted } from '../../src/lint/linted.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { makeCertificate, pemBlock, seededKeyPair } from '../certificates.ts';
import { findingsIn, reportOn } from '../linted.ts';
import { wantedIn } from '../marks.ts';
import { pkcs7 } from '../scenario-containers.ts';
import { treeOf, type Files } from '../tree.ts';

const LIFE = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const CA = makeCertificate({ ...LIFE, commonName: 'Works CA', isAuthority: true, key: seededKeyPair('works') });
// What other programs made; the file says which, and is of this shape.
const { containers: MADE } = JSON.parse(readFileSync('test/model/fixtures/containers.json', 'utf8')) as {
  readonly containers: Readonly<Record<string, string>>;
};

/** A job whose `ca_file` is a file of that name and content. */
function jobWith(name: string, content: string | Uint8Array): Files {
  const job = `scrape_configs:
  - job_name: node
    scheme: https
    tls_config: { ca_file: ${name} }
    static_configs: [{ targets: [node1.internal:9100] }]
`;
  return { 'prometheus.yml': job, [name]: content };
}

function jobWithText(pem: string): string {
  return `scrape_configs:
  - job_name: node
    scheme: https
    tls_config:
      ca: |
${pem.replaceAll(/^/gm, '        ')}
    static_configs: [{ targets: [node1.internal:9100] }]
`;
}

function made(name: string): Buffer {
  return Buffer.from(MADE[name] ?? '', 'base64');
}

/** A certificate whose name for a host is of characters that Go does not take there. */
function refusedByGo(): Buffer {
  const options = { ...LIFE, commonName: 'Odd CA', isAuthority: true, key: seededKeyPair('odd') };
  const { der } = makeCertificate({ ...options, names: ['odd.internal'] });
  return Buffer.from(der.toString('latin1').replace('\x82\x0codd', '\x82\x0c\xffdd'), 'latin1');
}

test.each([
  ['a certificate in DER', 'ca.der', CA.der, 'is in DER and not in PEM'],
  ['DER under the name of PEM', 'ca.pem', CA.der, 'is in DER and not in PEM'],
  ['a key in DER', 'ca.key', CA.key.privateKey.export({ type: 'pkcs8', format: 'der' }), 'is a private key'],
  ['PKCS #7', 'ca.p7b', pkcs7(CA.der), 'is a PKCS #7 container and not in PEM'],
  ['PKCS #7 in PEM', 'ca.pem', pemBlock('PKCS7', pkcs7(CA.der)), 'is a PKCS #7 container, so that'],
  ['PKCS #12', 'ca.p12', made('openssl-without-encryption'), 'is a PKCS #12 container and not in PEM'],
  ['PKCS #12 with a password', 'ca.pfx', made('openssl-aes-password'), 'is a PKCS #12 container and not in PEM'],
  ['a key store', 'truststore.jks', made('jks'), 'is a key store of Java and not in PEM'],
  ['UTF-16', 'ca.pem', Buffer.from(`\uFEFF${CA.pem}`, 'utf16le'), 'since the file is in UTF-16'],
  ['a byte order mark', 'ca.pem', `\uFEFF${CA.pem}`, 'since a byte order mark stands before it'],
  ['any bytes', 'ca.pem', Buffer.from([0, 1, 2, 3]), 'holds no certificate in PEM'],
  ['what Go cannot parse', 'ca.pem', pemBlock('CERTIFICATE', refusedByGo()), 'since Go cannot parse it (x509: '],
])('a CA file that Go takes nothing from makes the job vanish: %s', (_, name, content, words) => {
  const { findings } = reportOn(jobWith(name, content));
  const unusable = findings.find(({ ruleId }) => ruleId === 'ca-file-unusable');
  expect(unusable?.message).toContain(words);
  expect(unusable?.message).toContain('without an up series');
  expect(findings.filter(({ ruleId }) => ruleId === 'skipped-pem-block' || ruleId === 'unreadable-file')).toEqual([]);
});

test.each([
  ['save the file as UTF-8 without one', `\uFEFF${CA.pem}`],
  ['put line breaks there', CA.pem.replaceAll('\n', '\\n')],
  ['take it out of the comment, or remove it', CA.pem.replaceAll(/^/gm, '# ')],
  ['remove the blanks before its lines', CA.pem.replaceAll(/^/gm, '  ')],
  ['save the file with line feeds', CA.pem.replaceAll('\n', '\r')],
  ['convert it with openssl x509', CA.pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
])('what lets Go read the file is said: %s', (remedy, content) => {
  const { findings } = reportOn(jobWith('ca.pem', content));
  expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
    expect.stringMatching(`^ca-file-unusable: .*; ${remedy}`),
  ]);
});

test('a CA that is written out is judged like one in a file', () => {
  const trusted = CA.pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE');
  expect(findingsIn({ 'prometheus.yml': jobWithText(CA.pem) })).toEqual([]);
  const { findings } = reportOn({ 'prometheus.yml': jobWithText(trusted) });
  expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
    expect.stringMatching(/^ca-file-unusable: ca of scrape job "node" holds nothing that Go reads/),
  ]);
});

test.each(['secret', 'configMap'])('a CA in an entry of an object is judged like one in a file: %s', kind => {
  const monitor = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: node, namespace: lab }
spec:
  endpoints:
    - port: web
      scheme: https
      tlsConfig:
        serverName: node.internal
        ca:
          ${kind}: { name: trust, key: ca.der } # want: ca-file-unusable
`;
  const object = `apiVersion: v1
kind: ${kind === 'secret' ? 'Secret' : 'ConfigMap'}
metadata: { name: trust, namespace: lab }
${kind === 'secret' ? 'data' : 'binaryData'}:
  ca.der: ${CA.der.toString('base64')}
`;
  const files = { 'monitor.yaml': monitor, 'trust.yaml': object };
  expect(findingsIn(files)).toEqual(wantedIn(files));
});

test('a certificate that Go cannot parse is passed over beside one that it can', () => {
  const files = jobWith('ca.pem', CA.pem + pemBlock('CERTIFICATE', refusedByGo()));
  expect(findingsIn(files)).toEqual([`ca.pem:${CA.pem.split('\n').length} skipped-pem-block`]);
});

test('an authority in a key store that nothing leads to is nobody\u2019s fault', () => {
  expect(findingsIn({ 'truststore.jks': made('jks'), 'ca.der': CA.der })).toEqual([]);
});

test('a private key in DER, or in a container that opens without a password, is committed like any other', () => {
  const key = CA.key.privateKey.export({ type: 'pkcs8', format: 'der' });
  expect(findingsIn({ 'certs/server.key': key })).toEqual(['certs/server.key:1 private-key-committed']);
});

test('a container in base64 in a Secret is read', () => {
  const secret = `apiVersion: v1
kind: Secret
metadata: { name: trust }
data:
  truststore.jks: ${MADE['jks']}
`;
  const { certificates } = reportOn({ 'secret.yaml': secret });
  expect(certificates.map(({ subject, at }) => [subject, at.start > 0 && at.exact])).toEqual([
    ['Works CA', false],
    ['Yard CA', false],
  ]);
});

test('what a password locks is told, and what the empty one opens is read', async () => {
  const files = treeOf({ 'locked.p12': made('openssl-aes-password'), 'open.p12': made('openssl-rc2-empty-password') });
  const { unread, certificates, findings } = await linted({
    files,
    configuration: DEFAULT_CONFIGURATION,
    now: EXAMPLE_NOW,
  });
  const reason = 'a part of this PKCS #12 container cannot be read without its password';
  expect(unread).toEqual([{ path: 'locked.p12', reason }]);
  expect(certificates.map(({ subject, at }) => `${at.file.path}: ${subject}`)).toEqual([
    'open.p12: Works CA',
    'open.p12: Yard CA',
  ]);
  expect(findings).toEqual([]);
});
