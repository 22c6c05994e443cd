import { expect, test } from '@jest/globals';
import { CA, Certificates, LEAF } from './handshakes.ts';
import { DEBIAN } from './profiles.ts';

const NAMES = 'subjectAltName=DNS:localhost';

const certificates = new Certificates(`
  root: self ec:P-256 /CN=Root {${CA}}
  rsa-root: self rsa:768 /CN=Root {${CA}}
  leaf: root ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  worst: other ec:P-256 /CN=leaf valid -9d..-1d {${LEAF}; subjectAltName=DNS:other.test; extendedKeyUsage=clientAuth}
  other: self ec:P-256 /CN=Other {${CA}}
  critical: root ec:P-256 /CN=leaf valid -9d..-1d {${LEAF}; ${NAMES}; 1.2.3=critical,ASN1:UTF8String:x}
  leaf-of-p224: root ec:P-224 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-secp256k1: root ec:secp256k1 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-ed448: root ed448 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-rsa-512: root rsa:512 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-rsa-768: root rsa:768 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-of-rsa-1024: root rsa:1024 /CN=leaf {${LEAF}; ${NAMES}}
  leaf-under-rsa-768: rsa-root ec:P-256 /CN=leaf {${LEAF}; ${NAMES}}
  odd: self ec:secp256k1 /CN=Odd {${CA}}
`);

const SOUND = { served: ['leaf'], roots: ['root'] };

test('all reasons are given, in the order in which Go would come upon them', () => {
  const refusals = certificates.refusals({ served: ['worst'], roots: ['root'] });
  expect(refusals.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'expired: x509: certificate has expired or is not yet valid: current time 2026-11-21T08:30:00Z is after 2026-11-20T08:30:00Z',
    'name: x509: certificate is valid for other.test, not localhost',
    'unknown-authority: x509: certificate signed by unknown authority',
    'key-usage: x509: certificate specifies an incompatible key usage',
  ]);
});

test('of a critical extension and the dates the extension comes first', () => {
  expect(certificates.text({ served: ['critical'], roots: ['root'] })).toBe('unhandled critical extension');
});

test('nothing of it matters where verification is off', () => {
  const client = { insecureSkipVerify: true };
  expect(certificates.refusals({ served: ['worst'], roots: [], client })).toEqual([]);
});

test.each([
  ['leaf-of-p224', 'remote error: tls: handshake failure'],
  ['leaf-of-secp256k1', 'remote error: tls: handshake failure'],
  ['leaf-of-ed448', 'remote error: tls: handshake failure'],
  ['leaf-of-rsa-512', 'remote error: tls: handshake failure'],
  ['leaf-of-rsa-768', undefined],
  ['leaf-of-rsa-1024', undefined],
])('with verification off, the handshake with a %s is answered by %s', (name, text) => {
  const client = { insecureSkipVerify: true };
  expect(certificates.text({ served: [name], roots: [], client })).toBe(text);
});

test('a strict profile refuses RSA keys of less than 1024 bits, with verification off too', () => {
  const profile = DEBIAN['3.5 strict'];
  const small = 'crypto/rsa: 768-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)';
  const text = `tls: invalid signature by the server certificate: ${small}`;
  const client = { insecureSkipVerify: true };
  expect(certificates.refusals({ served: ['leaf-of-rsa-768'], roots: [], client, profile })).toMatchObject([
    { kind: 'key-size', text },
  ]);
  expect(certificates.refusals({ served: ['leaf-of-rsa-1024'], roots: [], client, profile })).toEqual([]);
  const under = certificates.text({ served: ['leaf-under-rsa-768'], roots: ['rsa-root'], profile });
  expect(under).toBe(
    `certificate signed by unknown authority (possibly because of "${small}" while trying to verify candidate authority certificate "Root")`,
  );
  expect(certificates.text({ served: ['leaf-under-rsa-768'], roots: ['rsa-root'] })).toBeUndefined();
});

test('whatever is served behind the leaf is parsed, with verification off too', () => {
  const text = 'tls: failed to parse certificate from server: x509: unsupported elliptic curve';
  expect(certificates.text({ ...SOUND, served: ['leaf', 'odd'] })).toBe(text);
  const client = { insecureSkipVerify: true };
  expect(certificates.refusals({ ...SOUND, served: ['leaf', 'odd'], client })).toMatchObject([
    { kind: 'unparsable', text },
  ]);
});

test('as many certificates as are more than Go takes are not looked at', () => {
  const client = { insecureSkipVerify: true };
  const profile = DEBIAN['2.42'];
  const whole = certificates.der('leaf').length + 5;
  const served = Array.from({ length: Math.floor((65_536 - 4) / whole) }, () => 'leaf');
  expect(certificates.refusals({ served, roots: [], client, profile })).toEqual([]);
  const more = [...served, 'leaf'];
  const text = `tls: handshake message of length ${more.length * whole + 4} bytes exceeds maximum of 65536 bytes`;
  expect(certificates.refusals({ served: more, roots: [], client, profile })).toEqual([{ kind: 'unparsable', text }]);
  expect(certificates.refusals({ served: more, roots: [], client })).toEqual([]);
});

test.each([
  ['TLS12', 'TLS13', undefined],
  ['TLS13', undefined, undefined],
  [undefined, 'TLS12', undefined],
  [undefined, 'TLS11', 'no-protocol: tls: no supported versions satisfy MinVersion and MaxVersion'],
  ['TLS10', 'TLS10', 'no-protocol: remote error: tls: protocol version not supported'],
  ['TLS10', 'TLS11', 'no-protocol: remote error: tls: protocol version not supported'],
  [
    'TLS13',
    'TLS12',
    'configuration: tls_config.max_version must be greater than or equal to tls_config.min_version if both are specified',
  ],
  ['TLS1.2', undefined, 'configuration: unknown TLS version: TLS1.2'],
])('a client from version %s to %s: %s', (minVersion, maxVersion, expected) => {
  const client = {
    ...(minVersion !== undefined && { minVersion }),
    ...(maxVersion !== undefined && { maxVersion }),
  };
  const [refusal] = certificates.refusals({ ...SOUND, client });
  expect(refusal && `${refusal.kind}: ${refusal.text}`).toBe(expected);
});

test.each([
  ['TLS1.2', undefined],
  [undefined, 'TLS1.2'],
  ['TLS12', 'TLS1.2'],
])('of a version that nobody knows nothing else is said, from %s to %s', (minVersion, maxVersion) => {
  const client = { minVersion: minVersion ?? '', maxVersion: maxVersion ?? '' };
  expect(certificates.refusals({ ...SOUND, client })).toEqual([
    { kind: 'configuration', text: 'unknown TLS version: TLS1.2' },
  ]);
});

test.each([
  ['http', [], undefined],
  ['http', ['leaf'], 'server returned HTTP status 400 Bad Request'],
  ['https', [], 'http: server gave HTTP response to HTTPS client'],
] as const)('over %s, where %j is served: %s', (scheme, served, text) => {
  expect(certificates.text({ served, roots: ['root'], scheme })).toBe(text);
});

test('a root that Go cannot read counts for nothing', () => {
  expect(certificates.text({ served: ['leaf'], roots: ['odd', 'root'] })).toBeUndefined();
});
