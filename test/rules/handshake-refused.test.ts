import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.ts';
import { DEFAULT_CONFIGURATION } from '../../src/policy/configuration.ts';
import { pemBlock } from '../certificates.ts';
import { CA, Certificates, LEAF, NOW } from '../trust/handshakes.ts';
import { reportOn } from '../linted.ts';
import { treeOf } from '../tree.ts';

const certificates = new Certificates(`
  root: self ec:P-256 /CN=Root valid -9d..99d {${CA}}
  narrow: self ec:P-256 /CN=Narrow valid -9d..99d {${CA}; nameConstraints=critical,permitted;DNS:.lab}
  short: self ec:P-256 /CN=Short valid -9d..99d {basicConstraints=critical,CA:TRUE,pathlen:0; keyUsage=critical,keyCertSign; subjectKeyIdentifier=hash}
  middle: short ec:P-256 /CN=Middle valid -9d..99d {${CA}; authorityKeyIdentifier=keyid}
  good: root ec:P-256 /CN=Good valid -9d..99d {${LEAF}; subjectAltName=DNS:node}
  client: root ec:P-256 /CN=Client valid -9d..99d {${LEAF}; subjectAltName=DNS:node; extendedKeyUsage=clientAuth}
  outside: narrow ec:P-256 /CN=Outside valid -9d..99d {${LEAF}; subjectAltName=DNS:node}
  long: middle ec:P-256 /CN=Long valid -9d..99d {${LEAF}; subjectAltName=DNS:node}
  mail: root ec:P-256 /CN=node.internal valid -9d..99d {${LEAF}; subjectAltName=email:node@internal}
  odd: root ec:P-256 /CN=Odd valid -9d..99d {${LEAF}; subjectAltName=DNS:node; 1.2.3.4=critical,DER:0500}
`);

function pem(...names: readonly string[]): string {
  return names.map(name => pemBlock('CERTIFICATE', certificates.der(name))).join('');
}

/** What is said of a job that trusts a root and whose target serves a chain, but for what concerns keys and expiry. */
function said(root: string, ...chain: readonly string[]): readonly string[] {
  const { findings } = lint({
    files: treeOf({
      'prometheus.yml': `scrape_configs:
  - job_name: node
    scheme: https
    static_configs: [{ targets: ['node:9100'] }]
    tls_config: { ca_file: ca.pem }
`,
      'ca.pem': pem(root),
      'served.pem': pem(...chain),
    }),
    configuration: { ...DEFAULT_CONFIGURATION, caExpiryDays: 0, servers: { 'node:9100': 'served.pem' } },
    now: NOW,
  });
  return findings.map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`);
}

test('a good chain is accepted', () => {
  expect(said('root', 'good')).toEqual([]);
});

test.each<[string, readonly [string, ...string[]], string]>([
  [
    'a certificate for clients alone',
    ['root', 'client'],
    '(x509: certificate specifies an incompatible key usage); issue the certificate with server authentication among its extended key usages',
  ],
  [
    'a name that the authority may not sign for',
    ['narrow', 'outside'],
    '(x509: a root or intermediate certificate is not authorized to sign for this name: DNS name "node" is not permitted by any constraint); issue the certificate for names that its authorities may sign for alone',
  ],
  [
    'a chain that is too long',
    ['short', 'long', 'middle'],
    '(x509: too many intermediates for path length constraint); let an authority sign the certificate that may do so',
  ],
  [
    'a critical extension that Go does not know',
    ['root', 'odd'],
    '(x509: unhandled critical extension); issue the certificate without the extension, or not critical',
  ],
])('%s is refused, whatever else the client says', (_, [root, ...chain], reason) => {
  expect(said(root, ...chain)).toEqual([
    `error handshake-refused: scrape job "node" cannot connect to node:9100 ${reason}`,
  ]);
});

test('a certificate with names of mail alone is told in the words that Go has for it', () => {
  expect(said('root', 'mail')).toEqual([
    expect.stringMatching(/^error certificate-without-san: .* \(x509: certificate is not valid for any names\);/),
  ]);
});

test.each<[string, readonly string[]]>([
  ['its own first', ['good']],
  ['one above it first, so that nobody knows what it sends', ['root', 'good']],
])('plain http is refused by a process that a flag gives certificates, %s', (_, chain) => {
  const { findings } = reportOn({
    'compose.yml': `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    command: [--config.file=/etc/prometheus/prometheus.yml]
    volumes: ['./prometheus:/etc/prometheus:ro']
  redis:
    image: oliver006/redis_exporter
    command: [-tls-server-cert-file=/etc/redis/node.pem, -tls-server-key-file=/run/key]
    volumes: ['./redis:/etc/redis:ro']
`,
    'prometheus/prometheus.yml': `scrape_configs: [{ job_name: redis, static_configs: [{ targets: ['redis:9121'] }] }]\n`,
    'redis/node.pem': pem(...chain),
  });
  expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toContainEqual(
    expect.stringMatching(
      /^handshake-refused: scrape job "redis" asks for plain http where TLS is served, at redis:9121,/,
    ),
  );
});
