import { expect, test } from '@jest/globals';
import { pemOf } from '../../src/parse/pem.ts';
import { SourceFile } from '../../src/text/source.ts';
import { authoritiesIn, caFault, clientPairFault } from './loading.ts';
import type { NamedFile } from './loading.ts';
import { keyPairOf, makeCertificate, pemBlock } from '../certificates.ts';
import type { IssuedCertificate, KeyType } from '../certificates.ts';
import { DEBIAN } from './profiles.ts';

const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2060-01-01T00:00:00Z') };

function made(type: KeyType, commonName = 'leaf'): IssuedCertificate {
  return makeCertificate({ ...LIFE, commonName, issuer: ROOT, key: keyPairOf(type) });
}

const ROOT = makeCertificate({ ...LIFE, commonName: 'Root', isAuthority: true });
const LEAF = made('p256');
const REQUEST = pemBlock('CERTIFICATE REQUEST', Buffer.alloc(60));

function file(path: string, text: string): NamedFile {
  return { path, content: pemOf(new SourceFile(path, text)) };
}

function pairFault(certificate: string, key: string): string | undefined {
  const fault = clientPairFault(file('c.pem', certificate), file('c.key', key), DEBIAN['3.5']);
  return fault?.replace('unable to use specified client cert (file c.pem) & key (file c.key): tls: ', '');
}

test('of a CA file the certificates count that Go takes', () => {
  const second = makeCertificate({ ...LIFE, commonName: 'Second', isAuthority: true });
  const withHeader = ROOT.pem.replace('\n', '\nComment: x\n\n');
  const trusted = ROOT.pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE');
  const doubled = pemBlock('CERTIFICATE', Buffer.concat([ROOT.der, ROOT.der]));
  const odd = made('secp256k1').pem;
  const text = [withHeader, trusted, doubled, odd, LEAF.keyPem, second.pem].join('');
  const authorities = authoritiesIn(pemOf(new SourceFile('ca.pem', text)), DEBIAN['3.5']);
  expect(authorities.map(({ subject }) => subject.commonName)).toEqual(['Second']);
});

test('a CA file without a certificate of use is told by its path', () => {
  expect(caFault(file('ca.pem', ROOT.pem), DEBIAN['3.5'])).toBeUndefined();
  expect(caFault(file('/etc/ca.pem', REQUEST), DEBIAN['2.42'])).toBe('unable to use specified CA cert /etc/ca.pem');
  expect(caFault(file('/etc/ca.pem', ''), DEBIAN['3.5'])).toBe('unable to use specified CA cert file /etc/ca.pem');
});

test('what stands in the configuration itself is told as inline', () => {
  const content = pemOf(new SourceFile('prometheus.yml', REQUEST));
  expect(caFault({ content }, DEBIAN['2.53'])).toBe('unable to use specified CA cert inline');
  const early = { ...DEBIAN['2.53'], common: 44 };
  expect(caFault({ content }, early)).toBe('unable to use inline CA cert');
  const key = { content: pemOf(new SourceFile('prometheus.yml', LEAF.keyPem)) };
  const reason = 'tls: failed to find "CERTIFICATE" PEM block';
  expect(clientPairFault({ content }, key, DEBIAN['2.53'])).toContain(
    `unable to use specified client cert (inline) & key (inline): ${reason}`,
  );
  expect(clientPairFault({ content }, key, early)).toContain(
    `unable to use specified client cert () & key (): ${reason}`,
  );
});

test.each(['rsa', 'p256', 'p384', 'p521', 'ed25519'] as const)('a key of %s and its certificate are a pair', type => {
  const { pem, keyPem } = made(type);
  expect(pairFault(pem, keyPem)).toBeUndefined();
  expect(pairFault(pem + ROOT.pem, keyPem)).toBeUndefined();
  expect(pairFault(`text\n${keyPem}${pem}`, `${REQUEST}${pem}${keyPem}`)).toBeUndefined();
});

const PARAMETERS = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
const EC_KEY = keyPairOf('p256').privateKey.export({ type: 'sec1', format: 'pem' }).toString();
const OPENSSH = `-----BEGIN OPENSSH PRIVATE KEY-----\n${Buffer.from('openssh-key-v1\0none').toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
const UNREADABLE = 'failed to parse private key';

test.each<[string, string, string, string | undefined]>([
  ['parameters of the curve stand before the key', LEAF.pem, PARAMETERS + EC_KEY, undefined],
  ['the authority stands before the leaf', ROOT.pem + LEAF.pem, LEAF.keyPem, 'private key does not match public key'],
  [
    'the key is another one',
    made('ed25519').pem,
    made('rsa').keyPem,
    'private key type does not match public key type',
  ],
  ['the curve is another one', LEAF.pem, made('p384').keyPem, 'private key does not match public key'],
  ['the key is encrypted', LEAF.pem, LEAF.encryptedKeyPem, UNREADABLE],
  ['the key is of OpenSSH', LEAF.pem, OPENSSH, UNREADABLE],
  ['the key is of DSA', LEAF.pem, made('dsa').keyPem, UNREADABLE],
  ['the key is on a curve that Go does not know', LEAF.pem, made('secp256k1').keyPem, UNREADABLE],
  [
    'the files are switched',
    LEAF.keyPem,
    LEAF.pem,
    'failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
  ],
  [
    'a key of SEC 1 stands for the certificate',
    EC_KEY,
    LEAF.keyPem,
    'failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
  ],
  ['there is no PEM', '', LEAF.keyPem, 'failed to find any PEM data in certificate input'],
  ['there is no PEM for the key', LEAF.pem, 'text', 'failed to find any PEM data in key input'],
  [
    'there is a certificate for the key',
    LEAF.pem,
    LEAF.pem,
    'found a certificate rather than a key in the PEM for the private key',
  ],
  [
    'there is a request for the certificate',
    REQUEST,
    LEAF.keyPem,
    'failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [CERTIFICATE REQUEST]',
  ],
  [
    'there is other PEM for the key',
    LEAF.pem,
    REQUEST + LEAF.pem,
    'failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [CERTIFICATE REQUEST CERTIFICATE]',
  ],
])('of a pair where %s, Go says so', (_, certificate, key, fault) => {
  expect(pairFault(certificate, key)).toBe(fault);
});

test('a certificate that Go cannot parse is told before the key is looked at', () => {
  const fault = clientPairFault(file('c', made('secp256k1').pem), file('k', OPENSSH), DEBIAN['2.42']);
  expect(fault).toBe('unable to use specified client cert (c) & key (k): x509: unsupported elliptic curve');
});
