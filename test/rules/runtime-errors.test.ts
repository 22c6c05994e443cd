import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ENGINE_RULES } from '../../src/findings/engine-rules.ts';
import { RULES } from '../../src/rules/index.ts';
import { RUNTIME_ERRORS, runtimeErrorOf } from '../../src/rules/errors/errors.ts';
import { wantedIn } from '../../src/rules/errors/runtime-error.ts';

/** Fields of observed cases, some of which are texts of errors. */
type Case = Readonly<Record<string, unknown>>;

const HANDSHAKES = JSON.parse(readFileSync('test/trust/fixtures/tls-cases.json', 'utf8')) as { cases: readonly Case[] };
const SERVERS = JSON.parse(readFileSync('test/model/fixtures/web-cases.json', 'utf8')) as { web: readonly Case[] };

const TEXTS = [...HANDSHAKES.cases, ...SERVERS.web].flatMap(row =>
  Object.entries(row).flatMap(([key, text]) =>
    /^(?:error|promtool$|server$)/.test(key) && typeof text === 'string' ? [{ id: row['id'], text }] : [],
  ),
);

test('every error that Prometheus 2.42 and 3.5 were seen to give is known', () => {
  expect(TEXTS.length).toBeGreaterThan(100);
  expect(TEXTS.filter(({ text }) => runtimeErrorOf(text) === undefined)).toEqual([]);
});

test('every rule that an error names exists, and an error has a cause', () => {
  const ids = new Set([...RULES, ...ENGINE_RULES].map(rule => rule.id));
  const causes = RUNTIME_ERRORS.flatMap(error => error.causes);
  // To toEqual a list of undefined is empty.
  expect(causes.flatMap(({ ruleIds }) => ruleIds).filter(id => !ids.has(id))).toStrictEqual([]);
  expect(RUNTIME_ERRORS.filter(error => error.causes.length === 0)).toEqual([]);
});

describe('the first rule to look at', () => {
  const expired = 'x509: certificate has expired or is not yet valid: current time 2026-11-20T00:00:00Z is';
  const firsts: readonly (readonly [text: string, rule: string])[] = [
    ['x509: certificate is valid for node1.local, not node1.internal', 'handshake-name-mismatch'],
    ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'missing-ca-file'],
    [
      'x509: certificate signed by unknown authority (possibly because of "crypto/rsa: verification error" while trying to verify candidate authority certificate "Lab")',
      'handshake-unknown-authority',
    ],
    [
      'x509: certificate signed by unknown authority (possibly because of "x509: cannot verify signature: insecure algorithm SHA1-RSA" while trying to verify candidate authority certificate "Lab")',
      'weak-certificate-signature',
    ],
    [
      String.raw`err="x509: certificate signed by unknown authority (possibly because of \"x509: cannot verify signature: insecure algorithm SHA1-RSA\" while trying to verify candidate authority certificate \"Lab\")"`,
      'weak-certificate-signature',
    ],
    [`${expired} after 2026-01-01T00:00:00Z`, 'handshake-expired'],
    [`${expired} before 2027-01-01T00:00:00Z`, 'certificate-not-yet-valid'],
    [
      "x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs",
      'handshake-name-mismatch',
    ],
    ['x509: certificate relies on legacy Common Name field, use SANs instead', 'certificate-without-san'],
    ['server returned HTTP status 401 Unauthorized', 'wrong-scrape-password'],
    ['server returned HTTP status 403 Forbidden', 'missing-rbac'],
    ['pods is forbidden: User "system:serviceaccount:a:b" cannot list resource "pods"', 'missing-rbac'],
    ['http: server gave HTTP response to HTTPS client', 'self-scrape-mismatch'],
    ['remote error: tls: certificate required', 'missing-client-certificate'],
    ['unable to use specified CA cert file ca.pem', 'ca-file-unusable'],
    ['tls: private key does not match public key', 'certificate-key-mismatch'],
    ['tls: private key type does not match public key type', 'certificate-key-mismatch'],
    ['at most one of basic_auth, oauth2 & authorization must be configured', 'conflicting-credentials'],
  ];

  test.each(firsts)('of "%s" is %s', (text, rule) => {
    const ids = runtimeErrorOf(text)?.causes.flatMap(({ ruleIds }) => ruleIds) ?? [];
    expect(ids.slice(0, 3)).toContain(rule);
  });
});

test('an authority that is not known may be there in a form that Go passes over', () => {
  const causes = runtimeErrorOf('x509: certificate signed by unknown authority')?.causes ?? [];
  const forms = causes.filter(({ words }) => words.includes('passes over'));
  expect(forms.map(({ ruleIds }) => ruleIds)).toEqual([['skipped-pem-block', 'ca-file-unusable']]);
});

test.each(['', 'all is well', 'level=info msg="Server is ready to receive web requests."', 'x'.repeat(100_000)])(
  'no error is seen where there is none (%#)',
  text => {
    expect(runtimeErrorOf(text)).toBeUndefined();
  },
);

describe('what a text says of the connection', () => {
  const texts: readonly (readonly [text: string, wanted: object])[] = [
    [
      'Get "https://node1.internal:9100/metrics": x509: certificate is valid for a, b, not node1.local',
      { hosts: ['node1.internal', 'node1.local'] },
    ],
    ['Get "https://[2001:DB8::1]:9100/metrics": EOF', { hosts: ['2001:db8::1'] }],
    ["x509: cannot validate certificate for 10.0.0.1 because it doesn't contain any IP SANs", { hosts: ['10.0.0.1'] }],
    ['dial tcp 10.1.2.3:9100: connect: connection refused', { hosts: ['10.1.2.3'] }],
    [
      'ts=2026 level=error scrape_pool=node err="unable to use specified CA cert file /etc/ca.pem"',
      { hosts: [], job: 'node', path: '/etc/ca.pem' },
    ],
    ['server returned HTTP status 401 Unauthorized', { hosts: [] }],
  ];

  test.each(texts)('of %s', (text, wanted) => {
    expect(wantedIn(text)).toEqual(wanted);
  });
});
