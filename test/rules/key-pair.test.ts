import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { pemOf } from '../../src/parse/pem.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { certificateKeyMismatch } from '../../src/rules/certificate-key-mismatch.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { SourceFile } from '../../src/text/source.ts';
import { keyPairFault } from '../trust/key-pair.ts';
import { profileOf } from '../../src/trust/profile.ts';
import { keyPairOf, makeCertificate, type IssuedCertificate, type KeyType } from '../certificates.ts';
import { treeOf, type Files } from '../tree.ts';

const PROFILE = profileOf('current');
const LIFE = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const CA = makeCertificate({ ...LIFE, commonName: 'CA', isAuthority: true, key: keyPairOf('ed25519') });
const P256 = ofType('p256');
const RSA = ofType('rsa');
const OTHER = makeCertificate({ ...LIFE, commonName: 'other', issuer: CA });
const DSA = keyPairOf('dsa').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const LEGACY = P256.key.privateKey.export({ type: 'sec1', format: 'pem' }).toString();
const PARAMETERS = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';

function ofType(type: KeyType): IssuedCertificate {
  return makeCertificate({ ...LIFE, commonName: type, issuer: CA, key: keyPairOf(type) });
}

function messagesOf(files: Files): readonly string[] {
  const report = lint({
    files: treeOf(files),
    configuration: DEFAULT_CONFIGURATION,
    now: EXAMPLE_NOW,
    rules: [certificateKeyMismatch],
  });
  return report.findings.filter(({ ruleId }) => ruleId === certificateKeyMismatch.id).map(({ message }) => message);
}

const WEB = 'tls_server_config:\n  cert_file: server.pem\n  key_file: server.key\n';

describe('of a pair the finding quotes what Go says', () => {
  test.each([
    ['a key of its own', P256.pem, P256.keyPem, undefined],
    ['a key of its own in the older form', P256.pem, LEGACY, undefined],
    ['the parameters of the curve before the key', P256.pem, PARAMETERS + LEGACY, undefined],
    ['one file for both', P256.keyPem + P256.pem, P256.pem + P256.keyPem, undefined],
    ['the authority behind', P256.pem + CA.pem, P256.keyPem, undefined],
    ['the key of another', P256.pem, OTHER.keyPem, 'put the two together that were made together'],
    ['the key of another that is committed', P256.pem + OTHER.pem, OTHER.keyPem, 'put "other" (block 2 of 2)'],
    ['the authority before', CA.pem + RSA.pem, RSA.keyPem, 'put "rsa" (block 2 of 2)'],
    ['a key of another type', RSA.pem, P256.keyPem, 'the key of "rsa" is another one'],
    ['an encrypted key', P256.pem, P256.encryptedKeyPem, 'it is encrypted'],
    ['a key of no type that Go takes', P256.pem, DSA, 'it is of a type that Go does not take'],
    ['the two switched', P256.keyPem, P256.pem, 'switch the two files'],
    ['a certificate for a key', P256.pem, P256.pem, 'name the file of the key'],
    ['two certificates for a key', P256.pem, P256.pem + CA.pem, 'name the file of the key'],
  ])('%s', (_name, certificate, key, advice) => {
    const [pem, keyPem] = [certificate, key].map(text => pemOf(new SourceFile('server.pem', text)));
    if (pem === undefined || keyPem === undefined || PROFILE === undefined) throw new Error('it has to be there');
    const said = keyPairFault(pem, keyPem, PROFILE)?.replace(/ after skipping .*$/, '');
    const wanted = said === undefined ? [] : [expect.stringContaining(`the server does not start (${said}`)];
    const messages = messagesOf({ 'web.yml': WEB, 'server.pem': certificate, 'server.key': key });
    expect(messages).toEqual(wanted);
    if (advice !== undefined) expect(messages[0]).toContain(advice);
  });
});

test.each([
  ['DER for a certificate', { 'server.pem': P256.der, 'server.key': P256.keyPem }, 'certificate input'],
  [
    'DER for a key',
    { 'server.pem': P256.pem, 'server.key': P256.key.privateKey.export({ type: 'pkcs8', format: 'der' }) },
    'key input',
  ],
])('%s is no PEM', (_name, files, part) => {
  expect(messagesOf({ 'web.yml': WEB, ...files })).toEqual([
    expect.stringContaining(`tls: failed to find any PEM data in ${part}`),
  ]);
});

test('whose key it is that another file has is said', () => {
  const files = { 'web.yml': WEB, 'server.pem': P256.pem, 'server.key': RSA.keyPem, 'node.pem': RSA.pem };
  expect(messagesOf(files)).toEqual([expect.stringContaining('the key is that of "rsa" in node.pem')]);
});

test.each([
  ['its key is deployed otherwise', { 'server.pem': P256.pem }],
  ['its certificate is', { 'server.key': P256.keyPem }],
  ['Go passes over it', { 'server.pem': `  ${P256.pem}`, 'server.key': OTHER.keyPem }],
  ['what Go reads first cannot be read', { 'server.pem': `  ${P256.pem}${RSA.pem}`, 'server.key': P256.keyPem }],
  ['a template says which', { 'server.pem': P256.pem, 'server.key': '{{ key }}' }],
])('nothing is said of a certificate where %s', (_name, files) => {
  expect(messagesOf({ 'web.yml': WEB, ...files })).toEqual([]);
});

const entry = (key: string, pem: string): string => `  ${key}: |\n${pem.replace(/^(?=.)/gm, '    ')}`;

const secret = (name: string, ...entries: string[]): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\nstringData:\n${entries.join('')}`;

describe('a pair in Secrets', () => {
  const mismatch = [entry('tls.crt', P256.pem), entry('tls.key', OTHER.keyPem)];

  test('is judged where nothing refers to it', () => {
    expect(messagesOf({ 'secret.yaml': secret('web', ...mismatch) })).toEqual([
      expect.stringMatching(/^nobody can use tls\.crt and tls\.key of the Secret web together/),
    ]);
  });

  test('is judged in base64 too', () => {
    const data = [P256.pem, OTHER.keyPem].map(pem => Buffer.from(pem).toString('base64'));
    const text = `apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ndata:\n  tls.crt: ${data[0]}\n  tls.key: ${data[1]}\n`;
    expect(messagesOf({ 'secret.yaml': text })).toHaveLength(1);
  });

  test('is left alone where it is for tests and nothing refers to it', () => {
    expect(messagesOf({ 'testdata/secret.yaml': secret('web', ...mismatch) })).toEqual([]);
  });

  test('is not put together of two Secrets', () => {
    const [certificate = '', key = ''] = mismatch;
    expect(messagesOf({ 'secrets.yaml': `${secret('a', certificate)}---\n${secret('b', key)}` })).toEqual([]);
  });

  test('is spoken of once, where a resource refers to it', () => {
    const prometheus = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main}
spec:
  web:
    tlsConfig:
      cert: {secret: {name: web, key: tls.crt}}
      keySecret: {name: web, key: tls.key}
`;
    expect(messagesOf({ 'all.yaml': `${secret('web', ...mismatch)}---\n${prometheus}` })).toEqual([
      expect.stringMatching(/^the web server of Prometheus "main" does not start/),
    ]);
  });
});
