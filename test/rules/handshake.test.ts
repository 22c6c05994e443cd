import { describe, expect, test } from '@jest/globals';
import { rootCertificates } from 'node:tls';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { EXAMPLE_NOW } from '../../src/rules/rule.ts';
import { makeCertificate, newKeyPair, seededKeyPair, type CertificateOptions } from '../certificates.ts';
import { treeOf, type Files } from '../tree.ts';

const DATES = { notBefore: new Date('2020-01-01'), notAfter: new Date('2120-01-01') };
const ca = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('CA'), ...DATES });

function served(options: Partial<CertificateOptions>): string {
  return makeCertificate({ commonName: 'node', issuer: ca, key: seededKeyPair('node'), ...DATES, ...options }).pem;
}

const JOB = `scrape_configs:
  - job_name: node
    scheme: https
    static_configs:
      - targets: [node.internal:9100]
    tls_config:
      ca_file: ca.pem
`;

interface Settings {
  readonly version?: string;
  readonly files?: Files;
  readonly target?: string;
}

/** What the rules say of a job whose target serves a certificate: `<severity> <rule>: <message>`. */
function said(pem: string, { version = 'any', files = {}, target = 'node.internal:9100' }: Settings = {}): string[] {
  const { findings } = lint({
    files: treeOf({ 'prometheus.yml': JOB, 'ca.pem': ca.pem, 'node.pem': pem, ...files }),
    configuration: { ...DEFAULT_CONFIGURATION, servers: { [target]: 'node.pem' }, prometheusVersion: version },
    now: EXAMPLE_NOW,
  });
  return findings.map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`);
}

describe('what only some versions of Prometheus refuse', () => {
  const pem = served({ names: ['*'] });
  const text = 'x509: certificate is valid for *, not node';
  const files = { 'prometheus.yml': JOB.replace('node.internal', 'node') };

  test('is a warning that says which', () => {
    expect(said(pem, { files, target: 'node:9100' })).toEqual([
      expect.stringMatching(/^warning handshake-name-mismatch: .* from Prometheus 2\.55 on\)/),
    ]);
  });

  test.each(['2.42', '2.54.1'])('is nothing where %s is asked for', version => {
    expect(said(pem, { version, files, target: 'node:9100' })).toEqual([]);
  });

  test.each(['2.55', 'v3.5.3', 'current'])('is an error where %s is asked for', version => {
    expect(said(pem, { version, files, target: 'node:9100' })).toEqual([
      expect.stringMatching(`^error handshake-name-mismatch: .*${text.replace('*', String.raw`\*`)}\\)`),
    ]);
  });
});

describe('the machine', () => {
  const files = { 'prometheus.yml': JOB.replace(/ {4}tls_config:[^]*/, '') };

  test('may trust what no public authority signed, so that it is a warning', () => {
    expect(said(served({ names: ['node.internal'] }), { files })).toEqual([
      'warning handshake-unknown-authority: scrape job "node" verifies node.internal:9100 with the authorities of the machine alone, and no public one signed its certificate (x509: certificate signed by unknown authority); tls_config.ca_file: ca.pem would verify it, unless the machine trusts it',
    ]);
  });
});

test('and what a public authority signed is trusted', () => {
  const files = { 'prometheus.yml': JOB.replace(/ {4}tls_config:[^]*/, '') };
  const [root = ''] = rootCertificates;
  const rules = said(root, { files }).map(line => line.split(' ')[1]);
  expect(rules).not.toContain('handshake-unknown-authority:');
});

describe('one fault is said once', () => {
  test('by the certificate where it has no name at all', () => {
    expect(said(served({ names: [] }))).toEqual([expect.stringMatching(/^error certificate-without-san/)]);
  });

  test('by the certificate where a leaf has ended', () => {
    const ended = served({ names: ['node.internal'], notAfter: new Date('2026-01-01') });
    expect(said(ended)).toEqual([expect.stringMatching(/^error certificate-expired/)]);
  });

  test('by the certificate where nobody can use its key', () => {
    const pem = served({ names: ['node.internal'], key: newKeyPair('ed448') });
    expect(said(pem)).toEqual([expect.stringMatching(/^error weak-certificate-key/)]);
  });

  test('by the CA file where it is unusable', () => {
    const key = ca.key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(said(served({ names: ['node.internal'] }), { files: { 'ca.pem': key } })).toEqual([
      expect.stringMatching(/^error private-key-committed/),
      expect.stringMatching(/^error ca-file-unusable/),
    ]);
  });
});

describe('a CA that is not in the repository', () => {
  const files = { 'prometheus.yml': JOB.replace('ca_file: ca.pem', 'ca_file: /etc/ssl/ca.pem') };

  test('leaves the name to be judged', () => {
    expect(said(served({ names: ['node1.internal'] }), { files })).toEqual([
      expect.stringMatching(/^error handshake-name-mismatch: .*set server_name: node1\.internal/),
    ]);
  });

  test('and nothing else', () => {
    expect(said(served({ names: ['node.internal'] }), { files })).toEqual([]);
  });
});

describe('the name that is meant', () => {
  test.each<[string, readonly string[], string]>([
    ['is the only one', ['node1.internal'], 'set server_name: node1.internal, or issue one for node.internal'],
    [
      'is the one that begins like the host',
      ['db.example', 'node.example', 'web.example'],
      'set server_name: node.example, or issue one for node.internal',
    ],
    [
      'is not known among several',
      ['a.example', 'b.example', 'c.example', 'd.example'],
      'set server_name to the one that is meant, such as a.example or b.example or c.example, or issue one for node.internal',
    ],
    ['is no wildcard', ['*.example'], 'issue one for node.internal'],
    ['is no address', ['10.0.0.1'], 'issue one for node.internal'],
  ])('%s', (_, names, advice) => {
    expect(said(served({ names }))).toEqual([expect.stringContaining(`; ${advice}`)]);
  });
});

test('a name that is not that of all targets asks for a job of its own', () => {
  const servers = { 'node.internal:9100': 'node.pem', 'db.internal:9100': 'db.pem' };
  const { findings } = lint({
    files: treeOf({
      'prometheus.yml': JOB.replace('9100]', '9100, db.internal:9100]'),
      'ca.pem': ca.pem,
      'node.pem': served({ names: ['node.example'] }),
      'db.pem': served({ names: ['db.example'] }),
    }),
    configuration: { ...DEFAULT_CONFIGURATION, servers },
    now: EXAMPLE_NOW,
  });
  expect(findings.map(({ message, fix }) => [message, fix])).toEqual([
    [expect.stringContaining('; give it a job of its own with server_name: node.example, or issue'), undefined],
    [expect.stringContaining('; give it a job of its own with server_name: db.example, or issue'), undefined],
  ]);
});

test('an authority that was made anew is told from others', () => {
  const again = makeCertificate({ commonName: 'CA', isAuthority: true, key: seededKeyPair('again'), ...DATES });
  const pem = served({ names: ['node.internal'] });
  expect(said(pem, { files: { 'ca.pem': again.pem } })).toEqual([
    'error handshake-unknown-authority: scrape job "node" does not accept the certificate of node.internal:9100, which no authority of ca.pem signed (x509: certificate signed by unknown authority (possibly because of "x509: Ed25519 verification failure" while trying to verify candidate authority certificate "CA")); it holds another "CA" than the one that signed it, so put that one there',
  ]);
});

test('an authority that Go cannot parse is said once, of the file', () => {
  const odd = makeCertificate({ commonName: 'Odd', isAuthority: true, key: newKeyPair('secp256k1'), ...DATES });
  expect(said(served({ names: ['node.internal'], issuer: odd }), { files: { 'ca.pem': odd.pem } })).toEqual([
    expect.stringMatching(/^error ca-file-unusable: .*unsupported elliptic curve/),
  ]);
});
