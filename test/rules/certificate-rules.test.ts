import { describe, expect, test } from '@jest/globals';
import { rootCertificates } from 'node:tls';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { keyPairOf, makeCertificate, type CertificateOptions, type IssuedCertificate } from '../certificates.ts';
import { treeOf, type Files } from '../tree.ts';
import { unsignedCertificate, type UnsignedCertificate } from '../unsigned-certificates.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const WEB = 'tls_server_config:\n  cert_file: node.pem\n  key_file: /run/node.key\n';
const JOB = `scrape_configs:
  - job_name: node
    scheme: https
    tls_config: { ca_file: ca.pem }
    static_configs: [{ targets: [node.internal:9100] }]
`;

/** Each finding as its severity, its rule and its message. */
function foundIn(files: Files, now = NOW): readonly string[] {
  const { findings } = lint({ files: treeOf(files), configuration: DEFAULT_CONFIGURATION, now });
  return findings.map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`);
}

function made(commonName: string, options: Partial<CertificateOptions> = {}): IssuedCertificate {
  return makeCertificate({
    commonName,
    names: [commonName],
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2120-01-01'),
    key: keyPairOf('ed25519'),
    ...options,
  });
}

function authority(commonName: string, options: Partial<CertificateOptions> = {}): IssuedCertificate {
  return made(commonName, { isAuthority: true, names: [], ...options });
}

function nameless(commonName: string): string {
  return made(commonName, { names: [] }).pem;
}

function unsigned(options: Partial<UnsignedCertificate>): string {
  return unsignedCertificate({
    commonName: 'node.internal',
    names: ['node.internal'],
    issuer: 'CA',
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2120-01-01'),
    key: { type: 'rsa', bits: 2048 },
    algorithm: 'sha256-rsa',
    ...options,
  });
}

describe('dates are said with the days that are left or gone', () => {
  test.each([
    ['2026-11-20T11:00:00Z', 'error certificate-expired', 'expired on 2026-11-20 UTC, less than a day ago; replace it'],
    ['2026-11-19T11:00:00Z', 'error certificate-expired', 'expired on 2026-11-19 UTC, 1 day ago; replace it'],
    ['2026-11-20T13:00:00Z', 'warning certificate-expiring', 'expires on 2026-11-20 UTC, in less than a day; put'],
    [
      '2026-11-30T12:00:00Z',
      'warning certificate-expiring',
      'expires on 2026-11-30 UTC, in 10 days; put its successor',
    ],
  ])('of a certificate that ends at %s', (end, rule, words) => {
    expect(foundIn({ 'web.yml': WEB, 'node.pem': made('node.internal', { notAfter: new Date(end) }).pem })).toEqual([
      expect.stringContaining(`${rule}: certificate "node.internal" in node.pem ${words}`),
    ]);
  });

  test.each([
    ['2026-11-20T13:00:00Z', 'is not valid before 2026-11-20 UTC, in less than a day; keep its predecessor'],
    ['2027-01-01T12:00:00Z', 'is not valid before 2027-01-01 UTC, in 42 days; keep its predecessor'],
  ])('of one that begins at %s', (begin, words) => {
    expect(foundIn({ 'web.yml': WEB, 'node.pem': made('node.internal', { notBefore: new Date(begin) }).pem })).toEqual([
      expect.stringContaining(`error certificate-not-yet-valid: certificate "node.internal" in node.pem ${words}`),
    ]);
  });
});

describe('of several certificates in a file', () => {
  test('each is reported that is wrong, in files too that are no text', () => {
    const ended = ['a.internal', 'b.internal'].map(name => made(name, { notAfter: new Date('2026-01-01') }).der);
    expect(foundIn({ 'all.der': Buffer.concat(ended) })).toEqual([
      expect.stringContaining('certificate "a.internal" in all.der (certificate 1 of 2) expired'),
      expect.stringContaining('certificate "b.internal" in all.der (certificate 2 of 2) expired'),
    ]);
  });

  const old = { notAfter: new Date('2026-01-01') };
  const gone = authority('CA', old).pem;
  const successor = authority('CA').pem;

  test('the block is named', () => {
    expect(foundIn({ 'prometheus.yml': JOB, 'ca.pem': authority('A').pem + gone + authority('B').pem })).toEqual([
      expect.stringMatching(/^warning certificate-expired: CA certificate "CA" in ca\.pem \(block 2 of 3\) expired/),
    ]);
  });

  test('an authority is not reported whose successor is there too', () => {
    expect(foundIn({ 'prometheus.yml': JOB, 'ca.pem': gone + successor })).toEqual([]);
  });

  test('the first is reported all the same where a server shows it', () => {
    const pem = made('node.internal', old).pem + made('node.internal').pem;
    expect(foundIn({ 'web.yml': WEB, 'node.pem': pem })).toEqual([expect.stringMatching(/^error certificate-expired/)]);
  });
});

describe('a bundle of public roots is at most one line', () => {
  const files = { 'prometheus.yml': JOB, 'ca.pem': rootCertificates.join('\n') };

  test('and none while some of them hold', () => {
    expect(foundIn(files)).toEqual([]);
    expect(foundIn(files, new Date('2035-01-01'))).toEqual([]);
  });

  test('when all of them have ended', () => {
    expect(foundIn(files, new Date('2200-01-01'))).toEqual([
      expect.stringMatching(/^error certificate-expired: all \d+ certificates in ca\.pem have expired, the last on 20/),
    ]);
  });

  test('and none at all where nothing leads to it', () => {
    expect(foundIn({ 'roots.pem': files['ca.pem'] }, new Date('2200-01-01'))).toEqual([]);
  });
});

test.each([
  [{ type: 'rsa', bits: 2048 }, undefined],
  [
    { type: 'rsa', bits: 2047 },
    'warning weak-certificate-key: certificate "node.internal" in node.pem has a key of RSA 2047',
  ],
  [
    { type: 'rsa', bits: 1024 },
    'warning weak-certificate-key: certificate "node.internal" in node.pem has a key of RSA 1024',
  ],
  [
    { type: 'rsa', bits: 1023 },
    'error weak-certificate-key: certificate "node.internal" in node.pem has a key of RSA 1023',
  ],
  [
    { type: 'dsa', bits: 2048 },
    'error weak-certificate-key: certificate "node.internal" in node.pem has a key of DSA 2048',
  ],
  [{ type: 'ec', curve: 'prime256v1' }, undefined],
  [
    { type: 'ec', curve: 'secp224r1' },
    'warning weak-certificate-key: certificate "node.internal" in node.pem has a key of ECDSA P-224',
  ],
  [
    { type: 'ec', curve: 'secp256k1' },
    'error weak-certificate-key: certificate "node.internal" in node.pem has a key of ECDSA secp256k1',
  ],
] as const)('a key of %j is as strong as it is', (key, wanted) => {
  const found = foundIn({ 'web.yml': WEB, 'node.pem': unsigned({ key }) });
  expect(found).toEqual(wanted === undefined ? [] : [expect.stringContaining(wanted)]);
});

describe('a signature with SHA-1', () => {
  const pem = unsigned({ algorithm: 'sha1-rsa' });
  const rule = 'weak-certificate-signature: certificate "node.internal" in node.pem is signed with SHA1-RSA';

  test('fails where a server shows it', () => {
    expect(foundIn({ 'web.yml': WEB, 'node.pem': pem })).toEqual([
      `error ${rule}, and Go does not take that; have it signed with SHA-256`,
    ]);
  });

  test('works where the certificate itself is trusted, and that is said', () => {
    expect(foundIn({ 'web.yml': WEB, 'node.pem': pem, 'prometheus.yml': JOB, 'ca.pem': pem })).toContain(
      `warning ${rule}, and works only where it is trusted itself, as here; have it signed with SHA-256`,
    );
  });
});

describe('a certificate without alternative names', () => {
  const LEGACY = 'x509: certificate relies on legacy Common Name field, use SANs instead';

  test.each([
    ['node.internal', LEGACY],
    ['*.node.internal', LEGACY],
    ['localhost', LEGACY],
    ['node', LEGACY],
    ['10.0.0.7', LEGACY],
    ['Node Exporter', 'x509: certificate is not valid for any names'],
  ])('of a server with the common name %s is refused in the words of Go', (commonName, error) => {
    expect(foundIn({ 'web.yml': WEB, 'node.pem': nameless(commonName) })).toEqual([
      `error certificate-without-san: certificate "${commonName}" in node.pem has no subject alternative name, and no client in Go accepts it (${error}); issue it anew with the host as one`,
    ]);
  });

  test.each([
    ['node.internal', 1],
    ['scraper', 0],
    ['Jane Doe', 0],
  ])('that nothing leads to is taken for one of a server by its common name alone: %s', (commonName, count) => {
    expect(foundIn({ 'node.pem': nameless(commonName) })).toHaveLength(count);
  });

  test('is what authorities are', () => {
    expect(foundIn({ 'ca.pem': authority('ca.internal').pem, 'prometheus.yml': JOB })).toEqual([]);
  });

  test('stands before the one that is meant, where its authority does', () => {
    const ca = authority('CA');
    const pem = ca.pem + made('node', { names: ['node'], issuer: ca }).pem;
    expect(foundIn({ 'web.yml': WEB, 'node.pem': pem })).toEqual([
      expect.stringMatching(/^error certificate-without-san: .*; put "node" \(block 2 of 2\) before it$/),
    ]);
  });

  test('is all right for a client', () => {
    const job = JOB.replace('ca_file: ca.pem', 'cert_file: node.pem, key_file: /run/node.key');
    const found = foundIn({ 'prometheus.yml': job, 'node.pem': nameless('scraper.internal') });
    expect(found.filter(finding => finding.includes('certificate-without-san'))).toEqual([]);
  });
});

describe('what stands in a CA file and is no authority', () => {
  const ca = authority('CA');
  const fake = made('Fake CA', { names: [] });

  test('is an error where it signed something that is committed', () => {
    const files = { 'ca.pem': fake.pem, 'node.pem': made('node.internal', { issuer: fake }).pem };
    expect(foundIn({ 'prometheus.yml': JOB, ...files })).toEqual([
      'error not-a-certificate-authority: certificate "Fake CA" in ca.pem is no authority to Go, since its basic constraints say CA:FALSE, and nothing that it signed is accepted; make it again with CA:TRUE and keyCertSign',
    ]);
  });

  test('is a warning where it has an issuer who is not there', () => {
    expect(foundIn({ 'prometheus.yml': JOB, 'ca.pem': made('node.internal', { issuer: ca }).pem })).toEqual([
      'warning not-a-certificate-authority: certificate "node.internal" in ca.pem is no authority, and verifies only the server that shows this very certificate, not its successor; put that of its issuer "CA" there',
    ]);
  });

  test.each([
    ['it signs itself', { 'ca.pem': made('node.internal').pem }],
    ['its issuer is there too', { 'ca.pem': made('node.internal', { issuer: ca }).pem + ca.pem }],
    ['it is of version 1', { 'ca.pem': authority('Old CA', { version: 1 }).pem }],
    ['it was made again beside', { 'ca.pem': fake.pem + authority('Fake CA').pem }],
  ])('is silent where %s', (_name, files) => {
    expect(foundIn({ 'prometheus.yml': JOB, ...files })).toEqual([]);
  });
});

describe('a committed key', () => {
  const node = made('node.internal');
  const UNENCRYPTED = 'error private-key-committed: an unencrypted private key is committed';

  test('is told by its certificate', () => {
    expect(foundIn({ 'certs/node.pem': node.pem, 'node.key': node.keyPem })).toEqual([
      expect.stringContaining(`${UNENCRYPTED}, which matches the certificate "node.internal" in certs/node.pem, and`),
    ]);
  });

  test('matches a certificate too that Go passes over', () => {
    expect(foundIn({ 'old.pem': `  ${node.pem}`, 'node.key': node.keyPem })).toContainEqual(
      expect.stringContaining(`${UNENCRYPTED}, which matches the certificate "node.internal" in old.pem, and`),
    );
  });

  test('may match none', () => {
    expect(foundIn({ 'node.key': node.keyPem })).toEqual([
      expect.stringContaining(`${UNENCRYPTED}, which matches no committed certificate, and the history keeps it`),
    ]);
  });

  test('says nothing of itself where it is encrypted', () => {
    expect(foundIn({ 'node.pem': node.pem, 'node.key': node.encryptedKeyPem })).toEqual([
      expect.stringContaining(
        'warning private-key-committed: an encrypted private key is committed, and its passphrase',
      ),
    ]);
  });

  test('has a line of its own in a folder for tests, where there are few', () => {
    const keys = Object.fromEntries([1, 2, 3, 4, 5].map(number => [`testdata/${number}.key`, node.keyPem]));
    expect(foundIn(keys)).toHaveLength(5);
  });

  test('is one of many in a folder for tests, which are one line', () => {
    const keys = Object.fromEntries([1, 2, 3, 4, 5, 6].map(number => [`test/tls/${number}/node.key`, node.keyPem]));
    expect(foundIn({ ...keys, 'fixtures/node.key': node.keyPem })).toEqual([
      expect.stringContaining('warning private-key-committed: a private key is committed'),
      expect.stringContaining('warning private-key-committed: 6 private keys are committed in test/, for tests by'),
    ]);
  });

  test('is left alone where it is for tests and encrypted', () => {
    expect(foundIn({ 'testdata/node.key': node.encryptedKeyPem })).toEqual([]);
  });
});
