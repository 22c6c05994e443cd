import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import { KEY_USAGE, PURPOSE } from '../../src/parse/x509-extensions.ts';
import { x509FieldsOf } from '../../src/parse/x509.ts';
import type { X509Fields } from '../../src/parse/x509.ts';
import { numberText } from '../../src/trust/go-text.ts';
import { CA, Certificates } from '../trust/handshakes.ts';

const certificates = new Certificates(`
  root: self ec:P-256 /O=Lab/O=Other/CN=First/CN=Root valid -2d..9d {${CA}} serial=00C0FFEE
  leaf: root rsa:2048 /CN=leaf {basicConstraints=CA:FALSE,pathlen:3; keyUsage=digitalSignature,keyEncipherment; extendedKeyUsage=serverAuth,clientAuth; subjectKeyIdentifier=hash; authorityKeyIdentifier=keyid; subjectAltName=DNS:a.test,IP:10.0.0.1,DNS:b.test,email:root@a.test,URI:urn:a:b; 1.2.3=critical,ASN1:UTF8String:x}
  plain: root ed25519 /C=BE {1.2.3=ASN1:UTF8String:x}
`);

function fields(name: string): X509Fields {
  return certificates.fields(name);
}

test('a certificate is read in all its parts', () => {
  const { der, ...rest } = fields('leaf');
  expect(Buffer.compare(der, certificates.der('leaf'))).toBe(0);
  expect(rest).toMatchObject({
    version: 3,
    issuer: { commonName: 'Root', organization: 'Lab' },
    subject: { commonName: 'leaf' },
    signatureAlgorithm: { oid: '1.2.840.10045.4.3.2' },
    publicKeyAlgorithm: { oid: '1.2.840.113549.1.1.1', parameters: Buffer.from([5, 0]) },
    notBefore: new Date('2026-11-20T08:30:00Z'),
    basicConstraints: { isAuthority: false, pathLength: 3 },
    keyUsage: KEY_USAGE.digitalSignature | KEY_USAGE.keyEncipherment,
    extendedKeyUsage: [PURPOSE.serverAuthentication, PURPOSE.clientAuthentication],
    names: { dns: ['a.test', 'b.test'], ip: [Buffer.from([10, 0, 0, 1])], email: ['root@a.test'], uri: ['urn:a:b'] },
  });
  expect(rest.extensions.map(({ oid, isCritical }) => `${oid}${isCritical ? '!' : ''}`)).toEqual([
    '2.5.29.19',
    '2.5.29.15',
    '2.5.29.37',
    '2.5.29.14',
    '2.5.29.35',
    '2.5.29.17',
    '1.2.3!',
  ]);
});

test('what has no extension is absent', () => {
  const { basicConstraints, keyUsage, extendedKeyUsage, names, subjectKeyId, authorityKeyId } = fields('plain');
  const found = [basicConstraints, keyUsage, extendedKeyUsage, names, subjectKeyId, authorityKeyId];
  expect(found.filter(value => value !== undefined)).toEqual([]);
});

test('the key identifier of an authority is the one that it is named by', () => {
  const { basicConstraints, keyUsage, serial, subjectKeyId } = fields('root');
  expect(basicConstraints).toEqual({ isAuthority: true });
  expect(keyUsage).toBe(KEY_USAGE.certSign);
  expect(Buffer.from(serial).toString('hex')).toBe('00c0ffee');
  expect(subjectKeyId).toHaveLength(20);
  expect(fields('leaf').authorityKeyId).toEqual(subjectKeyId);
});

test('Node reads its roots in the same way', () => {
  for (const pem of rootCertificates) {
    const expected = new X509Certificate(pem);
    const found = x509FieldsOf(expected.raw);
    expect(found && numberText(found.serial)).toBe(BigInt(`0x${expected.serialNumber}`).toString());
    expect(found?.notBefore).toEqual(new Date(expected.validFrom));
    expect(found?.notAfter).toEqual(new Date(expected.validTo));
    expect(found?.basicConstraints?.isAuthority).toBe(expected.ca);
    expect(found?.subject.commonName).toBe(/^CN=(.*)$/m.exec(expected.subject)?.[1]);
    expect(found?.extendedKeyUsage).toEqual(expected.keyUsage);
    expect(found?.publicKey).toEqual(expected.publicKey.export({ type: 'spki', format: 'der' }));
  }
});

test.each([
  ['nothing', (der: Buffer) => der.subarray(0, 0)],
  ['its first half', (der: Buffer) => der.subarray(0, der.length / 2)],
  ['a certificate request', (der: Buffer) => der.subarray(4)],
])('%s is no certificate', (_, part) => {
  expect(x509FieldsOf(part(certificates.der('leaf')))).toBeUndefined();
});
