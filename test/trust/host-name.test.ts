import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { X509Certificate } from 'node:crypto';
import type { X509Fields } from '../../src/parse/x509.ts';
import { x509FieldsOf } from '../../src/parse/x509.ts';
import { nameFault, nameToCheck } from '../../src/trust/host-name.ts';
import type { Profile } from '../../src/trust/profile.ts';
import { makeCertificate, seededKeyPair } from '../certificates.ts';
import type { CertificateOptions } from '../certificates.ts';
import { DEBIAN } from './profiles.ts';

const LIFE = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2030-01-01T00:00:00Z') };

function derWith(options: Partial<CertificateOptions>): Buffer {
  return makeCertificate({ ...LIFE, key: seededKeyPair('names'), ...options }).der;
}

function certificateWith(options: Partial<CertificateOptions>): X509Fields {
  const fields = x509FieldsOf(derWith(options));
  if (fields === undefined) throw new Error('the certificate cannot be read');
  return fields;
}

function textOf(names: readonly string[], name: string, profile: Profile = DEBIAN['3.5']): string | undefined {
  return nameFault(certificateWith({ commonName: 'unused', names }), name, profile)?.text;
}

test.each([
  ['node1.example.test', 'node1.example.test'],
  ['NODE1.Example.TEST', 'node1.example.test'],
  ['node1.example.test', 'NODE1.EXAMPLE.test'],
  ['node1.example.test', 'node1.example.test.'],
  ['*.example.test', 'node1.example.test'],
  ['*.example.test', 'under_score.example.test'],
  ['*.example.test', 'xn--nde-sna.example.test'],
  ['*.example.test', 'node1.example.test.'],
  ['*.test', 'app.test'],
  ['localhost:9100', 'localhost:9100'],
  ['https://localhost', 'HTTPS://localhost'],
  ['node1.example.test.', 'node1.example.test.'],
  ['-node.test', '-NODE.test'],
  ['10.0.0.1', '10.0.0.1'],
  ['::1', '[::1]'],
  ['::1', '0:0:0:0:0:0:0:1'],
  ['2001:db8::1', '2001:DB8::1'],
  ['10.0.0.1', '::ffff:10.0.0.1'],
])('a certificate for %s is valid for %s', (name, host) => {
  expect(textOf([name], host)).toBeUndefined();
});

test.each([
  ['node1.example.test', 'node2.example.test'],
  ['*.example.test', 'example.test'],
  ['*.example.test', 'a.b.example.test'],
  ['*.example.test', '.example.test'],
  ['*.*.example.test', 'a.b.example.test'],
  ['node*.example.test', 'node1.example.test'],
  ['node1.*.test', 'node1.example.test'],
  ['node1.example.test.', 'node1.example.test'],
  ['localhost:9100', 'localhost'],
  ['localhost', 'localhost:9100'],
  ['-a.test', '-b.test'],
  ['*', 'localhost'],
])('a certificate for %s is not valid for %s', (name, host) => {
  expect(textOf([name], host)).toBe(`x509: certificate is valid for ${name}, not ${host}`);
});

test('up to Go 1.22 an asterisk alone stands for any single label', () => {
  expect(textOf(['*'], 'localhost', DEBIAN['2.42'])).toBeUndefined();
  expect(textOf(['*'], 'a.test', DEBIAN['2.42'])).toBe('x509: certificate is valid for *, not a.test');
});

test('an address is looked for among the addresses alone, and a name among the names alone', () => {
  expect(textOf(['node1.test', '10.0.0.1'], '10.0.0.2')).toBe('x509: certificate is valid for 10.0.0.1, not 10.0.0.2');
  expect(textOf(['node1.test'], '[::1]')).toBe(
    "x509: cannot validate certificate for ::1 because it doesn't contain any IP SANs",
  );
  expect(textOf(['10.0.0.1'], 'node1.test')).toBe(
    'x509: certificate is not valid for any names, but wanted to match node1.test',
  );
});

test.each([
  ['node1.test', 'node1.test'],
  ['*.test', 'node1.test'],
  ['10.0.0.1', '10.0.0.1'],
])('a common name %s that would do for %s is told, and does not do', (commonName, host) => {
  const fault = nameFault(certificateWith({ commonName }), host, DEBIAN['3.5']);
  expect(fault?.text).toBe('x509: certificate relies on legacy Common Name field, use SANs instead');
});

test('a common name counts for nothing beside a subject alternative name', () => {
  const fault = nameFault(
    certificateWith({ commonName: 'node1.test', names: ['10.0.0.1'] }),
    'node1.test',
    DEBIAN['2.42'],
  );
  expect(fault).toEqual({
    text: 'x509: certificate is not valid for any names, but wanted to match node1.test',
    names: [],
  });
});

test('the names that the certificate has are given, of the kind that was asked for', () => {
  const certificate = certificateWith({ names: ['a.test', 'b.test', '10.0.0.1', '::1'] });
  expect(nameFault(certificate, 'c.test', DEBIAN['2.42'])?.names).toEqual(['a.test', 'b.test']);
  expect(nameFault(certificate, '10.0.0.2', DEBIAN['2.42'])?.names).toEqual(['10.0.0.1', '::1']);
});

test('Go 1.26 counts names from a hundred on instead of listing them', () => {
  const names = Array.from({ length: 100 }, (_, index) => `n${index}.test`);
  expect(textOf(names, 'other.test')).toBe('x509: certificate is valid for 100 names, but none matched other.test');
  expect(textOf(names, 'other.test', DEBIAN['2.53'])).toContain('n98.test, n99.test, not other.test');
  expect(textOf(names.slice(1), 'other.test')).toContain('n98.test, n99.test, not other.test');
  const addresses = names.map((_, index) => `10.0.0.${index}`);
  expect(textOf(addresses, '::1')).toBe('x509: certificate is valid for 100 IP SANs, but none matched ::1');
});

test.each([
  [undefined, 'node1.test', 'node1.test'],
  ['', 'node1.test', 'node1.test'],
  ['other.test', 'node1.test', 'other.test'],
  [' ', 'node1.test', ' '],
  [undefined, 'NÖDE.example.test', 'xn--nde-sna.example.test'],
  [undefined, 'NODE.example.test', 'NODE.example.test'],
  ['nöde.test', 'node1.test', 'nöde.test'],
])('with the server_name %j and the target %s the name %s is looked for', (serverName, host, name) => {
  expect(nameToCheck(serverName, host)).toBe(name);
});

const label = fc.stringMatching(/^[a-zA-Z0-9](?:[a-z0-9-]{0,4}[a-z0-9])?$/);
const domain = fc.array(label, { minLength: 3, maxLength: 4 }).map(labels => labels.join('.'));

/** Names that OpenSSL and Go see alike: no dots behind them, no underscores, wildcards only before two labels or more. */
const pattern = fc.oneof(
  domain,
  domain.map(name => name.replace(/^[^.]+/, '*')),
  label,
);

test('Node finds the same names in a certificate', () => {
  const asked = fc.tuple(fc.array(pattern, { minLength: 1, maxLength: 3 }), domain, fc.nat(2), fc.boolean());
  fc.assert(
    fc.property(asked, ([names, other, chosen, isOwn]) => {
      const host = isOwn ? (names[chosen % names.length] ?? other).replace('*', 'a') : other;
      const hosts = [host, host.toUpperCase(), `a.${host}`, host.replace(/^[^.]+/, 'b')];
      const der = derWith({ commonName: 'unused', names });
      const certificate = new X509Certificate(der);
      const fields = x509FieldsOf(der);
      for (const name of hosts) {
        const isFound = certificate.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined;
        expect([name, fields && nameFault(fields, name, DEBIAN['3.5']) === undefined]).toEqual([name, isFound]);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('Node finds the same addresses in a certificate', () => {
  const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('10.0.0.1', '::1', '2001:db8::1'));
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 3 }), address, (written, other) => {
      const names = written.map(text =>
        new URL(`http://${text.includes(':') ? `[${text}]` : text}`).hostname.replace(/^\[|\]$/g, ''),
      );
      const der = derWith({ names });
      const fields = x509FieldsOf(der);
      for (const name of [...names, other]) {
        const isFound = new X509Certificate(der).checkIP(name) !== undefined;
        expect([name, fields && nameFault(fields, name, DEBIAN['3.5']) === undefined]).toEqual([name, isFound]);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
